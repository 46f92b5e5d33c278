"""Copies among reports: which, how much, in which direction."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from rashomon.group.copies import find_copies
from rashomon.model import Report
from rashomon.read.build import build_report
from rashomon.read.found import Found

WIRE = """The old lighthouse on Skarv was moved 40 metres inland on Monday, and it took nine hours.

Engineers had put the tower on rails of steel and pushed it with four jacks, a hand's breadth at a time.

The cliff under it had lost two metres a year since 1990. Without the move the tower would have fallen by 2030.

The county paid 12 million crowns, and readers of a local paper gave another three."""
OWN = """Nobody on Skarv could remember so many people on the island. They came in boats and brought folding chairs.

When the tower began to move, a brass band played, and the keeper's daughter wept."""
MORE = """Old men argued about the wind and bet small sums on the hour. By dusk the lamp burned again.

Ships saluted it from far out."""


def report(name: str, text: str, outlet: str | None = None, published: datetime | None = None) -> Report:
    return replace(build_report(name, name, Found(text)), outlet=outlet, published=published)


def test_the_same_text_twice_is_a_whole_copy() -> None:
    (copy,) = find_copies([report("b", WIRE), report("a", WIRE)])
    assert (copy.first, copy.second, copy.kind, copy.share, copy.directed) == ("a", "b", "verbatim", 1.0, False)
    assert [passage.first.of(WIRE) for passage in copy.passages] == [WIRE.rstrip(".")]


def test_two_reporters_are_none() -> None:
    assert find_copies([report("a", WIRE), report("b", OWN)]) == ()


def test_one_paragraph_taken_over_is_a_passage() -> None:
    taken = WIRE.split("\n\n")[2]
    host = f"{OWN}\n\n{taken}"
    (copy,) = find_copies([report("a", WIRE), report("b", host)])
    (passage,) = copy.passages
    assert passage.first.of(WIRE) == passage.second.of(host) == taken.rstrip(".")
    assert not passage.quoted


def test_a_quotation_in_both_is_no_copy() -> None:
    quotation = "“We counted every stone twice and put a number on each before anybody touched the jacks,” she said."
    assert find_copies([report("a", f"{OWN} {MORE}\n\n{quotation}"), report("b", f"{WIRE}\n\n{quotation}")]) == ()


@pytest.mark.parametrize(
    ("first", "second", "later", "why"),
    [
        ((None, datetime(2031, 5, 2)), (None, datetime(2031, 5, 3)), "b", "it was published later"),
        ((None, datetime(2031, 5, 3)), (None, datetime(2031, 5, 2)), "a", "it was published later"),
        ((None, datetime(2031, 5, 2)), (None, datetime(2031, 5, 2)), "a", ""),
        ((None, datetime(2031, 5, 2)), (None, datetime(2031, 5, 2, 9, 30)), "a", ""),
        ((None, datetime(2031, 5, 2, 8, 0)), (None, datetime(2031, 5, 2, 9, 30)), "b", "it was published later"),
        ((None, None), (None, datetime(2031, 5, 2)), "a", ""),
    ],
)
def test_the_later_report_has_it_from_the_earlier(
    first: tuple[str | None, datetime | None], second: tuple[str | None, datetime | None], later: str, why: str
) -> None:
    (copy,) = find_copies([report("a", WIRE, *first), report("b", WIRE, *second)])
    assert (copy.first, copy.why, copy.directed) == (later, why, bool(why))


def test_a_credit_goes_before_the_date() -> None:
    paper = replace(report("a", WIRE, "Skarv Post", datetime(2031, 5, 2)), agency="Northwire")
    wire = report("b", WIRE, "Northwire", datetime(2031, 5, 3))
    (copy,) = find_copies([paper, wire])
    assert (copy.first, copy.second, copy.why) == ("a", "b", "it credits Northwire")


def test_many_reports_are_searched_by_their_fingerprints() -> None:
    others = [report(f"r{n:03}", f"{OWN}\n\n" + " ".join(f"word{n}x{k}" for k in range(150))) for n in range(80)]
    texts = [*others, report("x1", WIRE), report("x2", f"What we know\n\n{WIRE}")]
    found = {(copy.first, copy.second) for copy in find_copies(texts)}
    assert ("x1", "x2") in found


@pytest.mark.parametrize("text", ["7" * 10_000, "” “" * 500, "😀 " * 800, "ن س ل " * 400, "a\x00b " * 300, "。" * 300])
def test_hostile_words_are_words(text: str) -> None:
    (copy,) = find_copies([report("a", f"x {text}"), report("b", f"x {text}")]) or (None,)
    assert copy is None or copy.share == 1.0
