"""The shape of the code, the words of the documentation, and what the package shows of itself."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from tests.sources import MODULES, SOURCE, nodes, shown, tree

import rashomon
from rashomon import Settings, Verdict, cli
from rashomon.model import Modality
from rashomon.read.boilerplate import shipped_rules

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "docs").glob("*.md"))
LONGEST_MODULE, LONGEST_FUNCTION, MOST_ARGUMENTS = 300, 60, 5
# The values that everything speaks in stand together, and are declarations from top to bottom.
LONGER_BY_AGREEMENT = {"model.py": 545}
EMPTY_WORDS = {"utils", "util", "helper", "helpers", "manager", "misc", "stuff"}
PUBLIC = (ROOT / "tests" / "public_names.txt").read_text(encoding="utf-8").split()

Function = ast.FunctionDef | ast.AsyncFunctionDef
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def functions(module: Path) -> Iterator[Function]:
    return (node for node in nodes(module) if isinstance(node, Function))


def public_definitions(body: list[ast.stmt], inside: str = "") -> Iterator[tuple[str, Definition]]:
    """Yield what can be reached by public names alone, with its name."""
    for node in body:
        if isinstance(node, Definition) and not node.name.startswith("_"):
            yield f"{inside}{node.name}", node
            if isinstance(node, ast.ClassDef):
                yield from public_definitions(node.body, f"{inside}{node.name}.")


# ---------------------------------------------------------------- the laws, and who breaks them


def too_long(module: Path) -> Iterator[str]:
    lines = len(module.read_text(encoding="utf-8").splitlines())
    if lines > LONGER_BY_AGREEMENT.get(module.name, LONGEST_MODULE):
        yield f"{lines} lines"


def large_functions(module: Path) -> Iterator[str]:
    for function in functions(module):
        lines = (function.end_lineno or function.lineno) - function.lineno + 1
        if lines > LONGEST_FUNCTION:
            yield f"{function.name}: {lines} lines"
        taken = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
        named = [argument.arg for argument in taken if argument.arg not in ("self", "cls")]
        if len(named) > MOST_ARGUMENTS:
            yield f"{function.name}: {len(named)} arguments"


def undocumented(module: Path) -> Iterator[str]:
    parsed = tree(module)
    if not ast.get_docstring(parsed):
        yield "the module"
    yield from (name for name, node in public_definitions(parsed.body) if not ast.get_docstring(node))


def empty_names(module: Path) -> Iterator[str]:
    names = {*module.relative_to(SOURCE).with_suffix("").parts}
    names |= {node.name.lower() for node in nodes(module) if isinstance(node, Definition)}
    yield from sorted(name for name in names if EMPTY_WORDS & set(name.split("_")))


def state(module: Path) -> Iterator[str]:
    for node in tree(module).body:
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        writable = ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp
        if isinstance(value, writable) and not _read_only(node):
            yield f"line {node.lineno}"


def _read_only(node: ast.stmt) -> bool:
    """Say whether the name is one that nobody can write to by its type, or the list of public names."""
    if isinstance(node, ast.AnnAssign):
        return ast.unparse(node.annotation).startswith(("Mapping", "Sequence", "Final"))
    names = [ast.unparse(target) for target in node.targets] if isinstance(node, ast.Assign) else []
    return names == ["__all__"] or all(name.lstrip("_").isupper() for name in names)


LAWS = {
    "modules fit on a few screens": too_long,
    "functions are short and take few arguments": large_functions,
    "public names say what they are": undocumented,
    "names are words of the field": empty_names,
    "no state at module level": state,
}


@pytest.mark.parametrize("breaking", LAWS.values(), ids=LAWS)
def test_every_module_keeps_the_law(breaking: Callable[[Path], Iterator[str]]) -> None:
    assert len(MODULES) > 200
    found = [f"{shown(module)}: {what}" for module in MODULES for what in breaking(module)]
    assert not found, "\n".join(found)


CLOCK = re.compile(r"\b(?:process_time|perf_counter|monotonic|thread_time)(?:_ns)?\(|\bsleep\(")
# The fuzz reads for as long as it is asked to; the others are known, and to be mended.
CLOCKED = {"fuzz.py", "test_things.py", "test_cli.py"}


def test_no_test_asks_a_clock_or_sleeps() -> None:
    files = sorted((ROOT / "tests").rglob("*.py"))
    assert len(files) > 100
    found = [path.name for path in files if CLOCK.search(path.read_text(encoding="utf-8"))]
    assert set(found) <= CLOCKED
    assert "fuzz.py" in found


@pytest.mark.parametrize(
    ("breaking", "words"),
    [
        (too_long, "x = 1\n" * 301),
        (large_functions, "def f():\n" + "    x = 1\n" * 60),
        (large_functions, "def f(a, b, c, d, *, e, f): ..."),
        (undocumented, "x = 1"),
        (undocumented, '"""What."""\nclass A:\n    """What."""\n    def f(self): ...'),
        (empty_names, "def string_utils(): ..."),
        (empty_names, "class Manager: ..."),
        (state, "seen = []"),
        (state, "Seen = {n: n for n in range(9)}"),
    ],
)
def test_who_breaks_a_law_is_found(
    breaking: Callable[[Path], Iterator[str]], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{__name__}.SOURCE", tmp_path)
    module = tmp_path / "made_up.py"
    module.write_text(words, encoding="utf-8")
    assert list(breaking(module))


def test_the_public_names_are_those_that_were_agreed() -> None:
    assert sorted(rashomon.__all__) == PUBLIC
    assert all(hasattr(rashomon, name) for name in PUBLIC)


def test_the_version_is_that_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert rashomon.__version__ == project["version"]


# ---------------------------------------------------------------- documentation


def words_of(page: str) -> str:
    return (ROOT / "docs" / page).read_text(encoding="utf-8")


def reasons() -> list[str]:
    table = tomllib.loads((SOURCE / "render" / "page" / "phrases.toml").read_text(encoding="utf-8"))
    return sorted(table["reason"])


def given_reasons() -> list[str]:
    """Return every reason that a rule of the judge gives: the second argument of a ruling, where it is written out."""
    found = set()
    for module in sorted(path for room in ("questions", "findings") for path in (SOURCE / room).rglob("*.py")):
        for node in nodes(module):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Ruling", "_compatible"):
                told = node.args[1 if ast.unparse(node.func) == "Ruling" else 0]
                found |= {told.value} if isinstance(told, ast.Constant) else set()
    return sorted(str(reason) for reason in found)


def test_every_reason_that_the_judge_gives_has_its_words_on_the_page() -> None:
    assert len(given_reasons()) > 10
    assert set(given_reasons()) <= set(reasons())


def test_every_command_and_option_is_documented() -> None:
    page = words_of("commands.md")
    for name, command in cli.commands.commands.items():
        assert f"rashomon {name}" in page
        assert command.help
        for parameter in command.params:
            for option in parameter.opts:
                assert option in page or parameter.param_type_name == "argument", option
    for form in (*cli.FORMATS, *cli.READ_FORMATS):
        assert f"`{form}`" in page or f"--format {form}`" in page


CODES = (
    *(cli.DONE, cli.UNUSABLE, cli.PARTLY, cli.NOT_INSTALLED, cli.BUG, cli.NOT_WRITTEN, cli.INTERRUPTED),
    cli.PIPE_CLOSED,
)
DOCUMENTED = {
    "verdict": ("verdicts.md", [f"| `{verdict}` |" for verdict in Verdict]),
    "reason": ("verdicts.md", [f"| `{reason}` |" for reason in reasons()]),
    "modality": ("output.md", [f"`{modality}`" for modality in Modality]),
    "setting with its default": ("settings.md", [f"| `{one.name}` | {one.default} |" for one in fields(Settings)]),
    "exit code": ("exit-codes.md", [f"| {code} |" for code in CODES]),
}


@pytest.mark.parametrize(("page", "named"), DOCUMENTED.values(), ids=DOCUMENTED)
def test_every_one_is_documented(page: str, named: list[str]) -> None:
    assert named
    assert not [words for words in named if words not in words_of(page)]


def test_every_reason_for_boilerplate_is_documented() -> None:
    page = words_of("commands.md")
    for reason in {rule.reason for rule in shipped_rules().rules} | {"crosshead", "filler", "timestamp"}:
        assert f"`{reason}`" in page


def test_links_between_pages_lead_somewhere() -> None:
    pages = [*PAGES, ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    links = [(page, to) for page in pages for to in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))]
    assert len(links) > 10
    assert not [f"{page.name}: {to}" for page, to in links if "://" not in to and not (page.parent / to).exists()]


def test_decisions_are_numbered_and_have_a_status() -> None:
    records = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [record.name[:4] for record in records]
    assert len(set(numbers)) == len(numbers)
    for record in records:
        text = record.read_text(encoding="utf-8")
        assert text.startswith(f"# {int(record.name[:4])}. "), record.name
        assert "Status" in text, record.name
