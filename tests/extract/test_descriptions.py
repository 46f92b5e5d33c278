"""What a report says a named place, ship or body is, and who holds which role."""

from __future__ import annotations

import pytest
from tests.extract.invented_claims import descriptions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank off the port city of Varnholm.", [("Varnholm", "port city", "port city of Varnholm")]),
        ("The crew sailed to Tessel, a fishing village in Norda.",
         [("Tessel", "fishing village Norda", "Tessel, a fishing village in Norda")]),
        ("The frigate Halcyon rescued three divers.", [("Halcyon", "frigate", "frigate Halcyon")]),
        ("Divers left Varnholm on Monday.", []),  # a bare name
        ("Varnholm residents cheered.", []),  # residents are described, not Varnholm
        ("Mayor Ada Kessling opened the museum.", []),  # a person has roles
    ],
)  # fmt: skip
def test_descriptions(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert descriptions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Ada Kessling opened the museum.", [("Ada Kessling", "Mayor", "Mayor Ada Kessling")]),
        (
            "Ada Kessling, the mayor of Dorn, left.",
            [("Ada Kessling", "mayor of Dorn", "Ada Kessling, the mayor of Dorn")],
        ),
        ("Ada Kessling left.", []),
    ],
)
def test_roles(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert descriptions(text, "role") == expected
