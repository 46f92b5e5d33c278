"""How many origins stand behind what several reports say, and who has it from whom."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from tests.origins.origin_stories import FIRE, compared, edges, on, report

from rashomon import compare, read
from rashomon.model import Origins

SHARED = Path(os.environ.get("RASHOMON_SHARED", "../shared"))
OTHER = "A fire near Tarnby destroyed nine barns on Monday. Rain ended what the crews could not, and no one was hurt."


def counts(origins: Origins) -> tuple[int, int]:
    return origins.at_least, origins.at_most


def test_two_reports_that_name_no_source_may_have_one_origin() -> None:
    (finding, *_) = on(compared(report("a", FIRE), report("b", OTHER)), "nine barns")
    assert counts(finding.origins) == (1, 2)
    assert finding.origins.why == "a and b name no source. Nothing shows whether they are independent."


def test_copies_are_one_origin() -> None:
    comparison = compared(report("a", FIRE), report("b", FIRE), report("c", FIRE))
    assert comparison.findings
    assert {counts(finding.origins) for finding in comparison.findings} == {(1, 1)}
    assert ("a", "b", "verbatim-reuse") in edges(comparison)


def test_two_reports_of_one_agency_are_one_origin() -> None:
    first = f"TARNBY (AP) — {FIRE}"
    second = f"TARNBY, Denmark (AP) — {OTHER}"
    comparison = compared(report("a", first), report("b", second))
    finding = on(comparison, "ine barns")[0]
    assert counts(finding.origins) == (1, 1)
    assert finding.origins.why == "a and b carry copy of Associated Press."
    assert {("a", "Associated Press", "dateline"), ("b", "Associated Press", "dateline")} <= edges(comparison)


CITING_FIRST = (
    "KCNA said that the rocket flew 900 kilometres. In the capital, the streets were empty and 40 buses stood still."
)
CITING_SECOND = (
    "The rocket flew 900 kilometres, KCNA said. Foreigners saw 40 buses stand still in the capital that morning."
)


def test_who_cites_one_agency_has_one_origin_for_what_it_says_and_two_for_the_rest() -> None:
    comparison = compared(report("a", CITING_FIRST), report("b", CITING_SECOND))
    cited = on(comparison, "900 kilometres")
    assert cited
    assert {counts(finding.origins) for finding in cited} == {(1, 1)}
    assert {("a", "KCNA", "reported-by"), ("b", "KCNA", "reported-by")} <= edges(comparison)
    seen = on(comparison, "40 buses")
    assert seen
    assert {finding.origins.at_most for finding in seen} == {2}


def test_what_two_outlets_own_people_saw_has_two_origins() -> None:
    first = "A Harbour Post reporter counted 40 buses in the yard on Monday. The gates were shut, the yard was dark."
    second = "On Monday 40 buses stood in the yard, a reporter for the Evening Mail saw. Nobody drove them away."
    comparison = compared(report("a", first, "Harbour Post"), report("b", second, "Evening Mail"))
    assert {counts(finding.origins) for finding in on(comparison, "40 buses")} == {(2, 2)}


def test_one_speaker_is_one_origin_whoever_prints_him() -> None:
    first = "Mayor Ines Okafor said that nine barns had burned. Trees lay across the road to the mill all morning."
    second = "Nine barns had burned, Okafor said. The insurers sent two men with cameras to the farms near the river."
    comparison = compared(report("a", first), report("b", second))
    finding = on(comparison, "ine barns")[0]
    assert counts(finding.origins) == (1, 1)
    assert finding.origins.why == "a and b have it from Ines Okafor."


def test_two_named_speakers_are_two_origins_at_least() -> None:
    first = "Mayor Ines Okafor said that nine barns had burned. Trees lay across the road to the mill all morning."
    second = "Nine barns had burned, said fire chief Tomas Reyes. The insurers sent two men with cameras to the farms."
    finding = on(compared(report("a", first), report("b", second)), "ine barns")[0]
    assert counts(finding.origins) == (2, 2)


def test_two_speakers_through_one_agency_may_be_one() -> None:
    first = "TARNBY (AP) — Mayor Ines Okafor said that nine barns had burned. Trees lay across the road all morning."
    second = "TARNBY (AP) — Nine barns had burned, said fire chief Tomas Reyes. The insurers sent two men with cameras."
    finding = on(compared(report("a", first), report("b", second)), "ine barns")[0]
    assert counts(finding.origins) == (1, 2)
    assert finding.origins.why.endswith("All of it came through Associated Press.")


def test_media_of_one_government_are_not_independent() -> None:
    first = "Nine barns burned down, according to Tass. Trees lay across the road to the mill for all of the morning."
    second = "RIA Novosti reported that nine barns burned down. The insurers sent two men with cameras to the farms."
    finding = on(compared(report("a", first), report("b", second)), "ine barns")[0]
    assert counts(finding.origins) == (1, 2)
    assert "The government of Russia runs more than one of these sources." in finding.origins.why


def test_who_cites_another_report_has_it_from_there() -> None:
    second = (
        "A fire destroyed nine barns, the Harbour Post reported. Trees lay across the road to the mill all morning."
    )
    comparison = compared(report("a", FIRE, "Harbour Post"), report("b", second, "Evening Mail"))
    assert {counts(finding.origins) for finding in on(comparison, "ine barns")} == {(1, 1)}
    assert ("b", "a", "reported-by") in edges(comparison)


def test_reports_that_cite_each_other_are_one_origin() -> None:
    first = "Nine barns burned down, the Evening Mail reported. Trees lay across the road to the mill all morning."
    second = "The Harbour Post said that nine barns burned down. The insurers sent two men with cameras to the farms."
    comparison = compared(report("a", first, "Harbour Post"), report("b", second, "Evening Mail"))
    assert {counts(finding.origins) for finding in on(comparison, "ine barns")} == {(1, 1)}
    assert {("a", "b", "reported-by"), ("b", "a", "reported-by")} <= edges(comparison)


def test_every_side_has_its_own_count() -> None:
    other = OTHER.replace("nine", "14")
    comparison = compared(report("a", FIRE), report("b", FIRE), report("c", other))
    conflict = next(f for f in on(comparison, "nine barns") if len(f.sides) == 2)
    assert sorted(counts(side.origins) for side in conflict.sides if side.origins) == [(1, 1), (1, 1)]
    assert counts(conflict.origins) == (1, 2)


def test_a_link_is_an_edge() -> None:
    linked = replace(report("a", FIRE), url="https://harbour.example/fire-at-the-mill")
    comparison = compared(linked, report("b", f"{OTHER}\n\nMore: https://harbour.example/fire-at-the-mill"))
    assert ("b", "a", "link") in edges(comparison)


def test_every_edge_is_shown_by_words() -> None:
    comparison = compared(report("a", CITING_FIRST), report("b", CITING_SECOND), report("c", CITING_SECOND))
    texts = {one.id: one.text for one in comparison.reports}
    assert comparison.origins
    for edge in comparison.origins:
        assert edge.evidence
        assert all(evidence.range.of(texts[evidence.report]).strip() for evidence in edge.evidence)


@pytest.mark.skipif(not (SHARED / "reports" / "kim-visit").is_dir(), reason="the shared reports are not here")
def test_whom_the_reports_of_a_visit_have_it_from() -> None:
    comparison = compare(read([SHARED / "reports" / "kim-visit"]).reports)
    first, second = (one.id for one in comparison.reports)
    shown = {
        (edge.origin_from, edge.origin_to): " ".join(
            e.range.of(next(r.text for r in comparison.reports if r.id == e.report)) for e in edge.evidence
        )
        for edge in comparison.origins
    }
    assert "drone" in shown[first, "Tass"]
    assert "six drones" in shown[second, "RIA Novosti"]
    assert "Pacific Sea Fleet" in shown[second, "KCNA"]
    assert "illegal and unjust" in shown[first, "Yoon Suk Yeol"]
    assert "illegal and unjust" in shown[second, "Associated Press"]
    assert "illegal and unjust" in shown["Associated Press", "Yoon Suk Yeol"]
