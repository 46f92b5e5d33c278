"""Where a distance is measured from, and which way."""

from __future__ import annotations

import pytest
from tests.extract.invented_claims import quantity_claim


@pytest.mark.parametrize(
    ("text", "reference", "direction"),
    [
        ("The yacht sank 30 miles east of Quillport.", "quillport", "east"),
        ("The wreck lies 150 nautical miles southeast of Marrow Island.", "marrow island", "southeast"),
        ("The wreck lies 150 nautical miles south-east of Marrow Island.", "marrow island", "southeast"),
        ("The herd grazed 12 km (7 miles) from the border.", "border", ""),
        ("The yacht sank 55 miles off Marrow Island.", "marrow island", ""),
        ("The yacht sank 55 miles off Quillport.", "quillport", ""),
        ("The yacht sank 20 miles outside the old harbour.", "old harbour", ""),
        ("The yacht drifted 30 miles north.", "", "north"),
        ("The tunnel is 55 kilometers long.", "", ""),
        ("The yacht sank in 30 metres of water.", "water", ""),
        ("The fire burned 12 barns east of Quillport.", "", ""),  # a count has no direction
    ],
)
def test_reference_and_direction(text: str, reference: str, direction: str) -> None:
    about = quantity_claim(text).about
    assert (about.reference, about.direction) == (reference, direction)
