"""Score the time expressions of `rashomon.lang.dates` on TimeML corpora, as TempEval-3 counts them.

    python bench/dates.py CORPORA [--peers] [--errors]

CORPORA is the folder that holds `timex/AQUAINT` and `timex/TimeBank` (*.tml).

What is counted (UzZaman et al., "SemEval-2013 Task 1: TempEval-3", section 4): only TIMEX3 inside <TEXT>, of the types
DATE, TIME, DURATION and SET; the document creation time is given (it is the anchor) and not counted. Gold tags without
words are left out. A prediction is matched relaxed with the first unused gold expression that shares a character with
it. Precision and recall are over all expressions; value F1 counts a match only where the `value` attributes are the
same string, so that value F1 = relaxed F1 x the share of right values among the matches. `strict` needs the same span.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.sax.saxutils import unescape

sys.path.insert(0, str(Path(__file__).resolve().parent))
from dates_peers import PEERS, Peer
from dates_peers import load as load_peer
from rashomon.lang.dates import find_timexes
from results_file import write_result


@dataclass(frozen=True, slots=True)
class Expression:
    """One time expression of a document: where it stands, its type and its value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """One annotated text with its day of creation."""

    name: str
    text: str
    anchor: date | None
    gold: tuple[Expression, ...]


Finder = Callable[[str, date | None], Sequence[Expression]]


def ours(text: str, anchor: date | None) -> list[Expression]:
    """Return what Rashomon reads."""
    return [Expression(x.range.start, x.range.end, x.type, x.value) for x in find_timexes(text, anchor)]


def load(path: Path) -> Document:
    """Return one TimeML file as plain text with its gold expressions."""
    source = path.read_text(encoding="utf-8", errors="replace")
    created = re.search(r"<TIMEX3[^>]*CREATION_TIME[^>]*>", source)
    day = re.search(r'value="(\d{4}-\d\d-\d\d)', created.group()) if created else None
    body = re.search(r"<TEXT>(.*?)</TEXT>", source, re.S)
    pieces: list[str] = []
    gold: list[Expression] = []
    length, open_tags = 0, []
    for part in re.split(r"(<[^>]+>)", body.group(1) if body else ""):
        if part.startswith("<TIMEX3"):
            open_tags.append((length, dict(re.findall(r'(\w+)="([^"]*)"', part))))
        elif part == "</TIMEX3>" and open_tags:
            start, attributes = open_tags.pop()
            if start < length:
                gold.append(Expression(start, length, attributes.get("type", ""), attributes.get("value", "")))
        elif not part.startswith("<"):
            piece = unescape(part)
            pieces.append(piece)
            length += len(piece)
    anchor = date.fromisoformat(day.group(1)) if day else None
    return Document(path.name, "".join(pieces), anchor, tuple(gold))


