"""Ids of reports."""

from __future__ import annotations

import pytest

from rashomon.read.names import unique_ids


@pytest.mark.parametrize(
    ("wished", "ids"),
    [
        ([("a", "x/a"), ("b", "x/b")], ("a", "b")),
        ([("a", "x/a"), ("a", "y/a"), ("b", "y/b")], ("x/a", "y/a", "b")),
        ([("a", "x/a", "x/a.md"), ("a", "x/a", "x/a.txt")], ("x/a.md", "x/a.txt")),
        ([("a",), ("a",), ("a-2",)], ("a", "a-3", "a-2")),
        ([], ()),
    ],
)
def test_ids_are_short_and_unique(wished: list[tuple[str, ...]], ids: tuple[str, ...]) -> None:
    assert unique_ids(wished) == ids


def test_one_name_for_ten_thousand_reports_takes_no_square_of_time() -> None:
    ids = unique_ids([("a",)] * 10_000)
    assert ids[:3] == ("a", "a-2", "a-3")
    assert len(set(ids)) == 10_000
