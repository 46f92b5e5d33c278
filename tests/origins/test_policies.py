"""House rules: what they ask, what they say of a side, and files of the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.errors import InputError
from rashomon.model import Evidence, Finding, Origins, Side, Source, Verdict
from rashomon.origins.policies import badge, load_policy, read_policy, shipped_policies
from rashomon.text import Range

PLACE = Range(0, 4)
NAMED = (Source("Ines Okafor", "said", PLACE),)
DESCRIBED = (Source("two officials", "said", PLACE, kind="anonymous"),)
OWN = """
name = "own"
text = "Three reports."
[met]
reports = 3
[[credibility]]
number = 2
named = true
"""


def side(origins: tuple[int, int], reports: int = 2, chain: tuple[Source, ...] = ()) -> Side:
    evidence = tuple(Evidence(f"r{number}", PLACE, PLACE, chain) for number in range(reports))
    return Side("nine", evidence, Origins(*origins))


def judged(name: str, one: Side, verdict: Verdict = Verdict.AGREE) -> tuple[bool, int]:
    found = badge(one, Finding(verdict, "", "", "", (one,)), load_policy(name))
    return found.met, found.credibility


@pytest.mark.parametrize(
    ("policy", "one", "verdict", "met", "credibility"),
    [
        ("two-origins", side((2, 2)), Verdict.AGREE, True, 1),
        ("two-origins", side((1, 2)), Verdict.AGREE, False, 2),
        ("two-origins", side((1, 1), 2, NAMED), Verdict.AGREE, False, 3),
        ("two-origins", side((1, 1), 5), Verdict.AGREE, False, 6),
        ("two-origins", side((2, 2)), Verdict.CONFLICT, False, 6),
        ("two-origins", side((2, 2)), Verdict.COMPATIBLE, True, 1),
        ("named-on-record", side((1, 1), 1, NAMED), Verdict.SOLE, True, 3),
        ("named-on-record", side((1, 1), 1, DESCRIBED), Verdict.SOLE, False, 6),
        ("named-on-record", side((2, 2), 2, NAMED), Verdict.AGREE, True, 1),
        ("named-on-record", side((1, 1), 1), Verdict.CONFLICT, False, 4),
    ],
)
def test_what_a_rule_says(policy: str, one: Side, verdict: Verdict, met: bool, credibility: int) -> None:
    assert judged(policy, one, verdict) == (met, credibility)


def test_a_badge_names_what_is_missing_and_prints_the_rule() -> None:
    one = side((1, 2))
    found = badge(one, Finding(Verdict.CONFLICT, "", "", "", (one,)), load_policy("two-origins"))
    assert found.why == "1 of 2 independent origins shown; another report contradicts it"
    assert found.text == load_policy("two-origins").text


def test_a_file_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    one = side((1, 1), 3, NAMED)
    found = badge(one, Finding(Verdict.AGREE, "", "", "", (one,)), load_policy(str(path)))
    assert (found.policy, found.met, found.credibility) == ("own", True, 2)


@pytest.mark.parametrize("name", shipped_policies())
def test_every_rule_that_ships_can_be_read(name: str) -> None:
    assert load_policy(name).name == name
    assert load_policy(name).credibility[-1][0] == 6


@pytest.mark.parametrize(
    "written",
    [
        "",
        "name = 1",
        "no toml at all",
        'name = "x"\ntext = "y"\n[met]\nluck = 3',
        'name = "x"\ntext = "y"\n[met]\nnamed = 3',
        'name = "x"\ntext = "y"\n[met]\norigins = true',
        'name = "x"\ntext = "y"\nmet = 3',
        'name = "x"\ntext = "y"\n[met]\n[[credibility]]\nnumber = 7',
        'name = "x"\ntext = "y"\n[met]\n[[credibility]]\norigins = 2',
    ],
)
def test_a_file_that_is_no_rule_is_named(written: str) -> None:
    with pytest.raises(InputError, match="mine"):
        read_policy(written, "mine")


@pytest.mark.parametrize("name", ["three-origins", "nowhere.toml", ""])
def test_a_rule_that_is_not_there_is_named(name: str) -> None:
    with pytest.raises(InputError):
        load_policy(name)
