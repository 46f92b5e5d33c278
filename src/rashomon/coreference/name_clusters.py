"""Which names in several reports of one event name the same thing: groups of same and variant names, order-free."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon import tables
from rashomon.coreference.name_match import Sameness
from rashomon.coreference.same_name import same_name
from rashomon.coreference.spelling import families_of
from rashomon.lang.gazetteer import fold
from rashomon.lang.places import place_of
from rashomon.lang.tables import load_table
from rashomon.model import Mention, Name
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.coreference")
_WORDS = tables.words("rashomon.coreference")
_BLOCKED_BY_END = _THRESHOLDS.integer("blocked_by_end")

_SMALL = _WORDS.set("name_clusters_small")
_LONGEST_ACRONYM = _THRESHOLDS.integer("name_clusters_longest_acronym")


@dataclass(frozen=True, slots=True)
class NamedAt:
    """One place where a name stands: the report, the characters, the name as written there."""

    report: str
    range: Range
    name: Name


@dataclass(frozen=True, slots=True)
class NameCluster:
    """All places that name one thing, in the order of report ids and positions.

    `words` is its fullest name; `kind` the one that most mentions have; `reasons` say why its names belong together,
    sorted. `surfaces` are the distinct names as written, sorted.
    """

    words: str
    kind: str
    members: tuple[NamedAt, ...]
    surfaces: tuple[str, ...]
    reasons: tuple[str, ...]


def cluster_names(names: Iterable[tuple[str, Sequence[Mention]]]) -> tuple[NameCluster, ...]:
    """Return the groups of names over several reports: (report id, its mentions) pairs, in any order.

    A name joins a group where it is the same as or a variant of a member and different from none. A lone surname that
    fits several people goes, report by report, to the one whom that report names first. Every name mention is in
    exactly one group; the result does not depend on the order of the reports.
    """
    places = sorted(
        (NamedAt(report, mention.range, mention.value) for report, mentions in names for mention in mentions
         if isinstance(mention.value, Name)),
        key=lambda at: (at.report, at.range),
    )  # fmt: skip
    kinds = _kinds(places)
    distinct = {words: Name(words, kind) for words, kind in kinds.items()}
    groups = _groups(distinct)
    full = [group for group in groups if any(" " in words for words in group)]
    return tuple(_clusters(places, kinds, _assigned(places, groups, full, distinct)))


def _kinds(places: Sequence[NamedAt]) -> dict[str, str]:
    """Return the kind that most mentions of each name have."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for at in places:
        votes[at.name.words][at.name.kind] += 1
    return {
        words: max(sorted(count), key=lambda kind: (kind != "other", count[kind])) for words, count in votes.items()
    }


def _groups(distinct: dict[str, Name]) -> list[list[str]]:
    """Return groups of names, fullest names first, that are linked to a member and different from none.

    A name of one word that fits two groups of people stands alone here.
    """
    groups: list[list[str]] = []
    by_key: dict[str, list[int]] = defaultdict(list)
    for words in sorted(distinct, key=lambda name: (-len(name.split()), -len(name), name)):
        near = sorted({number for key in _blocks(words) for number in by_key[key]})
        fitting = [number for number in near if _fits(distinct[words], [distinct[other] for other in groups[number]])]
        if len(fitting) == 1 or (fitting and (" " in words or distinct[words].kind != "person")):
            home = fitting[0]
            groups[home].append(words)
        else:
            home = len(groups)
            groups.append([words])
        for key in _blocks(words):
            by_key[key].append(home)
    return groups


def _blocks(words: str) -> set[str]:
    """Return keys of which two names that may be one share at least one.

    They are its words, the beginnings and ends of its words, families of given names, initials, and what the
    gazetteer or the table of acronyms says it is.
    """
    key = fold(words)
    parts = [part for part in key.split() if part not in _SMALL] or [key]
    ends = {f"{part[:3]}~" for part in parts} | {f"~{part[-3:]}" for part in parts if len(part) > _BLOCKED_BY_END}
    families = {f"#{number}" for part in parts for number in families_of(part)}
    written_out = load_table("organisations")["acronyms"].get(key.replace(" ", ""))
    initials = {"".join(part[0] for part in parts), "".join(part[0] for part in key.split())}
    short = {key.replace(" ", "")} if len(key) <= _LONGEST_ACRONYM else set()
    places = {place.id for place in place_of(words)[:1]}
    return {*parts, *ends, *families, *places, *_expanded(written_out), *(f"={i}" for i in initials | short)}


def _expanded(words: str | None) -> set[str]:
    """Return the keys of what an acronym stands for; none where it is not declared."""
    return _blocks(words) if words else set()


def _fits(name: Name, group: list[Name]) -> bool:
    matches = [same_name(name, other).sameness for other in group]
    return Sameness.DIFFERENT not in matches and any(match in (Sameness.SAME, Sameness.VARIANT) for match in matches)


def _assigned(
    places: Sequence[NamedAt], groups: list[list[str]], full: list[list[str]], distinct: dict[str, Name]
) -> dict[NamedAt, str]:
    """Return the first name of its group for every place, lone names settled report by report."""
    home = {words: group[0] for group in groups for words in group}
    first_seen: dict[tuple[str, str], int] = {}
    for at in places:
        first_seen.setdefault((at.report, home[at.name.words]), at.range.start)
    whole = {group[0] for group in full}
    fitting = {
        words: [group[0] for group in full if _fits(distinct[words], [distinct[other] for other in group])]
        for words in distinct
        if " " not in words and home[words] not in whole
    }
    found: dict[NamedAt, str] = {}
    for at in places:
        here = [head for head in fitting.get(at.name.words, ()) if (at.report, head) in first_seen]
        alone = home[at.name.words]
        found[at] = min(here, key=lambda head: (first_seen[(at.report, head)], head), default=alone)
    return found


def _clusters(places: Sequence[NamedAt], kinds: dict[str, str], assigned: dict[NamedAt, str]) -> Iterable[NameCluster]:
    members: dict[str, list[NamedAt]] = defaultdict(list)
    for at in places:
        members[assigned[at]].append(at)
    for head in sorted(members, key=lambda words: (fold(words), words)):
        surfaces = sorted({at.name.words for at in members[head]})
        count = Counter(kinds[at.name.words] for at in members[head])
        kind = max(sorted(count), key=lambda one: (one != "other", count[one]))
        often = Counter(at.name.words for at in members[head])
        fullest = max(surfaces, key=lambda words: (len(words.split()), often[words], len(words), words))
        reasons = {same_name(Name(fullest, kind), Name(words, kind)).reason for words in surfaces if words != fullest}
        yield NameCluster(fullest, kind, tuple(members[head]), tuple(surfaces), tuple(sorted(reasons)))
