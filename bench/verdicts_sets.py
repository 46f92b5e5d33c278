"""The labelled event sets as the measurements of alignment and verdicts see them: accounts, gold, official scorer.

Reports are read and parsed once; a `cache` folder keeps the accounts between runs for as long as neither the reports
nor the code before alignment changes.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any
from unittest.mock import patch

import rashomon
from rashomon import read
from rashomon.comparing import findings_on
from rashomon.extract.account import build_account
from rashomon.lang.parse import load_parser
from rashomon.model import Account, Comparison, Finding
from rashomon.pseudonyms import called, named_findings, under_pseudonyms
from rashomon.render.json import comparison_as_json
from rashomon.settings import Settings

DIFFERENCES = ("conflict", "compatible", "unclear")
BEFORE_ALIGNMENT = ("text.py", "tables.py", "model.py", "lang", "read", "extract")  # what an account depends on
Weights = Mapping[str, Mapping[str, float]]  # channel -> feature -> weight


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """One event: its name, its folder, the accounts of its reports, and what a reader marked in them."""

    name: str
    folder: Path
    accounts: tuple[Account, ...]
    gold: Mapping[str, Any]

    @property
    def texts(self) -> dict[str, str]:
        """Return report id -> text."""
        return {account.report.id: account.report.text for account in self.accounts}


def load_sets(
    shared: Path, cache: Path | None = None, only: str = "", kinds: Sequence[str] = ("reports",)
) -> tuple[LabelledSet, ...]:
    """Return the sets in the folders `kinds` of `shared`, by kind and name; `only` names one of them.

    Raises `SystemExit` where there is none of that name.
    """
    found = (sorted(p.parent for p in (shared / kind).glob("*/gold.json")) for kind in kinds)
    folders = [folder for kind in found for folder in kind if only in ("", folder.name)]
    if not folders:
        raise SystemExit(f"no labelled set {only or 'at all'} under {shared / 'reports'}")
    return tuple(
        LabelledSet(
            folder.name,
            folder,
            _accounts(folder, cache),
            json.loads((folder / "gold.json").read_text(encoding="utf-8")),
        )
        for folder in folders
    )


def corpus_files(shared: Path, kinds: Sequence[str] = ("reports",)) -> list[Path]:
    """Return the files that the figures were measured on."""
    return sorted(file for kind in kinds for file in (shared / kind).glob("*/*"))


def load_scorer(shared: Path) -> ModuleType:
    """Return the official scorer, `shared`/bench/score.py, as a module."""
    spec = importlib.util.spec_from_file_location("official_scorer", shared / "bench" / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer under {shared}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def findings_of(event: LabelledSet, settings: Settings) -> tuple[Finding, ...]:
    """Return what the pipeline finds in a set, from its accounts on."""
    by_id = {account.report.id: account for account in event.accounts}
    ordered, names = under_pseudonyms([account.report for account in event.accounts])
    findings, _ = findings_on([called(by_id[names[report.id]], report.id) for report in ordered], settings)
    return named_findings(findings, names)


def as_compared(event: LabelledSet, findings: tuple[Finding, ...]) -> dict[str, Any]:
    """Return the comparison as the command line prints it: what the official scorer reads."""
    reports = tuple(account.report for account in event.accounts)
    comparison: dict[str, Any] = json.loads(comparison_as_json(Comparison(reports, findings)))
    return comparison


@contextmanager
def weights_set(weights: Weights | None) -> Iterator[None]:
    """Let alignment use `weights` in place of those that ship, for the channels they name; None leaves all in place."""
    with ExitStack() as replaced:
        for channel, table in (weights or {}).items():
            place = f"rashomon.questions.{channel}.candidates.load_weights"
            replaced.enter_context(patch(place, return_value=MappingProxyType(dict(table))))
        yield


def _accounts(folder: Path, cache: Path | None) -> tuple[Account, ...]:
    files = sorted(folder.glob("*.txt"))
    if cache is None:
        return _parsed(files)
    kept = cache / f"{folder.name}-{_fingerprint(files)}.pickle"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        for old in cache.glob(f"{folder.name}-*.pickle"):
            old.unlink()
        kept.write_bytes(pickle.dumps(_parsed(files)))
    accounts: tuple[Account, ...] = pickle.loads(kept.read_bytes())  # noqa: S301 - written by the line above
    return accounts


def _parsed(files: Iterable[Path]) -> tuple[Account, ...]:
    parser = load_parser(None)
    reports = sorted(read([str(file) for file in files]).reports, key=lambda report: report.id)
    return tuple(build_account(report, parser) for report in reports)


def _fingerprint(files: Iterable[Path]) -> str:
    """Return a hash of the reports and of all code and tables that an account depends on."""
    package = Path(rashomon.__file__).parent
    code = [f for part in BEFORE_ALIGNMENT for f in [package / part, *(package / part).rglob("*")] if f.is_file()]
    digest = hashlib.sha256()
    for file in (*files, *sorted(f for f in code if f.suffix != ".pyc")):
        digest.update(str(file).encode() + file.read_bytes())
    return digest.hexdigest()[:16]
