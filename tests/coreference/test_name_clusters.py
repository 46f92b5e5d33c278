"""Groups of names over several reports: what belongs together, and that order plays no part."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.coreference.name_clusters import NameCluster, cluster_names
from rashomon.coreference.same_name import same_name
from rashomon.model import Mention, Name
from rashomon.text import Range

Written = tuple[str, list[tuple[str, str]]]


def mentions(names: list[tuple[str, str]]) -> tuple[Mention, ...]:
    return tuple(
        Mention(Range(100 * place, 100 * place + max(1, len(words))), "name", Name(words, kind))
        for place, (words, kind) in enumerate(names)
    )


def clusters(*reports: Written) -> tuple[NameCluster, ...]:
    return cluster_names([(report, mentions(names)) for report, names in reports])


def surfaces(*reports: Written) -> list[tuple[str, ...]]:
    return [cluster.surfaces for cluster in clusters(*reports)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            [("Ana Ruiz", "person"), ("Ruiz", "person")],
            [("Ana M. Ruiz", "person")],
            [("Ana M. Ruiz", "Ana Ruiz", "Ruiz")],
        ),
        ([("Ana Ruiz", "person")], [("Paul Ruiz", "person")], [("Ana Ruiz",), ("Paul Ruiz",)]),
        (
            [("USGS", "organisation")],
            [("U.S. Geological Survey", "organisation")],
            [("U.S. Geological Survey", "USGS")],
        ),
        ([("Kyiv", "place")], [("Kiev", "place"), ("Ukraine", "place")], [("Kiev", "Kyiv"), ("Ukraine",)]),
    ],
)
def test_groups(one: list[tuple[str, str]], other: list[tuple[str, str]], expected: list[tuple[str, ...]]) -> None:
    assert surfaces(("a", one), ("b", other)) == expected


def test_shared_surname_goes_to_the_one_named_first_in_the_report() -> None:
    first = ("a", [("Ana Ruiz", "person"), ("Paul Ruiz", "person"), ("Ruiz", "person")])
    second = ("b", [("Paul Ruiz", "person"), ("Ana Ruiz", "person"), ("Ruiz", "person")])
    by_words = {cluster.words: cluster for cluster in clusters(first, second)}
    assert [(at.report, at.name.words) for at in by_words["Ana Ruiz"].members] == [
        ("a", "Ana Ruiz"), ("a", "Ruiz"), ("b", "Ana Ruiz")]  # fmt: skip
    assert ("b", "Ruiz") in [(at.report, at.name.words) for at in by_words["Paul Ruiz"].members]


def test_the_fullest_name_speaks_for_the_group() -> None:
    (cluster,) = clusters(("a", [("Ruiz", "person"), ("Ana Ruiz", "person")]))
    assert (cluster.words, cluster.kind, cluster.reasons) == ("Ana Ruiz", "person", ("surname contained",))


KINDS = st.sampled_from(["person", "organisation", "place", "other"])
WORDS = st.sampled_from(
    [
        "Ana Ruiz",
        "Ruiz",
        "Paul Ruiz",
        "A. Ruiz",
        "USGS",
        "U.S. Geological Survey",
        "Kiev",
        "Kyiv",
        "Norda",
        "Norda Foods",
        "Ana",
    ]
)
REPORTS = st.dictionaries(st.sampled_from("abcd"), st.lists(st.tuples(WORDS, KINDS), max_size=6), max_size=4)


@given(REPORTS)
@settings(max_examples=100, deadline=None, derandomize=True)
def test_order_plays_no_part_and_every_name_has_one_home(reports: dict[str, list[tuple[str, str]]]) -> None:
    forward = clusters(*sorted(reports.items()))
    backward = clusters(*sorted(reports.items(), reverse=True))
    assert forward == backward
    members = [at for cluster in forward for at in cluster.members]
    assert len(members) == len(set(members)) == sum(len(names) for names in reports.values())


@pytest.mark.parametrize(
    ("short", "together"),
    [
        ("NVKRDTLM", True),
        ("NVK RDT LM", True),  # ten characters
        ("NV KR DT LM", False),  # eleven
    ],
)
def test_first_letters_in_groups_are_looked_for_up_to_ten_characters(short: str, together: bool) -> None:
    long = "North Varnholm Kelp Research Dock Trust Lending Mission"
    found = surfaces(("a", [(short, "organisation")]), ("b", [(long, "organisation")]))
    assert len(found) == (1 if together else 2)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("Corva Gant", "Korva Qant", True),  # five letters, of which the first differs
        ("Corv Gant", "Korv Qant", False),
    ],
)
def test_only_longer_words_are_looked_for_by_their_end(one: str, other: str, together: bool) -> None:
    assert same_name(Name(one, "person"), Name(other, "person")).linked  # so that it is the looking that finds or not
    assert len(surfaces(("a", [(one, "person")]), ("b", [(other, "person")]))) == (1 if together else 2)
