"""Whether two words are near enough in letters to be one: the shorter the words, the nearer they must be."""

from __future__ import annotations

import pytest

from rashomon.coreference.spelling import alike


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("dor", "dorn", False),  # three letters, then four: one edit
        ("dorn", "dorm", True),
        ("dora", "deri", False),  # four letters, then five: two edits that leave the consonants
        ("doran", "derin", True),
        ("varnhol", "vernhor", False),  # seven letters, then eight: two edits of any kind
        ("varnholm", "vernhorm", True),
        ("dornik", "vandornik", True),  # a particle written on, before six letters, then five
        ("dorni", "vandorni", False),
    ],
)
def test_longer_words_may_lie_further_apart(one: str, other: str, near: bool) -> None:
    assert alike(one, other) == alike(other, one) == near
