"""Every family of states by its own examples: a family is found, and run here, because its two files lie there."""

from __future__ import annotations

from functools import cache
from itertools import pairwise, permutations

import pytest
from tests.events import account_of, judged

from rashomon.coreference.event import event_of
from rashomon.lang.families import STATE as OF_STATE
from rashomon.lang.families import Example, Relation, examples_of, families
from rashomon.model import Verdict
from rashomon.questions.state import STATE
from rashomon.settings import Settings

# Another event, with states of another bearer.
STRANGER = "The regatta at Ostby drew forty boats. A jetty at Ostby was damaged, and Ilse Marten was arrested."
EXAMPLES = [(name, one) for name in families() for one in examples_of(name)]

told = cache(account_of)


def between(first: str, second: str, *texts: str) -> dict[tuple[Verdict, str], str]:
    """Return the findings that hold the two sentences against one another, among all texts: what explains each.

    A brief report does not show which event it tells of, so a stranger is not left out here as the pipeline would.
    """
    accounts = tuple(told(f"r{n}", text) for n, text in enumerate(texts))
    event = event_of(accounts, Settings())
    text = {account.report.id: account.report.text for account in accounts}
    found = {}
    for finding in judged(event, tuple(STATE.topics(event))):
        sides = [{text[e.report] for e in side.evidence} for side in finding.sides]
        if any(first in one and second in other for one, other in permutations(sides, 2)):
            found[finding.verdict, finding.reason] = finding.explanation
    return found


def read_in(text: str) -> list[str]:
    """Return the states that are read in a sentence: what to look at where an example fails."""
    about = [(c.about, c.positive) for c in told("r0", text).claims if c.about.measure == OF_STATE]
    return [f"{a.kind}: {'' if so else 'not '}{a.state} ({', '.join(a.bearer)})" for a, so in about]


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[f"{name}: {one.first}" for name, one in EXAMPLES])
def test_an_example(name: str, example: Example) -> None:
    first, second = example.first, example.second
    expected = set() if example.verdict == "none" else {(Verdict(example.verdict), example.reason)}
    for texts in (
        (first, second),
        (second, first),
        (first, second, first),
        (second, first, first),
        (first, second, STRANGER),
        (STRANGER, second, first),
    ):
        found = between(first, second, *texts)
        assert set(found) == expected, (texts, {text: read_in(text) for text in (first, second)})
        steps = [[why.find(f"“{step}”") for step in example.steps] for why in found.values()]
        assert all(-1 not in places and places == sorted(places) for places in steps), (example.steps, found)


@pytest.mark.parametrize("name", list(families()))
def test_a_family_shows_where_it_speaks_and_where_it_does_not(name: str) -> None:
    verdicts = {one.verdict for one in examples_of(name)}
    assert "none" in verdicts and len(verdicts) > 1


@pytest.mark.parametrize("name", [name for name, family in families().items() if family.relation is Relation.ORDER])
def test_the_examples_of_an_order_name_each_step_beside_the_next(name: str) -> None:
    """No table with two steps exchanged passes."""
    named = {pair for one in examples_of(name) for pair in pairwise(one.steps)}
    states = [state.name for state in families()[name].states]
    assert {pair for pair in pairwise(states) if pair not in named} == set()
