"""Where quotations begin and end: every style of marks, nesting, paragraphs, apostrophes, hostile strings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.lang.quotations import find_quotations, paragraphs

CASES = [
    # marks of every style
    ("“The dam holds,” Okafor said.", ["“The dam holds,”"]),
    ('"The dam holds," Okafor said.', ['"The dam holds,"']),
    ("‘The dam holds,’ Okafor said.", ["‘The dam holds,’"]),
    ("'The dam holds,' Okafor said.", ["'The dam holds,'"]),
    ("``The dam holds,'' Okafor said.", ["``The dam holds,''"]),
    ("''The dam holds,'' Okafor said.", ["''The dam holds,''"]),
    ("„Der Damm hält“ stand on the sign.", ["„Der Damm hält“"]),
    ("«Le barrage tient», the mayor said.", ["«Le barrage tient»"]),
    # two in one sentence
    ('"It leaks," she said. "It has leaked for years."', ['"It leaks,"', '"It has leaked for years."']),
    # scare quotes
    ("The so-called “flood tax” passed.", ["“flood tax”"]),
    # apostrophes and inches are no marks
    ("The workers' hall isn't the dogs' home.", []),
    ("It was '90s rock 'n' roll, and we gave 'em cake.", []),
    ('A 5" pipe met a 6" pipe.', []),
    ("'The workers' hall is safe,' she said.", ["'The workers' hall is safe,'"]),
    ("She doesn’t like the ‘new’ bridge’s arch.", ["‘new’"]),
    # dashes and brackets before an opening mark
    ('He stopped—"never again"—and left ("for good").', ['"never again"', '"for good"']),
    # unclosed
    ('He said: "The rest is lost', ['"The rest is lost']),
    ('The word " stood alone.', []),
    # a space to either side: it closes what is open, else it opens
    ('"The dam holds, " Okafor said. "It will hold, " Lind said.', ['"The dam holds, "', '"It will hold, "']),
    ('Okafor said: " The dam holds. " Lind left.', ['" The dam holds. "']),
    ("“The dam holds, ” Okafor said.", ["“The dam holds, ”"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_marks(text: str, expected: list[str]) -> None:
    assert [quotation.range.of(text) for quotation in find_quotations(text)] == expected


def test_inner_words_leave_the_marks_out() -> None:
    text = "``Go,'' he said, “now.”"
    assert [quotation.inner.of(text) for quotation in find_quotations(text)] == ["Go,", "now."]


def test_a_quotation_within_a_quotation_is_one_deeper() -> None:
    text = '"She told me ‘run’ and I ran," he said.'
    assert [(quotation.range.of(text), quotation.depth) for quotation in find_quotations(text)] == [
        ('"She told me ‘run’ and I ran,"', 0),
        ("‘run’", 1),
    ]


def test_a_quotation_runs_over_paragraphs_that_open_anew() -> None:
    text = "“We came at dawn.\n\n“The gate was open.\n\n“Nobody was there,” Ruiz said."
    found = find_quotations(text)
    assert [(quotation.closed, quotation.continued) for quotation in found] == [
        (False, True),
        (False, True),
        (True, False),
    ]
    assert found[0].range.of(text) == "“We came at dawn."


def test_an_unclosed_mark_does_not_turn_the_next_paragraph_round() -> None:
    text = 'He said: "The rest is lost.\nShe said: "Not all of it."'
    assert find_quotations(text)[-1].range.of(text) == '"Not all of it."'


def test_wrapped_lines_are_one_paragraph() -> None:
    text = "The bridge over the\nriver fell.\nNobody was hurt."
    assert [part.of(text) for part in paragraphs(text)] == ["The bridge over the\nriver fell.", "Nobody was hurt."]


MARKED = st.text(alphabet=st.sampled_from("ab s.,\n\"'“”‘’`«»—(5"), max_size=120)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(MARKED)
def test_quotations_nest_and_never_cross(text: str) -> None:
    found = find_quotations(text)
    for index, one in enumerate(found):
        assert one.range.contains(one.inner)
        for other in found[index + 1 :]:
            crossing = one.range.overlaps(other.range) and not one.range.contains(other.range)
            assert not crossing
            assert one.range.start <= other.range.start


def test_one_sentence_a_line_still_closes_its_quotation() -> None:
    text = "“We saw the boat.\nIt was on fire.\nNobody moved,'' he said."
    assert [quotation.range.of(text) for quotation in find_quotations(text)] == [text[: text.index(" he said")]]
