"""Reports in a language that claims are not read in: read, grouped by their copies, and said to be so."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon import compare, read
from rashomon.cli import run

# Two of one text, and one of its own, of an invented event.
WIRE = """Vier Fähren liegen nach einem Seilriss fest

Im Hafen von Altenfähr sind am Sonntag vier Fähren nach dem Riss eines Seils nicht ausgelaufen.
Das teilte das Hafenamt mit.

Verletzt wurde nach den Worten der Sprecherin niemand. Etwa 320 Reisende warteten bis zum Abend auf dem nördlichen Kai.

Das Seil war im Januar geprüft worden und galt als sicher, sagte der Hafenmeister der Zeitung am Montag.
"""
CUT = WIRE.replace("Vier Fähren liegen nach einem Seilriss fest", "Seil gerissen: Fähren bleiben im Hafen")
OTHER = """Neun Boote sinken im Sturm

Vor der Küste sind am Samstag neun Fischerboote gesunken. Die Besatzungen konnten sich retten, hieß es im Rathaus.

Der Sturm hatte in der Nacht an Stärke gewonnen. Mit einem Ende rechnen die Meteorologen erst in der nächsten Woche.
"""
ENGLISH = (
    "Four ferries were held in the harbour on Sunday after a rope broke. Nobody was hurt, the harbour office said.\n",
    "Five ferries were held in the harbour on Sunday after a rope broke. Nobody was hurt, the harbour office said.\n",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("wire", WIRE), ("cut", CUT), ("other", OTHER)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_they_are_read_and_said_to_be_in_another_language(folder: Path) -> None:
    found = read([folder])
    assert {report.id: report.language for report in found.reports} == {"wire": "de", "cut": "de", "other": "de"}
    assert [problem.gravity.value for problem in found.problems] == ["noted"] * 3
    assert all("is in German; its copies are found" in problem.message for problem in found.problems)
    assert not found.failed


def test_their_copies_are_found_and_nothing_they_say_is_compared(folder: Path) -> None:
    comparison = compare(read([folder]).reports)
    assert [tuple(sorted((edge.origin_from, edge.origin_to))) for edge in comparison.origins] == [("cut", "wire")]
    assert comparison.findings == ()


def test_beside_them_reports_that_are_understood_are_compared_as_ever(folder: Path) -> None:
    for number, text in enumerate(ENGLISH):
        (folder / f"english-{number}.txt").write_text(text, encoding="utf-8")
    findings = compare(read([folder]).reports).findings
    spoken = {evidence.report for finding in findings for side in finding.sides for evidence in side.evidence}
    assert spoken == {"english-0", "english-1"}
    assert any(finding.verdict == "conflict" for finding in findings)


@pytest.mark.parametrize("form", ["terminal", "json", "html", "markdown", "csv"])
def test_the_command_says_it_and_ends_well(folder: Path, form: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", str(folder), "--format", form]) == 0
    said = capfd.readouterr()
    if form == "html":
        assert said.out.count("in German: what it says is not compared") == 3
    assert said.err.count("is in German") == 3
    assert said.out
