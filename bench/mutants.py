"""What can be broken by one step in `questions` and `coreference`: rules and thresholds, each as a changed text.

A rule is dropped (it returns None), or its first comparison is inverted. A threshold, which is a number at module level
or an entry of a `thresholds.toml`, goes one step up: a whole number by 1, any other by a quarter.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

ROOMS = ("questions", "coreference")
TABLE = "thresholds.toml"
STEP = Fraction(5, 4)  # times: one step up for a number that is not whole
SHARED = "questions"  # the kind of what several kinds use


@dataclass(frozen=True, slots=True)
class Mutant:
    """One thing broken: the file under the package, the name of what is broken, how, and the whole text of the file."""

    file: str
    name: str
    how: str
    text: str

    @property
    def id(self) -> str:
        """Return what names it in results and allowances."""
        return f"{self.file} {self.name} {self.how}"

    @property
    def kind(self) -> str:
        """Return the folder of `questions` that it is in, or the room where it is in none."""
        room, *folders = Path(self.file).parent.parts
        return folders[0] if room == SHARED and folders else room


def mutants(package: Path) -> Iterator[Mutant]:
    """Yield all that can be broken in the package, file by file. Raises `SyntaxError` where a file is no Python."""
    for room in ROOMS:
        for file in sorted((package / room).rglob("*")):
            name = str(file.relative_to(package))
            if file.name == TABLE:
                yield from broken_table(name, file.read_text(encoding="utf-8"))
            elif file.suffix == ".py":
                yield from broken_module(name, file.read_text(encoding="utf-8"))


def broken_module(file: str, text: str) -> Iterator[Mutant]:
    """Yield the module's rules dropped, then inverted, and its numbers one step up."""
    tree = ast.parse(text)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and _is_rule(node):
            yield Mutant(file, node.name, "dropped", _replaced(text, _work_of(node), "return None"))
            if (test := _first_comparison(node)) is not None:
                yield Mutant(file, node.name, "inverted", _replaced(text, [test], f"(not ({_source(text, test)}))"))
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            numbers = _numbers(node.value) if isinstance(target, ast.Name) else []
            for place, number in enumerate(numbers):
                name = ast.unparse(target) + (f"[{place}]" if len(numbers) > 1 else "")
                yield Mutant(file, name, "up", _replaced(text, [number], _stepped(text, number)))


def broken_table(file: str, text: str) -> Iterator[Mutant]:
    """Yield the entries of a table of thresholds one step up; of a row of numbers, one at a time."""
    for name, entry in tomllib.loads(text).items():
        value = entry.get("value") if isinstance(entry, dict) else None
        row = value if isinstance(value, list) else [value]
        for place, number in enumerate(row):
            if (higher := _higher(number)) is None:
                continue
            new = [*row[:place], higher, *row[place + 1 :]] if isinstance(value, list) else higher
            shown = f"{name}[{place}]" if len(row) > 1 else name
            yield Mutant(file, shown, "up", _with_entry(text, name, _as_toml(new)))


def _is_rule(node: ast.FunctionDef) -> bool:
    """Say whether a function is a rule by its type: one `Case` in, a `Ruling` or None out."""
    takes = [ast.unparse(argument.annotation) for argument in node.args.args if argument.annotation]
    gives = ast.unparse(node.returns) if node.returns else ""
    return takes == ["Case"] and gives == "Ruling | None"


def _work_of(node: ast.FunctionDef) -> list[ast.stmt]:
    """Return the statements of a function behind its docstring."""
    return node.body[1:] if ast.get_docstring(node) is not None else node.body


def _first_comparison(node: ast.FunctionDef) -> ast.expr | None:
    """Return the first comparison of a function, or where it has none what its first `if` asks; None without either."""
    inside = [n for statement in _work_of(node) for n in _outside_strings(statement)]
    compared: list[ast.expr] = [n for n in inside if isinstance(n, ast.Compare)]
    asked: list[ast.expr] = [n.test for n in inside if isinstance(n, ast.If | ast.IfExp)]
    return min(compared or asked, key=lambda n: (n.lineno, n.col_offset), default=None)


