"""An invented event as five invented outlets tell it, and findings about it made by hand: every verdict occurs."""

# ruff: noqa: E501 - a paragraph of a report is one line
from __future__ import annotations

import hashlib
import re
from datetime import datetime

from rashomon.model import (
    Comparison,
    Evidence,
    Finding,
    Modality,
    OriginEdge,
    Origins,
    Passage,
    Report,
    Role,
    Side,
    Source,
    Verdict,
)
from rashomon.text import Range

COURIER = """Cold store burns in Tarnby; three workers hurt

By Ines Holloway

TARNBY (Meridian Press) - A fire tore through a cold store on Marrow Street in Tarnby early on Tuesday, injuring three workers and sending a column of ammonia-laced smoke over the harbour.

The blaze began at about 4:20 a.m. in a loading bay and took six hours to put out, the Tarnby fire brigade said. About 120 people were led out of their homes.

"We had flames coming through the roof when the first engine turned in," said Chief Fire Officer Dana Okafor.

The building, which holds 9,000 tonnes of frozen fish, stands 2 kilometres (3 miles) from the ferry terminal. Owner Norrland Frost said it did not know what had started the fire.

Read also: Harbour dredging delayed again

Sign up for the Courier's morning letter.
"""

HERALD = """Four injured as fire guts fish warehouse

A fire gutted a fish warehouse in Tarnby on Tuesday, injuring four people, two of them firefighters.

It started shortly after four in the morning, a police spokesman said, and burned until noon. Police led 124 residents of Marrow Street and Quay Row to a school gym.

Brigade chief Dana Okafor said crews met flames "coming through the roof" when they arrived.

Two cats were found alive in the gym's attic, to the delight of the children.

The cause is known: a forklift's battery overheated, the police spokesman said.
"""

METEOR = """Tarnby fire: what we know

TARNBY (Meridian Press) - A fire tore through a cold store on Marrow Street in Tarnby early on Tuesday, injuring three workers and sending a column of ammonia-laced smoke over the harbour.

The site is run by Norrland Frost, which employs 210 people in the town. Nineteen engines were sent, the most since the flour mill burned in 1998.

Share this story with your friends.
"""

LEDGER = """Norrland Frost shares slip after blaze

Shares in Norrland Frost fell 4.1% on Tuesday after its Tarnby cold store burned down overnight.

The company put the loss at up to 14 million crowns. An analyst at Brandt & Lowe, who asked not to be named, expects nearer 20 million.

The store's 9,900 short tons of stock are insured. The town plans to reopen Marrow Street on Thursday.
"""

GAZETTE = """After the smoke, questions

On Tuesday a cold store burned in Tarnby. Residents say the alarm on the ammonia tank did not sound; the owner says that it did.

Three workers were treated for burns. The brigade's Dana Okafor said the fire was out "by a quarter past ten".

It was the second fire on Marrow Street in a decade.

All rights reserved.
"""

_BOILERPLATE = {
    "Read also: Harbour dredging delayed again": "related-link",
    "Sign up for the Courier's morning letter.": "newsletter",
    "Share this story with your friends.": "share",
    "All rights reserved.": "copyright",
}


def report(ident: str, text: str, **known: object) -> Report:
    """Return a report whose lines are its passages: the first a headline, the known ones boilerplate."""
    passages = []
    for number, match in enumerate(re.finditer(r"[^\n]*\n+|[^\n]+", text)):
        line = match.group().strip()
        role = Role.HEADLINE if not number else Role.BYLINE if line.startswith("By ") else Role.BODY
        why = _BOILERPLATE.get(line, "")
        passages.append(Passage(Range(*match.span()), Role.BOILERPLATE if why else role, why))
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Report(ident, text, f"invented/{ident}.txt", digest, tuple(passages), text.split("\n")[0] or None, **known)  # type: ignore[arg-type]


def reports() -> tuple[Report, ...]:
    """Return the five reports."""
    day = datetime(2031, 5, 6)
    return (
        report(
            "courier",
            COURIER,
            outlet="Harbour Courier",
            byline="Ines Holloway",
            place="Tarnby",
            agency="Meridian Press",
            published=day.replace(hour=11, minute=40),
            url="https://courier.example/fire",
        ),
        report("herald", HERALD, outlet="Tarnby Herald", published=day.replace(hour=18, minute=5)),
        report("meteor", METEOR, outlet="The Meteor", place="Tarnby", agency="Meridian Press", published=day),
        report("ledger", LEDGER, outlet="Northern Ledger", published=day),
        report("gazette", GAZETTE, outlet="Gazette & Argus", published=datetime(2031, 5, 7)),
    )


def words(found: Report, exact: str, *chain: Source, modality: Modality = Modality.ASSERTED, nth: int = 0) -> Evidence:
    """Return evidence for the nth occurrence of some words of a report, with the sentence around them."""
    start = [match.start() for match in re.finditer(re.escape(exact), found.text)][nth]
    before = [match.end() for match in re.finditer(r"(?:[.!?][\"”]?\s+|\n+)(?=[\"A-Z])", found.text[:start])]
    after = re.search(r"[.!?][\"”]?(?=\s|$)|\n|$", found.text[start + len(exact) :])
    end = start + len(exact) + (after.end() if after else 0)
    sentence = Range(before[-1] if before else 0, end)
    return Evidence(found.id, Range(start, start + len(exact)), sentence, chain, modality)


