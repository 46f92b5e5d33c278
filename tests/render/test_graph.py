"""The drawing of who has it from whom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Comparison, Evidence, OriginEdge, Report
from rashomon.read.build import build_report
from rashomon.read.found import Found
from rashomon.render.html import comparison_as_html
from rashomon.render.page.columns import column
from rashomon.render.page.graph import MOST_ENDS, Drawing, drawn
from rashomon.render.page.phrases import phrases
from rashomon.text import Range

NAMES = ("alpha", "beta", "gamma")


def reports() -> tuple[Report, ...]:
    return tuple(build_report(name, name, Found(f"The {name} mill burned down on Monday.")) for name in NAMES)


def edge(start: str, end: str, reason: str = "speaker", kind: str = "speaker", directed: bool = True) -> OriginEdge:
    shown = Evidence(start if start in NAMES else "alpha", Range(0, 3), Range(0, 3))
    return OriginEdge(start, end, reason, (shown,), kind, directed)


def drawing(*edges: OriginEdge) -> Drawing | None:
    every = reports()
    columns = [column(number, one, one.id, [], phrases()) for number, one in enumerate(every, start=1)]
    return drawn(Comparison(every, (), edges), columns)


def places(found: Drawing | None) -> dict[str, tuple[float, float]]:
    assert found is not None
    return {node.name: (node.x, node.y) for node in found.nodes}


def test_nothing_known_is_not_drawn() -> None:
    assert drawing() is None


def test_arrows_lead_to_the_right() -> None:
    found = places(
        drawing(edge("alpha", "beta", "verbatim-reuse", "report"), edge("beta", "Reuters", "dateline", "agency"))
    )
    assert found["alpha"][0] < found["beta"][0] < found["Reuters"][0]
    assert found["gamma"][0] == found["alpha"][0]


def test_a_speaker_stands_behind_the_agency() -> None:
    found = places(
        drawing(edge("alpha", "AFP", "reported-by", "agency"), edge("AFP", "Okafor"), edge("beta", "Okafor"))
    )
    assert found["alpha"][0] < found["AFP"][0] < found["Okafor"][0]


def test_reports_that_cite_each_other_stand_in_one_column() -> None:
    found = places(
        drawing(edge("alpha", "beta", "reported-by", "report"), edge("beta", "alpha", "reported-by", "report"))
    )
    assert found["alpha"][0] == found["beta"][0]


def test_many_speakers_of_one_report_are_left_to_the_list() -> None:
    several = [edge("alpha", f"Speaker {n}") for n in range(MOST_ENDS + 4)]
    shared = [edge("alpha", "Okafor"), edge("beta", "Okafor")]
    assert places(drawing(*several, *shared)).keys() == {"alpha", "beta", "gamma", "Okafor"}


@given(
    st.lists(
        st.tuples(st.sampled_from((*NAMES, "AFP")), st.sampled_from((*NAMES, "AFP", "Okafor"))), min_size=1, max_size=9
    )
)
def test_boxes_never_overlap_and_lie_within(pairs: list[tuple[str, str]]) -> None:
    found = drawing(
        *(edge(start, end, "reported-by", "report", start != "gamma") for start, end in pairs if start != end)
    )
    if found is None:
        return
    for number, one in enumerate(found.nodes):
        assert 0 <= one.x <= found.width
        assert one.y + one.height <= found.height
        for other in found.nodes[number + 1 :]:
            assert one.x != other.x or one.y + one.height <= other.y or other.y + other.height <= one.y


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "\u202edren", "x" * 4000, "&amp;"])
def test_names_are_words_in_the_drawing(name: str) -> None:
    page = comparison_as_html(Comparison(reports(), (), (edge("alpha", name),)))
    assert "<script>alert" not in page
    assert "\u202e" not in page
    assert "url(#arrow)" in page
