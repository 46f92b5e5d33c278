"""The three invented stories through the whole pipeline: what the editor marked is found, and nothing is made up."""

from __future__ import annotations

import contextlib
import difflib
import functools
import json
from pathlib import Path

import pytest
from tests.golden.gold import (
    EXAMPLES,
    NAMES,
    boilerplate_used,
    false_agreements,
    false_conflicts,
    missed,
    read_gold,
)

from rashomon import compare, read
from rashomon.model import Comparison
from rashomon.render.json import comparison_as_json
from rashomon.render.markdown import comparison_as_markdown


@functools.cache
def compared(name: str) -> Comparison:
    """Compare an example once, from the repository's root, so that paths shown in a page are the same everywhere."""
    root = EXAMPLES.parent
    with contextlib.chdir(root):
        paths = [path.relative_to(root) for path in sorted((EXAMPLES / name).glob("*.txt"))]
        return compare(read(paths).reports)


@pytest.mark.parametrize("name", NAMES)
def test_every_report_is_read_as_it_stands(name: str) -> None:
    assert {report.id: report.text for report in compared(name).reports} == read_gold(name).texts


@pytest.mark.parametrize("name", NAMES)
def test_every_range_resolves_to_the_words_shown(name: str) -> None:
    texts = read_gold(name).texts
    page = json.loads(comparison_as_json(compared(name)))
    shown = [each for finding in page["findings"] for side in finding["sides"] for each in side["evidence"]]
    assert shown
    for each in shown:
        assert texts[each["report"]][each["start"] : each["end"]] == each["exact"] != ""
        assert each["sentence"]["start"] <= each["start"] < each["end"] <= each["sentence"]["end"]


@pytest.mark.parametrize("name", NAMES)
def test_what_the_editor_marked_as_fundamental_is_found(name: str) -> None:
    lines = missed(read_gold(name), compared(name))
    assert not lines, "\n".join(lines)


@pytest.mark.parametrize("name", NAMES)
def test_no_conflict_is_made_up(name: str) -> None:
    lines = false_conflicts(read_gold(name), compared(name))
    assert not lines, "\n".join(lines)


# Points whose words agree right up to the place where they differ, and are shown as agreements: known and to be mended.
# The list is exact: a new slip fails, and so does a mended one that still stands here.
SLIPS = {
    "election": {"ward-three"},
    "ferry": set(),
    "takeover": {"wakefield"},
}


@pytest.mark.parametrize("name", NAMES)
def test_no_conflict_is_shown_as_an_agreement(name: str) -> None:
    shown = {line.split(":")[0] for line in false_agreements(read_gold(name), compared(name))}
    assert shown == SLIPS[name], "mend it, or strike it from SLIPS where it is mended"


@pytest.mark.parametrize("name", NAMES)
def test_boilerplate_is_never_evidence(name: str) -> None:
    assert boilerplate_used(read_gold(name), compared(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_the_one_last_accepted(name: str, accept: bool) -> None:
    golden = Path(__file__).with_name(f"{name}.md")
    page = comparison_as_markdown(compared(name))
    if accept:
        golden.write_text(page, encoding="utf-8")
    before = golden.read_text(encoding="utf-8") if golden.exists() else ""
    change = "\n".join(difflib.unified_diff(before.splitlines(), page.splitlines(), "accepted", "now", lineterm=""))
    assert page == before, f"pytest --accept writes it anew, if this is better:\n{change}"
