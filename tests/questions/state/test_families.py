"""Every family of states by its own examples: a family is found, and run here, because its two files lie there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import permutations

import pytest
from tests.events import account_of, judged

from rashomon.coreference.event import event_of
from rashomon.lang.families import examples_of, families
from rashomon.model import Verdict
from rashomon.questions.state import STATE
from rashomon.settings import Settings

# Another event, with states of another bearer.
STRANGER = "The regatta at Ostby drew forty boats. A jetty at Ostby was damaged, and Ilse Marten was arrested."
EXAMPLES = [(name, one) for name in families() for one in examples_of(name)]

told = cache(account_of)


def between(first: str, second: str, *texts: str) -> set[tuple[Verdict, str]]:
    """Return the verdicts and reasons of findings that hold the two sentences against one another, among all texts.

    A brief report does not show which event it tells of, so a stranger is not left out here as the pipeline would.
    """
    accounts = tuple(told(f"r{n}", text) for n, text in enumerate(texts))
    event = event_of(accounts, Settings())
    text = {account.report.id: account.report.text for account in accounts}
    found = set()
    for finding in judged(event, tuple(STATE.topics(event))):
        sides = [{text[e.report] for e in side.evidence} for side in finding.sides]
        if any(first in one and second in other for one, other in permutations(sides, 2)):
            found.add((finding.verdict, finding.reason))
    return found


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[f"{name}: {one['first']}" for name, one in EXAMPLES])
def test_an_example(name: str, example: Mapping[str, str]) -> None:
    first, second = example["first"], example["second"]
    expected = set() if example["verdict"] == "none" else {(Verdict(example["verdict"]), example["reason"])}
    for texts in (
        (first, second),
        (second, first),
        (first, second, first),
        (second, first, first),
        (first, second, STRANGER),
        (STRANGER, second, first),
    ):
        assert between(first, second, *texts) == expected, texts


@pytest.mark.parametrize("name", list(families()))
def test_a_family_shows_where_it_speaks_and_where_it_does_not(name: str) -> None:
    verdicts = {one["verdict"] for one in examples_of(name)}
    assert "none" in verdicts and len(verdicts) > 1
