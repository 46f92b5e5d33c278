"""Pages that mean harm: nested, broad, broken. What they say is found, in time that grows as they do."""

from __future__ import annotations

import random

import pytest
from tests.hostile.pumped import PIECES
from tests.hostile.shapes import STORY

from rashomon import Settings
from rashomon.errors import RashomonError
from rashomon.read.charset import decode_page
from rashomon.read.formats.html import read_html
from rashomon.read.found import Found, source_of
from rashomon.read.pages import read_page


@pytest.mark.parametrize("levels", [150, 300, 10_000])
@pytest.mark.parametrize("tag", ["div", "span", "table><tr><td", "ul><li", "section", "x-y"])
def test_text_is_found_however_deep_it_stands(levels: int, tag: str) -> None:
    closing = f"</{tag.partition('>')[0]}>"
    found = read_page(f"<html><body>{f'<{tag}>' * levels}{STORY}{closing * levels}</body></html>", "x")
    assert "drew four hundred people" in found.text
    assert found.offsets is not None
    assert found.offsets.runs


def test_text_beside_text_at_every_depth_stays_apart() -> None:
    page = "".join(f"<div>Kite number {n} rose over the pier and came down again at noon." for n in range(400))
    found = read_page(page, "x")
    assert found.text.split("\n\n")[-1] == "Kite number 399 rose over the pier and came down again at noon."


def test_pages_with_errors_in_them_are_read_or_refused() -> None:
    chance = random.Random(6)
    seed = f"<!DOCTYPE html><html><head><meta charset=utf-8><title>Kites</title></head><body><h1>Kites</h1>{STORY * 2}"
    for _ in range(150):
        content = bytearray(seed.encode())
        for _ in range(chance.randrange(1, 20)):
            at = chance.randrange(len(content))
            kind = chance.randrange(3)
            if kind == 0:
                content[at] = chance.randrange(256)
            elif kind == 1:
                del content[at : at + chance.randrange(1, 30)]
            else:
                content[at:at] = chance.choice(PIECES).encode()
        try:
            (found,) = read_html(source_of(bytes(content), "x"), Settings())
        except RashomonError:
            continue
        assert isinstance(found, Found)
        assert found.offsets is not None
        page = decode_page(bytes(content))
        assert all(found.text[a : a + n] == page[b : b + n] for a, b, n in found.offsets.runs)