def source(name: str, cue: str = "", kind: str = "person") -> Source:
    """Return a source whose place does not matter here."""
    return Source(name, cue, Range(0, 1), None, kind)


def fire() -> Comparison:
    """Return the comparison of the five reports, with every verdict at least once."""
    found = reports()
    return Comparison(found, _differences(*found) + _shared(*found) + _alone(*found), _edges(found[0], found[2]))


def _differences(
    courier: Report, herald: Report, meteor: Report, ledger: Report, gazette: Report
) -> tuple[Finding, ...]:
    brigade = source("the Tarnby fire brigade", "said", "organisation")
    police = source("a police spokesman", "said", "official")
    owner = source("Norrland Frost", "said", "organisation")
    okafor = source("Dana Okafor", "said")
    agency = source("Meridian Press", "", "agency")
    return (
        Finding(
            Verdict.CONFLICT,
            "quantity",
            "people injured in the fire",
            "3 and 4 cannot both be the number of people injured: [3, 3] and [4, 4] do not meet.",
            (
                Side(
                    "three",
                    (
                        words(courier, "injuring three workers", agency),
                        words(meteor, "injuring three workers", agency),
                        words(gazette, "Three workers were treated for burns"),
                    ),
                ),
                Side("four", (words(herald, "injuring four people"),)),
            ),
            Origins(2, 3, "the Courier and The Meteor print the same Meridian Press sentence"),
        ),
        Finding(
            Verdict.CONFLICT,
            "negation",
            "whether the ammonia alarm sounded",
            "One side says that the alarm did not sound, the other that it did.",
            (
                Side(
                    "did not sound",
                    (
                        words(
                            gazette,
                            "the alarm on the ammonia tank did not sound",
                            source("residents", "say", "anonymous"),
                        ),
                    ),
                ),
                Side("sounded", (words(gazette, "the owner says that it did", owner, modality=Modality.DENIED),)),
            ),
            Origins(2, 2),
        ),
        Finding(
            Verdict.UNCLEAR,
            "scope",
            "cause of the fire",
            "One report says the cause is known; the other has the owner not knowing it. Both can hold if the owner "
            "was not told.",
            (
                Side("not known to the owner", (words(courier, "it did not know what had started the fire", owner),)),
                Side("a forklift's battery", (words(herald, "a forklift's battery overheated", police),)),
            ),
            Origins(2, 2),
        ),
        Finding(
            Verdict.UNCLEAR,
            "bound",
            "loss in crowns",
            "“up to 14 million” is (0, 14,000,000]; “nearer 20 million” is about [18,000,000, 22,000,000]. They do not "
            "meet, but the second is a forecast.",
            (
                Side("up to 14 million crowns", (words(ledger, "up to 14 million crowns", owner),)),
                Side(
                    "nearer 20 million",
                    (
                        words(
                            ledger,
                            "nearer 20 million",
                            source("an analyst at Brandt & Lowe", "expects", "anonymous"),
                            modality=Modality.HEDGED,
                        ),
                    ),
                ),
            ),
            Origins(2, 2),
        ),
        Finding(
            Verdict.COMPATIBLE,
            "rounding",
            "people led out of their homes",
            "“About 120” allows [114, 126]; 124 lies within.",
            (
                Side("about 120", (words(courier, "About 120 people"),)),
                Side("124", (words(herald, "124 residents", police),)),
            ),
            Origins(1, 2, "both may have it from the police"),
        ),
        Finding(
            Verdict.COMPATIBLE,
            "unit",
            "stock in the cold store",
            "9,000 tonnes are 9,921 short tons; “9,900 short tons” allows [9,850, 9,950).",
            (
                Side("9,000 tonnes", (words(courier, "9,000 tonnes of frozen fish"),)),
                Side("9,900 short tons", (words(ledger, "9,900 short tons of stock"),)),
            ),
            Origins(1, 2),
        ),
        Finding(
            Verdict.COMPATIBLE,
            "granularity",
            "time the fire began",
            "“about 4:20 a.m.” lies within “shortly after four in the morning”.",
            (
                Side("about 4:20 a.m.", (words(courier, "at about 4:20 a.m.", brigade),)),
                Side("shortly after four", (words(herald, "shortly after four in the morning", police),)),
            ),
            Origins(2, 2),
        ),
        Finding(
            Verdict.INTERNAL,
            "unit",
            "distance to the ferry terminal",
            "2 kilometres are 1.24 miles, not 3.",
            (Side("2 kilometres", (words(courier, "2 kilometres"),)), Side("3 miles", (words(courier, "3 miles"),))),
            Origins(1, 1),
        ),
        Finding(
            Verdict.COMPATIBLE,
            "wording",
            "what the first crews met",
            "The same words of Dana Okafor, quoted in full and in part.",
            (
                Side(
                    "flames coming through the roof",
                    (
                        words(courier, "We had flames coming through the roof when the first engine turned in", okafor),
                        words(herald, 'flames "coming through the roof"', okafor),
                    ),
                ),
            ),
            Origins(1, 1),
        ),
    )


