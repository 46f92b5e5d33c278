"""Pairs from ECB+: two quantities whose words belong to one chain of the same referent, or to two.

Tried and not used for the weights that ship (see README.md). The labelled sets' own topics are left out, and of every
document only the sentences that the annotators checked are read.
"""

from __future__ import annotations

import csv
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from pairs import Pairs, comparable, pairs_of

from rashomon.coreference.event import Item, event_of
from rashomon.coreference.same_question import same_question
from rashomon.extract.account import build_account
from rashomon.lang.parse import Parser, load_parser
from rashomon.model import Account, Passage, Quantity, Report, Role
from rashomon.settings import Settings
from rashomon.text import Range

LABELLED_TOPICS = frozenset({"10", "12", "18", "20", "22", "30"})  # events of the labelled sets
Chains = dict[str, list[tuple[Range, str]]]  # report -> characters of a mention and its chain


def ecb_pairs(corpora: Path) -> Iterator[Pairs]:
    """Yield the pairs of each event of ECB+ that has any."""
    parser = load_parser(None)
    checked = _checked(corpora / "ecb-plus" / "ECBplus_coreference_sentences.csv")
    for topic in sorted({topic for topic, *_ in checked} - LABELLED_TOPICS, key=int):
        for ending in ("ecb", "ecbplus"):
            files = sorted((corpora / "ecb-plus" / topic).glob(f"*_*{ending}.xml"))
            event, chains = _event(files, checked, parser)
            made = _pairs(f"{topic}{ending}", event, chains)
            if len(made.labels):
                yield made


def _pairs(source: str, accounts: tuple[Account, ...], chains: Chains) -> Pairs:
    seen = event_of(accounts, Settings())
    items = [item for item in seen.items if isinstance(item.claim.value, Quantity)]
    held = [(item, _chains(item, chains)) for item in items]
    rows, points = [], []
    for (one, ours), (other, theirs) in combinations(((i, c) for i, c in held if c), 2):
        if comparable(one, other):
            rows.append(same_question(one, other, seen.weights))
            points.append(min(ours & theirs, default=""))
    return pairs_of(source, rows, points)


def _chains(item: Item, chains: Chains) -> set[str]:
    return {chain for place, chain in chains[item.claim.report] if place.overlaps(item.claim.evidence)}


def _checked(file: Path) -> set[tuple[str, str, str]]:
    """Return topic, document and sentence of what the annotators checked."""
    with file.open(encoding="utf-8") as lines:
        return {(row["Topic"], row["File"], row["Sentence Number"]) for row in csv.DictReader(lines)}


def _event(files: list[Path], checked: set[tuple[str, str, str]], parser: Parser) -> tuple[tuple[Account, ...], Chains]:
    accounts, chains = [], defaultdict(list)
    for file in files:
        root = ElementTree.parse(file).getroot()  # noqa: S314 - a corpus on this disk, not input of a user
        topic, _, document = file.stem.partition("_")
        text, places = "", {}
        for token in root.iter("token"):
            if (topic, document, token.get("sentence", "")) in checked:
                words = token.text or ""
                places[token.get("t_id", "")] = Range(len(text), len(text) + len(words))
                text += words + " "
        if text:
            report = Report(file.stem, text, "", "", (Passage(Range(0, len(text)), Role.BODY),))
            accounts.append(build_account(report, parser))
            chains[file.stem] = list(_mentions(root, places))
    return tuple(accounts), chains


def _mentions(root: ElementTree.Element, places: dict[str, Range]) -> Iterator[tuple[Range, str]]:
    """Yield the characters of each mention that belongs to a chain across documents, and the chain."""
    tokens = {
        mention.get("m_id"): [places[a.get("t_id", "")] for a in mention if a.get("t_id") in places]
        for mention in root.iterfind("./Markables/*")
    }
    for relation in root.iterfind("./Relations/CROSS_DOC_COREF"):
        for source in relation.iterfind("source"):
            for place in tokens.get(source.get("m_id"), ()):
                yield place, relation.get("note", "")
