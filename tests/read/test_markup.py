"""The text between the tags of a page, and where it stands there."""

from __future__ import annotations

import pytest

from rashomon.read.markup import DEEPEST, flattened, visible_text, without


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>Kites flew.</p><p>They fell.</p>", "\nKites flew.\n\nThey fell.\n"),
        ("K<b>it</b>es <A HREF='x'>flew</A>", "Kites flew"),
        ("Caf&eacute; &amp; bar &#233; &#xE9; &nosuch; R&D", "Café & bar é é &nosuch; R&D"),
        ('<a title="2 > 1">kites</a>', "kites"),
        ("<a title=it's>kites</a> it's", "kites it's"),
        ("a<!-- <p>hidden</p> -->b<!-->c<!--->d<!doctype html>e<?php x ?>f</ >g", "abcdefg"),
        ("a<script>if (a < b) { '<p>' }</script >b<STYLE>p{}</style>c", "abc"),
        ("a < b, 3<4 <", "a < b, 3<4 <"),
        ("kites<!-- never closed <p>x", "kites"),
        ("kites<script>never closed <p>x", "kites"),
        ("kites<a title='never closed <p>x", "kites"),
    ],
)
def test_keeps_what_a_reader_sees(page: str, text: str) -> None:
    assert visible_text(page).text == text


def test_leads_every_character_that_stands_there_back() -> None:
    page = "<h1>Caf&eacute; <i>Lind</i>mar</h1>\n<p>Ten &lt; twelve.</p>"
    visible = visible_text(page)
    for start, place, length in visible.offsets.runs:
        assert visible.text[start : start + length] == page[place : place + length]
    mapped = "".join(visible.text[start : start + length] for start, _, length in visible.offsets.runs)
    assert mapped == "Caf Lindmar\nTen  twelve."


def test_scripts_are_cut_out_and_data_on_the_article_is_not() -> None:
    page = "a<script>x</script>b<script type='application/ld+json'>{}</script><style>y</style>"
    assert without(page, visible_text(page).scripts) == "ab<script type='application/ld+json'>{}</script>"
    assert without("abc", ()) == "abc"


def test_counts_how_deep_tags_are_nested() -> None:
    assert visible_text("<div><p>a<p>b<br><span>c</span></div><div></div>").depth == 2
    assert visible_text("</div></div><div>").depth == 1


@pytest.mark.parametrize("levels", [DEEPEST + 1, 300, 10_000])
def test_a_deep_page_becomes_flat_and_loses_no_word(levels: int) -> None:
    page = (
        "<div>" * levels + "one<b>two</b></div>three<script>a<div>b</script>" + "</div>" * (levels - 1) + "<i>four</i>"
    )
    flat = flattened(page)
    assert visible_text(flat).depth <= DEEPEST + 1
    assert visible_text(flat).text.split() == visible_text(page).text.split() == ["onetwo", "three", "four"]
    assert len(flat) < 20 * DEEPEST


def test_a_page_that_is_not_deep_stays_as_it_is() -> None:
    page = "<div><p>Kites</p></div>" * 300
    assert flattened(page) == page
