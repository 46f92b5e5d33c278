"""Every number that decides, and every list of words, stands in its room's table: described, used, and documented."""

from __future__ import annotations

import ast
import importlib.util
import tomllib
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from types import ModuleType

import pytest
from tests.decisions import Found, compared, constants, lists
from tests.sources import MODULES, SOURCE, nodes, shown, tree
from tests.structural import STRUCTURAL

from rashomon.errors import InstallError
from rashomon.tables import THRESHOLDS, WORDS, Thresholds, WordLists, thresholds, words

ROOT = Path(__file__).parents[1]
# Rooms whose numbers and words still stand in their modules: /* takes in all rooms within. To be emptied.
NOT_YET: tuple[str, ...] = ()
EXEMPT = frozenset(name for names in STRUCTURAL.values() for name in names)
FIELDS = {THRESHOLDS: {"value", "unit", "bounds", "calibrated"}, WORDS: {"words", "holds", "source"}}
GETTERS = {
    "integer": THRESHOLDS, "integers": THRESHOLDS, "number": THRESHOLDS, "numbers": THRESHOLDS, "ratio": THRESHOLDS,
    "set": WORDS, "sequence": WORDS, "mapping": WORDS,
}  # fmt: skip
LAWS = {
    "numbers at the level of a module": constants,
    "numbers that a function compares with": compared,
    "lists of words": lists,
}

Finder = Callable[[ast.Module], Iterator[Found]]


def room(module: Path) -> str:
    return module.parent.relative_to(SOURCE).as_posix()


def is_converted(module: Path) -> bool:
    return room(module) not in NOT_YET and f"{room(module).split('/')[0]}/*" not in NOT_YET


def offenders(finder: Finder, module: Path) -> Iterator[str]:
    for found in finder(tree(module)):
        if f"{shown(module)} {found.name}" not in EXEMPT:
            yield f"{shown(module)}, line {found.line}: {found.name}"


def table_files() -> list[Path]:
    return sorted(path for name in (THRESHOLDS, WORDS) for path in SOURCE.rglob(name))


def entries_of(file: Path) -> dict[str, dict[str, object]]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


# ---------------------------------------------------------------- the laws, and who breaks them


@pytest.mark.parametrize("finder", LAWS.values(), ids=LAWS)
def test_what_decides_stands_in_a_table(finder: Finder) -> None:
    found = [one for module in MODULES if is_converted(module) for one in offenders(finder, module)]
    assert not found, "\n".join(found)


def test_rooms_are_struck_off_as_they_are_converted() -> None:
    for listed in NOT_YET:
        inside = [
            m
            for m in MODULES
            if room(m) == listed or room(m).startswith(listed.removesuffix("*") + "/" * ("*" not in listed))
        ]
        assert any(list(offenders(finder, module)) for finder in LAWS.values() for module in inside), listed


def test_what_decides_nothing_is_still_there() -> None:
    found = {f"{shown(m)} {one.name}" for m in MODULES for finder in LAWS.values() for one in finder(tree(m))}
    gone = sorted(EXEMPT - found)
    assert not gone, "\n".join(gone)


@pytest.mark.parametrize(
    ("finder", "code", "names"),
    [
        (constants, "FAR = 3", ["FAR"]),
        (constants, "FAR, NEAR = 3, Fraction(1, 2)", ["FAR", "NEAR"]),
        (constants, "LEVELS = {'low': 0.5}", ["LEVELS"]),
        (constants, "FAR: Final = T.integer('far')\nNAME = ROW[3]\nPLAIN = True", []),
        (compared, "def f(x): return len(x) > 4", ["f 4"]),
        (compared, "def f(x): return 7 < x + 3", ["f 3", "f 7"]),
        (compared, "def f(x): return x > 1 and x[3:] == -1 and x != 100", []),
        (lists, "SMALL = frozenset({'of', 'the', 'and'})", ["SMALL"]),
        (lists, "SMALL = OTHER | {'of', 'the', 'and'}", ["SMALL"]),
        (lists, "IRREGULAR = {'child': 'children', 'foot': 'feet'}", ["IRREGULAR"]),
        (lists, "MARKS = {',', ';', '.'}\nPAIR = ('of', 'the')\nPARTS = ('NOUN', 'obl', 'nsubj')", []),
    ],
)
def test_what_decides_is_found(finder: Finder, code: str, names: list[str]) -> None:
    assert sorted(found.name for found in finder(ast.parse(code))) == names


# ---------------------------------------------------------------- entries: described, used, documented


