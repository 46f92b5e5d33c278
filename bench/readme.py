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

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
SETTINGS = ROOT / "docs" / "settings.md"
EXAMPLE = "examples/ferry"
EXCERPT_LINES = 34


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the README's table: what was measured, and where its figure stands in bench/results."""

    words: str
    result: str
    keys: tuple[str, ...]


FIGURES = (
    Figure("differences between reports that are seen", "reports", ("shares", "differences_seen")),
    Figure("differences with the right verdict", "reports", ("shares", "differences_right")),
    Figure("reported conflicts that are conflicts", "reports", ("shares", "conflict_precision")),
    Figure("conflicts that are reported", "reports", ("shares", "conflict_recall")),
    Figure("agreements that are seen", "reports", ("shares", "agreements_seen")),
    Figure("statements of one report alone that are seen", "reports", ("shares", "soles_seen")),
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
    rows = [
        f"| {figure.words} | {share:.0%} |" for figure in FIGURES if (share := _measured(results, figure)) is not None
    ]
    if not rows:
        return "Nothing has been measured yet."
    return "\n".join(["| on the labelled event sets | |", "|---|--:|", *rows])


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


def _measured(results: Path, figure: Figure) -> float | None:
    file = results / f"{figure.result}.json"
    if not file.exists():
        return None
    found = json.loads(file.read_text(encoding="utf-8"))["figures"]
    for key in figure.keys:
        found = found.get(key) if isinstance(found, dict) else None
    return found if isinstance(found, float | int) else None


if __name__ == "__main__":
    sys.exit(main())
