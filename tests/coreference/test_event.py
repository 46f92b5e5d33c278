"""What is known of an event: weights, cosines, items, and that order plays no part."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.events import account_of, event_about

from rashomon.coreference.event import items_of
from rashomon.coreference.weights import content_words, cosine, weight
from rashomon.model import Claim, Quantity
from rashomon.text import Range

EVENT = event_about(
    {"a": "The fire at Dorn killed 4 bakers. Ada Kessling fled.", "b": "The fire burned about 30 barns near Dorn."}
)
WORDS = st.frozensets(st.sampled_from(["fire", "dorn", "baker", "barn", "kessling", "unheard", "flee"]))


@given(WORDS, WORDS)
def test_the_cosine_has_no_direction_and_stays_in_bounds(one: frozenset[str], other: frozenset[str]) -> None:
    found = cosine(one, other)
    assert found == cosine(other, one)
    assert 0 <= found <= 1 + 1e-9
    assert not one or abs(cosine(one, one) - 1) < 1e-9
    assert (one & other != frozenset()) == (found > 0)


def test_a_word_of_fewer_sentences_tells_more() -> None:
    assert weight("say") < weight("fire") < weight("baker") <= weight("kessling")


def test_telling_words() -> None:
    (sentence,) = account_of("a", "The mayor said 12 cows had drowned near Dorn.").sentences
    assert content_words(sentence.tokens) == {"mayor", "12", "cow", "drown", "dorn"}


def first(text: str) -> Claim:
    return next(c for c in account_of("a", text).claims if isinstance(c.value, Quantity))


@pytest.mark.parametrize(
    ("text", "amount", "exact", "of_many", "rivals"),
    [
        ("The fire burned 30 barns.", 30, True, False, 0),
        ("The fire burned about 30 barns.", 30, False, False, 0),
        ("The fire burned more than 30 barns.", 30, False, False, 0),
        ("One of the villages lost power.", 1, True, True, 0),
        ("The fire burned 30 barns. Then it burned 40 barns.", 30, True, False, 1),
        ("The fire burned 30 barns. Then it burned 40 carts.", 30, True, False, 0),
    ],
)
def test_items(text: str, amount: float, exact: bool, of_many: bool, rivals: int) -> None:
    account = account_of("a", text)
    item = next(i for i in items_of(account) if isinstance(i.claim.value, Quantity))
    assert (item.amount, item.exact, item.of_many, item.rivals) == (amount, exact, of_many, rivals)
    assert 0 <= item.place <= 1


def test_names_near_are_those_within_reach() -> None:
    text = "The fire burned 30 barns near Dorn."
    account = account_of("a", text)
    near = [i for i in items_of(account) if isinstance(i.claim.value, Quantity)]
    assert near[0].names_near == {"dorn"}
    assert next(i for i in items_of(account, reach=1) if isinstance(i.claim.value, Quantity)).names_near == frozenset()


def test_an_account_is_found_by_its_report() -> None:
    assert EVENT.account("b").report.id == "b"
    with pytest.raises(KeyError):
        EVENT.account("c")


@pytest.mark.parametrize(("blanks", "of_many"), [(1, True), (3, True), (4, False)])
def test_of_belongs_to_one_only_right_behind_it(blanks: int, of_many: bool) -> None:
    account = account_of("a", f"One{' ' * blanks}of the villages lost power.")
    claims = tuple(replace(claim, evidence=Range(0, len("One"))) for claim in account.claims)
    item = next(i for i in items_of(replace(account, claims=claims)) if isinstance(i.claim.value, Quantity))
    assert item.of_many == of_many
