"""Mutants of every format are read or refused, never anything else.

They are always the same; `RASHOMON_FUZZ_SECONDS` asks for as many as that takes, and `.ci/run` gives a minute. How long
each takes is measured by `bench/fuzz.py`.
"""

from __future__ import annotations

import os
from itertools import islice

import pytest
from tests.hostile import fuzz
from tests.hostile.samples import samples

from rashomon import Settings

MUTANTS = 1_500
SAMPLES = samples()
# Reports that each sample holds.
REPORTS = {
    "report.txt": 1,
    "wide.txt": 1,
    "latin.txt": 1,
    "records.json": 2,
    "records.jsonl": 3,
    "report.txt.gz": 1,
    "feed.rss": 2,
    "feed.atom": 1,
    "kept.jsonl": 1,
    "page.html": 1,
    "table.csv": 3,
    "paper.pdf": 1,
    "latin.html": 1,
    "item.xml": 1,
    "wide.xml": 1,
    "item.json": 1,
    "letter.eml": 1,
    "crawl.warc": 2,
    "crawl.warc.gz": 2,
    "all.zip": 6,
    "all.tar.gz": 3,
    "nested.zip": 2,
}


@pytest.mark.parametrize("name", REPORTS)
def test_a_sample_is_read_as_it_stands(name: str) -> None:
    figures = fuzz.Figures()
    fuzz.read_whole(name, SAMPLES[name], Settings(), figures)
    assert (figures.refused, figures.reports) == (0, REPORTS[name])


def test_mutants_are_read_or_refused() -> None:
    seconds = os.environ.get("RASHOMON_FUZZ_SECONDS")
    figures = fuzz.run(float(seconds)) if seconds else fuzz.run(most=MUTANTS)
    assert not figures.crashes, "\n\n".join(
        f"{where} on {name}\n{trace}" for where, (name, _, trace) in figures.crashes.items()
    )
    assert figures.reports > 0 < figures.refused


def test_what_once_raised_no_longer_does() -> None:
    for kept in sorted(fuzz.CRASHES.glob("*")):
        fuzz.read_whole(kept.name, kept.read_bytes(), Settings(), fuzz.Figures())


def test_the_same_seed_gives_the_same_mutants() -> None:
    assert list(islice(fuzz.mutants(3), 40)) == list(islice(fuzz.mutants(3), 40))
    assert list(islice(fuzz.mutants(3), 40)) != list(islice(fuzz.mutants(4), 40))


def test_a_reader_that_raises_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaking(*_: object) -> None:
        raise KeyError("made up")

    monkeypatch.setattr(fuzz, "build_report", breaking)
    assert [where.split()[0] for where in fuzz.run(most=20).crashes] == ["KeyError"]
