"""What a site asks of programs: its robots.txt, by RFC 9309."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

from rashomon import tables
from rashomon.fetch.web_address import WebAddress

_THRESHOLDS = tables.thresholds("rashomon.fetch")

PRODUCT = "rashomon"  # the name that a robots.txt may speak to
LARGEST = _THRESHOLDS.integer("robots_largest")
_UNAVAILABLE = range(400, 500)  # there is none: everything may be fetched
_TOO_MANY = 429  # the server is busy, which is not the same as having none


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site asks: its parsed rules, or whether everything is open or shut where there are none."""

    parsed: Protego | None
    open: bool = True

    def allow(self, web: WebAddress) -> bool:
        """Say whether an address may be fetched."""
        if self.parsed is None:
            return self.open
        try:
            return bool(self.parsed.can_fetch(web.url, PRODUCT))
        except Exception:  # noqa: BLE001 - a foreign parser on foreign words: what it cannot tell is taken for a no
            return False

    @property
    def delay(self) -> float:
        """Return the seconds that the site asks for between two requests; 0 where it asks for none."""
        try:
            asked = self.parsed.crawl_delay(PRODUCT) if self.parsed else None
        except Exception:  # noqa: BLE001 - as above
            return 0.0
        return max(0.0, asked or 0.0)


def rules_of(status: int, content: bytes) -> Rules:
    """Return the rules that a robots.txt gives, by the status it came with.

    None (4xx) means that all is open; a server in trouble (5xx, 429, or no answer, status 0) means that all is shut.
    """
    if status in _UNAVAILABLE and status != _TOO_MANY:
        return Rules(None, open=True)
    if status != 200:
        return Rules(None, open=False)
    try:
        return Rules(Protego.parse(content[:LARGEST].decode("utf-8", errors="replace").removeprefix("\ufeff")))
    except Exception:  # noqa: BLE001 - a foreign parser on foreign words: what it cannot read is taken for a no
        return Rules(None, open=False)
