"""Small pieces of plain English for the page: dates, counts, reasons, attributions."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import resources

from rashomon.model import Modality, Origins, Source, Verdict

# Spelled out here because strftime would follow the machine's locale.
_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_SMALL = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """A verdict as the page names it: one finding, several of them, what it means, and a sentence that counts them."""

    one: str
    many: str
    means: str
    summary_one: str
    summary_many: str
    summary_none: str = ""

    def summary(self, number: int) -> str:
        """Return the sentence that says how many findings of this verdict there are; empty where none needs no word."""
        if not number:
            return self.summary_none
        told = self.summary_one if number == 1 else self.summary_many
        return told.format(number=spelled(number).lower(), Number=spelled(number))


@dataclass(frozen=True, slots=True)
class Phrases:
    """The tables of `phrases.toml`, read once and handed on."""

    verdicts: Mapping[Verdict, VerdictWords]
    reasons: Mapping[str, Mapping[str, str]]
    modalities: Mapping[str, str]
    boilerplate: Mapping[str, str]

    def reason(self, verdict: Verdict, reason: str) -> str:
        """Return a finding's reason in plain words; one that the table lacks is shown as it is, without hyphens."""
        told = self.reasons.get(reason.strip().replace(" ", "-"), {})
        return told.get(verdict.value) or told.get("any") or spaced(reason)

    def boilerplate_reason(self, why: str) -> str:
        """Return in plain words why a passage is set aside."""
        return self.boilerplate.get(why) or spaced(why) or "boilerplate"

    def modality(self, modality: Modality) -> str:
        """Return how a report puts a claim; empty where it simply asserts it."""
        return self.modalities.get(modality.value, "")


def phrases() -> Phrases:
    """Return the page's phrases as `phrases.toml` declares them."""
    table = tomllib.loads(resources.files(__package__).joinpath("phrases.toml").read_text("utf-8"))
    verdicts = {Verdict(name): VerdictWords(**words) for name, words in table["verdict"].items()}
    return Phrases(verdicts, table["reason"], table["modality"], table["boilerplate"])


def spaced(name: str) -> str:
    """Return a hyphenated name as words."""
    return name.replace("-", " ").strip()


def day_and_time(moment: datetime | None) -> str:
    """Return "3 May 2031", with the time and its offset where they are given; empty for None."""
    if moment is None:
        return ""
    day = f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    if not (moment.hour or moment.minute):
        return day
    offset = moment.strftime("%z")
    zone = f" UTC{offset[:3]}:{offset[3:5]}" if offset.strip("+-0") else " UTC" if offset else ""
    return f"{day}, {moment.hour:02}:{moment.minute:02}{zone}"


def counted(number: int, one: str, many: str = "") -> str:
    """Return "1 report", "12 reports": the number in digits and the noun that fits it."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def spelled(number: int) -> str:
    """Return a number for the start of a sentence: in words up to twelve, else in digits."""
    return _SMALL[number] if number < len(_SMALL) else str(number)


def origins_in_words(origins: Origins) -> str:
    """Return how many independent origins stand behind a finding."""
    if origins.at_least == origins.at_most:
        return counted(origins.at_least, "independent origin")
    return f"at least {origins.at_least}, at most {origins.at_most} independent origins"


def said_by(chain: Sequence[Source]) -> str:
    """Return "said by A (“told reporters”), through B"; empty where the outlet speaks for itself."""
    if not chain:
        return ""
    nearest = chain[0]
    cue = f" (“{nearest.cue}”)" if nearest.cue else ""
    verb = {"document": "from", "agency": "through", "outlet": "through"}.get(nearest.kind, "said by")
    return ", through ".join([f"{verb} {nearest.name}{cue}", *(source.name for source in chain[1:])])
