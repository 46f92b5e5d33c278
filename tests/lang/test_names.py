"""Names in sentences and in whole reports: the golden table, what only a whole report tells, and hostile text."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.shipped import parser

from rashomon.lang.names import find_names, report_names, settle_names
from rashomon.lang.sentences import split_sentences
from rashomon.model import Mention, Name, Sentence
from rashomon.text import Range

GOLDEN = tomllib.loads((Path(__file__).parents[1] / "golden" / "names.toml").read_text(encoding="utf-8"))["case"]


def parsed(text: str) -> tuple[Sentence, ...]:
    return parser().parse(text, split_sentences(text, 0, len(text)))


def in_sentences(text: str) -> list[list[str]]:
    found = []
    for mention in (m for sentence in parsed(text) for m in find_names(text, sentence)):
        assert isinstance(mention.value, Name)
        found.append([mention.value.kind, mention.value.words, " ".join(mention.value.titles)])
    return found


def words_in_report(text: str) -> list[tuple[str, str]]:
    return [(m.value.words, m.value.kind) for m in report_names(text, parsed(text)) if isinstance(m.value, Name)]


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["why"])
def test_golden(case: dict[str, str | list[list[str]]]) -> None:
    assert in_sentences(str(case["text"])) == case["names"]


def test_range_covers_the_name_and_not_its_title() -> None:
    text = "The court heard President Ana Ruiz again."
    (mention,) = find_names(text, parsed(text)[0])
    assert mention.range.of(text) == "Ana Ruiz"


def test_capital_at_a_start_counts_where_the_word_is_a_name_elsewhere() -> None:
    text = "Police charged Harold Finch. Finch said he would fight. Rain is expected."
    assert words_in_report(text) == [("Harold Finch", "person"), ("Finch", "person")]


def test_surname_takes_the_kind_of_the_person_it_belongs_to() -> None:
    whole = Mention(Range(0, 13), "name", Name("Yvonne Lisbet", "person"))
    alone = Mention(Range(20, 26), "name", Name("Lisbet", "place"))
    assert settle_names((whole, alone))[1].value == Name("Lisbet", "person")


def test_country_stays_one_though_a_person_is_called_so() -> None:
    whole = Mention(Range(0, 10), "name", Name("Ann Jordan", "person"))
    alone = Mention(Range(20, 26), "name", Name("Jordan", "place"))
    assert settle_names((whole, alone))[1].value == Name("Jordan", "place")


def test_headline_in_title_case_yields_no_common_words() -> None:
    text = "Storm Leaves Thousands Without Power Across Portugal"
    assert all(words == "Portugal" for words, _ in words_in_report(text))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_any_text_gives_ordered_names_that_do_not_overlap(text: str) -> None:
    mentions = report_names(text, parsed(text)) if text.strip() else ()
    for one, other in pairwise(mentions):
        assert one.range.end <= other.range.start
    for mention in mentions:
        assert isinstance(mention.value, Name)
        assert " ".join(mention.range.of(text).split()) == mention.value.words
