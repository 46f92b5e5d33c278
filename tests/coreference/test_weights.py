"""The weights that ship: they name exactly the features that are computed, and say how they were found."""

from __future__ import annotations

import math
import tomllib
from importlib.resources import files

import pytest

from rashomon.coreference.same_question import FEATURES, load_weights, score
from rashomon.coreference.weights import weight

TEXT = files("rashomon.coreference").joinpath("weights.toml").read_text(encoding="utf-8")


def test_the_quantity_weights_name_exactly_the_features_computed() -> None:
    assert list(load_weights("quantity")) == ["bias", *FEATURES]


@pytest.mark.parametrize("channel", sorted(tomllib.loads(TEXT)))
def test_every_channel_has_a_constant_and_weights_of_a_sensible_size(channel: str) -> None:
    weights = load_weights(channel)
    assert "bias" in weights
    assert all(isinstance(weight, float) and abs(weight) < 10 for weight in weights.values())


def test_each_weight_stands_beside_what_its_feature_means() -> None:
    for name, feature in FEATURES.items():
        first_line = (feature.__doc__ or "").splitlines()[0]
        assert any(line.startswith(f"{name} = ") and line.endswith(f"# {first_line}") for line in TEXT.splitlines()), (
            name
        )


def test_the_header_says_how_and_on_what_they_were_learned() -> None:
    header = TEXT.partition("[")[0]
    assert "training/alignment/train.py" in header
    assert any(len(word) == 64 for word in header.split())


def test_a_pair_without_any_feature_gets_the_constant_alone() -> None:
    assert score(dict.fromkeys(FEATURES, 0.0), {"bias": 0.0, **dict.fromkeys(FEATURES, 1.0)}) == 0.5


def test_a_word_that_no_sentence_has_tells_as_much_as_one_in_half_a_sentence_of_four_hundred() -> None:
    assert math.exp(weight("varnholmish")) == pytest.approx(401 / 0.5)


def test_no_word_is_so_common_that_it_tells_nothing() -> None:
    assert 0 < weight("the") < weight("say")
