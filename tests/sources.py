"""The modules of the package as they are written, each parsed once for all tests that look at the code."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import rashomon

SOURCE = Path(rashomon.__file__).parent
MODULES = tuple(sorted(SOURCE.rglob("*.py")))


@cache
def nodes(module: Path) -> tuple[ast.AST, ...]:
    """Return everything in a module, its whole first."""
    return tuple(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))


def tree(module: Path) -> ast.Module:
    """Return a module as it is parsed."""
    whole = nodes(module)[0]
    assert isinstance(whole, ast.Module)
    return whole


def shown(module: Path) -> str:
    """Return where a module lies in the package."""
    return str(module.relative_to(SOURCE))
