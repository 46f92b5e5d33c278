"""Where two names are one person's, by how long the words are: short words that are nearly alike are as often two."""

from __future__ import annotations

import pytest

from rashomon.coreference.name_match import Sameness
from rashomon.coreference.person_names import same_person

VARIANT, DIFFERENT, UNKNOWN = Sameness.VARIANT, Sameness.DIFFERENT, Sameness.UNKNOWN


@pytest.mark.parametrize(
    ("one", "other", "sameness", "reason"),
    [
        ("adk", "ada dorn kessling", VARIANT, "initials"),
        ("advk", "ada dorn vera kessling", DIFFERENT, "no word in common"),  # four letters
        ("varnd", "varnt", UNKNOWN, "spelling"),  # five letters, each name alone
        ("varnod", "varnot", VARIANT, "spelling"),
        ("varn", "ada vorn", DIFFERENT, "no word in common"),  # four letters, beside a full name
        ("varnd", "ada varnt", VARIANT, "spelling"),
        ("sunho", "dorn sun ho", DIFFERENT, "no word in common"),  # five letters, written as one
        ("jungho", "dorn jung ho", VARIANT, "transliteration hyphens"),
    ],
)
def test_the_length_of_the_words_decides(one: str, other: str, sameness: Sameness, reason: str) -> None:
    match = same_person(one, other)
    assert (match.sameness, match.reason) == (sameness, reason)
    assert same_person(other, one) == match
