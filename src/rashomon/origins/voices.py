"""Who speaks at a place of a report: its source, the agency whose copy it carries, or the outlet itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rashomon import tables
from rashomon.lang.agencies import agency_named
from rashomon.lang.cues import source_cues
from rashomon.lang.tables import load_table
from rashomon.model import Account, Attribution, Evidence, Report, Source
from rashomon.origins.credits import Credit
from rashomon.origins.names import Likeness, is_proper, name_words, same_body, same_person
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.origins")

BODIES = frozenset({"agency", "outlet", "organisation", "document"})
# Nobody is named by these: two reports that use one may mean two people.
NAMELESS = frozenset({"anonymous", "official"})
_WORD = re.compile(r"\w+")
_LONGEST_SHOWN = _THRESHOLDS.integer("longest_shown")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks at one piece of evidence. `name` is "" where the report speaks for itself (`kind` own).

    `relays` are those through whom the words came, the agency of the report's credit included; `state` is the country
    that runs the source; `seen` says that the report's own people were there; `credited` that the report speaks for
    itself and is an agency's copy. `said` is how the report writes the source, `words` the sentence's words, folded.
    """

    report: str
    place: Range
    kind: str = "own"
    name: str = ""
    relays: tuple[str, ...] = ()
    state: str = ""
    seen: bool = False
    credited: bool = False
    said: str = ""
    words: tuple[str, ...] = ()

    @property
    def firm(self) -> bool:
        """Return whether the source is named, so that it can be told from another."""
        return self.kind not in ("own", *NAMELESS) and not self.credited and is_proper(self.name)


@dataclass(frozen=True, slots=True)
class Sourcing:
    """What a report shows of where it has its words from: its account and its credits."""

    account: Account
    credits: tuple[Credit, ...]

    @property
    def report(self) -> Report:
        """Return the report."""
        return self.account.report

    @property
    def agency(self) -> str:
        """Return the agency that the report as a whole is from, the report's outlet included, or ""."""
        known = agency_named(self.report.outlet) if self.report.outlet else None
        whole = next((credit.agency for credit in self.credits if credit.whole), "")
        return whole or (known.name if known else "")


def voice_of(evidence: Evidence, sources: Mapping[str, Sourcing]) -> Voice:
    """Return who speaks at a piece of evidence."""
    sourcing = sources[evidence.report]
    chain = evidence.attribution or chain_at(sourcing.account.attributions, evidence.range)
    chain = tuple(source for source in chain if not _is_own(source, sourcing.report))
    words = tuple(_WORD.findall(evidence.sentence.of(sourcing.report.text).casefold()))
    if not chain:
        return _own(evidence, sourcing, words)
    nearest = chain[0]
    relays = tuple(source.name for source in chain[1:] if source.kind in ("agency", "outlet"))
    if sourcing.agency and sourcing.agency not in relays:
        relays = (*relays, sourcing.agency)
    known = agency_named(nearest.name)
    pronoun = nearest.name.casefold() in source_cues().pronouns
    return Voice(
        evidence.report,
        evidence.sentence,
        "anonymous" if pronoun else nearest.kind,
        nearest.name,
        relays,
        known.state if known else "",
        said=nearest.name if is_proper(nearest.name) else _as_written(nearest, sourcing.report.text),
        words=words,
    )


def _is_own(source: Source, report: Report) -> bool:
    """Say whether a source is the outlet that prints the report: "told this newspaper" is the outlet's own work."""
    own = report.outlet and source.kind in ("agency", "outlet", "organisation")
    return bool(own and same_body(source.name, report.outlet or "") is Likeness.SAME)


def _as_written(source: Source, text: str) -> str:
    written = " ".join(source.range.of(text).split()).rstrip(" ,")
    return written if len(written) <= _LONGEST_SHOWN and source.name in written else source.name


def _own(evidence: Evidence, sourcing: Sourcing, words: tuple[str, ...]) -> Voice:
    agency = sourcing.agency
    seen = _first_hand(evidence.sentence.of(sourcing.report.text), agency or sourcing.report.outlet)
    if not agency:
        return Voice(evidence.report, evidence.sentence, seen=seen, words=words)
    known = agency_named(agency)
    state = known.state if known else ""
    return Voice(
        evidence.report, evidence.sentence, "agency", agency, (), state, seen, credited=True, said=agency, words=words
    )


def chain_at(attributions: tuple[Attribution, ...], place: Range) -> tuple[Source, ...]:
    """Return the chain of the narrowest statement that holds most of `place`; attitudes vouch for nothing."""
    around = [
        attribution
        for attribution in attributions
        if attribution.chain
        and (attribution.manner == "speech" or attribution.direct)
        and 2 * _shared(attribution, place) > len(place)
    ]
    return min(around, key=lambda attribution: len(attribution.content)).chain if around else ()


def _shared(attribution: Attribution, place: Range) -> int:
    """Return how many characters of `place` are given for the source's words."""
    pieces = attribution.contents or (attribution.content,)
    return sum(max(0, min(piece.end, place.end) - max(piece.start, place.start)) for piece in pieces)


def _first_hand(sentence: str, outlet: str | None) -> bool:
    for pattern in load_table("first_hand")["patterns"]:
        if "{outlet}" in pattern and not outlet:
            continue
        if re.search(pattern.replace("{outlet}", re.escape(outlet or "")), sentence, re.IGNORECASE):
            return True
    return False


def same_source(one: Voice, other: Voice) -> Likeness:
    """Compare the sources that two voices name; those that name none are perhaps the same."""
    if "own" in (one.kind, other.kind):
        return Likeness.PERHAPS
    if not (one.firm and other.firm):
        alike = name_words(one.name) == name_words(other.name) and one.kind == other.kind
        return Likeness.SAME if alike and one.kind not in NAMELESS else Likeness.PERHAPS
    if one.kind == other.kind == "person":
        return same_person(one.name, other.name)
    if one.kind in BODIES and other.kind in BODIES:
        likeness = same_body(one.name, other.name)
        one_state = likeness is Likeness.OTHER and one.state and one.state == other.state
        return Likeness.PERHAPS if one_state else likeness
    return Likeness.SAME if one.name.casefold() == other.name.casefold() else Likeness.PERHAPS
