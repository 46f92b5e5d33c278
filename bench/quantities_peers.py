"""Answers a JSON list of texts on standard input with the libraries installed beside it; JSON on standard output.

Run by `quantities.py --peers PYTHON` in an interpreter of its own, as the peers ask for old versions of other packages:

    python -m venv peers && peers/bin/pip install quantulum3 recognizers-text-suite "emoji<2" number-parser text2num

A library that cannot be imported is answered with the reason. It needs nothing of Rashomon.
"""

from __future__ import annotations

import contextlib
import json
import sys
import time
from collections.abc import Callable
from typing import Any

Row = dict[str, Any]
Reader = Callable[[str], list[Row]]


def _row(start: int, end: int, value: Any) -> Row | None:  # noqa: ANN401
    """Return one answer, or None where the library gives no number."""
    try:
        return {"start": start, "end": end, "value": float(value), "unit": "", "top": None}
    except (TypeError, ValueError):
        return None


def quantulum() -> Reader:
    """Return the reader of quantulum3 (without its classifier, as installed)."""
    from quantulum3 import parser

    def read(text: str) -> list[Row]:
        rows = []
        for found in parser.parse(text):
            row = _row(*found.span, found.value)
            if row is not None and found.uncertainty:
                row |= {"low": found.value - found.uncertainty, "top": found.value + found.uncertainty}
            rows.append(row)
        return [row for row in rows if row is not None]

    return read


def recognizers() -> Reader:
    """Return the reader of Recognizers-Text: numbers, shares, money, dimensions, degrees and ages."""
    from recognizers_number import recognize_number, recognize_ordinal, recognize_percentage
    from recognizers_number_with_unit import (
        recognize_age,
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
    )

    models = (
        recognize_age,
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
        recognize_percentage,
        recognize_ordinal,
        recognize_number,
    )

    def read(text: str) -> list[Row]:
        rows: list[Row] = []
        for model in models:
            for found in model(text, "en-us"):
                value = (found.resolution or {}).get("value")
                row = _row(found.start, found.end + 1, str(value).rstrip("%"))
                if row is not None and not any(r["start"] < row["end"] and row["start"] < r["end"] for r in rows):
                    rows.append(row)
        return rows

    return read


def number_parser() -> Reader:
    """Return the reader of number-parser, which rewrites a text; its numbers are found in the text by their words."""
    from number_parser import parse_number

    def read(text: str) -> list[Row]:
        row = _row(0, len(text), parse_number(text.strip()))
        return [row] if row is not None else []

    return read


def text2num() -> Reader:
    """Return the reader of text2num, which reads a text that is one number."""
    from text_to_num import text2num as convert

    def read(text: str) -> list[Row]:
        with contextlib.suppress(ValueError):
            row = _row(0, len(text), convert(text.strip(), "en"))
            return [row] if row is not None else []
        return []

    return read


PEERS: dict[str, Callable[[], Reader]] = {
    "quantulum3": quantulum,
    "recognizers-text": recognizers,
    "number-parser (whole text is one number)": number_parser,
    "text2num (whole text is one number)": text2num,
}


def answer(make: Callable[[], Reader], texts: list[str]) -> dict[str, Any]:
    """Return the answers of one library, its failures and its speed in texts a second, or why it is skipped."""
    try:
        read = make()
        read("six miles")
    except Exception as problem:  # noqa: BLE001
        return {"skipped": f"{type(problem).__name__}: {problem}"}
    answers, failed = [], 0
    start = time.process_time()
    for text in texts:
        try:
            answers.append(read(text))
        except Exception:  # noqa: BLE001
            failed += 1
            answers.append([])
    return {"answers": answers, "failed": failed, "speed": round(len(texts) / (time.process_time() - start))}


def main() -> None:
    """Read, answer, write."""
    texts = json.load(sys.stdin)
    with contextlib.redirect_stdout(sys.stderr):
        found = {name: answer(make, texts) for name, make in PEERS.items()}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
