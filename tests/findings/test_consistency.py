"""Findings that fit together: an agreement keeps to one side of every difference, and is shown once."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.findings.consistency import consistent
from rashomon.model import Evidence, Finding, Side, Verdict
from rashomon.text import Range

Place = tuple[str, int, int]


def side(*places: Place) -> Side:
    """Return one side with evidence at these places: report, start, end."""
    return Side("value", tuple(Evidence(r, Range(a, b), Range(0, 200)) for r, a, b in places))


def agreement(*places: Place, reason: str = "same-words") -> Finding:
    """Return an agreement with this evidence."""
    return Finding(Verdict.AGREE, reason, "about", "some reports say the same", (side(*places),))


def difference(verdict: Verdict, reason: str, *sides: Side) -> Finding:
    """Return a difference with these sides."""
    return Finding(verdict, reason, "about", "", sides)


def shown(findings: tuple[Finding, ...]) -> list[list[Place]]:
    """Return where the evidence of each agreement stands."""
    agreements = [f for f in findings if f.verdict is Verdict.AGREE]
    return [[(e.report, e.range.start, e.range.end) for e in f.sides[0].evidence] for f in agreements]


CONFLICT = difference(Verdict.CONFLICT, "quantity", side(("a", 10, 20), ("b", 10, 20)), side(("c", 10, 20)))


def test_an_agreement_across_two_sides_keeps_the_side_with_more_reports() -> None:
    found = consistent((CONFLICT, agreement(("a", 5, 15), ("b", 5, 15), ("c", 5, 15))))
    assert shown(found) == [[("a", 5, 15), ("b", 5, 15)]]
    assert found[1].explanation == "2 reports say the same"


def test_an_agreement_of_two_reports_on_two_sides_is_none() -> None:
    assert shown(consistent((CONFLICT, agreement(("a", 5, 15), ("c", 5, 15))))) == []


def test_an_agreement_beside_the_words_that_differ_stands() -> None:
    beside = agreement(("a", 20, 30), ("c", 0, 10))
    assert consistent((CONFLICT, beside)) == (CONFLICT, beside)


def test_other_wording_of_the_same_thing_belies_no_agreement() -> None:
    wording = difference(Verdict.COMPATIBLE, "wording", side(("a", 10, 20)), side(("c", 10, 20)))
    both = agreement(("a", 5, 15), ("c", 5, 15))
    assert consistent((wording, both)) == (wording, both)


def test_parts_of_a_whole_are_no_agreement() -> None:
    parts = difference(Verdict.COMPATIBLE, "part-whole", side(("a", 10, 20)), side(("c", 10, 20)))
    assert shown(consistent((parts, agreement(("a", 5, 15), ("c", 5, 15))))) == []


def test_a_value_in_a_statement_of_two_reports_is_shown_with_the_statement() -> None:
    statement = agreement(("a", 0, 40), ("b", 0, 40))
    value = agreement(("a", 10, 12), ("b", 10, 12), ("c", 50, 52), reason="same-value")
    found = consistent((value, statement))
    assert shown(found) == [[("a", 0, 40), ("b", 0, 40), ("c", 50, 52)]]
    assert found[0].explanation == "3 reports say the same"


def test_a_value_that_one_report_alone_puts_into_the_statement_stays() -> None:
    statement = agreement(("a", 0, 40), ("b", 0, 40))
    value = agreement(("a", 10, 12), ("b", 60, 62), reason="same-value")
    assert consistent((statement, value)) == (statement, value)


places = st.builds(lambda r, a, n: (r, a, a + n), st.sampled_from("abcd"), st.integers(0, 60), st.integers(1, 30))
sides = st.lists(places, min_size=1, max_size=3).map(lambda p: side(*p))
differences = st.builds(
    lambda v, one, other: difference(v, "scope", one, other),
    st.sampled_from([Verdict.CONFLICT, Verdict.UNCLEAR, Verdict.COMPATIBLE]),
    sides,
    sides,
)
agreed = st.builds(
    lambda p, reason: agreement(*p, reason=reason),
    st.lists(places, min_size=2, max_size=4, unique_by=lambda place: place[0]),
    st.sampled_from(["same-words", "same-value"]),
)


@settings(derandomize=True, deadline=None)
@given(st.lists(st.one_of(differences, agreed), max_size=6))
def test_differences_stay_and_every_agreement_is_of_two_reports(findings: list[Finding]) -> None:
    found = consistent(tuple(findings))
    kept, given_in = ([f for f in each if f.verdict is not Verdict.AGREE] for each in (found, findings))
    assert kept == given_in
    assert all(len({report for report, _, _ in each}) >= 2 for each in shown(found))


@settings(derandomize=True, deadline=None)
@given(st.lists(st.one_of(differences, agreed), max_size=6))
def test_no_agreement_touches_two_sides_of_a_difference(findings: list[Finding]) -> None:
    found = consistent(tuple(findings))
    for agreement_ in (f for f in found if f.verdict is Verdict.AGREE):
        for other in (f for f in found if f.verdict is not Verdict.AGREE):
            assert sum(_touch(one, agreement_.sides[0]) for one in other.sides) < 2


def _touch(one: Side, other: Side) -> bool:
    return any(a.report == b.report and a.range.overlaps(b.range) for a in one.evidence for b in other.evidence)