@dataclass(slots=True)
class Tally:
    """Counts over documents, and what they make."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    valued: int = 0
    typed: int = 0

    def figures(self) -> dict[str, float]:
        """Return precision, recall and F1, rounded to four digits."""

        def f1(hits: int) -> float:
            return 2 * hits / max(self.gold + self.found, 1)

        return {
            "gold": self.gold, "found": self.found,
            "relaxed_precision": round(self.relaxed / max(self.found, 1), 4),
            "relaxed_recall": round(self.relaxed / max(self.gold, 1), 4),
            "relaxed_f1": round(f1(self.relaxed), 4), "strict_f1": round(f1(self.strict), 4),
            "value_f1": round(f1(self.valued), 4), "type_f1": round(f1(self.typed), 4),
        }  # fmt: skip


Pair = tuple[Expression | None, Expression | None]


def matches(gold: Sequence[Expression], found: Sequence[Expression]) -> list[Pair]:
    """Return pairs of gold and found expressions; None stands for what has no partner."""
    free = list(gold)
    pairs: list[Pair] = []
    for one in found:
        partner = next((g for g in free if g.start < one.end and one.start < g.end), None)
        if partner is not None:
            free.remove(partner)
        pairs.append((partner, one))
    return pairs + [(g, None) for g in free]


def score(documents: Iterable[Document], finder: Finder) -> dict[str, float]:
    """Return the figures of one finder over documents, with its speed."""
    tally, seconds, sentences = Tally(), 0.0, 0
    for document in documents:
        begun = time.process_time()
        found = finder(document.text, document.anchor)
        seconds += time.process_time() - begun
        sentences += len(re.findall(r"[.!?]['\")]*\s", document.text))
        tally.gold += len(document.gold)
        tally.found += len(found)
        for gold, one in matches(document.gold, found):
            if gold is not None and one is not None:
                tally.relaxed += 1
                tally.strict += (gold.start, gold.end) == (one.start, one.end)
                tally.valued += gold.value == one.value
                tally.typed += gold.type == one.type
    return tally.figures() | {"sentences_per_second": round(sentences / max(seconds, 1e-9))}


def peers(documents: Sequence[Document]) -> dict[str, dict[str, object]]:
    """Return the figures of other readers on the same documents, or the reason why one was skipped."""
    figures: dict[str, dict[str, object]] = {}
    for name in PEERS:
        try:
            peer, version = load_peer(name)
        except ImportError as missing:
            figures[name] = {"skipped": f"not installed: {missing.name}"}
            continue
        figures[name] = {"version": version, **score(documents, _as_expressions(peer))}
        print(name, figures[name])
    return figures


def _as_expressions(peer: Peer) -> Finder:
    return lambda text, anchor: [Expression(*answer) for answer in peer(text, anchor)]


def cases(folder: Path) -> dict[str, float]:
    """Return how many in-scope cases of Microsoft's Recognizers-Text (MIT) are found, and valued as one of theirs.

    Cases are of kind date, time, datetime and duration; they are things told to an assistant, so most point ahead.
    """
    wanted = ("date", "time", "datetime", "duration")
    total, found, right = 0, 0, 0
    for case in json.loads((folder / "DateTimeModel.json").read_text(encoding="utf-8-sig")):
        said = case.get("Context", {}).get("ReferenceDateTime", "2016-11-07")
        answers = ours(case["Input"], date.fromisoformat(said[:10]))
        for result in case.get("Results", []):
            kind = str(result.get("TypeName", "")).rpartition(".")[2]
            if kind not in wanted or "Start" not in result:
                continue
            total += 1
            hits = [one for one in answers if one.start <= result["End"] and result["Start"] < one.end]
            found += bool(hits)
            values = result["Resolution"]["values"]
            accepted = {str(value.get(key, "")).replace(" ", "T") for value in values for key in ("timex", "value")}
            right += any(_same(one.value, accepted) for one in hits)
    return {"cases": total, "found": round(found / max(total, 1), 4), "value": round(right / max(total, 1), 4)}


def _same(value: str, accepted: set[str]) -> bool:
    return value in accepted or f"{value}:00" in accepted or value.removesuffix(":00") in accepted


def parts(corpora: Path) -> dict[str, list[Document]]:
    """Return the documents: the part that errors were read in, and the part that none were."""
    aquaint = [load(path) for path in sorted((corpora / "timex" / "AQUAINT").glob("*.tml"))]
    timebank = [load(path) for path in sorted((corpora / "timex" / "TimeBank").glob("*.tml"))]
    seen = len(timebank) * 2 // 3
    return {"seen": aquaint + timebank[:seen], "unseen": timebank[seen:]}


def show_errors(documents: Iterable[Document]) -> None:
    """Print every miss, false find and wrong value, for reading by eye."""
    for document in documents:
        for gold, one in matches(document.gold, ours(document.text, document.anchor)):
            if gold and one and gold.value == one.value:
                continue
            place = gold or one
            if place is None:
                continue
            around = document.text[max(0, place.start - 45) : place.end + 35].replace("\n", " ")
            kind = "MISS" if one is None else "SPUR" if gold is None else "VALUE"
            said = f"{gold.type if gold else ''} {gold.value if gold else ''} <> {one.value if one else ''}"
            words = document.text[place.start : place.end]
            print(f"{kind}|{words!r}|{said}|{document.anchor}|{around}")


def main() -> None:
    """Run the bench and write bench/results/dates.json."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("corpora", type=Path)
    asked.add_argument("--peers", action="store_true")
    asked.add_argument("--errors", action="store_true", help="print the errors of the part that may be looked at")
    options = asked.parse_args()
    documents = parts(options.corpora)
    if options.errors:
        show_errors(documents["seen"])
        return
    documents["all"] = documents["seen"] + documents["unseen"]
    figures: dict[str, object] = {name: score(part, ours) for name, part in documents.items()}
    figures["recognizers_cases"] = cases(options.corpora / "recognizers" / "DateTime")
    for name, part in figures.items():
        print(name, part)
    if options.peers:
        figures["peers_on_all"] = peers(documents["all"])
    used = [options.corpora / "timex" / name for name in ("AQUAINT", "TimeBank")]
    write_result("dates", figures, [*used, options.corpora / "recognizers" / "DateTime" / "DateTimeModel.json"])


if __name__ == "__main__":
    main()
