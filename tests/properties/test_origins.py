"""Laws of counting origins, on invented sets of reports: copies, citations and missing reports."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.origins.origin_stories import FIRE, report

from rashomon.group.copies import find_copies
from rashomon.model import Account, Evidence, Finding, Origins, Report, Side, Source, Verdict
from rashomon.origins.graph import origin_graph, with_origins
from rashomon.text import Range

PEOPLE = ("Ines Okafor", "Okafor", "Tomas Reyes", "Ada Lindqvist", "Per Lindqvist")
BODIES = (("Tass", "agency"), ("RIA Novosti", "agency"), ("Reuters", "agency"), ("Harbour Post", "outlet"))
OUTLETS = (None, "Harbour Post", "Evening Mail", "Northwire")
LEADS = (
    "The gates of the yard were shut when the crews came home from the hills that evening",
    "Boats with blue lamps went up and down the river until the last barn had fallen in",
    "Nobody in the four villages had slept, and the school stayed empty for the whole week",
    "A reporter for the Harbour Post saw it from the bridge before the police closed the road",
    "Insurance men with long ladders measured what was left of the mill and its two wheels",
)
Telling = tuple[int, str | None, str, str, bool]  # lead, outlet, source, relay, agency copy

tellings = st.lists(
    st.tuples(
        st.integers(0, len(LEADS) - 1),
        st.sampled_from(OUTLETS),
        st.sampled_from(("", *PEOPLE, *(name for name, _ in BODIES), "the police")),
        st.sampled_from(("", "Associated Press")),
        st.booleans(),
    ),
    min_size=1,
    max_size=6,
)


def told(number: int, telling: Telling) -> tuple[Report, Evidence]:
    """Return a report of one telling, and its evidence for what all of them say."""
    lead, outlet, source, relay, credited = telling
    text = f"{'TARNBY (AP) — ' if credited else ''}{LEADS[lead]}. Nine barns burned down."
    one = report(f"r{number:02}", text, outlet)
    sentence = Range(text.index("Nine"), len(text))
    if "reporter" in LEADS[lead]:
        sentence = Range(0, len(text))
    kind = dict(BODIES).get(source, "organisation" if source.islower() else "person")
    chain = [Source(source, "said", sentence, None, kind)] if source else []
    chain += [Source(relay, "told", sentence, None, "agency")] if source and relay else []
    return one, Evidence(one.id, sentence, sentence, tuple(chain))


def counted(world: list[tuple[Report, Evidence]]) -> Origins:
    """Return the origins of one agreement of all reports."""
    reports = [one for one, _ in world]
    graph = origin_graph([Account(one, (), (), (), ()) for one in reports], find_copies(reports))
    finding = Finding(Verdict.AGREE, "same value", "", "", (Side("nine", tuple(e for _, e in world)),))
    return with_origins([finding], graph)[0].origins


def pair(origins: Origins) -> tuple[int, int]:
    return origins.at_least, origins.at_most


@pytest.mark.parametrize("copies", range(1, 51))
def test_any_number_of_copies_is_one_origin(copies: int) -> None:
    reports = [report(f"r{number:02}", FIRE) for number in range(copies)]
    sentence = Range(0, FIRE.index(".") + 1)
    assert pair(counted([(one, Evidence(one.id, sentence, sentence)) for one in reports])) == (1, 1)


@given(tellings)
def test_there_is_at_least_one_and_never_more_than_reports(tellings: list[Telling]) -> None:
    origins = counted([told(number, telling) for number, telling in enumerate(tellings)])
    assert 1 <= origins.at_least <= origins.at_most <= len(tellings)


@given(tellings)
def test_the_range_is_explained(tellings: list[Telling]) -> None:
    origins = counted([told(number, telling) for number, telling in enumerate(tellings)])
    assert origins.why or len(tellings) == 1
    assert origins.at_least == origins.at_most or origins.why.count(".") > 1


@given(tellings, st.integers(0, 5), st.sampled_from(OUTLETS))
def test_adding_a_copy_changes_no_count(tellings: list[Telling], which: int, outlet: str | None) -> None:
    world = [told(number, telling) for number, telling in enumerate(tellings)]
    copied, evidence = world[which % len(world)]
    copy = replace(copied, id="r99", outlet=outlet or copied.outlet)
    assert pair(counted([*world, (copy, replace(evidence, report="r99"))])) == pair(counted(world))


@given(tellings, st.integers(0, 5))
def test_leaving_a_report_out_never_adds_corroboration(tellings: list[Telling], which: int) -> None:
    world = [told(number, telling) for number, telling in enumerate(tellings)]
    without = [one for number, one in enumerate(world) if number != which % len(world)]
    if without:
        assert counted(without).at_least <= counted(world).at_least


@given(tellings, st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing(tellings: list[Telling], chance: object) -> None:
    world = [told(number, telling) for number, telling in enumerate(tellings)]
    assert counted(world) == counted(list(reversed(world)))


@settings(max_examples=10)
@given(st.permutations(["Harbour Post", "Evening Mail", "Northwire"]))
def test_reports_that_cite_one_another_in_a_ring_are_one_origin(outlets: list[str]) -> None:
    world = []
    for number, outlet in enumerate(outlets):
        one, evidence = told(number, (number, outlet, "x", "", False))
        source = Source(outlets[(number + 1) % len(outlets)], "reported", evidence.range, None, "outlet")
        world.append((one, replace(evidence, attribution=(source,))))
    assert pair(counted(world)) == (1, 1)
