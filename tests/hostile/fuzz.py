"""A fuzz of everything that reads: samples of all formats are mutated, and nothing but our own errors may come back.

The same seed gives the same mutants in the same order, on any machine: so many as are asked for, or as a time allows.
"""

from __future__ import annotations

import math
import random
import time
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from tests.hostile.samples import samples

from rashomon import Settings
from rashomon.errors import InputError, RashomonError
from rashomon.lang.language import language_of
from rashomon.read.build import build_report
from rashomon.read.formats import read_source
from rashomon.read.found import source_of
from rashomon.render.report_lines import report_as_line

CRASHES = Path(__file__).parent / "crashes"  # mutants that once raised, kept for good
EXAMPLES = Path(__file__).parents[2] / "examples"
LARGEST = 200_000  # bytes of a mutant
MAGIC = (
    b"\x00",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\x1f\x8b\x08",
    b"PK\x03\x04",
    b"PK\x01\x02",
    b"PK\x05\x06",
    b"ustar\x0000",
    b"%PDF-1.7",
    b"WARC/1.0\r\n",
    b"\x28\xb5\x2f\xfd",
    b"PAR1",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"<?xml version='1.0' encoding='utf-7'?>",
    b"<![CDATA[",
    b"]]>",
    b"<!--",
    b"</p></div></body>",
    b"<div>" * 400,
    b"<table><tr><td>" * 60,
    b"&#x110000;&#0;&#xd800;&nosuch;",
    b"[" * 2_000,
    b'{"a":' * 500,
    b'"\\ud800"',
    b"\xed\xa0\x80",
    b"\xe2\x80\xae",
    b"\xcc\x81" * 300,
    b"=?utf-8?b?" * 20,
    b"\r\n--edge\r\n",
    b"Content-Length: 99999999999999999999\r\n",
    b"99999999-99-99T99:99:99+99:99",
    b"-1",
    b"1e999",
    b"NaN",
)


@dataclass
class Figures:
    """What a fuzz came to: mutants by sample, seconds of each, and the traces of what should not have been raised."""

    seconds: list[float] = field(default_factory=list)
    refused: int = 0
    reports: int = 0
    slowest: tuple[float, str, bytes] = (0.0, "", b"")
    crashes: dict[str, tuple[str, bytes, str]] = field(default_factory=dict)

    def quantile(self, share: float) -> float:
        """Return the seconds that this share of the mutants stay under."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def seeds() -> Mapping[str, bytes]:
    """Return what is mutated: a sample of each format, the reports of the examples, and what once crashed."""
    kept = [path for folder in (EXAMPLES, CRASHES) for path in sorted(folder.rglob("*")) if path.is_file()]
    return {**samples(), **{path.name: path.read_bytes() for path in kept if path.stat().st_size <= LARGEST}}


def mutants(seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield mutants without end, each with the file name that it is read under: always the same for one seed."""
    chance = random.Random(seed)
    known = sorted(seeds().items())
    while True:
        name, content = chance.choice(known)
        for _ in range(chance.choice((1, 1, 1, 2, 3, 5, 8))):
            content = _mutated(content, chance, known)[:LARGEST]
        # The name is a hint alone, so it may lie.
        yield (name if chance.random() < 0.9 else chance.choice(known)[0]), content


def run(seconds: float = math.inf, seed: int = 7, most: int | None = None) -> Figures:
    """Read mutants for that many seconds, or that many mutants, and return what it came to."""
    figures, settings = Figures(), Settings()
    warm_up()
    ends = time.monotonic() + seconds
    for name, content in islice(mutants(seed), most):
        if time.monotonic() > ends:
            return figures
        started = time.process_time()
        try:
            read_whole(name, content, settings, figures)
        except Exception as error:  # noqa: BLE001 - that anything at all comes here is what is tested
            trace = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{type(error).__name__} in {Path(trace.filename).name}:{trace.lineno}"
            figures.crashes.setdefault(where, (name, content, traceback.format_exc()))
        took = time.process_time() - started
        figures.seconds.append(took)
        figures.slowest = max(figures.slowest, (took, name, content))
    return figures


def warm_up() -> None:
    """Load what is loaded once a run, whatever is read: it is not the first mutant's time."""
    for name, content in samples().items():
        for _ in read_source(source_of(content, name), Settings()):
            language_of(" ".join(["fähre"] * 20))


def read_whole(name: str, content: bytes, settings: Settings, figures: Figures) -> None:
    """Read one input to its end; raise what is no error of ours."""
    for source, outcome in read_source(source_of(content, name), settings):
        try:
            if isinstance(outcome, InputError):
                raise outcome
            report = outcome.report or build_report("x", source.label, outcome)
            assert "".join(p.range.of(report.text) for p in report.passages) == report.text
            report_as_line(report).encode()
            figures.reports += 1
        except RashomonError as error:
            assert str(error).startswith(source.label.partition(",")[0]), f"{error} does not name {source.label}"
            figures.refused += 1


def _mutated(content: bytes, chance: random.Random, known: list[tuple[str, bytes]]) -> bytes:
    """Return the content changed once: flipped, cut, doubled, spliced with another, or with magic bytes put in."""
    at = chance.randrange(len(content) + 1)
    end = min(len(content), at + chance.choice((1, 4, 40, 400, 4_000)))
    kind = chance.randrange(7)
    if kind == 0:
        flipped = bytearray(content)
        for _ in range(chance.randrange(1, 12) if content else 0):
            flipped[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        return bytes(flipped)
    if kind == 1:
        return content[:at]
    if kind == 2:
        return content[:at] + content[end:]
    if kind == 3:
        return content[:end] + content[at:end] * chance.choice((1, 2, 50, 1_000)) + content[end:]
    if kind == 4:
        other = chance.choice(known)[1]
        return content[:at] + other[chance.randrange(len(other) + 1) :]
    if kind == 5:
        return content[:at] + chance.choice(MAGIC) + content[at:]
    return content[:at] + chance.randbytes(end - at) + content[end:]
