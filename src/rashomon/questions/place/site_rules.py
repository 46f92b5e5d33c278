"""The rules for two places without a name: the room on a floor, and where somebody died."""

from __future__ import annotations

from rashomon.lang.tables import load_table
from rashomon.model import Claim, Phrase, Verdict
from rashomon.questions.question import Case, Ruling

# Words that may stand for any one person; of others, who dies as a driver is not who dies as a pupil.
ANYBODY = frozenset({"victim", "person", "patient", "casualty", "one", "man", "woman", "boy", "girl", "child"})
MALE, FEMALE = frozenset({"man", "boy"}), frozenset({"woman", "girl"})


def granularity(case: Case) -> Ruling | None:
    """One report says more of the room than the other, or gives it a narrower word (an office is a room)."""
    one, other = case.first.claims[0], case.second.claims[0]
    if not one.about.kind == other.about.kind == "room" or (one.about.modifiers and other.about.modifiers):
        return None
    plain = [c for c in (one, other) if c.about.measure == "room" and not c.about.modifiers]
    if one.about.measure == other.about.measure or plain:
        return Ruling(Verdict.COMPATIBLE, "granularity", f"{_told(one, other)}: one says more closely which room")
    return None


def apart(case: Case) -> Ruling | None:
    """The two rule one another out, and the text does not settle whether both are told of one thing."""
    one, other = case.first.claims[0], case.second.claims[0]
    rooms = one.about.kind == other.about.kind == "room" and "room" in {one.about.measure, other.about.measure}
    if (rooms and not one.about.modifiers & other.about.modifiers) or (
        _one_person(one, other) and _exclusive(one, other)
    ):
        settled = "and the text does not settle whether both are told of one thing"
        return Ruling(Verdict.UNCLEAR, "place", f"{_told(one, other)} are two places, {settled}")
    return None


def _one_person(one: Claim, other: Claim) -> bool:
    """Say whether both may tell of one death: the same word for who died, or one that may stand for anybody."""
    who = one.about.bearer | other.about.bearer
    return (
        one.about.kind == other.about.kind == "death" and not (who & MALE and who & FEMALE) and len(who - ANYBODY) <= 1
    )


def _exclusive(one: Claim, other: Claim) -> bool:
    return {one.about.measure, other.about.measure} in [set(pair) for pair in load_table("sites")["apart"]["pairs"]]


RULES = (granularity, apart)


def _told(one: Claim, other: Claim) -> str:
    words = [c.value.words if isinstance(c.value, Phrase) else "" for c in (one, other)]
    return f"“{words[0]}” and “{words[1]}”"