def asked_for() -> Iterator[tuple[str, str, str]]:
    """Yield the room, the file and the entry that each module asks for."""
    for module in MODULES:
        for node in nodes(module):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                file, of = GETTERS.get(node.func.attr), ast.unparse(node.func.value)
                if of == {THRESHOLDS: "_THRESHOLDS", WORDS: "_WORDS", None: ""}[file]:
                    yield room(module), str(file), str(ast.literal_eval(node.args[0]))


def test_every_entry_is_used_and_every_use_has_its_entry() -> None:
    there = {
        (file.parent.relative_to(SOURCE).as_posix(), file.name, name)
        for file in table_files()
        for name in entries_of(file)
    }
    used = set(asked_for())
    assert len(there) > 100
    assert not there ^ used, "\n".join(map(str, sorted(there ^ used)))


def test_every_entry_is_described() -> None:
    found = []
    for file in table_files():
        for name, entry in entries_of(file).items():
            told = [entry.get(field) for field in FIELDS[file.name] - {"unit"}]
            if entry.keys() != FIELDS[file.name] or not all(part or part == 0 for part in told):
                found.append(f"{shown(file)}: {name}")
    assert not found, "\n".join(found)


def test_modules_read_the_tables_of_their_own_room() -> None:
    found = []
    for module in MODULES:
        for node in nodes(module):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in ("thresholds", "words"):
                own = ".".join(("rashomon", *Path(room(module)).parts))
                if node.args and isinstance(node.args[0], ast.Constant) and node.args[0].value != own:
                    found.append(shown(module))
    assert not found, "\n".join(found)


def documentation() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_thresholds", ROOT / "docs" / "make_thresholds.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_of_thresholds_is_up_to_date() -> None:
    written = (ROOT / "docs" / "thresholds.md").read_text(encoding="utf-8")
    assert written == documentation().page(), "run: PYTHONPATH=src python docs/make_thresholds.py"


# ---------------------------------------------------------------- the getters

NUMBERS = Thresholds("a/thresholds.toml", {"two": {"value": 2}, "half": {"value": 0.5}, "row": {"value": [1, 2]},
                     "third": {"value": "1/3"}, "yes": {"value": True}, "empty": {}})  # fmt: skip
LISTS = WordLists("a/words.toml", {"small": {"words": ["of", "the", "of"]}, "plural": {"words": {"foot": "feet"}},
                  "mixed": {"words": ["of", 3]}, "empty": {}})  # fmt: skip


def test_numbers_come_back_as_they_are_asked_for() -> None:
    assert (NUMBERS.integer("two"), NUMBERS.number("half"), NUMBERS.number("two")) == (2, 0.5, 2.0)
    assert isinstance(NUMBERS.number("two"), float)
    assert NUMBERS.ratio("third") == Fraction(1, 3)
    assert NUMBERS.ratio("two") == 2
    assert NUMBERS.integers("row") == (1, 2)
    assert NUMBERS.numbers("row") == (1.0, 2.0)


def test_words_come_back_as_they_are_asked_for() -> None:
    assert LISTS.sequence("small") == ("of", "the", "of")
    assert LISTS.set("small") == {"of", "the"}
    assert dict(LISTS.mapping("plural")) == {"foot": "feet"}
    with pytest.raises(TypeError):
        LISTS.mapping("plural")["foot"] = "foots"  # type: ignore[index]


@pytest.mark.parametrize(
    ("getter", "name"),
    [
        (NUMBERS.integer, "half"), (NUMBERS.integer, "yes"), (NUMBERS.number, "third"), (NUMBERS.ratio, "row"),
        (NUMBERS.integers, "two"), (NUMBERS.numbers, "third"), (NUMBERS.integer, "empty"), (NUMBERS.integer, "none"),
        (LISTS.sequence, "plural"), (LISTS.set, "mixed"), (LISTS.mapping, "small"), (LISTS.set, "none"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named_with_its_file(getter: Callable[[str], object], name: str) -> None:
    with pytest.raises(InstallError, match=rf"a/(thresholds|words)\.toml, entry \[{name}\]"):
        getter(name)


@pytest.mark.parametrize("load", [thresholds, words])
def test_a_room_without_its_table_says_so(load: Callable[[str], object]) -> None:
    with pytest.raises(InstallError, match=r"rashomon/(thresholds|words)\.toml cannot be read"):
        load("rashomon")


def test_a_table_is_read_once() -> None:
    assert thresholds("rashomon.group") is thresholds("rashomon.group")
