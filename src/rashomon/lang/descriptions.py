"""What a role or description says, apart from how it is written: its telling words, and the rank it gives."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from rashomon import tables
from rashomon.lang.gazetteer import fold
from rashomon.lang.tables import load_table

_WORDS = tables.words("rashomon.lang")

JOINTS = _WORDS.set("descriptions_joints")


def described_as(words: str) -> frozenset[str]:
    """Return the telling words of a role in lower case, short titles written out, courtesies (Mr., Dame) left out.

    Empty where nothing but a courtesy is said.
    """
    titles = _titles()
    found = set()
    for word in fold(words).replace("-", " ").split():
        if word in titles:
            found.update(titles[word].split())
        elif word not in JOINTS:
            found.add(word)
    return frozenset(found)


def rank_of(words: str) -> tuple[str, str]:
    """Return the service and the longest rank that a role names, or two empty strings."""
    written = _written_out(words)
    best = ("", "")
    for service, ranks in load_table("ranks").items():
        for rank in ranks if service != "offices" else ():
            if f" {rank} " in written and len(rank) > len(best[1]):
                best = (service, rank)
    return best


def single_office(words: str) -> tuple[str, frozenset[str]]:
    """Return the office that one person holds at a time, and the words for the body it is held in; ("", ()) if none."""
    table = load_table("ranks")["offices"]
    written = _written_out(words)
    held = [office for office in table["single"] if f" {office} " in written]
    if not held or any(f" {word} " in written for word in table["not_now"]):
        return "", frozenset()
    office = max(held, key=len)
    return office, described_as(words) - frozenset(office.split())


def same_office(rank: str) -> str:
    """Return the one name of a rank or office that goes by several ("chief executive officer": "chief executive")."""
    return str(load_table("descriptions")["same_office"].get(rank, rank))


def _written_out(words: str) -> str:
    """Return the folded words, short titles written out, with a space at either end to find whole words by."""
    return f" {' '.join(_titles().get(word) or word for word in fold(words).replace('-', ' ').split())} "


@cache
def _titles() -> MappingProxyType[str, str]:
    """Return short title -> full form; "" for a courtesy that says nothing of the person."""
    table = load_table("descriptions")
    full = {word: form or word for word, form in load_table("titles")["before_name"].items()}
    return MappingProxyType({**full, **dict.fromkeys(table["courtesies"], ""), **table["short"]})
