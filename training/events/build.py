"""Event sets beyond the shared ones: texts of ECB+ with this project's own labels, laid out as the shared sets are.

    python training/events/build.py ../shared/corpora OUT        writes OUT/PART/reports/NAME/ for every label file
    python training/events/build.py --keep OUT PART              takes labels from OUT/PART/reports into labels/PART/

The labels hold positions and words of our own, none of the reports': the texts are put together from the corpus's
tokens, the same at every run, and a label file names the hash of the text that its positions count in. Every
measurement takes OUT/PART where it takes ../shared.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

LABELS = Path(__file__).resolve().parent / "labels"
NUMBER = (
    r"\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred"
)
UNIT = "year|month|week|day|hour|minute|second|mile|foot|inch|pound|story|point|page|round|time|member|man|car"
# How written words follow one another: what the corpus's tokens have between them and a reader does not want.
JOINED = (
    (re.compile(r" ([.,;:!?%)\]\u2019\u201d])"), r"\1"),
    (re.compile(r"([(\[$\u201c\u2018]) "), r"\1"),
    (re.compile(r" (n't|n\u2019t|'s|'re|'ve|'ll|'d|'m|\u2019s|\u2019re|\u2019ve)\b"), r"\1"),
    (re.compile(r"(\d) , (\d{3})"), r"\1,\2"),
    (re.compile(r'" ([^"]*?) "'), r'"\1"'),
    (re.compile(r"(?<=\d:) (?=\d\d\b)"), ""),
    (re.compile(r"(?<=\w\u2019) (?=(?:t|s|re|ve|ll|d|m)\b)"), ""),
    (re.compile(rf"\b({NUMBER}) - (?=[a-z]|\d)", re.IGNORECASE), r"\1-"),
    (re.compile(rf"\b({UNIT}) ?- (?=(?:old|long)\b)"), r"\1-"),
)
Span = tuple[str, int, int]  # report, start, end in code points


def text_of(file: Path) -> str:
    """Return the text of one ECB+ document, a sentence a line; lines that only hold its address are left out."""
    sentences: dict[int, list[str]] = {}
    for token in ElementTree.parse(file).getroot().iter("token"):  # noqa: S314 - a corpus on this disk
        sentences.setdefault(int(token.get("sentence", "0")), []).append(token.text or "")
    lines = []
    for number in sorted(sentences):
        line = " ".join(sentences[number])
        for pattern, instead in JOINED:
            line = pattern.sub(instead, line)
        if not line.startswith("http: "):
            lines.append(line)
    return "\n".join(lines) + "\n"


def documents(corpora: Path, name: str) -> dict[str, str]:
    """Return id -> text of the reports of an event such as "ecb-21plus": topic 21, the second of its two events."""
    found = re.fullmatch(r"ecb-(\d+)(ecb|plus)", name)
    if found is None:
        raise SystemExit(f"{name}: an event is named ecb-TOPICecb or ecb-TOPICplus")
    topic, ending = found[1], "ecb" if found[2] == "ecb" else "ecbplus"
    files = sorted((corpora / "ecb-plus" / topic).glob(f"{topic}_*[0-9]{ending}.xml"))
    return {file.stem: text_of(file) for file in files}


def hash_of(texts: dict[str, str]) -> str:
    """Return the SHA-256 of all texts of an event, in the order of their ids."""
    return hashlib.sha256("\0".join(f"{k}\0{texts[k]}" for k in sorted(texts)).encode()).hexdigest()


def labels_from(gold: dict[str, Any], texts: dict[str, str]) -> dict[str, Any]:
    """Return gold labels with positions in place of words."""

    def at(evidence: dict[str, str]) -> list[Span]:
        report, words = evidence["report"], evidence["text"]
        return [(report, m.start(), m.end()) for m in re.finditer(re.escape(words), texts[report])]

    points = [
        {
            **{key: point[key] for key in ("id", "verdict", "reason", "reasons") if key in point},
            "sides": [[at(e)[0] for e in side["evidence"]] for side in point["sides"]],
        }
        for point in gold["points"]
    ]
    return {
        "sha256": hash_of(texts),
        "points": points,
        "never_conflict": [[at(n["a"])[0], at(n["b"])[0]] for n in gold.get("never_conflict", [])],
        "boilerplate": [at(n)[0] for n in gold.get("boilerplate", [])],
    }


def gold_from(name: str, labels: dict[str, Any], texts: dict[str, str]) -> dict[str, Any]:
    """Return the labels with the words at their positions. Raises `SystemExit` where the texts are other ones."""
    if labels["sha256"] != hash_of(texts):
        raise SystemExit(f"{name}: the corpus's texts are not those that were labelled")

    def words(span: Span) -> dict[str, str]:
        report, start, end = span
        return {"report": report, "text": texts[report][start:end]}

    points = [
        {
            **point,
            "about": point["id"].replace("-", " "),
            "sides": [
                {"value": words(side[0])["text"], "evidence": [words(span) for span in side]} for side in point["sides"]
            ],
        }
        for point in labels["points"]
    ]
    return {
        "event": name,
        "complete_for": ["conflict", "compatible"],
        "points": points,
        "never_conflict": [{"a": words(a), "b": words(b), "why": ""} for a, b in labels["never_conflict"]],
        "boilerplate": [words(span) for span in labels["boilerplate"]],
    }


def build(corpora: Path, out: Path) -> int:
    """Write every labelled event and return how many there are."""
    files = sorted(LABELS.glob("*/*.json"))
    for file in files:
        texts = documents(corpora, file.stem)
        folder = out / file.parent.name / "reports" / file.stem
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        gold = gold_from(file.stem, json.loads(file.read_text(encoding="utf-8")), texts)
        (folder / "gold.json").write_text(json.dumps(gold, indent=1), encoding="utf-8")
        listed = {"event": file.stem, "reports": [{"id": name, "url": None} for name in texts]}
        (folder / "meta.json").write_text(json.dumps(listed), encoding="utf-8")
        scorer = out / file.parent.name / "bench"
        if not scorer.exists():
            scorer.symlink_to((corpora.parent / "bench").resolve())
    return len(files)


def keep(out: Path, part: str) -> int:
    """Take the labels of OUT/PART/reports into labels/PART and return how many events there are."""
    folders = sorted(p.parent for p in (out / part / "reports").glob("*/gold.json"))
    (LABELS / part).mkdir(parents=True, exist_ok=True)
    for folder in folders:
        texts = {file.stem: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt"))}
        labels = labels_from(json.loads((folder / "gold.json").read_text(encoding="utf-8")), texts)
        written = json.dumps(labels, separators=(",", ":")).replace('{"id"', '\n{"id"')
        (LABELS / part / f"{folder.name}.json").write_text(written + "\n", encoding="utf-8")
    return len(folders)


def main() -> int:
    """Build the sets, or keep labels."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", action="store_true", help="take labels in instead of building")
    parser.add_argument("first", type=Path, help="the corpora, or OUT with --keep")
    parser.add_argument("second", help="OUT, or PART with --keep")
    asked = parser.parse_args()
    count = keep(asked.first, asked.second) if asked.keep else build(asked.first, Path(asked.second))
    print(f"{count} events")
    return 0


if __name__ == "__main__":
    sys.exit(main())
