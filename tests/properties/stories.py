"""Tiny invented stories of two reports each, with the verdict a reader would give: what the laws are tried on.

`{km:42}` stands for 42 kilometres, told in kilometres or in miles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.model import Verdict

KILOMETRES_PER_MILE = 1.609344  # exact since 1959
_KILOMETRES = re.compile(r"\{km:([0-9]{1,4})\}")


@dataclass(frozen=True, slots=True)
class Story:
    """Two reports, the words in each that answer one question, and the verdict and reason (if any) they deserve."""

    name: str
    first: str
    second: str
    words: tuple[str, str]
    verdict: Verdict
    reason: str = ""

    def told(self, miles: bool = False) -> dict[str, str]:
        """Return the two reports by name, with distances in kilometres or in miles."""
        return {"first": in_units(self.first, miles), "second": in_units(self.second, miles)}


def in_units(text: str, miles: bool) -> str:
    """Return `text` with its distances written out, in miles to one decimal place where `miles`."""

    def written(match: re.Match[str]) -> str:
        kilometres = int(match[1])
        return f"{kilometres / KILOMETRES_PER_MILE:.1f} miles" if miles else f"{kilometres} kilometres"

    return _KILOMETRES.sub(written, text)


BARNS = Story(
    "barns",
    "A fire at a farm near Oxley destroyed nine barns on Monday night, the fire service said. No one was hurt.",
    "Crews worked until dawn at a farm near Oxley. The fire destroyed 14 barns on Monday night, the fire service said.",
    ("nine barns", "14 barns"),
    Verdict.CONFLICT,
    "quantity",
)
TUNNEL = Story(
    "tunnel",
    "Miners broke through the last wall of the Kessel tunnel on Friday. The Kessel tunnel is {km:42} long.",
    "The last wall of the Kessel tunnel fell on Friday to cheers. The Kessel tunnel is {km:57} long, builders said.",
    ("{km:42} long", "{km:57} long"),
    Verdict.CONFLICT,
    "quantity",
)
BANK = Story(
    "bank",
    "Harrow Bank closed all its branches after a computer failure. The branches will reopen on Tuesday.",
    "Customers of Harrow Bank stood before locked doors. The branches will reopen on Thursday, the bank said.",
    ("on Tuesday", "on Thursday"),
    Verdict.CONFLICT,
    "date",
)
SHELTER = Story(
    "shelter",
    'The shelter in Marlow took in stranded drivers. "We kept the doors open all night," said its warden, Ida Crane.',
    "Drivers were stranded near Marlow. “We kept the doors shut all night,” said Ida Crane, the warden of the shelter.",
    ("doors open", "doors shut"),
    Verdict.CONFLICT,
    "quote",
)
RACE = Story(
    "race",
    "Rain did not stop the Tarn race on Sunday. More than 300 runners finished the race.",
    "The Tarn race was held in pouring rain on Sunday. In all, 342 runners finished the race, the organisers said.",
    ("More than 300 runners", "342 runners"),
    Verdict.COMPATIBLE,
    "bound",
)
STRIKE = Story(
    "strike",
    "Trams ran again in Velden after a six-day strike by drivers. The union accepted a rise of 4 percent.",
    "The drivers' union in Velden ended a week-long strike. Trams were back on the streets by noon.",
    ("six-day strike", "week-long strike"),
    Verdict.COMPATIBLE,
    "rounding",
)
TANKER = Story(
    "tanker",
    "A tanker lost its engine in a storm. It was drifting {km:30} from Port Marrow, the coast guard said.",
    "The crew of a tanker called for help. The ship was drifting {km:30} from Port Marrow, the coast guard said.",
    ("{km:30} from Port Marrow", "{km:30} from Port Marrow"),
    Verdict.AGREE,
)
STORIES = (BARNS, TUNNEL, BANK, SHELTER, RACE, STRIKE, TANKER)

UNRELATED = (
    "The museum of Lindau opened its new wing to visitors in the spring. It shows 60 paintings by Hedda Moll. "
    "Tickets cost 12 euros, and children enter free."
)
