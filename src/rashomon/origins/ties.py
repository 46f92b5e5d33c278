"""What ties two voices to one origin, and what shows that two are independent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon import tables
from rashomon.model import Copy, SharedPassage
from rashomon.origins.names import Likeness, same_body
from rashomon.origins.voices import Sourcing, Voice, same_source

_THRESHOLDS = tables.thresholds("rashomon.origins")

MOSTLY = _THRESHOLDS.number("mostly")
ONE_SENTENCE = _THRESHOLDS.integer("one_sentence")


@dataclass(frozen=True, slots=True)
class Ground:
    """What ties are read from: every report's sourcing by id, and the copies by the pair of reports."""

    sources: Mapping[str, Sourcing]
    copies: Mapping[frozenset[str], Copy]

    def copy(self, one: str, other: str) -> Copy | None:
        """Return the copy between two reports, if one repeats the other."""
        return self.copies.get(frozenset((one, other)))


def tie(one: Voice, other: Voice, ground: Ground) -> str:
    """Return why two voices have one origin: words, rewritten, source, agency, outlet, citation, report; "" if not."""
    if one.report == other.report:
        if "own" in (one.kind, other.kind) or one.credited or other.credited:
            return "report"
    elif copied := _copied(one, other, ground):
        return copied
    if same_source(one, other) is Likeness.SAME:
        return "agency" if one.credited and other.credited else "source"
    if one.kind == other.kind == "own" and _one_outlet(one, other, ground):
        return "outlet"
    return "citation" if _cites(one, other, ground) or _cites(other, one, ground) else ""


def copied_reports(one: Voice, other: Voice, ground: Ground) -> bool:
    """Say whether two voices stand in one report or in words that one of their reports has from the other."""
    return one.report == other.report or bool(_copied(one, other, ground))


def independent(one: Voice, other: Voice, ground: Ground) -> bool:
    """Say whether the reports show that two voices are independent: two named sources, or two outlets' own people.

    It looks at these two alone, so that no third report can add to what they show. Nothing is taken for shown that two
    reports of one agency say, or that came through one.
    """
    if copied_reports(one, other, ground) or ground.copy(one.report, other.report) is not None:
        return False
    if one.seen and other.seen:
        return not _one_outlet(one, other, ground)
    if not (one.firm and other.firm) or same_source(one, other) is not Likeness.OTHER:
        return False
    channels = ({*one.relays, one.name}, {*other.relays, other.name})
    return not channels[0] & channels[1] and not _cites(one, other, ground) and not _cites(other, one, ground)


def _copied(one: Voice, other: Voice, ground: Ground) -> str:
    if one.words == other.words and len(one.words) >= ONE_SENTENCE:
        return "words"
    copy = ground.copy(one.report, other.report)
    if copy is None:
        return ""
    first, second = (one, other) if copy.first == one.report else (other, one)
    if copy.kind == "rewritten":
        return "rewritten"
    if copy.share >= MOSTLY or any(_both_in(passage, first, second) for passage in copy.passages):
        return "words"
    return ""


def _both_in(passage: SharedPassage, first: Voice, second: Voice) -> bool:
    # What is quoted has its speaker for an origin, whoever prints it.
    return not passage.quoted and passage.first.overlaps(first.place) and passage.second.overlaps(second.place)


def _one_outlet(one: Voice, other: Voice, ground: Ground) -> bool:
    outlets = [ground.sources[voice.report].report.outlet for voice in (one, other)]
    return bool(outlets[0] and outlets[1] and same_body(outlets[0], outlets[1]) is Likeness.SAME)


def _cites(one: Voice, other: Voice, ground: Ground) -> bool:
    """Say whether the first names the outlet or agency of the other's report as its source."""
    if not one.name or one.credited or one.report == other.report:
        return False
    sourcing = ground.sources[other.report]
    names = [name for name in (sourcing.report.outlet, sourcing.agency) if name]
    return any(same_body(one.name, name) is Likeness.SAME for name in names)
