"""Agency copy, recognised from the report alone."""

from __future__ import annotations

import pytest
from tests.origins.origin_stories import report

from rashomon.origins.credits import copy_of, find_credits

BODY = "A ferry ran aground off Skarv on Monday, and 40 people were taken ashore in boats.\n\nNobody was hurt."


@pytest.mark.parametrize(
    ("text", "agency", "reason"),
    [
        (f"Ferry runs aground\n\nSKARV (AP) — {BODY}", "Associated Press", "dateline"),
        (f"Ferry runs aground\n\nSKARV, Norway, May 3 (UPI) -- {BODY}", "United Press International", "dateline"),
        (f"Skarv (AFP) – {BODY}", "Agence France-Presse", "dateline"),
        (f"May 3 (Reuters) - {BODY}", "Reuters", "dateline"),
        (f"SKARV (Northwire) - {BODY}", "Northwire", "dateline"),
        (f"{BODY}\n\n(Reporting by Ida Moe; Editing by Jan Lie)", "Reuters", "sign-off"),
        (f"{BODY}\n\n(Writing by Ida Moe)", "Reuters", "sign-off"),
        (
            f"{BODY}\n\nAssociated Press writer Ida Moe in Oslo contributed to this report.",
            "Associated Press",
            "sign-off",
        ),
        (f"{BODY}\n\nCopyright 2031 The Associated Press. All rights reserved.", "Associated Press", "copyright"),
        (f"{BODY}\n\nSource: Xinhua", "Xinhua", "sign-off"),
        (f"{BODY}\n\n— Reuters", "Reuters", "sign-off"),
        (f"By Ida Moe, Associated Press\n\n{BODY}", "Associated Press", "byline"),
    ],
)
def test_the_whole_report_is_the_agencys(text: str, agency: str, reason: str) -> None:
    credit = copy_of(report("a", text))
    assert credit is not None
    assert (credit.agency, credit.reason) == (agency, reason)
    assert credit.range.of(text)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"SKARV - {BODY}",
        f"{BODY}\n\nThe captain told Reuters that the steering had failed.",
        f"{BODY}\n\nThe patriarch told the Associated Press (AP) that he was praying.",
        f"AP: Ferry was overloaded\n\n{BODY}",
        f"{BODY}\n\nThe Associated Press reported that the ferry was overloaded.",
        f"{BODY}\n\nWith reporting from Reuters",
        f"{BODY}\n\nThe Associated Press contributed to this report.",
        f"{BODY} (He was reporting by telephone.)",
        f"{BODY}\n\nthe ap and the upi are no agencies in small letters (ap) - they are words.",
    ],
)
def test_the_report_is_the_outlets_own(text: str) -> None:
    assert copy_of(report("a", text)) is None


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("With reporting from Reuters", "Reuters"),
        ("Additional reporting by AFP.", "Agence France-Presse"),
        ("The Associated Press contributed to this report.", "Associated Press"),
    ],
)
def test_a_part_may_be_an_agencys(line: str, agency: str) -> None:
    (credit,) = find_credits(report("a", f"{BODY}\n\n{line}"))
    assert (credit.agency, credit.whole) == (agency, False)


@pytest.mark.parametrize(
    "text", ["(" * 5000, "(AP" * 3000, "By " * 4000, "(Reporting by " + "x; " * 3000, "7" * 10_000]
)
def test_hostile_words_credit_nobody(text: str) -> None:
    assert find_credits(report("a", f"x {text} y")) == ()