def _shared(courier: Report, herald: Report, meteor: Report, ledger: Report, gazette: Report) -> tuple[Finding, ...]:
    def agree(about: str, value: str, *evidence: Evidence, why: str = "", most: int = 2) -> Finding:
        return Finding(
            Verdict.AGREE,
            "same-value",
            about,
            "The words say the same.",
            (Side(value, evidence),),
            Origins(1, most, why),
        )

    return (
        agree(
            "day of the fire",
            "Tuesday",
            words(courier, "on Tuesday"),
            words(herald, "on Tuesday"),
            words(meteor, "on Tuesday"),
            words(ledger, "on Tuesday"),
            words(gazette, "On Tuesday"),
            most=4,
            why="two reports print the same agency text",
        ),
        agree(
            "town",
            "Tarnby",
            words(courier, "in Tarnby", nth=0),
            words(herald, "in Tarnby"),
            words(meteor, "in Tarnby"),
            words(ledger, "its Tarnby cold store"),
            words(gazette, "in Tarnby"),
            most=4,
        ),
        agree(
            "street",
            "Marrow Street",
            words(courier, "on Marrow Street in Tarnby"),
            words(meteor, "on Marrow Street in Tarnby"),
            words(herald, "Marrow Street"),
            words(gazette, "on Marrow Street"),
        ),
        agree(
            "owner of the cold store",
            "Norrland Frost",
            words(courier, "Owner Norrland Frost"),
            words(meteor, "run by Norrland Frost"),
            words(ledger, "Norrland Frost", nth=1),
        ),
        agree(
            "head of the brigade",
            "Dana Okafor",
            words(courier, "Chief Fire Officer Dana Okafor"),
            words(herald, "Brigade chief Dana Okafor"),
            words(gazette, "The brigade's Dana Okafor"),
        ),
    )


def _alone(courier: Report, herald: Report, meteor: Report, ledger: Report, gazette: Report) -> tuple[Finding, ...]:
    def sole(about: str, value: str, *evidence: Evidence) -> Finding:
        return Finding(Verdict.SOLE, "sole", about, "", (Side(value, evidence),))

    brigade = source("the Tarnby fire brigade", "said", "organisation")
    return (
        sole("hours to put the fire out", "six hours", words(courier, "six hours", brigade)),
        sole("where it began", "in a loading bay", words(courier, "in a loading bay", brigade)),
        sole("where residents were led", "a school gym", words(herald, "to a school gym")),
        sole("cats found alive", "two", words(herald, "Two cats")),
        sole("people employed by Norrland Frost", "210", words(meteor, "210 people in the town")),
        sole("fire engines sent", "nineteen", words(meteor, "Nineteen engines")),
        sole("fall of the shares", "4.1%", words(ledger, "4.1%")),
        sole(
            "reopening of Marrow Street",
            "Thursday",
            words(ledger, "on Thursday", source("the town", "plans", "organisation"), modality=Modality.PLANNED),
        ),
        sole(
            "fires on Marrow Street in a decade",
            "the second",
            words(gazette, "the second fire on Marrow Street in a decade"),
        ),
        sole(
            "when the fire was out",
            "by a quarter past ten",
            words(gazette, "by a quarter past ten", source("Dana Okafor", "said")),
        ),
    )


def _edges(courier: Report, meteor: Report) -> tuple[OriginEdge, ...]:
    return (
        OriginEdge("courier", "Meridian Press", "agency-credit", (words(courier, "(Meridian Press)"),)),
        OriginEdge("meteor", "Meridian Press", "agency-credit", (words(meteor, "(Meridian Press)"),)),
        OriginEdge(
            "meteor", "courier", "verbatim-reuse", (words(meteor, "a column of ammonia-laced smoke over the harbour"),)
        ),
    )


def crowd(many: int, findings: int) -> Comparison:
    """Return a large comparison: `many` reports that all speak to each of `findings` findings."""
    lines = [f"Line {number} counts {number + 3} crates on the quay of Tarnby." for number in range(findings)]
    text = "Crates\n\n" + "\n\n".join(lines) + "\n"
    found = tuple(
        report(f"crate{number}", f"{text}\nTold by {number}.\n", outlet=f"Outlet {number}") for number in range(many)
    )
    kinds = list(Verdict)
    made = []
    for number, line in enumerate(lines):
        exact, start = f"{number + 3} crates", text.index(line)
        at = start + line.index(exact)
        all_of_them = tuple(
            Evidence(one.id, Range(at, at + len(exact)), Range(start, start + len(line))) for one in found
        )
        verdict = kinds[number % len(kinds)]
        sides = (Side(exact, all_of_them[: many // 2]), Side(f"{exact} again", all_of_them[many // 2 :]))
        made.append(Finding(verdict, "quantity", f"crates on line {number}", "Counted by hand.", sides))
    return Comparison(found, tuple(made))
