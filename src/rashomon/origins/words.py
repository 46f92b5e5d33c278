"""The count of origins in words: who has it from whom, and what leaves the number open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from rashomon import tables
from rashomon.origins.count import Count, Group
from rashomon.origins.voices import Sourcing, Voice

_THRESHOLDS = tables.thresholds("rashomon.origins")

NAMED_AT_MOST = _THRESHOLDS.integer("named_at_most")

# The verb for several reports, then for one.
_TIES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "words": ("print the same words", ""),
        "rewritten": ("tell the same in the same order", ""),
        "agency": ("carry copy of {name}", "carries copy of {name}"),
        "source": ("have it from {name}", "has it from {name}"),
        "outlet": ("are of one outlet", ""),
        "citation": ("cite one another", ""),
    }
)


def in_words(count: Count, sources: Mapping[str, Sourcing]) -> str:
    """Return the words that explain a count: one short sentence a group, and one for what nothing shows."""
    names = {ident: sourcing.report.outlet or ident for ident, sourcing in sources.items()}
    reports = {report for group in count.groups for report in group.reports}
    speaking = [group for group in count.groups if _says(group, len(reports), names)]
    told = list(dict.fromkeys(_group(group, names) for group in speaking))
    silent = [group.reports[0] for group in count.groups if group not in speaking and len(reports) > 1]
    if silent:
        verb = "names no source" if len(set(silent)) == 1 else "name no source"
        told.append(f"{_listed(names[report] for report in sorted(set(silent)))} {verb}.")
    if count.at_least < count.at_most:
        told.append(_open(count))
    return " ".join(told)


def _says(group: Group, reports: int, names: Mapping[str, str]) -> bool:
    """Say whether a group has more to tell than that a report names no source."""
    if len(group.reports) > 1 or (reports > 1 and any(voice.seen for voice in group.voices)):
        return True
    return any(voice.said and voice.said != names[voice.report] for voice in group.voices)


def _group(group: Group, names: Mapping[str, str]) -> str:
    who = _listed(names[report] for report in group.reports)
    source = _source(group.voices)
    through = _through(group.voices, {names[report] for report in group.reports})
    if len(group.reports) == 1:
        if not source or source == who:
            return f"{who} has its own people there."
        credited = all(voice.credited for voice in group.voices if voice.name)
        return f"{who} {_TIES['agency' if credited else 'source'][1].format(name=source)}{through}."
    for why in ("words", "rewritten", "agency", "source", "outlet", "citation"):
        if why in group.ties:
            told = f"{who} {_TIES[why][0].format(name=source)}"
            if why in ("words", "rewritten", "citation") and source:
                told += f", from {source}"
            return f"{told}{through}."
    return f"{who} have it from one origin."


def _source(voices: Sequence[Voice]) -> str:
    """Return how the source is called, in its longest form; those who are named come before a credit."""
    named = sorted((voice.credited, -len(voice.said), voice.said) for voice in voices if voice.said)
    return named[0][2] if named else ""


def _through(voices: Sequence[Voice], reports: set[str]) -> str:
    relays = {relay for voice in voices for relay in voice.relays} - {voice.name for voice in voices} - reports
    return f", through {_listed(sorted(relays))}" if relays else ""


def _open(count: Count) -> str:
    """Return what keeps the groups from being counted as independent."""
    voices = [voice for group in count.groups for voice in group.voices]
    states = {voice.state for voice in voices if voice.state}
    if len(states) == 1 and len({voice.name for voice in voices if voice.state}) > 1:
        return f"The government of {states.pop()} runs more than one of these sources."
    relays = [set(voice.relays) for voice in voices if voice.name]
    shared = set.intersection(*relays) if len(relays) > 1 else set()
    if shared:
        return f"All of it came through {_listed(sorted(shared))}."
    return "Nothing shows whether they are independent."


def _listed(names: Iterable[str]) -> str:
    """Return "a", "a and b", "a, b and c", "a, b, c and 4 more"."""
    every = list(dict.fromkeys(names))
    if len(every) > NAMED_AT_MOST + 1:
        every = [*every[:NAMED_AT_MOST], f"{len(every) - NAMED_AT_MOST} more"]
    return every[0] if len(every) == 1 else f"{', '.join(every[:-1])} and {every[-1]}"
