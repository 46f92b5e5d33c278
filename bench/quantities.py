"""Score `rashomon.lang.quantities` on the cases of Recognizers-Text and quantulum3, beside other libraries.

    python bench/quantities.py CORPORA [--peers PYTHON] [--errors SUITE]

CORPORA is the folder that holds `recognizers/` and `quantulum3/`. PYTHON is an interpreter that has the peers installed
(see `quantities_peers.py`); a peer that is missing there is skipped with its reason.

How a case is scored: it is right when every expected quantity is answered and nothing else is.

- Answered: the value as written is the same (to 1e-9 of it; both ends for a range, or the upper end where the set marks
  that alone), the unit is the same after the names in `UNIT_NAMES` are made one (a rate answers its first unit), and
  the answer's characters contain the expected ones. It may be longer by what Rashomon counts in and the set does not: a
  currency sign, a unit, "about", "more than", the same again in brackets; and shorter by two characters at either end.
- Nothing else: no further answer of the suite's kind. A number suite does not count answers with a unit or ordinals, a
  currency suite counts money alone, and so on: each set annotates one kind and leaves the others unmarked (quantulum3:
  ordinals, "one" and vague counts).

`exact spans` is the share of the answered quantities whose characters are exactly the expected ones. Cases out of
scope (`OUTSIDE` in quantities_cases.py) are listed by reason and left out of `right`; `right of all` counts them. The
peers are scored on the same cases in scope, and more loosely, as each has its own ways: units are left out, the same
value on overlapping characters answers, and further answers are allowed where a case expects any.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from quantities_cases import Answer, Case, load, suites  # noqa: E402
from rashomon.lang.dates import find_periods  # noqa: E402
from rashomon.lang.quantities import find_quantities  # noqa: E402
from rashomon.model import Mention, Ordinal, Quantity  # noqa: E402
from results_file import write_result  # noqa: E402

# One name for what the sets name differently. British spellings and hyphens are made one before.
UNIT_NAMES: Mapping[str, str] = {
    "pound": "pound",
    "british pound": "pound sterling",
    "united states dollar": "us dollar",
    "chinese yuan": "yuan",
    "japanese yen": "yen",
    "costa rican colón": "colon",
    "georgian lari": "lari",
    "lao kip": "kip",
    "netherlands guilder": "guilder",
    "metric ton": "tonne",
    "pound mass": "pound",
    "degree celsius": "celsius",
    "degree fahrenheit": "fahrenheit",
    "c": "celsius",
    "f": "fahrenheit",
    "percentage": "percent",
    "dimensionless": "",
    "cubic centimeter": "milliliter",
    "year of age": "year",
    "month of age": "month",
    "week of age": "week",
    "day of age": "day",
    "part": "",
    "mile per hour": "mile/hour",
    "kilometer per hour": "kilometer/hour",
    "meter per second": "meter/second",
    "age": "year",
    "count per week": "time/week",
}
# What else each suite would have marked, had there been more: the dimensions of answers that count as its own.
KINDS: Mapping[str, Callable[[Mapping[str, Any]], bool]] = {
    "number": lambda a: not a["unit"] and a["kind"] == "quantity",
    "number range": lambda a: a["kind"] == "quantity" and (a["open"] or a["top"] is not None) and not a["unit"],
    "ordinal": lambda a: a["kind"] == "ordinal",
    "percentage": lambda a: a["unit"] == "percent",
    "currency": lambda a: a["dimension"] == "money",
    "dimension": lambda a: a["dimension"] in ("length", "area", "volume", "mass", "speed", "memory"),
    "age": lambda a: a["kind"] == "age",
    "temperature": lambda a: a["dimension"] in ("temperature",),
    "quantulum3": lambda a: a["kind"] != "ordinal" and not a["vague"] and (a["unit"] != "" or a["value"] != 1),
}


def unit_name(name: str) -> str:
    """Return one name for a unit, whichever set it comes from."""
    plain = name.lower().replace("metre", "meter").replace("litre", "liter").replace("-", " ").strip()
    plain = plain.replace("gramme", "gram")
    plain = UNIT_NAMES.get(plain, plain)
    return plain.replace(" per ", "/")


def answer(mention: Mention, text: str) -> dict[str, Any]:
    """Return a mention in the form that is scored."""
    value = mention.value
    row: dict[str, Any] = {"start": mention.range.start, "end": mention.range.end, "kind": mention.kind, "top": None}
    if isinstance(value, Ordinal):
        return row | {"value": float(value.number), "unit": "", "dimension": "", "open": False, "vague": False}
    assert isinstance(value, Quantity) and value.stated is not None  # noqa: S101
    row |= {"unit": unit_name(value.written_unit), "dimension": value.dimension, "value": float(value.stated)}
    row["vague"] = any(word in text.lower() for word in ("several", "dozens", "hundreds", "few"))
    row["open"] = value.low is None or value.high is None
    if value.precision == "range" or row["open"]:
        low = float("-inf") if value.low is None else float((value.low) / value.factor)
        high = float("inf") if value.high is None else float((value.high) / value.factor)
        row |= {"low": low, "top": high, "range": value.precision == "range"}
        row["slack"] = float(value.step / 2) if value.step < 1 else 0.0
    return row


def ours(text: str) -> list[dict[str, Any]]:
    """Return what Rashomon reads in a text; a quantity given twice counts as two."""
    rows = []
    for mention in find_quantities(text, tuple(found.range for found in find_periods(text, None))):
        rows.append(answer(mention, mention.range.of(text)))
        again = mention.value.also if isinstance(mention.value, Quantity) else None
        if again is not None and mention.kind != "score":
            rows.append(answer(Mention(mention.range, mention.kind, again), ""))
    return rows


def same(expected: Answer, row: Mapping[str, Any], units: bool) -> bool:
    """Say whether one answer answers one expected quantity."""
    if not (_nearly_covers(expected, row) if units else row["start"] < expected.end and expected.start < row["end"]):
        return False
    if units and expected.unit and not _same_unit(unit_name(expected.unit), row["unit"]):
        return False
    if expected.top is not None:
        ends = (row.get("low", row["value"]), row["top"] if row["top"] is not None else row["value"])
        slack = row.get("slack", 0.0)
        return _close(expected.value, ends[0], slack) and _close(expected.top, ends[1], slack)
    upper = row["top"] if row.get("range") else None
    return _close(expected.value, row["value"]) or (upper is not None and _close(expected.value, upper))


def _same_unit(expected: str, unit: str) -> bool:
    """Say whether two names mean one unit: a rate answers its first unit, sterling a pound, a tonne a "Ton"."""
    return unit == expected or unit.startswith((expected + "/", expected + " ")) or (expected, unit) == ("ton", "tonne")


def _nearly_covers(expected: Answer, row: Mapping[str, Any]) -> bool:
    """Allow two characters less at either end: a bracket, a full stop, an article."""
    return bool(row["start"] - 2 <= expected.start and expected.end <= row["end"] + 2)


def _close(one: float, other: float, slack: float = 0.0) -> bool:
    return one == other or abs(one - other) <= slack + 1e-9 * max(abs(one), abs(other))


def right(case: Case, rows: Sequence[Mapping[str, Any]], units: bool) -> bool:
    """Say whether a case is answered: every expected quantity, and no more of its kind."""
    free = list(rows)
    for expected in case.expected:
        found = next((row for row in free if same(expected, row, units)), None)
        if found is None:
            return False
        free.remove(found)
    if not units:
        return not free or bool(case.expected)
    return not any(KINDS[case.suite](row) for row in free)


def score(cases: Sequence[Case], errors: str) -> dict[str, Any]:
    """Return the figures of every suite, and print the misses of the suite `errors`."""
    figures: dict[str, Any] = {}
    for suite in suites(cases):
        own = [case for case in cases if case.suite == suite]
        answered = [(case, rows := ours(case.text), right(case, rows, True)) for case in own]
        inside = [ok for case, _, ok in answered if not case.outside]
        spans = [_exact(case, rows) for case, rows, ok in answered if ok and not case.outside and case.expected]
        figures[suite] = {
            "cases": len(inside),
            "right": round(sum(inside) / len(inside), 4),
            "right of all": round(sum(ok for _, _, ok in answered) / len(own), 4),
            "all": len(own),
            "exact spans": round(sum(spans) / len(spans), 4) if spans else None,
            "out of scope": dict(Counter(case.outside for case in own if case.outside)),
        }
        for case, rows, ok in answered:
            if suite == errors and not ok and not case.outside:
                wanted = [_brief(case, expected) for expected in case.expected]
                print(f"{case.text[:160]!r}\n   wanted {wanted}\n   got    {_got(case, rows)}")
    return figures


def _exact(case: Case, rows: Sequence[Mapping[str, Any]]) -> float:
    return sum(any((r["start"], r["end"]) == (e.start, e.end) for r in rows) for e in case.expected) / len(
        case.expected
    )


def _brief(case: Case, expected: Answer) -> tuple[str, float, float | None, str]:
    return case.text[expected.start : expected.end], expected.value, expected.top, unit_name(expected.unit)


def _got(case: Case, rows: Sequence[Mapping[str, Any]]) -> list[tuple[Any, ...]]:
    return [(case.text[r["start"] : r["end"]], r["value"], r.get("low"), r["top"], r["unit"], r["kind"]) for r in rows]


def speed(corpora: Path) -> dict[str, Any]:
    """Return the sentences that one core reads in a second of its time: the texts of all cases, the best of three."""
    texts = [case.text for case in load(corpora) if len(case.text) > 30]
    joined = "\n".join(texts)
    sentences = len(re.findall(r"[.!?](?:\s|$)|\n", joined))
    find_quantities(joined)
    best = min(_timed(joined) for _ in range(3))
    return {"sentences a second": round(sentences / best), "sentences": sentences}


def _timed(text: str) -> float:
    start = time.process_time()
    find_quantities(text)
    return time.process_time() - start


def peers(python: str, cases: Sequence[Case]) -> dict[str, Any]:
    """Return accuracy without units and speed of every peer that `python` has, and why the others are skipped."""
    texts = [case.text for case in cases]
    done = subprocess.run(
        [python, str(HERE / "quantities_peers.py")],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        return {"skipped": done.stderr.strip().splitlines()[-1:]}
    figures: dict[str, Any] = {}
    for name, found in json.loads(done.stdout).items():
        if "skipped" in found:
            figures[name] = found
            continue
        figures[name] = {
            "texts a second": found["speed"],
            "texts that raised": found["failed"],
            **_by_suite(cases, found["answers"]),
        }
    figures["rashomon"] = _by_suite(cases, [ours(text) for text in texts])
    return figures


def _by_suite(cases: Sequence[Case], answers: Sequence[Sequence[Mapping[str, Any]]]) -> dict[str, float]:
    table: dict[str, list[bool]] = {}
    for case, rows in zip(cases, answers, strict=True):
        if not case.outside:
            table.setdefault(case.suite, []).append(right(case, rows, False))
    return {suite: round(sum(oks) / len(oks), 4) for suite, oks in table.items()}


def main() -> None:
    """Score, print and write bench/results/quantities.json."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--peers", metavar="PYTHON", default="")
    parser.add_argument("--errors", metavar="SUITE", default="")
    options = parser.parse_args()
    cases = load(options.corpora)
    figures: dict[str, Any] = {"suites": score(cases, options.errors), "speed": speed(options.corpora)}
    figures["right without units, beside others"] = (
        peers(options.peers, cases) if options.peers else {"skipped": "no interpreter was given with --peers"}
    )
    for suite, row in figures["suites"].items():
        print(f"{suite:14} {row['right']:.3f} of {row['cases']:4}   all {row['right of all']:.3f} of {row['all']}")
    print(figures["speed"])
    if not options.errors:
        write_result("quantities", figures, [options.corpora / "recognizers", options.corpora / "quantulum3"])


if __name__ == "__main__":
    main()
