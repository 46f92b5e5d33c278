"""Mutations: what is broken is one thing, whether the tests notice is told, and a stopped run is taken up again."""

from __future__ import annotations

import ast
import importlib
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
RULE = '''"""Rules."""

NEAR = 3  # steps — a dash of several bytes
FAR: float = 0.5
HALF = Fraction(1, 2)
DAY = 24 * 60
GAPS = (0.1, 0.2)
WORDS = ("near", "far")
SURE = True


def bound(case: Case) -> Ruling | None:
    """Say so where one is “near”."""
    told = f"{case.score > 1}"
    return Ruling("é", told) if case.score > NEAR else None


def named(case: Case) -> Ruling | None:
    if case.named:
        return Ruling("named")
    return None


def always(case: Case) -> Ruling | None:
    return Ruling("always")


def _pair(case: Case) -> tuple[int, int]:
    return (1, 2) if case.score > 1 else (2, 1)
'''
TABLE = """# Why
[near]
value = 3 # steps
unit = "steps"

[half]
unit = "value = 7"
value = "1/2"

[share]
value = 0.5

[gaps]
value = [
  0.5,
  2,
]
"""


@pytest.fixture
def mutants(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    return importlib.import_module("mutants")


@pytest.fixture
def mutations(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    return importlib.import_module("mutations")


def test_each_rule_and_each_number_of_a_module_is_broken_alone(mutants: ModuleType) -> None:
    made = {f"{one.name} {one.how}": one.text for one in mutants.broken_module("questions/place/rules.py", RULE)}
    assert all(text != RULE for text in made.values())
    changed = {name: _changed(RULE, text) for name, text in made.items()}
    assert changed == {
        "NEAR up": ["NEAR = (3) + 1  # steps — a dash of several bytes"],
        "FAR up": ["FAR: float = (0.5) * 1.25"],
        "HALF up": ["HALF = (Fraction(1, 2)) * Fraction(5, 4)"],
        "DAY up": ["DAY = (24 * 60) + 1"],
        "GAPS[0] up": ["GAPS = ((0.1) * 1.25, 0.2)"],
        "GAPS[1] up": ["GAPS = (0.1, (0.2) * 1.25)"],
        "bound dropped": ["    return None"],
        "bound inverted": ['    return Ruling("é", told) if (not (case.score > NEAR)) else None'],
        "named dropped": ["    return None"],
        "named inverted": ["    if (not (case.named)):"],
        "always dropped": ["    return None"],
    }


def _changed(before: str, after: str) -> list[str]:
    """Return the lines that are new, once each of those in place is taken away."""
    left = before.splitlines()
    new = []
    for line in after.splitlines():
        if line in left:
            left.remove(line)
        else:
            new.append(line)
    return new or ["    return None"]


def test_a_dropped_rule_says_nothing_and_keeps_its_docstring(mutants: ModuleType) -> None:
    dropped = next(one for one in mutants.broken_module("rules.py", RULE) if one.id == "rules.py bound dropped")
    body = next(n for n in ast.parse(dropped.text).body if isinstance(n, ast.FunctionDef)).body
    assert [ast.unparse(statement) for statement in body[1:]] == ["return None"]
    assert ast.unparse(body[0]) == "'Say so where one is “near”.'"


def test_each_entry_of_a_table_is_broken_alone(mutants: ModuleType) -> None:
    made = {one.name: tomllib.loads(one.text) for one in mutants.broken_table("questions/place/thresholds.toml", TABLE)}
    values = {name: [entry["value"] for entry in table.values()] for name, table in made.items()}
    assert values == {
        "near": [4, "1/2", 0.5, [0.5, 2]],
        "half": [3, "5/8", 0.5, [0.5, 2]],
        "share": [3, "1/2", 0.625, [0.5, 2]],
        "gaps[0]": [3, "1/2", 0.5, [0.625, 2]],
        "gaps[1]": [3, "1/2", 0.5, [0.5, 3]],
    }


def test_a_table_written_in_another_way_is_told(mutants: ModuleType) -> None:
    with pytest.raises(ValueError, match=r"\[near\] has no line"):
        list(mutants.broken_table("thresholds.toml", "near.value = 3\n"))


def test_every_mutant_of_the_package_is_python_or_toml_and_has_a_name_of_its_own(mutants: ModuleType) -> None:
    found = list(mutants.mutants(ROOT / "src" / "rashomon"))
    for one in found:
        (tomllib.loads if one.file.endswith(".toml") else ast.parse)(one.text)
        assert one.text != (ROOT / "src" / "rashomon" / one.file).read_text(encoding="utf-8")
    assert len({one.id for one in found}) == len(found)


def test_every_rule_of_the_register_is_broken(mutants: ModuleType) -> None:
    dropped = {one.name for one in mutants.mutants(ROOT / "src" / "rashomon") if one.how == "dropped"}
    named = {name.split(".")[1] for name in importlib.import_module("ledger_events").every_rule()}
    assert named == dropped


def test_the_tests_of_a_mutant_are_those_of_its_kind_its_own_module_first(
    mutants: ModuleType, mutations: ModuleType
) -> None:
    def tests(file: str) -> list[str]:
        found: list[str] = mutations.tests_of(mutants.Mutant(file, "NEAR", "up", ""), ROOT)
        return found

    assert tests("questions/place/rules.py")[0] == "tests/questions/place/test_rules.py"
    assert {str(Path(name).parent) for name in tests("questions/place/rules.py")} == {"tests/questions/place"}
    assert {str(Path(name).parent) for name in tests("coreference/acts.py")} == {"tests/coreference"}
    shared = tests("questions/intervals.py")
    assert shared[0] == "tests/questions/test_intervals.py" and "tests/questions/quantity/test_rules.py" in shared
    assert tests("questions/no_such_kind/rules.py") == []


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project of one rule with two thresholds, of which a test knows one."""
    room, tests = tmp_path / "src/rashomon/questions/place", tmp_path / "tests/questions/place"
    for folder in (room, tests):
        folder.mkdir(parents=True)
    (tmp_path / "src/rashomon/__init__.py").write_text("")
    (tmp_path / "src/rashomon/questions/__init__.py").write_text("")
    (room / "__init__.py").write_text("")
    (room / "rules.py").write_text("NEAR = 3\nFAR = 9\n")
    (tests / "test_rules.py").write_text(
        "from rashomon.questions.place.rules import NEAR\n\n\ndef test_near():\n    assert NEAR == 3\n"
    )
    (tmp_path / "pyproject.toml").write_text("")
    return tmp_path


def test_what_the_tests_notice_is_told_from_what_survives(
    mutants: ModuleType, mutations: ModuleType, project: Path, tmp_path: Path
) -> None:
    copy = mutations.copied(tmp_path / "copy", project)
    found = list(mutants.mutants(copy.package))
    tests = mutations.tests_of(found[0], project)
    assert copy.run(tests) == mutations.SURVIVED
    outcomes = {one.name: copy.outcome(one, tests, 60.0) for one in found}
    assert outcomes == {"NEAR": mutations.NOTICED, "FAR": mutations.SURVIVED}
    assert (copy.package / "questions/place/rules.py").read_text() == "NEAR = 3\nFAR = 9\n"
    with pytest.raises(RuntimeError, match="no_such"):
        copy.run(["tests/no_such.py"])


def test_a_stopped_run_is_taken_up_where_it_stopped(
    mutants: ModuleType, mutations: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mutations, "ROOT", project)
    near, far = mutants.mutants(project / "src/rashomon")
    journal = project / "journal.jsonl"
    mark = {one.name: mutations.fingerprint(one, project) for one in (near, far)}
    journal.write_text(f'{{"fingerprint": "{mark["NEAR"]}", "outcome": "noticed"}}\n{{"fingerprint": "{mark["FAR"]}"')
    assert mutations.journaled(journal) == {mark["NEAR"]: "noticed"}
    rules = project / "src/rashomon/questions/place/rules.py"
    rules.write_text(rules.read_text() + "MORE = 1\n")
    assert mutations.fingerprint(near, project) == mark["NEAR"]  # files are read once a run
    mutations._hash_of.cache_clear()
    assert mutations.fingerprint(near, project) != mark["NEAR"]


def test_only_kinds_tried_in_full_have_figures(mutants: ModuleType, mutations: ModuleType) -> None:
    near, far = (mutants.Mutant("questions/place/rules.py", name, "up", "") for name in ("NEAR", "FAR"))
    other = mutants.Mutant("coreference/acts.py", "BESIDE", "up", "")
    agreed = {far.id: "a unit", near.id: "by mistake", "gone": "once"}
    figures = mutations.figures_of([near, far, other], {near.id: "noticed", far.id: "survived"}, agreed)
    assert figures["kinds"] == {"place": {"mutants": 2, "noticed": 1, "survivors": {}, "allowed": {far.id: "a unit"}}}
    assert figures["not tried in full"] == ["coreference"]
    assert figures["allowed for nothing"] == sorted([near.id, "gone"])
    bare = mutations.figures_of([near, far], {near.id: "no tests", far.id: "timed out"}, {})
    assert bare["kinds"]["place"]["survivors"] == {near.id: "no tests"}


def test_a_survivor_is_agreed_to_for_a_reason(mutations: ModuleType, tmp_path: Path) -> None:
    listed = tmp_path / "allowed.toml"
    assert mutations.allowed(listed) == {}
    listed.write_text('["questions/place/rules.py DAY up"]\nreason = "a unit"\n')
    assert mutations.allowed(listed) == {"questions/place/rules.py DAY up": "a unit"}
    listed.write_text('["questions/place/rules.py DAY up"]\nreason = ""\n')
    with pytest.raises(SystemExit, match="gives no reason"):
        mutations.allowed(listed)
