"""Declared knowledge: one TOML file per subject, each naming its source at the top."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any


@cache
def load_table(name: str) -> Mapping[str, Any]:
    """Return the table `name` ("units" reads units.toml) as a read-only mapping, read once.

    Callers turn it into their own frozen values and never change what lies in it. Raises `FileNotFoundError` where
    there is no such table.
    """
    with resources.files(__package__).joinpath(f"{name}.toml").open("rb") as stream:
        return MappingProxyType(tomllib.load(stream))
