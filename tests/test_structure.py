"""The shape of the code, the words of the documentation, and what the package shows of itself."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

import rashomon
from rashomon import Settings, Verdict, cli
from rashomon.model import Modality
from rashomon.read.boilerplate import shipped_rules

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "rashomon"
MODULES = sorted(SOURCE.rglob("*.py"))
PAGES = sorted((ROOT / "docs").glob("*.md"))
LONGEST_MODULE, LONGEST_FUNCTION, MOST_ARGUMENTS = 300, 60, 5
# The values that everything speaks in stand together, and are declarations from top to bottom.
LONGER_BY_AGREEMENT = {"model.py": 545}
EMPTY_WORDS = {"utils", "util", "helper", "helpers", "manager", "misc", "stuff"}
PUBLIC = (ROOT / "tests" / "public_names.txt").read_text(encoding="utf-8").split()

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
each_module = pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))


def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def public_definitions(body: list[ast.stmt], inside: str = "") -> Iterator[tuple[str, Definition]]:
    """Yield what can be reached by public names alone, with its name."""
    for node in body:
        if isinstance(node, Definition) and not node.name.startswith("_"):
            yield f"{inside}{node.name}", node
            if isinstance(node, ast.ClassDef):
                yield from public_definitions(node.body, f"{inside}{node.name}.")


@each_module
def test_modules_fit_on_a_few_screens(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGER_BY_AGREEMENT.get(module.name, LONGEST_MODULE)


@each_module
def test_functions_are_short_and_take_few_arguments(module: Path) -> None:
    for function in functions(module):
        last = function.end_lineno or function.lineno
        assert last - function.lineno < LONGEST_FUNCTION, function.name
        taken = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
        named = [argument.arg for argument in taken if argument.arg not in ("self", "cls")]
        assert len(named) <= MOST_ARGUMENTS, function.name


@each_module
def test_public_names_say_what_they_are(module: Path) -> None:
    parsed = tree(module)
    assert ast.get_docstring(parsed), module.name
    for name, definition in public_definitions(parsed.body):
        assert ast.get_docstring(definition), name


@each_module
def test_names_are_words_of_the_field(module: Path) -> None:
    names = {*module.relative_to(SOURCE).with_suffix("").parts, *(node.name.lower() for node in functions(module))}
    names |= {node.name.lower() for node in ast.walk(tree(module)) if isinstance(node, ast.ClassDef)}
    assert not {word for name in names for word in name.split("_")} & EMPTY_WORDS


@each_module
def test_no_state_at_module_level(module: Path) -> None:
    for node in tree(module).body:
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        assert not isinstance(
            value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp
        ) or _read_only(node)


def _read_only(node: ast.stmt) -> bool:
    """Say whether the name is one that nobody can write to by its type, or the list of public names."""
    if isinstance(node, ast.AnnAssign):
        return ast.unparse(node.annotation).startswith(("Mapping", "Sequence", "Final"))
    names = [ast.unparse(target) for target in node.targets] if isinstance(node, ast.Assign) else []
    return names == ["__all__"] or all(name.lstrip("_").isupper() for name in names)


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
    table = tomllib.loads((SOURCE / "render" / "page" / "words.toml").read_text(encoding="utf-8"))
    return sorted(table["reason"])


def given_reasons() -> list[str]:
    """Return every reason that a rule of the judge gives: the second argument of a ruling, where it is written out."""
    found = set()
    for module in sorted(path for room in ("questions", "findings") for path in (SOURCE / room).rglob("*.py")):
        for node in ast.walk(tree(module)):
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


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_documented(verdict: Verdict) -> None:
    assert f"| `{verdict}` |" in words_of("verdicts.md")


@pytest.mark.parametrize("reason", reasons())
def test_every_reason_is_documented(reason: str) -> None:
    assert f"| `{reason}` |" in words_of("verdicts.md")


@pytest.mark.parametrize("modality", Modality)
def test_every_modality_is_documented(modality: Modality) -> None:
    assert f"`{modality}`" in words_of("output.md")


@pytest.mark.parametrize("setting", fields(Settings), ids=lambda setting: str(setting.name))
def test_every_setting_is_documented_with_its_default(setting: object) -> None:
    name, default = getattr(setting, "name", ""), getattr(setting, "default", "")
    assert f"| `{name}` | {default} |" in words_of("settings.md")


@pytest.mark.parametrize(
    "code",
    [cli.DONE, cli.UNUSABLE, cli.PARTLY, cli.NOT_INSTALLED, cli.BUG, cli.NOT_WRITTEN, cli.INTERRUPTED, cli.PIPE_CLOSED],
)
def test_every_exit_code_is_documented(code: int) -> None:
    assert f"| {code} |" in words_of("exit-codes.md")


def test_every_reason_for_boilerplate_is_documented() -> None:
    page = words_of("commands.md")
    for reason in {rule.reason for rule in shipped_rules().rules} | {"crosshead", "filler", "timestamp"}:
        assert f"`{reason}`" in page


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md", ROOT / "CONTRIBUTING.md"], ids=lambda path: path.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        assert "://" in target or (page.parent / target).exists(), target


def test_decisions_are_numbered_and_have_a_status() -> None:
    records = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [record.name[:4] for record in records]
    assert len(set(numbers)) == len(numbers)
    for record in records:
        text = record.read_text(encoding="utf-8")
        assert text.startswith(f"# {int(record.name[:4])}. "), record.name
        assert "Status" in text, record.name
