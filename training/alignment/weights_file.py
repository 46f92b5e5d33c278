"""Writes the weights as they ship: a header that says how they were found, and what each feature means."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

WIDTH = 26


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel's weights ("bias" first), what each feature means, and a line on how they were found."""

    name: str
    weights: Mapping[str, float]
    meanings: Mapping[str, str]
    found: str


def meanings_of(features: Mapping[str, Callable[..., float]]) -> dict[str, str]:
    """Return feature -> the first line of its docstring."""
    return {name: (feature.__doc__ or "").strip().splitlines()[0] for name, feature in features.items()}


def written(channels: tuple[Channel, ...], header: str, before: str = "") -> str:
    """Return the file: the channels given, then those of `before` that are not among them, as they stood."""
    lines = [*(f"# {line}".rstrip() for line in header.splitlines()), ""]
    for channel in channels:
        lines += [f"# {channel.found}", f"[{channel.name}]"]
        for name, weight in channel.weights.items():
            meaning = "The constant." if name == "bias" else channel.meanings[name]
            lines.append(f"{f'{name} = {weight:.2f}':<{WIDTH}}# {meaning}")
        lines.append("")
    kept = {name: table for name, table in tomllib.loads(before).items() if name not in {c.name for c in channels}}
    for name, table in kept.items():
        lines += [f"[{name}]", *(f"{key} = {value:.2f}" for key, value in table.items()), ""]
    return "\n".join(lines).rstrip() + "\n"


def write(path: Path, channels: tuple[Channel, ...], header: str) -> None:
    """Write the file at `path`; channels that are not given stay as they stand there."""
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(written(channels, header, before), encoding="utf-8")