def _outside_strings(node: ast.AST) -> Iterator[ast.AST]:
    """Yield a node and those in it, but for those in f-strings: before Python 3.12 these do not know their place."""
    yield node
    if not isinstance(node, ast.JoinedStr):
        for child in ast.iter_child_nodes(node):
            yield from _outside_strings(child)


def _numbers(value: ast.expr) -> list[ast.expr]:
    """Return the numbers that an expression is, or that a row, set or table of numbers holds; else nothing."""
    if _is_number(value):
        return [value]
    if isinstance(value, ast.Call) and len(value.args) == 1 and not value.keywords and not _is_number(value.args[0]):
        return _numbers(value.args[0])  # frozenset({...}), MappingProxyType({...})
    held = value.values if isinstance(value, ast.Dict) else getattr(value, "elts", [])
    return list(held) if held and all(_is_number(one) for one in held) else []


def _is_number(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, int | float) and not isinstance(node.value, bool)
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.USub) and _is_number(node.operand)
    if isinstance(node, ast.BinOp):
        return _is_number(node.left) and _is_number(node.right)
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "Fraction" and all(map(_is_number, node.args))


def _stepped(text: str, node: ast.expr) -> str:
    """Return the words of a number one step up."""
    words = _source(text, node)
    if any(isinstance(part, ast.Call) for part in ast.walk(node)):
        return f"({words}) * Fraction({STEP.numerator}, {STEP.denominator})"
    exact = not any(isinstance(p, ast.Div) or isinstance(getattr(p, "value", None), float) for p in ast.walk(node))
    return f"({words}) + 1" if exact else f"({words}) * {float(STEP)}"


def _higher(number: object) -> int | float | str | None:
    """Return a number of a table one step up, a fraction as it is written; None for what is no number."""
    if isinstance(number, int | float) and not isinstance(number, bool):
        return number + 1 if isinstance(number, int) else number * float(STEP)
    try:
        return str(Fraction(number) * STEP) if isinstance(number, str) else None
    except (ValueError, ZeroDivisionError):
        return None


def _as_toml(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_as_toml, value))}]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _with_entry(text: str, name: str, value: str) -> str:
    """Return a table with the value of one entry replaced. Raises `ValueError` where it is written in another way."""
    head = re.search(rf"^\[\"?{re.escape(name)}\"?\][^\n]*\n", text, re.MULTILINE)
    written = re.compile(r"^value\s*=\s*(\[[^\]]*\]|\"[^\"\n]*\"|[^\s#]+)", re.MULTILINE)
    found = written.search(text, head.end()) if head else None
    if found is None:
        raise ValueError(f"[{name}] has no line `value = ...` of its own; write it so")
    changed = text[: found.start(1)] + value + text[found.end(1) :]
    before, after = tomllib.loads(text), tomllib.loads(changed)
    if [key for key in before if before[key] != after.get(key)] != [name]:
        raise ValueError(f"[{name}] has no line `value = ...` of its own; write it so")
    return changed


def _source(text: str, node: ast.expr) -> str:
    return ast.get_source_segment(text, node) or ast.unparse(node)


def _replaced(text: str, nodes: list[ast.stmt] | list[ast.expr], words: str) -> str:
    """Return the text with the words from the first of the nodes to the last replaced."""
    lines = text.encode().splitlines(keepends=True)  # the tree counts bytes
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    first, last = nodes[0], nodes[-1]
    whole = b"".join(lines)
    end = starts[(last.end_lineno or last.lineno) - 1] + (last.end_col_offset or 0)
    return (whole[: starts[first.lineno - 1] + first.col_offset] + words.encode() + whole[end:]).decode()
