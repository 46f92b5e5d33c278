"""Measures how well and how fast the article of a page is read: `pages.py SHARED`.

The corpus is that of article-extraction-benchmark: 181 pages and the body of the article in each. Its scorer, written
again: runs of four words, counted; precision and recall of each page averaged over pages, F1 of the two averages.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import trafilatura

from rashomon.model import Report, Role
from rashomon.read.build import build_report
from rashomon.read.charset import decode_page
from rashomon.read.found import Found
from rashomon.read.pages import read_page
from results_file import write_result

FLOORS = {"f1": 0.955, "pages_per_second": 80}
CORPUS = Path("corpora") / "article-extraction"
RUN = 4
TIMES = 5  # a page's time is its fastest: what a busy machine adds is no time of ours
_WORD = re.compile(r"\w+")


def load(corpus: Path) -> tuple[dict[str, bytes], dict[str, str]]:
    """Return the bytes of each page and the body of the article in it."""
    bodies = json.loads((corpus / "ground-truth.json").read_text(encoding="utf-8"))
    pages = {name: gzip.decompress((corpus / "html" / f"{name}.html.gz").read_bytes()) for name in bodies}
    return pages, {name: entry.get("articleBody", "") for name, entry in bodies.items()}


def score(bodies: Mapping[str, str], found: Mapping[str, str]) -> dict[str, float]:
    """Return F1, precision and recall as the corpus's own scorer defines them."""
    precisions, recalls = [], []
    for name, body in bodies.items():
        wanted, given = _runs(body), _runs(found[name])
        right = sum((wanted & given).values())
        if given:
            precisions.append(right / sum(given.values()))
        if wanted:
            recalls.append(right / sum(wanted.values()))
    precision, recall = statistics.mean(precisions), statistics.mean(recalls)
    figures = {"f1": 2 * precision * recall / (precision + recall), "precision": precision, "recall": recall}
    return {name: round(value, 4) for name, value in figures.items()}


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    runs = (tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)))
    return Counter(run for run in runs if run)


def pages_per_second(pages: Mapping[str, bytes], read: Callable[[str, bytes], object]) -> float:
    """Return how many pages are read a second, on one core."""
    total = 0.0
    for name, content in pages.items():
        times = []
        for _ in range(TIMES):
            started = time.process_time()
            read(name, content)
            times.append(time.process_time() - started)
        total += min(times)
    return round(len(pages) / total, 1)


def without(report: Report, *roles: Role) -> str:
    """Return the text of a report without the passages in these roles."""
    return "".join(passage.range.of(report.text) for passage in report.passages if passage.role not in roles)


def wrong(found: Found, page: str) -> int:
    """Return how many characters of a text lead to another character of its page."""
    runs = found.offsets.runs if found.offsets else ()
    return sum(found.text[at + n] != page[place + n] for at, place, length in runs for n in range(length))


def measure(corpus: Path) -> dict[str, Any]:
    """Return the figures of quality, speed and positions."""
    pages, bodies = load(corpus)
    found = {name: read_page(decode_page(content), name) for name, content in pages.items()}
    reports = {name: build_report(name, name, outcome) for name, outcome in found.items()}
    mapped = [sum(n for _, _, n in f.offsets.runs) / len(f.text) for f in found.values() if f.offsets]
    # The headline is no part of the body that the corpus gives, and stands in the text because we put it there.
    body = score(bodies, {name: without(report, Role.HEADLINE) for name, report in reports.items()})
    marked = score(bodies, {name: without(r, Role.HEADLINE, Role.BOILERPLATE) for name, r in reports.items()})
    whole = {name: outcome.text for name, outcome in found.items()}
    return body | {
        "pages": len(pages),
        "after_boilerplate": marked,
        "with_headline": score(bodies, whole),
        "with_headline_after_boilerplate": score(
            bodies, {name: without(report, Role.BOILERPLATE) for name, report in reports.items()}
        ),
        "characters_mapped": round(statistics.mean(mapped), 4),
        "characters_mapped_wrong": sum(wrong(outcome, decode_page(pages[name])) for name, outcome in found.items()),
        "stated": {
            field: sum(getattr(outcome.metadata, field) is not None for outcome in found.values())
            for field in ("title", "outlet", "published", "url", "byline", "language")
        },
        "pages_per_second": pages_per_second(pages, lambda name, content: read_page(decode_page(content), name)),
        "pages_per_second_of_trafilatura_alone": pages_per_second(pages, _trafilatura),
    }


def _trafilatura(name: str, content: bytes) -> object:
    return trafilatura.extract(content, fast=True, include_comments=False, include_tables=False)


def main() -> int:
    """Print and write the figures; 1 where a floor is not reached or the marks make the text worse."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    corpus = parser.parse_args().shared / CORPUS
    figures = measure(corpus)
    print(json.dumps(figures, indent=2))
    write_result("pages", figures | {"floors": FLOORS}, [corpus / "ground-truth.json", corpus / "html"])
    reached = all(figures[name] >= floor for name, floor in FLOORS.items())
    return 0 if reached and figures["after_boilerplate"]["f1"] >= figures["f1"] else 1


if __name__ == "__main__":
    sys.exit(main())
