"""IPTC ninjs, the JSON of news agencies: versions 1, 2 and 3, which name the same fields a little differently."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rashomon.errors import NotAReport
from rashomon.read.characters import without_surrogates
from rashomon.read.dialects import id_in
from rashomon.read.found import Found
from rashomon.read.fragments import text_of_html
from rashomon.read.metadata import Metadata, parse_published
from rashomon.tables import thresholds

_THRESHOLDS = thresholds("rashomon.read.formats")

# Markup before plain text: only it says where paragraphs end.
_BODIES = ("body_xhtml", "body_html5", "body_html", "body_nitf", "body_text")
_DATES = ("versioncreated", "contentcreated", "firstcreated")
_OUTLETS = ("copyrightholder", "infosources", "infosource", "source")
_SIGNS = (*_BODIES, *_DATES, "bodies", "headlines", "pubstatus")
_LONGEST_TERMS = _THRESHOLDS.integer("longest_terms")


def is_ninjs(record: Mapping[str, Any]) -> bool:
    """Say whether a JSON object is a news item by its fields: an address of its own and one of those that ninjs has."""
    return isinstance(record.get("uri"), str) and any(name.lower() in _SIGNS for name in record)


def ninjs_report(record: Mapping[str, Any], part: str, label: str) -> Found:
    """Return the report of a ninjs item. Raises `NotAReport` where it holds no text or was withdrawn."""
    item = {name.lower(): value for name, value in record.items()}
    status = str(item.get("pubstatus", "usable")).rpartition(":")[2]
    if status in ("canceled", "withheld"):
        raise NotAReport(f"{label}: was {status} by its agency")
    text = _body(item, label)
    if not text:
        raise NotAReport(f'{label}: is a ninjs item of type "{str(item.get("type"))[:40]}" without text')
    metadata = Metadata(
        title=_words(item, "headline", "headlines", "title"),
        outlet=_words(item, *_OUTLETS),
        published=next((moment for name in _DATES if (moment := parse_published(_words(item, name)))), None),
        url=_address(item),
        byline=_words(item, "byline", "by"),
        language=_words(item, "language"),
        place=_words(item, "located"),
    )
    terms = _words(item, "usageterms")
    remark = f"its usage terms: {terms[:_LONGEST_TERMS]}" if terms else ""
    return Found(without_surrogates(text), metadata, id=id_in({"id": item["uri"]}), part=part, remark=remark)


def _body(item: Mapping[str, Any], label: str) -> str:
    written = [item[name] for name in _BODIES if isinstance(item.get(name), str)]
    bodies = item.get("bodies")
    for body in bodies if isinstance(bodies, list) else []:
        if isinstance(body, dict) and isinstance(body.get("value"), str):
            plain = "plain" in str(body.get("contentType", body.get("contenttype", "")))
            written.insert(len(written) if plain else 0, body["value"])
    texts = (text_of_html(body, label).strip() for body in written)
    return next((text for text in texts if text), "")


def _words(item: Mapping[str, Any], *names: str) -> str | None:
    """Return the first of the fields that says something: as words, or as a list of values of which one is the main."""
    for name in names:
        value = item.get(name)
        if isinstance(value, list):
            values = [one for one in value if isinstance(one, dict)]
            value = next((one for one in values if one.get("role") == "main"), values[0] if values else None)
        if isinstance(value, dict):
            value = value.get("value", value.get("name"))
        if isinstance(value, str) and value.strip():
            return without_surrogates(" ".join(value.split()))
    return None


def _address(item: Mapping[str, Any]) -> str | None:
    address = _words(item, "uri") or ""
    return address if address.startswith(("http://", "https://")) else None
