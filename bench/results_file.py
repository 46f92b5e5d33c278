"""Writes one file of measured figures to `bench/results/`, with what they were measured on."""

from __future__ import annotations

import hashlib
import json
import platform
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


def write_result(name: str, figures: Mapping[str, Any], corpus_paths: Iterable[Path]) -> Path:
    """Write `bench/results/NAME.json` and return its path.

    The file holds the figures, the commit, the machine, and one sha256 over all corpus files that were read.
    """
    content = {
        "figures": figures,
        "commit": _commit(),
        "corpus_sha256": corpus_hash(corpus_paths),
        "machine": machine(),
    }
    path = ROOT / "bench" / "results" / f"{name}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content, indent=2, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def corpus_hash(paths: Iterable[Path]) -> str:
    """Return one sha256 over the files: their names and contents, ordered by name; folders are read to the bottom."""
    wanted = {file for path in paths for file in (path.rglob("*") if path.is_dir() else [path]) if file.is_file()}
    digest = hashlib.sha256()
    for file in sorted(wanted, key=lambda file: (file.name, str(file))):
        digest.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def machine() -> str:
    """Return one line about processor, system and Python."""
    model = platform.processor() or platform.machine()
    description = Path("/proc/cpuinfo")
    if description.exists():
        lines = description.read_text(encoding="utf-8").splitlines()
        names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
        model = f"{names[0]} ({len(names)} cores)" if names else model
    return f"{model}, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


def _commit() -> str:
    """Return the commit that was measured, marked where the tree differs from it."""
    changed = _git("status", "--porcelain", "--untracked-files=no", "src")
    return (_git("rev-parse", "HEAD") or "unknown") + ("+changes" if changed else "")


def _git(*words: str) -> str:
    """Return what git prints, or nothing outside a repository."""
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
