"""House rules: small files that say when a statement is corroborated, and what the rule says of each side."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Any

from rashomon.errors import InputError
from rashomon.model import Badge, Finding, Side, Verdict
from rashomon.origins.names import is_proper

_CONDITIONS = frozenset({"origins", "possible_origins", "reports", "named", "contradicted"})
_CREDIBILITY = range(1, 7)
UNJUDGED = 6


@dataclass(frozen=True, slots=True)
class Conditions:
    """What must hold of a side: at least so many origins shown, origins possible, reports; named; contradicted.

    None asks nothing.
    """

    origins: int | None = None
    possible_origins: int | None = None
    reports: int | None = None
    named: bool | None = None
    contradicted: bool | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """A house rule: its name, its text, when it is met, and the credibility numbers in the order they are tried."""

    name: str
    text: str
    met: Conditions
    credibility: tuple[tuple[int, Conditions], ...]


def shipped_policies() -> tuple[str, ...]:
    """Return the names of the rules that ship, in alphabetical order."""
    files = resources.files(__package__).iterdir()
    return tuple(sorted(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml")))


def load_policy(name: str) -> Policy:
    """Return the rule of that name, or the one that the file at that path holds.

    Raises `InputError` where there is no such rule or its file cannot be read as one.
    """
    if name in shipped_policies():
        return read_policy(resources.files(__package__).joinpath(f"{name}.toml").read_text("utf-8"), name)
    if not name.endswith(".toml"):
        raise InputError(f"no policy is called {name}: choose {', '.join(shipped_policies())} or a .toml file")
    try:
        return read_policy(Path(name).read_text("utf-8"), name)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{name}: cannot be read as a policy ({error})") from error


def read_policy(written: str, source: str) -> Policy:
    """Return the rule that a file's text declares. Raises `InputError` where it declares none; `source` names it."""
    try:
        table = tomllib.loads(written)
        numbers = tuple((_number(entry), _conditions(entry)) for entry in table.get("credibility", []))
        return Policy(str(table["name"]), str(table["text"]), _conditions(table["met"]), numbers)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(f"{source}: is no policy ({error})") from error


def _number(entry: Mapping[str, Any]) -> int:
    if entry["number"] not in _CREDIBILITY:
        raise ValueError("credibility goes from 1 to 6")
    return int(entry["number"])


def _conditions(entry: Mapping[str, Any]) -> Conditions:
    asked = {name: value for name, value in entry.items() if name != "number"}
    if unknown := sorted(asked.keys() - _CONDITIONS):
        raise ValueError(f"unknown condition {unknown[0]}")
    if any(isinstance(value, bool) != (name in ("named", "contradicted")) for name, value in asked.items()):
        raise ValueError("named and contradicted are true or false, the others are numbers")
    return Conditions(**asked)


def with_badges(findings: tuple[Finding, ...], policy: Policy) -> tuple[Finding, ...]:
    """Return the findings with what the rule says of each of their sides."""
    return tuple(
        replace(finding, sides=tuple(replace(side, badge=badge(side, finding, policy)) for side in finding.sides))
        for finding in findings
    )


def badge(side: Side, finding: Finding, policy: Policy) -> Badge:
    """Return what the rule says of one side of a finding, and which of its conditions are not met."""
    missing = _missing(policy.met, side, finding)
    number = next((n for n, asked in policy.credibility if not _missing(asked, side, finding)), UNJUDGED)
    return Badge(policy.name, policy.text, not missing, "; ".join(missing) or "all that it asks for is there", number)


def _missing(asked: Conditions, side: Side, finding: Finding) -> list[str]:
    """Return in words what a side lacks of the conditions; nothing where all of them hold."""
    at_least, at_most = (side.origins.at_least, side.origins.at_most) if side.origins else (0, 0)
    reports = len({evidence.report for evidence in side.evidence})
    named = any(
        source.kind != "anonymous" and is_proper(source.name) for e in side.evidence for source in e.attribution
    )
    contradicted = finding.verdict is Verdict.CONFLICT
    found = []
    for wanted, there, thing in (
        (asked.origins, at_least, "independent origins shown"),
        (asked.possible_origins, at_most, "origins possible"),
        (asked.reports, reports, "reports"),
    ):
        if wanted is not None and there < wanted:
            found.append(f"{there} of {wanted} {thing}")
    if asked.named is not None and asked.named != named:
        found.append("nobody is named" if asked.named else "somebody is named")
    if asked.contradicted is not None and asked.contradicted != contradicted:
        found.append("another report contradicts it" if contradicted else "no report contradicts it")
    return found
