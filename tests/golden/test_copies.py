"""Pairs of invented reports that are copies and pairs that are not, and how many of each are told right."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.group.copies import find_copies
from rashomon.model import Copy, Report
from rashomon.read.build import build_report
from rashomon.read.found import Found

STORIES = tomllib.loads((Path(__file__).parent / "copies" / "stories.toml").read_text(encoding="utf-8"))["story"]
Pair = tuple[str, str, str, bool]  # kind, first text, second text, whether one is a copy of the other


def paragraphs(text: str) -> list[str]:
    return [paragraph.strip() for paragraph in text.strip().split("\n\n")]


def edited(text: str) -> str:
    """Replace every twelfth word, as an editor would a few; drop every thirtieth."""
    words = text.split(" ")
    kept = ["then" if number % 12 == 11 else word for number, word in enumerate(words) if number % 30 != 29]
    return " ".join(kept)


def pairs() -> Iterator[Pair]:
    for number, story in enumerate(STORIES):
        wire = paragraphs(story["wire"])
        next_one = paragraphs(STORIES[(number + 1) % len(STORIES)]["other"])
        whole = "\n\n".join(wire)
        yield "copied", whole, f"{story['name'].title()}: what we know\n\n{whole}", True
        yield "edited", whole, edited(whole), True
        yield "cut", whole, "\n\n".join(wire[:3]), True
        yield "reordered", whole, "\n\n".join([wire[0], *reversed(wire[1:])]), True
        yield "embedded", whole, "\n\n".join([*next_one[:2], *wire[2:5], *next_one[2:]]), True
        yield "spun", whole, story["spun"].strip(), True
        yield "same event", whole, story["rival"].strip(), False
        yield "on the spot", whole, story["other"].strip(), False
        yield "two of their own", story["rival"].strip(), story["other"].strip(), False
        quotation = next(p for p in wire if p.startswith('"'))
        quoting = "\n\n".join([*paragraphs(story["rival"])[:2], quotation, *paragraphs(story["rival"])[2:]])
        yield "one quotation in both", whole, quoting, False


def report(name: str, text: str) -> Report:
    return build_report(name, name, Found(text))


def copy_between(first: str, second: str) -> Copy | None:
    found = find_copies([report("first", first), report("second", second)])
    return found[0] if found else None


@pytest.fixture(scope="module")
def told() -> list[tuple[Pair, bool]]:
    return [(pair, copy_between(pair[1], pair[2]) is not None) for pair in pairs()]


def test_there_are_pairs_enough(told: list[tuple[Pair, bool]]) -> None:
    assert len(told) >= 40


def test_few_pairs_are_called_copies_wrongly(told: list[tuple[Pair, bool]]) -> None:
    called = [pair for pair, found in told if found]
    wrong = [(pair[0], pair[1][:40]) for pair in called if not pair[3]]
    assert len(called) - len(wrong) >= 0.95 * len(called), wrong


def test_most_copies_are_found(told: list[tuple[Pair, bool]]) -> None:
    copies = [(pair, found) for pair, found in told if pair[3]]
    missed = [(pair[0], pair[1][:40]) for pair, found in copies if not found]
    assert len(missed) <= 0.15 * len(copies), missed


@pytest.mark.parametrize("story", STORIES, ids=lambda story: str(story["name"]))
def test_a_spun_report_is_called_rewritten(story: dict[str, str]) -> None:
    copy = copy_between(story["wire"], story["spun"])
    assert copy is not None
    assert copy.kind == "rewritten"


@pytest.mark.parametrize("story", STORIES, ids=lambda story: str(story["name"]))
def test_the_passages_of_an_embedded_copy_are_the_paragraphs_that_were_taken(story: dict[str, str]) -> None:
    wire = paragraphs(story["wire"])
    host = "\n\n".join([*paragraphs(story["other"])[:2], wire[1], *paragraphs(story["other"])[2:]])
    copy = copy_between("\n\n".join(wire), host)
    assert copy is not None
    (passage,) = [p for p in copy.passages if not p.quoted]
    # A word beside the paragraph may be the same in both by chance.
    assert wire[1].rstrip(".") in passage.second.of(host)
    assert len(passage.second) <= len(wire[1]) + 12
    assert wire[1].rstrip(".") in passage.first.of("\n\n".join(wire))
