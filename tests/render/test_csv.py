"""The table, and cells that a spreadsheet would run."""

from __future__ import annotations

import csv
import io

import pytest

from rashomon.model import Comparison
from rashomon.render.csv import COLUMNS, comparison_as_csv, inert


def test_has_a_row_for_each_piece_of_evidence(kites: Comparison) -> None:
    rows = list(csv.DictReader(io.StringIO(comparison_as_csv(kites))))
    assert tuple(rows[0]) == COLUMNS
    assert [(row["verdict"], row["report"], row["start"], row["end"]) for row in rows] == [
        ("conflict", "first", "13", "24"),
        ("conflict", "second", "0", "17"),
        ("sole", "first", "31", "39"),
    ]
    assert (rows[0]["attribution"], rows[0]["outlet"], rows[0]["origins_at_most"]) == ("the club", "Kite Weekly", "2")
    assert rows[2]["about"] == "'=who says it"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_formula_is_made_inert(cell: str) -> None:
    assert inert(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["one", "1-1", 7, ""])
def test_other_cells_stay(cell: str | int) -> None:
    assert inert(cell) == cell
