"""Reads the quantity cases of Recognizers-Text and quantulum3 into one form, and says which are out of scope."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Answer:
    """One quantity of a case: its characters, its value as written, the other end of a range, and its unit."""

    start: int
    end: int
    value: float
    unit: str = ""
    top: float | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One text with the quantities that it should give; `outside` names why it is out of scope, "" where it is in."""

    suite: str
    text: str
    expected: tuple[Answer, ...]
    outside: str = ""


# Why a case is out of scope: a pattern over the text, or over the expected words. Written for the kind, not the case.
OUTSIDE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("powers and scientific notation", re.compile(r"\^|\d[eE][+-]?\d|\d ?[x×] ?10|\d ?[x×]\d")),
    ("decimal comma of other languages", re.compile(r"\b\d{1,3}(?:\.\d{3})+,\d|\b\d,\d{1,2}\b(?!,)")),
    (
        "telephone, internet, version and date numbers: masked on purpose",
        re.compile(r"\d+\.\d+\.\d+\.\d+|\d/\d+/\d|\+\d-\d{3}|SCP-?\d"),
    ),
    (
        "spoken fractions with a numerator or denominator over twenty",
        re.compile(
            r"\b(?:hundred|thousand|million|billion|trillion)(?:th|ths|s)\b|ty[- ](?:first|fifth|second|third)s?\b"
            r"|\b(?:hundred|thousand|one|and)[ -]fifths?|thirty (?:two |and two )?fifths",
            re.IGNORECASE,
        ),
    ),
    ("spoken division", re.compile(r"\b(?:one|1|2000) over\b")),
    ("a share read off 'percent of 10'", re.compile(r"^per ?cents? of ")),
    ("a change from one value to another: two values by design", re.compile(r"\b(?:rose|reduced|increased|fell) from")),
    ("numbers in names (Voyager 2)", re.compile(r"\bVoyager \d|\bEnglish \d|\bSouth \d")),
    ("lists of exercise numbers", re.compile(r"\bnrs?\. ")),
    (
        "geological time, tons per day and dozens as units",
        re.compile(r"\bgigaannum|\d Ma\b|\btpd\b|a dozen eggs|baker's"),
    ),
    (
        "sexagesimal angles, particle physics, barns and sigmas",
        re.compile(r"fb−1|\bsigma\b|cds\b|½'|Js l|\d b\b|\d+b packet"),
    ),
)
NOT_ORDINALS = "relative ordinals (next, last, previous)"


def _outside(text: str, suite: str) -> str:
    """Return why a case is out of scope; spoken fractions are so among the numbers alone."""
    found = next((reason for reason, pattern in OUTSIDE if pattern.search(text)), "")
    return "" if found.startswith("spoken") and suite != "number" else found


def _number(text: str) -> float:
    return float(text.rstrip("%").replace(",", ""))


_RANGE = re.compile(r"([\[(])([^,]*),([^\])]*)([\])])")


def _recognizers(path: Path, suite: str) -> Iterator[Case]:
    for row in json.loads(path.read_text(encoding="utf-8-sig")):
        outside = _outside(row["Input"], suite)
        answers = []
        for result in row["Results"]:
            resolution = result.get("Resolution") or {}
            value = resolution.get("value")
            start = row["Input"].lower().find(result["Text"].lower()) if "Start" not in result else result["Start"]
            end = start + len(result["Text"])
            if result["TypeName"] == "ordinal.relative":
                outside = NOT_ORDINALS
            elif value in (None, "null"):
                outside = outside or "a unit without a number"
            elif (found := _RANGE.match(value)) is not None:
                low = _number(found[2]) if found[2] else float("-inf")
                high = _number(found[3]) if found[3] else float("inf")
                answers.append(Answer(start, end, low, "", high))
            else:
                answers.append(Answer(start, end, _number(value), resolution.get("unit", "")))
        yield Case(suite, row["Input"], tuple(answers), outside)


_RECOGNIZERS = {
    "number": "Number/NumberModel.json",
    "number range": "Number/NumberRangeModel.json",
    "ordinal": "Number/OrdinalModel.json",
    "percentage": "Number/PercentModel.json",
    "currency": "NumberWithUnit/CurrencyModel.json",
    "dimension": "NumberWithUnit/DimensionModel.json",
    "age": "NumberWithUnit/AgeModel.json",
    "temperature": "NumberWithUnit/TemperatureModel.json",
}


def _quantulum(path: Path, suite: str) -> Iterator[Case]:
    for row in json.loads(path.read_text(encoding="utf-8")):
        answers, position = [], 0
        outside = _outside(row["req"], suite)
        for result in row["res"]:
            start = row["req"].find(result["surface"], position)
            position = start + len(result["surface"])
            spread = result.get("uncertainty")
            low, top = float(result["value"]), None
            if spread:
                low, top = low - spread, low + spread
            answers.append(Answer(start, position, low, result["unit"], top))
            if result["unit"] == "dimensionless" and re.fullmatch(r"[12][0-9]{3}s?", result["surface"]):
                answers.pop()  # a year: no quantity by design, and no case is lost for it
        yield Case(suite, row["req"], tuple(answers), outside)


def load(corpora: Path) -> list[Case]:
    """Return every case of the two sets below the corpora folder."""
    cases: list[Case] = []
    for suite, file in _RECOGNIZERS.items():
        cases.extend(_recognizers(corpora / "recognizers" / file, suite))
    for file in ("quantities.json", "quantities.ambiguity.json"):
        cases.extend(_quantulum(corpora / "quantulum3" / file, "quantulum3"))
    return cases


def suites(cases: Iterable[Case]) -> list[str]:
    """Return the names of the suites, in order of appearance."""
    return list(dict.fromkeys(case.suite for case in cases))
