"""Parts that one report lists, and the whole that another gives."""

from __future__ import annotations

import pytest
from tests.questions.two_reports import case_of, swapped

from rashomon.questions.quantity.parts import sum_of_parts

SIX = "The navy sank 6 boats."


@pytest.mark.parametrize(
    ("whole", "parts", "expected"),
    [
        (SIX, "The navy sank 5 boats and a patrol boat.", "5 + 1 = 6"),
        (SIX, "The navy sank 4 wooden boats. It also sank 2 steel boats.", "4 + 2 = 6"),
        ("The navy sank 9 boats.", "It sank 4 new boats. It sank 2 steel boats. It sank 3 old boats.", "4 + 2 + 3 = 9"),
        ("Seven bakers were shot.", "Four bakers were killed and three were injured.", "4 + 3 = 7"),
        (SIX, "The navy sank 5 boats and 1 lantern fell.", None),  # a lantern is no boat
        (SIX, "The navy sank 5 boats.", None),
        (SIX, "The navy sank about 5 boats and a patrol boat.", None),  # not exact
        ("The navy sank about 6 boats.", "The navy sank 5 boats and a patrol boat.", None),
        (SIX, "The navy sank 5 boats. Gulls cried. It rained. A choir sang. It sank 1 wooden boat.", None),  # too far
    ],
)  # fmt: skip
def test_sums(whole: str, parts: str, expected: str | None) -> None:
    case = case_of(whole, parts)
    found = sum_of_parts(case)
    assert found == (expected and f"{expected}: the parts in b add up to the whole")
    assert sum_of_parts(swapped(case)) == found
