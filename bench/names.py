"""Measures names, aliases, places and roles.

    python bench/names.py SHARED_FOLDER [--part dev|test|train] [--misses]

`SHARED_FOLDER` holds corpora/treebanks/gum and reports/. Writes bench/results/names.json.
"""

from __future__ import annotations

import argparse
import itertools
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gum_names import Document, GoldName, read_document, split_of
from rashomon.coreference.same_name import same_name
from rashomon.lang.names import report_names
from rashomon.lang.parse import Parser, load_parser
from rashomon.lang.places import PlaceRelation, relate_places
from rashomon.lang.roles import RolePair, find_roles
from rashomon.lang.sentences import split_sentences
from rashomon.model import Mention, Name
from rashomon.text import Range
from results_file import write_result

GENRES = ("news", "interview", "bio", "voyage", "speech", "court", "academic")


def score(found: int, right: int, wanted: int) -> dict[str, float]:
    """Return precision, recall and F1, rounded, with the counts."""
    precision, recall = right / found if found else 0.0, right / wanted if wanted else 0.0
    both = precision + recall
    return {
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "f1": round(2 * precision * recall / both, 3) if both else 0.0,
        "gold": wanted,
    }


# ---------------------------------------------------------------- GUM


def names_in(parser: Parser, document: Document) -> tuple[Mention, ...]:
    """Return our names of a document."""
    parsed = parser.parse(document.text, document.sentences)
    return report_names(document.text, parsed)


def span_counts(document: Document, ours: Sequence[Mention], misses: bool) -> Counter[str]:
    """Count gold names found exactly (with or without the title), found at all, and with the right kind."""
    counts: Counter[str] = Counter()
    gold = {name.range: name for name in document.names}
    counts["gold"] = len(gold)
    named = [m for m in ours if isinstance(m.value, Name) and m.value.kind != "other"]
    counts["found"] = len(named)
    for name in gold.values():
        exact = next((m for m in ours if _same_span(document.text, m, name)), None)
        touching = next((m for m in ours if m.range.overlaps(name.range)), None)
        if exact is not None and isinstance(exact.value, Name):
            counts["exact"] += 1
            counts["right"] += exact.value.kind == name.kind
            counts["counted"] += exact.value.kind != "other"
        elif touching is not None:
            counts["touched"] += 1
        if misses and (exact is None or (isinstance(exact.value, Name) and exact.value.kind != name.kind)):
            shown = (exact or touching).value if exact or touching else None
            print(document.name, name.kind, repr(name.range.of(document.text)), "<-", shown)
    if misses:
        for mention in named:
            if not any(mention.range.overlaps(name.range) for name in gold.values()):
                around = document.text[max(0, mention.range.start - 30) : mention.range.end + 20].replace("\n", " ")
                print(document.name, "EXTRA", mention.value, "::", around)
    return counts


def _same_span(text: str, mention: Mention, name: GoldName) -> bool:
    if mention.range == name.range:
        return True
    if isinstance(mention.value, Name) and mention.value.titles and mention.range.end == name.range.end:
        before = text[: mention.range.start].rstrip()
        begin = len(before) - sum(len(title) for title in mention.value.titles)
        return begin <= name.range.start <= mention.range.start
    return False


def alias_counts(document: Document, misses: bool) -> dict[str, Counter[str]]:
    """Count pairs of different names of one kind: called one by us, by GUM, by both."""
    counts = {kind: Counter[str]() for kind in ("person", "organisation", "place")}
    surfaces: dict[str, dict[str, set[str]]] = {kind: {} for kind in counts}
    for name in document.names:
        surfaces[name.kind].setdefault(" ".join(name.range.of(document.text).split()), set()).add(name.entity)
    for kind, entities in surfaces.items():
        for one, other in itertools.combinations(sorted(entities), 2):
            match = same_name(Name(one, kind), Name(other, kind))
            truth = bool(entities[one] & entities[other])
            counts[kind].update(found=match.linked, gold=truth, right=match.linked and truth)
            if misses and match.linked != truth:
                print(document.name, "PAIR", kind, one, "|", other, "|", match.reason, "| gold", truth)
    return counts


def measure_gum(parser: Parser, gum: Path, part: str, misses: bool) -> dict[str, Any]:
    """Return the figures on one part of GUM."""
    parts = split_of(gum)
    listed = {name for documents in parts.values() for name in documents}
    spans: Counter[str] = Counter()
    pairs = {kind: Counter[str]() for kind in ("person", "organisation", "place")}
    documents = 0
    for path in sorted(gum.glob("GUM_*.conllu")):
        inside = path.stem in parts.get(part, set()) or (part == "train" and path.stem not in listed)
        if not inside or path.stem.split("_")[1] not in GENRES:
            continue
        document = read_document(path)
        documents += 1
        spans += span_counts(document, names_in(parser, document), misses)
        for kind, counts in alias_counts(document, misses).items():
            pairs[kind] += counts
    return {
        "documents": documents,
        "names, exact span": score(spans["found"], spans["counted"], spans["gold"]),
        "names, exact span and kind": score(spans["found"], spans["right"], spans["gold"]),
        "names, exact span of any kind, recall": round(spans["exact"] / max(1, spans["gold"]), 3),
        "names, touched": round((spans["exact"] + spans["touched"]) / max(1, spans["gold"]), 3),
        "aliases": {kind: score(c["found"], c["right"], c["gold"]) for kind, c in pairs.items()},
    }


# ---------------------------------------------------------------- labelled events


