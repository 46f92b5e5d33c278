"""Every regular expression of the package, found by going through it: none is listed by hand, so none is left out.

Found are those that a module holds by a name, in its tables, or behind a function that reads a table once, and those
that are written out where they are used.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any

from tests.sources import MODULES, SOURCE, nodes

from rashomon.lang.tables import load_table

AT_ONE_PLACE = frozenset({"match", "fullmatch"})
CALLS = AT_ONE_PLACE | {"compile", "search", "sub", "split", "findall", "finditer"}
DEEPEST = 4  # containers in containers


@dataclass(frozen=True, slots=True)
class Scanned:
    """One expression: the module and the name it was found under, and whether it is tried at one place alone."""

    module: str
    name: str
    pattern: re.Pattern[Any]
    anchored: bool

    @property
    def where(self) -> str:
        return f"{self.module}.{self.name}"


@cache
def scanned() -> tuple[Scanned, ...]:
    """Return every expression once, by module; one that is also searched with anywhere counts as that."""
    found: dict[tuple[Any, int], Scanned] = {}
    for one in (*_held(), *_of_tables(), *_written()):
        key = (one.pattern.pattern, one.pattern.flags)
        if key not in found or (found[key].anchored and not one.anchored):
            found[key] = one
    return tuple(sorted(found.values(), key=lambda one: (one.where, str(one.pattern.pattern))))


def _modules() -> Iterator[str]:
    for found in pkgutil.walk_packages([str(SOURCE)], "rashomon."):
        if not found.name.endswith("__main__"):
            yield found.name


def _held() -> Iterator[Scanned]:
    uses = _uses()
    for module in _modules():
        names = vars(importlib.import_module(module))
        for name, value in names.items():
            for pattern in _inside(_read_once(value, module) if names.get("re") is re else value):
                yield Scanned(module, name, pattern, uses.get(name, frozenset({"other"})) <= AT_ONE_PLACE)


def _read_once(value: object, module: str) -> object:
    """Return the value, or what a function of this module gives that takes nothing and answers once for all."""
    asked = hasattr(value, "cache_info") and getattr(value, "__module__", "") == module
    return value() if asked and callable(value) and not inspect.signature(value).parameters else value


def _inside(value: object, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    """Yield the compiled expressions in a value, in containers and in our own frozen values too."""
    if isinstance(value, re.Pattern):
        yield value
        return
    inner: tuple[object, ...] = ()
    if isinstance(value, Mapping):
        inner = tuple(value.values())
    elif isinstance(value, tuple | list | frozenset | set):
        inner = tuple(value)
    elif is_dataclass(value) and not isinstance(value, type):
        inner = tuple(getattr(value, field.name) for field in fields(value))
    for one in inner if depth < DEEPEST else ():
        yield from _inside(one, depth + 1)


def _of_tables() -> Iterator[Scanned]:
    """Yield what is made while reports are compared, of a table and the name of an outlet."""
    for number, words in enumerate(load_table("first_hand")["patterns"]):
        pattern = re.compile(words.replace("{outlet}", re.escape("Harbour Post")), re.IGNORECASE)
        yield Scanned("rashomon.origins.voices", f"first_hand[{number}]", pattern, False)


def _written() -> Iterator[Scanned]:
    """Yield what is written out as a constant in a call of `re`."""
    for path in MODULES:
        module = ".".join(("rashomon", *path.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__")
        for node in nodes(path):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CALLS:
                of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
                words = node.args[0].value if of_re and node.args and isinstance(node.args[0], ast.Constant) else None
                # What `compile` makes is held by a name, and found there.
                if isinstance(words, str | bytes) and node.func.attr != "compile":
                    pattern = re.compile(words, _flags(node))
                    yield Scanned(module, f"{node.func.attr}({words!r})", pattern, node.func.attr in AT_ONE_PLACE)


def _flags(call: ast.Call) -> int:
    flags = 0
    for given in (*call.args[1:], *(keyword.value for keyword in call.keywords)):
        for node in ast.walk(given):
            value = getattr(re, node.attr, None) if isinstance(node, ast.Attribute) else None
            flags |= int(value) if isinstance(value, re.RegexFlag) else 0
    return flags


@cache
def _uses() -> Mapping[str, frozenset[str]]:
    """Return by name in all modules what is called of it; "other" for any use but a call with one argument."""
    uses: dict[str, set[str]] = defaultdict(set)
    for path in MODULES:
        plain = {
            id(node.func.value): node.func.attr
            for node in nodes(path)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and len(node.args) == 1
        }
        for node in nodes(path):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                uses[node.id].add(plain.get(id(node), "other"))
    return {name: frozenset(called) for name, called in uses.items()}
