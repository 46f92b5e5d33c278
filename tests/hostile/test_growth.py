"""Reading takes steps in proportion to what is read, however deep, broad or often repeated; a clock is not asked."""

from __future__ import annotations

import pytest
from tests.hostile.pumped import Pumped, all_pumped
from tests.steps import growth

from rashomon.read.formats import mail, read_source
from rashomon.read.found import source_of
from rashomon.settings import Settings

HIGHEST = 5  # times the steps for four times the text: in proportion is 4, the square 16
KINDS = {
    kind: [one for one in all_pumped() if one.kind == kind] for kind in dict.fromkeys(p.kind for p in all_pumped())
}


@pytest.mark.parametrize("pumped", KINDS.values(), ids=KINDS)
def test_steps_grow_no_faster_than_the_text(pumped: list[Pumped], monkeypatch: pytest.MonkeyPatch) -> None:
    # Below this limit the library's time grows with the square; the text of the least size is as long already.
    monkeypatch.setattr(mail, "LONGEST_FIELD", 300)
    found = {one.piece: growth(one.work, one.size) for one in pumped}
    assert not {piece: grown for piece, grown in found.items() if grown > HIGHEST}


def test_the_least_nested_json_that_is_refused_is_named() -> None:
    content = b'{"text": "The club won.", "a": ' + b"[" * 100_000
    ((_, outcome),) = read_source(source_of(content, "deep.json"), Settings())
    assert "deep.json: is not valid JSON" in str(outcome)
