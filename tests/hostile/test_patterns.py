"""Every regular expression of the package runs in linear time on pumped text: a scan finds them, none is left out."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import rashomon

SOURCE = Path(rashomon.__file__).parent
CALLS = frozenset({"compile", "search", "match", "fullmatch", "sub", "split", "findall", "finditer"})
SHORT, LONG = 2_000, 16_000
SLOWEST = 1.0  # CPU seconds on the long text, generous for a busy machine
GROWTH = 24  # eight times the text: linear is 8, quadratic 64
ALWAYS = ("a", "A", "1", " ", ",", ".", "-", "'", '"', "(", "\n", "1,", "a ", "A.", "a-", "1 ", "“", "é")


def _modules() -> Iterator[str]:
    for found in pkgutil.walk_packages([str(SOURCE)], "rashomon."):
        if not found.name.endswith("__main__"):
            yield found.name


def _held(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """Yield the compiled patterns in a module's value, in containers too."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, dict) and depth < 3:
        for inner in value.values():
            yield from _held(inner, depth + 1)
    elif isinstance(value, (tuple, list, frozenset, set)) and depth < 3:
        for inner in value:
            yield from _held(inner, depth + 1)


def _written(path: Path) -> Iterator[re.Pattern[str]]:
    """Yield the patterns that are written as constants in calls of `re`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CALLS:
            of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
            if of_re and node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str):
                yield re.compile(node.args[0].value)


def patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Return every pattern with the module it was first found in."""
    found: dict[tuple[str, int], tuple[str, re.Pattern[str]]] = {}
    for name in _modules():
        for value in vars(importlib.import_module(name)).values():
            for pattern in _held(value):
                found.setdefault((pattern.pattern, pattern.flags), (name, pattern))
    for path in sorted(SOURCE.rglob("*.py")):
        for pattern in _written(path):
            found.setdefault((pattern.pattern, pattern.flags), (path.stem, pattern))
    return [found[key] for key in sorted(found)]


PATTERNS = patterns()


def test_the_scan_finds_the_patterns() -> None:
    assert len(PATTERNS) > 40


@pytest.mark.parametrize(("name", "pattern"), PATTERNS, ids=[f"{n}-{i}" for i, (n, _) in enumerate(PATTERNS)])
def test_a_pattern_is_linear_on_pumped_text(name: str, pattern: re.Pattern[str]) -> None:
    letters = sorted({c for c in pattern.pattern if c.isalnum() or c in " -.,:;/'\"()$%&"})[:30]
    for unit in (*ALWAYS, *letters):
        long = _seconds(pattern, (unit * LONG)[:LONG])
        assert long < SLOWEST, f"{name}: {pattern.pattern[:80]!r} takes {long:.2f} s on {unit!r} repeated"
        if long > 0.1:
            short = max(_seconds(pattern, (unit * SHORT)[:SHORT]), 0.001)
            assert long / short < GROWTH, f"{name}: {pattern.pattern[:80]!r} grows {long / short:.0f} times on {unit!r}"


def test_a_quadratic_pattern_would_be_seen() -> None:
    with pytest.raises(AssertionError):
        test_a_pattern_is_linear_on_pumped_text("made up", re.compile(r"a+c"))


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    start = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - start
