"""What a page says of itself besides its text: JSON-LD first, then meta tags, then what its readers see."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from lxml.html import HtmlElement

from rashomon import tables
from rashomon.lang.tables import load_table
from rashomon.read.fields import address, byline, clean, language_tag
from rashomon.read.linked_data import linked_metadata
from rashomon.read.metadata import Metadata, parse_published

_THRESHOLDS = tables.thresholds("rashomon.read")
_LONGEST_OUTLET = _THRESHOLDS.integer("longest_outlet")

_LINKED_DATA = "application/ld+json"
_MOST_HEADINGS = _THRESHOLDS.integer("most_headings")
_LATEST = "2099-12-31"  # the library would take today: a page must read the same tomorrow
_ALIKE = _THRESHOLDS.number("page_metadata_alike")
_FEWEST_COMMON = _THRESHOLDS.integer("fewest_common")
_BREAK = re.compile(r" [|–—»·\-]+ ")
_WORD = re.compile(r"\w+")


def page_metadata(tree: HtmlElement) -> Metadata:
    """Return what a page says of itself; None for what it does not say."""
    tags = _tags(tree)
    scripts = (s for s in tree.iter("script") if (s.get("type") or "").lower().startswith(_LINKED_DATA))
    stated = linked_metadata(script.text or "" for script in scripts).or_else(
        Metadata(
            title=_name(tags, "title"),
            outlet=_name(tags, "outlet"),
            published=_published(tags),
            url=address(_values(tags, "url")),
            byline=byline(_values(tags, "byline")[:1]),
        )
    )
    return Metadata(
        title=_headline(tree, stated),
        outlet=stated.outlet,
        published=stated.published or _shown_date(tree),
        url=stated.url or address(tree.xpath("//link[@rel='canonical']/@href")),
        byline=stated.byline,
        language=language_tag([tree.get("lang"), stated.language, *_values(tags, "language")]),
    )


def _tags(tree: HtmlElement) -> dict[str, str]:
    """Return the meta tags by name in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or "").lower()
        value = clean(tag.get("content"))
        if name and value:
            found.setdefault(name, value)
    return found


def _values(tags: Mapping[str, str], field: str) -> list[str]:
    """Return what the tags state for a field, the surest first."""
    return [tags[name] for name in load_table("pages")["meta"][field] if name in tags]


def _name(tags: Mapping[str, str], field: str) -> str | None:
    return next((value for value in _values(tags, field) if "://" not in value), None)


def _published(tags: Mapping[str, str]) -> datetime | None:
    days = (parse_published(value) for value in _values(tags, "published"))
    return next((day for day in days if day is not None), None)


def _headline(tree: HtmlElement, stated: Metadata) -> str | None:
    """Return the headline as the page shows it, told by the titles that it states; else the one that it states.

    Titles in the head of a page are often shortened, or written for another audience than the page's readers.
    """
    window = clean(next((title.text_content() for title in tree.iter("title")), None))
    titles = [_without_outlet(title, stated.outlet) for title in (stated.title, window) if title]
    headings = (heading for heading, _ in zip(tree.iter("h1"), range(_MOST_HEADINGS), strict=False))
    shown = [words for words in (clean(heading.text_content()) for heading in headings) if words]
    best = max(shown, key=lambda words: max(_likeness(words, title) for title in titles) if titles else 0, default="")
    if any(_likeness(best, title) >= _ALIKE for title in titles):
        return best
    return titles[0] if titles else shown[0] if len(shown) == 1 else None


def _likeness(heading: str, title: str) -> float:
    """Return the share of words of the shorter one that stand in the other; 0 where fewer than two do."""
    first, second = _told(heading), _told(title)
    common = len(first & second)
    return common / min(len(first), len(second)) if common >= _FEWEST_COMMON else 0.0


def _told(words: str) -> set[str]:
    return set(_WORD.findall(words.lower()))


def _without_outlet(title: str, outlet: str | None) -> str:
    """Return a title without the name of the outlet at its end ("Harbour reopens | The Lindmar Post")."""
    breaks = list(_BREAK.finditer(title))
    if not breaks:
        return title
    last = breaks[-1]
    named = _told(title[last.end() :])
    same = outlet is not None and bool(named & _told(outlet))
    return title[: last.start()] if same or (outlet is None and len(named) <= _LONGEST_OUTLET) else title


def _shown_date(tree: HtmlElement) -> datetime | None:
    """Return the day that the page shows, as a library finds it: it is slow, and asked where nothing is stated."""
    from htmldate import find_date

    try:
        day = find_date(tree, extensive_search=False, original_date=True, max_date=_LATEST)
    except Exception:  # noqa: BLE001 - a library reads what strangers wrote: without its answer there is no date
        return None
    return parse_published(day)
