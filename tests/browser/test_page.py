"""The page as a reader meets it: clicked, typed at, filtered, narrowed, printed, and read by a machine for access."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from rashomon.model import Comparison, Finding, Report, Side, Verdict

Open = Callable[..., Any]

SEEN = """(mark) => { const box = mark.getBoundingClientRect(), frame = mark.closest('.text').getBoundingClientRect();
  return box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1; }"""


def long_winded(comparison: Comparison, invented: ModuleType) -> Comparison:
    """Return two reports so long that the words of their one finding lie far below the fold."""
    padding = "\n\n".join(f"Paragraph {number} has nothing to say of the matter at hand." for number in range(120))
    first, second = (
        invented.report(name, f"{name}\n\n{padding}\n\n{words}\n\n{padding}\n", outlet=name)
        for name, words in (("North", "Six boats sank off the point."), ("South", "Nine boats sank off the point."))
    )
    sides = (Side("six", (invented.words(first, "Six boats"),)), Side("nine", (invented.words(second, "Nine boats"),)))
    finding = Finding(Verdict.CONFLICT, "quantity", "boats sunk", "6 is not 9.", sides)
    return Comparison((first, second), (finding,))


def test_a_click_takes_every_report_to_its_words(opened: Open, invented: ModuleType) -> None:
    page = opened(long_winded(invented.fire(), invented)).page
    assert [mark.evaluate(SEEN) for mark in page.query_selector_all(".m")] == [False, False]
    page.click(".choose")
    page.wait_for_timeout(100)
    assert [mark.evaluate(SEEN) for mark in page.query_selector_all(".m.on")] == [True, True]
    assert page.get_attribute(".choose", "aria-current") == "true"
    assert page.url.endswith("#" + page.get_attribute(".finding", "id"))


def test_a_click_beside_the_heading_chooses_too_and_escape_lets_go(opened: Open, invented: ModuleType) -> None:
    page = opened(invented.fire()).page
    page.click(".card >> nth=1 >> .explanation")
    assert page.locator(".finding.active h4").text_content() == "whether the ammonia alarm sounded"
    assert "silent: Harbour Courier, Tarnby Herald, The Meteor, Northern Ledger" in page.inner_text("#trail-where")
    assert page.locator(".column:visible").count() == 1
    page.click("#silent")
    assert page.locator(".column:visible").count() == 5
    assert page.locator(".silence:visible").count() == 4
    page.keyboard.press("Escape")
    assert page.locator(".finding.active, .m.on").count() == 0
    assert "#" not in page.url
    assert page.is_hidden("#trail")


def test_a_link_opens_its_finding_with_all_reports_at_the_words(opened: Open, invented: ModuleType) -> None:
    comparison = long_winded(invented.fire(), invented)
    anchor = opened(comparison).page.get_attribute(".finding", "id")
    page = opened(comparison, fragment=f"#{anchor}").page
    page.wait_for_timeout(100)
    assert [mark.evaluate(SEEN) for mark in page.query_selector_all(".m.on")] == [True, True]


def test_the_keyboard_reaches_findings_words_and_back(opened: Open, invented: ModuleType) -> None:
    page = opened(invented.fire()).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the findings"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "findings"
    page.focus(".findings > .keys summary")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.choose')")
    page.keyboard.press("Enter")
    assert page.locator(".m.on").all_inner_texts() == [
        "injuring three workers",
        "injuring four people",
        "injuring three workers",
        "Three workers were treated for burns",
    ]
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.textContent") == "injuring three workers"
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.textContent") == "injuring four people"
    assert page.inner_text("#trail-where").startswith("Words 2 of 4.")
    assert page.text_content("#said") == "Words 2 of 4, Tarnby Herald: injuring four people"
    page.keyboard.press("p")
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.textContent") == "Three workers were treated for burns"
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") == "whether the ammonia alarm sounded"
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.textContent") == "people injured in the fire"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "words"


def test_letters_can_be_switched_off_as_keys(opened: Open, invented: ModuleType) -> None:
    page = opened(invented.fire()).page
    page.click(".keys summary")
    page.uncheck("#letters")
    page.keyboard.press("j")
    assert page.locator(".finding.active").count() == 0


def test_filters_by_verdict_and_words_say_what_they_leave(opened: Open, invented: ModuleType) -> None:
    page = opened(invented.fire()).page
    shown = page.locator(".finding:visible")
    everything = shown.count()
    page.click(".chip[data-verdict=unclear]")
    assert page.get_attribute(".chip[data-verdict=unclear]", "aria-pressed") == "true"
    assert shown.count() == 2
    assert page.inner_text("#status") == f"2 of {len(invented.fire().findings)} findings shown"
    page.click(".chip[data-verdict=conflict]")
    assert shown.count() == 4
    page.fill("#words", "ALARM sounded")
    assert shown.count() == 1
    page.fill("#words", "no such words")
    assert shown.count() == 0
    assert page.locator(".group:visible").count() == 0
    page.keyboard.press("Escape")
    assert shown.count() == everything
    assert page.inner_text("#status") == ""


def test_a_filter_finds_what_a_closed_list_holds(opened: Open, invented: ModuleType) -> None:
    page = opened(invented.crowd(3, 90)).page
    page.fill("#words", "82 line 79")
    assert page.locator(".finding:visible").count() == 1


def test_marked_words_bring_up_their_findings_in_turn(opened: Open, invented: ModuleType) -> None:
    comparison = invented.fire()
    first = comparison.reports[0]
    around = Finding(
        Verdict.UNCLEAR,
        "quantity",
        "workers",
        "",
        (Side("three workers", (invented.words(first, "three workers and"),)),),
    )
    page = opened(dataclasses.replace(comparison, findings=(*comparison.findings, around))).page
    shared = page.locator("#report-1 .m", has_text="three workers").first
    shared.click()
    assert page.locator(".finding.active h4").text_content() == "people injured in the fire"
    shared.click()
    assert page.locator(".finding.active h4").text_content() == "workers"
    assert "".join(page.locator("#report-1 .m.on").all_inner_texts()) == "three workers and"


def test_a_quotation_leads_to_its_words_in_the_report(opened: Open, invented: ModuleType) -> None:
    page = opened(invented.fire()).page
    page.click(".card >> nth=0 >> .answer >> nth=1 >> figcaption a")
    assert page.evaluate("document.activeElement.textContent") == "injuring four people"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing(opened: Open, invented: ModuleType, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python", reason="the test extra's `axe-playwright-python` is missing")
    script = (Path(axe.__file__).parent / "axe.min.js").read_text("utf-8")
    page = opened(invented.fire(), width=width, color_scheme=scheme).page
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    page.evaluate(f"{script};null")
    for chosen in (False, True) if width > 1000 else (True,):
        if chosen:
            page.click(".choose >> nth=0")
            page.click("#next")
        found = page.evaluate("axe.run(document)")
        told = [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found["violations"]]
        assert told == []
        assert len(found["passes"]) > 20


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1440, 2200])
def test_nothing_scrolls_sideways(opened: Open, invented: ModuleType, width: int) -> None:
    page = opened(invented.fire(), width=width, height=700).page
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0
    page.click(".choose >> nth=0")
    page.click("#next")
    assert page.evaluate(wide) <= 0
    assert page.locator(".m.here >> nth=0").is_visible()


def test_on_a_narrow_screen_the_chosen_finding_stays_at_hand(opened: Open, invented: ModuleType) -> None:
    page = opened(invented.fire(), width=390, height=844).page
    page.click(".choose >> nth=2")
    page.click("#next")
    box, bar = page.locator(".m.here >> nth=0").bounding_box(), page.locator("#trail").bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= bar["y"]
    assert bar["y"] + bar["height"] <= 844
    page.click("#trail-link")
    assert page.evaluate("document.activeElement.textContent") == "cause of the fire"


def test_the_page_reads_without_scripts(opened: Open, invented: ModuleType) -> None:
    page = opened(invented.fire(), java_script_enabled=False).page
    assert page.locator(".finding").count() == len(invented.fire().findings)
    assert page.is_hidden(".filter")
    assert page.is_hidden("#trail")
    page.click(".card >> nth=0 >> .answer >> nth=1 >> figcaption a")
    assert page.locator(".m:target").inner_text() == "injuring four people"


def test_paper_shows_everything_closed_on_the_screen(opened: Open, invented: ModuleType) -> None:
    page = opened(invented.fire()).page
    page.emulate_media(media="print")
    quotes = page.locator(".row blockquote")
    assert quotes.count() > 5
    assert all(quote.is_visible() for quote in quotes.all())
    assert page.is_hidden(".filter")
    assert page.evaluate(
        "[...document.querySelectorAll('.text')].every((text) => text.scrollHeight <= text.clientHeight + 1)"
    )
    assert page.pdf().startswith(b"%PDF")


HOSTILE = (
    '<script>document.body.dataset.owned = "yes"</script>"onerror="alert(1)\' {{7*7}} ]]> --> '
    "</style></script></textarea>"
    "<img src=https://evil.example/x onerror=alert(1)>\u202egnihton\u2066 \u0000\u2028 "
)


def test_hostile_words_stay_words(opened: Open, invented: ModuleType) -> None:
    text = f"{HOSTILE}\n\nSix <b>boats</b> {HOSTILE} sank.\n\n{'a' * 3000}{'e' + chr(0x301) * 400}\n"
    hostile = invented.report("</script>x", text, outlet=HOSTILE, byline=HOSTILE, place=HOSTILE, agency=HOSTILE,
                              url="javascript:alert(1)", language='en" onload="alert(1)')  # fmt: skip
    other = invented.report("plain", "Nine boats sank.\n", url='https://a.example/"><script>alert(1)</script>')
    who = invented.source(HOSTILE, HOSTILE)
    finding = Finding(
        Verdict.CONFLICT, HOSTILE, HOSTILE, HOSTILE,
        (Side(HOSTILE, (invented.words(hostile, "<b>boats</b>", who),)),
         Side("9", (invented.words(other, "Nine boats"),))),
    )  # fmt: skip
    page = opened(Comparison((hostile, other), (finding,)), width=320).page
    assert page.evaluate("document.body.dataset.owned") is None
    assert page.evaluate("document.querySelectorAll('script').length") == 2
    assert (
        page.evaluate(
            "document.querySelectorAll('img, .column b, .finding b:not(.origins b), textarea, [onerror]').length"
        )
        == 0
    )
    assert page.locator("a[href^='javascript']").count() == 0
    assert "⟦U+202E⟧" in page.inner_text(".text >> nth=0")
    page.click(".choose")
    assert page.locator(".m.on").all_inner_texts() == ["<b>boats</b>", "Nine boats"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_offsets_are_code_points_even_beyond_the_basic_plane(opened: Open, invented: ModuleType) -> None:
    one = invented.report("emoji", "\U0001f525\U0001f525 Fire \U0001f692 took 6 boats.\n")
    two = invented.report("plain", "Fire took 9 boats.\n")
    sides = (Side("6", (invented.words(one, "6 boats"),)), Side("9", (invented.words(two, "9 boats"),)))
    page = opened(Comparison((one, two), (Finding(Verdict.CONFLICT, "quantity", "boats", "", sides),))).page
    page.click(".choose")
    assert page.locator(".m.on").all_inner_texts() == ["6 boats", "9 boats"]


@pytest.mark.parametrize("reports", [0, 1])
def test_little_to_compare_is_no_error(opened: Open, invented: ModuleType, reports: int) -> None:
    found: tuple[Report, ...] = invented.reports()[:reports]
    page = opened(Comparison(found, ())).page
    assert page.inner_text(".nothing >> nth=0") == "There are no findings."
    page.keyboard.press("j")
    page.keyboard.press("Escape")


def test_fifty_reports_with_three_hundred_findings_open_and_answer_quickly(opened: Open, invented: ModuleType) -> None:
    page = opened(invented.crowd(50, 300)).page
    ready = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
    assert ready < 6000
    spent = page.evaluate(
        "() => { const start = performance.now(); document.querySelector('.choose').click();"
        " document.body.offsetHeight; return performance.now() - start; }"
    )
    assert spent < 1500
    assert page.locator(".m.on").count() == 50
