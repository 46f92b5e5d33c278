"""The reports of one source, each under the names that it may take."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from rashomon.errors import InputError, NotAReport, TooLarge
from rashomon.lang.language import SPOKEN, language_name
from rashomon.model import Report
from rashomon.read.build import build_report
from rashomon.read.characters import without_surrogates
from rashomon.read.formats import read_source
from rashomon.read.found import Found, Source
from rashomon.read.metadata import Listing, Metadata
from rashomon.read.problems import Gravity, Problem
from rashomon.settings import Settings


@dataclass(frozen=True, slots=True)
class Draft:
    """A report that may take one of these names, shortest first."""

    report: Report
    names: tuple[str, ...]


class Done:
    """The reports that an earlier run has read, by their sources, in the order it read them.

    A source that stands here twice is passed over twice.
    """

    def __init__(self, sources: Iterable[str] = ()) -> None:
        """Take the sources; none of them is where nothing was read before."""
        last = ""
        self._left: Counter[str] = Counter()
        for last in sources:
            self._left[last] += 1
        self._last = last

    def wants(self, label: str) -> bool:
        """Say whether a source must be opened: all of its reports are here, or the earlier run ended within it."""
        return self._last.startswith(without_surrogates(label)) or not self.holds(label)

    def holds(self, source: str) -> bool:
        """Say whether a report was read before, and count it off."""
        source = without_surrogates(source)  # as it was written
        if not self._left[source]:
            del self._left[source]
            return False
        self._left[source] -= 1
        return True


def drafts(source: Source, listing: Listing, settings: Settings, done: Done) -> Iterator[Draft | Problem]:
    """Yield what one source gives, but for what is done; whatever is wrong with it ends here."""
    try:
        yield from _each(source, listing, settings, done)
    except Exception as error:  # noqa: BLE001 - a bug of ours that one file shows must not cost the user the others
        trouble = f"{type(error).__name__}: {error}"
        message = f"{source.label}: could not be read for a bug in Rashomon ({trouble}); please report it"
        yield Problem(source.label, Gravity.FAILED, message)


def _each(source: Source, listing: Listing, settings: Settings, done: Done) -> Iterator[Draft | Problem]:
    for number, (inner, outcome) in enumerate(read_source(source, settings, done.wants), start=1):
        if isinstance(outcome, InputError):
            yield _problem(inner.label, outcome)
            continue
        label = f"{inner.label}, {outcome.part}" if outcome.part else inner.label
        if done.holds(outcome.report.source if outcome.report else label):
            continue
        if outcome.remark:
            yield Problem(inner.label, Gravity.NOTED, f"{inner.label}: {outcome.remark}")
        names = tuple(map(without_surrogates, _names(source, inner, outcome, number)))
        try:
            known = replace(outcome, metadata=outcome.metadata.or_else(inner.metadata))
            beside = listing.of(Path(label)) if label == source.label else Metadata()
            yield Draft(_report(names[0], label, known, beside, settings), names)
        except (InputError, RecursionError, MemoryError) as error:
            yield _problem(label, error)


def language_note(report: Report) -> Problem | None:
    """Return a note on a report whose language is not compared, None for one whose language is."""
    if report.language in SPOKEN:
        return None
    name = language_name(report.language)
    message = f"{report.source}: is in {name}; its copies are found, what it says is not compared"
    return Problem(report.source, Gravity.NOTED, message)


def _report(name: str, label: str, found: Found, beside: Metadata, settings: Settings) -> Report:
    if len(found.text) > settings.largest_report:
        raise TooLarge(f"{label}: has more than {settings.largest_report:,} characters, which is no news report")
    if found.report:
        return replace(found.report, id=name)
    return build_report(name, label, replace(found, metadata=found.metadata.or_else(beside)))


def _names(outer: Source, inner: Source, found: Found, number: int) -> tuple[str, ...]:
    """Return the ids that a report may take: its own or its file's, then with more and more of what it stands in."""
    stem, folder = (Path(outer.label).stem.strip("<>"), Path(outer.label).parent.name)
    if inner is outer and not found.part:
        return (stem, f"{folder}/{stem}", f"{folder}/{Path(outer.label).name}")
    name = found.id or (f"{stem}-{number}" if inner is outer else Path(inner.name).stem)
    return (name, f"{stem}/{name}", f"{folder}/{stem}/{name}")


def _problem(source: str, error: BaseException) -> Problem:
    gravity = Gravity.SKIPPED if isinstance(error, NotAReport) else Gravity.FAILED
    if isinstance(error, InputError):
        return Problem(source, gravity, str(error))
    return Problem(source, gravity, f"{source}: could not be read within the machine's limits ({type(error).__name__})")
