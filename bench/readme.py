"""Writes into the README what was made and measured, between its markers, and the defaults into docs/settings.md.

    python bench/readme.py            write it
    python bench/readme.py --check    exit 1 where the README differs from what would be written

The excerpt comes from examples/ferry, the figures from bench/results, the picture from docs/make_pictures.py.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
SETTINGS = ROOT / "docs" / "settings.md"
EXAMPLE = "examples/ferry"
EXCERPT_LINES = 34


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the README's table: what was measured, and its name in the files of results."""

    words: str
    name: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the README's table: which sets, the file of results they stand in, and the part of it."""

    words: str
    result: str
    part: str = ""


FIGURES = (
    Figure("differences between reports that are seen", "differences_seen"),
    Figure("differences with the right verdict", "differences_right"),
    Figure("reported differences that are differences", "difference_precision"),
    Figure("conflicts that are reported", "conflict_recall"),
    Figure("reported conflicts that are conflicts", "conflict_precision"),
    Figure("agreements that are seen", "agreements_seen"),
    Figure("agreements that are shown whole", "agreements_whole"),
    Figure("statements of one report alone that are seen", "soles_seen"),
    Figure("findings of one report alone that another tells too (fewer is better)", "soles_mixed"),
    Figure("first screen: cards that matter", "screen_precision"),
    Figure("first screen: what matters most that is on it", "screen_recall"),
    Figure("cards for one difference (1 is best)", "repeats"),
    Figure("cards for each report (fewer is better)", "volume"),
)
COLUMNS = (
    Column("real, in view", "reports"),
    Column("invented, in view", "invented"),
    Column("invented, blind", "blind"),
    Column("real, kept aside", "kept-aside", "real"),
    Column("invented, kept aside", "kept-aside", "invented"),
)


def excerpt() -> str:
    """Return the first lines of what the README's first command prints."""
    from rashomon import compare, read
    from rashomon.render.terminal import comparison_as_terminal

    shown = comparison_as_terminal(compare(read([ROOT / EXAMPLE]).reports), width=100)
    lines = shown.splitlines()[:EXCERPT_LINES]
    return "\n".join(["```text", f"$ rashomon compare {EXAMPLE}", *lines, "...", "```"])


def figures(results: Path) -> str:
    """Return the table of the figures that have been measured, or a line that says there are none."""
    measured = {column: found for column in COLUMNS if (found := _measured(results, column))}
    cells = {figure: [_cell(found, figure.name) for found in measured.values()] for figure in FIGURES}
    rows = [f"| {figure.words} | {' | '.join(row)} |" for figure, row in cells.items() if any(row)]
    if not rows:
        return "Nothing has been measured yet."
    head = f"| on the labelled event sets | {' | '.join(column.words for column in measured)} |"
    table = "\n".join([head, "|---" + "|--:" * len(measured) + "|", *rows])
    return "\n\n".join([table, *_from_others(measured)])


def written(readme: str, parts: Mapping[str, str]) -> str:
    """Return the README with each part between its markers. Raises `ValueError` where a marker is missing."""
    for name, words in parts.items():
        pattern = re.compile(rf"(<!-- {name}: [^\n]*-->\n).*?(\n<!-- /{name} -->)", re.DOTALL)
        places = list(pattern.finditer(readme))
        if len(places) != 1:
            raise ValueError(f"the README needs one pair of markers for {name}, not {len(places)}")
        readme = readme[: places[0].end(1)] + words + readme[places[0].start(2) :]
    return readme


def with_defaults(page: str) -> str:
    """Return the page of settings with the default of each row as the code has it."""
    from rashomon import Settings

    for setting in fields(Settings):
        page = re.sub(rf"(\| `{setting.name}` \| )[^|\n]*( \|)", rf"\g<1>{setting.default}\g<2>", page)
    return page


def main() -> int:
    """Write the README and the defaults of docs/settings.md, or check them, and return the exit code."""
    parts = {"excerpt": excerpt(), "figures": figures(ROOT / "bench" / "results")}
    after = {
        README: written(README.read_text(encoding="utf-8"), parts),
        SETTINGS: with_defaults(SETTINGS.read_text(encoding="utf-8")),
    }
    stale = [page.name for page, words in after.items() if words != page.read_text(encoding="utf-8")]
    if "--check" in sys.argv:
        print(
            f"out of date: {', '.join(stale)}: run python bench/readme.py" if stale else "the documents are up to date"
        )
        return int(bool(stale))
    for page, words in after.items():
        page.write_text(words, encoding="utf-8")
    return 0


def _measured(results: Path, column: Column) -> Mapping[str, Any]:
    """Return the figures of a column; nothing where nothing has been measured."""
    file = results / f"{column.result}.json"
    if not file.exists():
        return {}
    found: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))["figures"]
    return found.get(column.part, {}) if column.part else found


def _cell(found: Mapping[str, Any], name: str) -> str:
    """Return "87% (27 of 31)" for a share, "1.93" for what is none, and nothing where there is no figure."""
    value = found.get("shares", {}).get(name)
    if value is None:
        return ""
    if name in ("repeats", "volume"):
        return f"{value:.2f}" if name == "repeats" else f"{value:.1f}"
    counts = found.get("counts", {}).get(name)
    return f"{value:.0%} ({counts})" if counts else f"{value:.0%}"


def _from_others(measured: Mapping[Column, Mapping[str, Any]]) -> list[str]:
    """Return a line that says which code the figures are for that others measured; none where there are none."""
    commits = sorted({found["commit"] for column, found in measured.items() if column.result == "kept-aside"})
    if not commits:
        return []
    of = ", ".join(commits)
    return [f"Kept aside: sets that we never see. Others score them after each round; these figures are of {of}."]


if __name__ == "__main__":
    sys.exit(main())