def _inside(span: Range, names: tuple[Mention, ...]) -> tuple[Mention, ...]:
    return tuple(mention for mention in names if span.contains(mention.range))


ROLE_WORDS = ("role", "title", "office of", "'s office", "rank", "post at", "position of", "'s position")
PLACE_STARTS = ("where", "place", "on which side", "which villages")


class Event:
    """One labelled event: its reports' texts, names and roles."""

    def __init__(self, parser: Parser, folder: Path) -> None:
        """Read and parse the reports of `folder`."""
        self.gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        self.texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
        self.names: dict[str, tuple[Mention, ...]] = {}
        self.roles: dict[str, tuple[RolePair, ...]] = {}
        for stem, text in self.texts.items():
            parsed = parser.parse(text, split_sentences(text, 0, len(text)))
            self.names[stem] = report_names(text, parsed)
            self.roles[stem] = tuple(
                pair
                for sentence in parsed
                for pair in find_roles(
                    text, sentence, tuple(m for m in self.names[stem] if sentence.range.contains(m.range))
                )
            )

    def names_of(self, side: dict[str, Any]) -> list[Name]:
        """Return the names inside the evidence of one side, those of its value first."""
        found = []
        for evidence in side["evidence"]:
            span = self._span(evidence)
            for mention in self.names[evidence["report"]] if span else ():
                if span and mention.range.overlaps(span) and isinstance(mention.value, Name):
                    found.append(mention.value)
        inside = [name for name in found if name.words.lower() in side["value"].lower()]
        return inside or found

    def roles_of(self, side: dict[str, Any]) -> list[RolePair]:
        """Return the roles inside the evidence of one side."""
        spans = [(evidence["report"], self._span(evidence)) for evidence in side["evidence"]]
        return [
            pair
            for report, span in spans
            if span
            for pair in self.roles[report]
            if pair.range.overlaps(span) or pair.person.range.overlaps(span)
        ]

    def _span(self, evidence: dict[str, Any]) -> Range | None:
        start = self.texts[evidence["report"]].find(evidence["text"])
        return Range(start, start + len(evidence["text"])) if start >= 0 else None


def question(point: dict[str, Any]) -> str:
    """Return what a labelled point is about: name, place, role or nothing of ours."""
    about = point["about"].lower()
    if any(
        word in about
        for word in ("role", "title", "office of", "'s office", "rank", "post at", "position of", "'s position")
    ):
        return "role"
    if point.get("reason") in ("wording", "name") and any(word in about for word in ("name", "spelling")):
        return "name"
    if point.get("reason") in ("granularity", "place") and about.startswith(
        ("where", "place", "on which side", "which villages")
    ):
        return "place"
    return ""


def judge(event: Event, point: dict[str, Any]) -> list[tuple[str, bool]]:
    """Return (what was asked, whether our functions answer it rightly) for each pair of sides of a point."""
    asked = question(point)
    results = []
    for one, other in itertools.combinations(point["sides"], 2):
        if asked == "role":
            results.append(("role read on both sides", bool(event.roles_of(one) and event.roles_of(other))))
            continue
        ours, theirs = event.names_of(one), event.names_of(other)
        if not ours or not theirs:
            results.append((f"{asked} {point['verdict']}: no name read", False))
        elif asked == "name":
            linked = any(same_name(a, b).linked for a in ours for b in theirs)
            results.append((f"name {point['verdict']}", linked == (point["verdict"] == "compatible")))
        else:
            relations = {relate_places(a.words, b.words) for a in ours for b in theirs}
            fitting = {PlaceRelation.CONTAINS, PlaceRelation.WITHIN, PlaceRelation.BESIDE}
            respelled = {(a.words, b.words) for a in ours for b in theirs if a.words != b.words}
            fits = bool(relations & fitting) or (bool(respelled) and PlaceRelation.SAME in relations)
            results.append((f"place {point['verdict']}", fits == (point["verdict"] == "compatible")))
    return results


def measure_reports(parser: Parser, folder: Path, misses: bool) -> dict[str, Any]:
    """Return how many pairs of sides about names, places and roles are related rightly."""
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for path in sorted(folder.glob("*/gold.json")):
        event = Event(parser, path.parent)
        for point in event.gold["points"]:
            if not question(point) or point["verdict"] not in ("compatible", "conflict"):
                continue
            for what, answer in judge(event, point):
                asked[what] += 1
                right[what] += answer
                if misses and not answer:
                    print(path.parent.name, what, "|", point["about"], "|", [side["value"] for side in point["sides"]],
                          [[name.words for name in event.names_of(side)] for side in point["sides"]])  # fmt: skip
    return {what: {"right": right[what], "of": asked[what]} for what in sorted(asked)}


def main() -> None:
    """Measure and write the figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("shared", type=Path)
    arguments.add_argument("--part", default="dev")
    arguments.add_argument("--misses", action="store_true")
    arguments.add_argument("--no-reports", action="store_true")
    options = arguments.parse_args()
    parser = load_parser()
    gum = options.shared / "corpora" / "treebanks" / "gum"
    figures: dict[str, Any] = {f"gum {options.part}": measure_gum(parser, gum, options.part, options.misses)}
    if not options.no_reports:
        figures["labelled events"] = measure_reports(parser, options.shared / "reports", options.misses)
    print(json.dumps(figures, indent=1))
    if options.part == "dev" and not options.misses and not options.no_reports:
        write_result("names", figures, [gum, options.shared / "reports"])


if __name__ == "__main__":
    main()
