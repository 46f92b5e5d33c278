"""Addresses of pages: read once, by one parser, so that what was checked is what is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import quote, urlsplit

from rashomon import tables
from rashomon.errors import NotFetched

_THRESHOLDS = tables.thresholds("rashomon.fetch")

PORTS = frozenset({80, 443})
_DEFAULT_PORT: Mapping[str, int] = MappingProxyType({"http": 80, "https": 443})
_LONGEST = _THRESHOLDS.integer("longest")
_KEPT = "/%:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An http or https address taken apart: `target` is what the server is asked for, without the fragment."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def place(self) -> str:
        """Return the host, with its port where that is not the scheme's own: as a Host header has it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if _DEFAULT_PORT[self.scheme] == self.port else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Return scheme and place: what one robots.txt speaks for."""
        return f"{self.scheme}://{self.place}"

    @property
    def url(self) -> str:
        """Return the address as one text; the same for all spellings of it."""
        return f"{self.origin}{self.target}"


def read_web_address(text: str) -> WebAddress:
    """Return an address taken apart.

    Raises `NotFetched` where it is not http or https, names a user or password, or cannot be read without doubt.
    """
    shown = ascii(text[:100])[1:-1]
    if len(text) > _LONGEST or not text.isprintable() or any(mark in text for mark in ' \\<>"'):
        raise NotFetched(f"{shown}: is no address of a page: too long, or with blanks and marks that none has")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise NotFetched(f"{shown}: cannot be read as an address ({error})") from error
    default = _DEFAULT_PORT.get(parts.scheme)
    if default is None:
        raise NotFetched(f"{shown}: only http and https are fetched")
    if "@" in parts.netloc:
        raise NotFetched(
            f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}: names a user or password; leave that out"
        )
    host = _host(parts.hostname or "", shown)
    query = f"?{quote(parts.query, safe=_KEPT + '?')}" if parts.query else ""
    target = quote(_without_dots(parts.path), safe=_KEPT) + query
    return WebAddress(parts.scheme, host, default if port is None else port, target)


def _without_dots(path: str) -> str:
    """Return the path that a server sees behind "." and ".."; robots.txt is asked about that one."""
    kept: list[str] = []
    segments = path.split("/")[1:]
    for segment in segments:
        plain = segment.lower().replace("%2e", ".")
        if plain == "..":
            del kept[-1:]
        elif plain != ".":
            kept.append(segment)
    ends = segments[-1:] and segments[-1].lower().replace("%2e", ".") in (".", "..")
    return "/" + "/".join([*kept, ""] if ends and kept else kept)


def _host(name: str, shown: str) -> str:
    try:
        host = name if ":" in name else name.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise NotFetched(f"{shown}: names a host that cannot be") from error
    if not host.strip(".") or not all(letter.isalnum() or letter in "-._:" for letter in host):
        raise NotFetched(f"{shown}: names no host, or one that cannot be")
    return host.removesuffix(".")
