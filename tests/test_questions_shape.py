"""Every kind of question has one shape: what finds its topics, rules that open no report, an entry in the register."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

from rashomon.questions import QUESTIONS
from rashomon.questions.question import Question

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "rashomon"
KINDS = sorted(folder for folder in (SOURCE / "questions").iterdir() if (folder / "__init__.py").exists())
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]

WITHOUT_RULES = {"statement"}  # an agreement or a sole statement has one answer: nothing is to be judged


def parsed(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def rule_modules() -> list[Path]:
    """Return the modules that the contract on rules names, and every module whose name says that it holds rules."""
    contract = next(c for c in CONTRACTS if c["name"] == "The rules of a kind open no sentence again")
    named = {
        path for name in contract["source_modules"] for path in (ROOT / "src").glob(f"{name.replace('.', '/')}.py")
    }
    return sorted(named | set((SOURCE / "questions").rglob("*rules.py")))


@pytest.mark.parametrize("module", rule_modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_rules_look_at_no_report_and_no_text(module: Path) -> None:
    nodes = list(ast.walk(parsed(module)))
    named = {node.id for node in nodes if isinstance(node, ast.Name)}
    named |= {alias.name for node in nodes if isinstance(node, ast.Import | ast.ImportFrom) for alias in node.names}
    assert not named & {"Account", "Report", "Sentence", "Token", "re"}
    assert not {node.attr for node in nodes if isinstance(node, ast.Attribute)} & {"text", "tokens", "accounts"}


def test_the_contract_names_every_module_of_rules() -> None:
    contract = next(c for c in CONTRACTS if c["name"] == "The rules of a kind open no sentence again")
    named = {p for n in contract["source_modules"] for p in (ROOT / "src").glob(f"{n.replace('.', '/')}.py")}
    assert set((SOURCE / "questions").rglob("*rules.py")) <= named
    assert all(list((ROOT / "src").glob(f"{n.replace('.', '/')}.py")) for n in contract["source_modules"])


def test_claims_are_made_in_extract_alone() -> None:
    makers = {
        str(module.relative_to(SOURCE))
        for module in SOURCE.rglob("*.py")
        for node in ast.walk(parsed(module))
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "Claim"
    }
    assert makers and all(maker.startswith("extract/") for maker in makers)


@pytest.mark.parametrize("folder", KINDS, ids=lambda path: path.name)
def test_a_kind_has_candidates_rules_and_its_entry(folder: Path) -> None:
    assert (folder / "candidates.py").exists()
    assert (folder / "rules.py").exists() is (folder.name not in WITHOUT_RULES)
    entries = [node for node in parsed(folder / "__init__.py").body if isinstance(node, ast.Assign)]
    assert entries
    assert all(isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "Question" for node in entries)


def test_the_register_lists_every_entry_once() -> None:
    entries = [
        ast.unparse(node.value.args[0]).strip("'")
        for folder in KINDS
        for node in parsed(folder / "__init__.py").body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)
    ]
    assert sorted(entries) == sorted(question.kind for question in QUESTIONS)
    assert all(isinstance(question, Question) for question in QUESTIONS)
