"""From an address to the bytes behind it: refused, or fetched within its bounds and kept."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin

from rashomon.errors import NotFetched
from rashomon.fetch.addresses import Address, Guard
from rashomon.fetch.bodies import PACKINGS, check_kind, unpacked
from rashomon.fetch.cache import Cache
from rashomon.fetch.deadline import Deadline
from rashomon.fetch.exchange import Answer, Request, exchange, trusted
from rashomon.fetch.robots import LARGEST as LARGEST_ROBOTS
from rashomon.fetch.robots import PRODUCT, Rules, rules_of
from rashomon.fetch.web_address import WebAddress, read_web_address

_MOVED = frozenset({301, 302, 303, 307, 308})
_ACCEPTED = "text/html, application/xhtml+xml, application/xml;q=0.9, application/json;q=0.9, */*;q=0.5"


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one fetch, redirects and robots.txt included, and the pauses between two.

    `seconds` is the time for all of it; `largest` (bytes) bounds a page as it comes and unpacked; `hops` the redirects.
    `pause` (seconds) lies between two requests to one host, or what its robots.txt asks for; a host that asks for more
    than `longest_pause` is asked once in a run.
    """

    seconds: float = 10.0
    largest: int = 5_000_000
    hops: int = 5
    pause: float = 1.0
    longest_pause: float = 30.0


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page that was fetched: `url` is what was asked for, `place` where it was found, `content` its unpacked bytes.

    `answer` is what the server sent, and `steps` are the requests that led to it with their answers, the last one
    included. `cached` says that the bytes come from the cache.
    """

    url: str
    place: WebAddress
    content: bytes
    steps: tuple[tuple[Request, Answer], ...]
    cached: bool = False

    @property
    def answer(self) -> Answer:
        """Return the answer that the page came in."""
        return self.steps[-1][1]


@dataclass(slots=True)
class Fetcher:
    """Fetches pages one after another; it remembers for one run what each site asks and when it was last asked.

    With `offline` nothing is asked of anyone: the cache alone answers. `contact` is told to servers beside the name of
    the program, so that they can write to whoever runs it.
    """

    version: str
    cache: Cache | None = None
    offline: bool = False
    contact: str = ""
    guard: Guard = field(default_factory=Guard)
    limits: Limits = field(default_factory=Limits)
    tls: ssl.SSLContext = field(default_factory=trusted)
    sleep: Callable[[float], None] = time.sleep
    _rules: dict[str, Rules] = field(default_factory=dict, init=False)
    _asked: dict[str, float] = field(default_factory=dict, init=False)

    def fetch(self, url: str) -> Fetched:
        """Return what stands at an address, by way of at most `Limits.hops` redirects, each vetted like the first.

        Raises `NotFetched` where an address is refused, robots.txt asks to leave it, the answer is no page of a kind
        that is read, or a bound is reached; and `OSError` where the cache cannot be written.
        """
        web = read_web_address(url)
        clock = Deadline(self.limits.seconds)
        if not self.offline:
            clock = self._paused(web, clock)
        steps: list[tuple[Request, Answer]] = []
        seen = {web.url}
        while True:
            request, answer, cached = self._step(web, clock)
            steps.append((request, answer))
            if answer.status not in _MOVED:
                return self._finished(url, steps, cached=cached)
            web = self._next(web, answer)
            if web.url in seen or len(seen) > self.limits.hops:
                raise NotFetched(f"{url}: is redirected in a circle, or more than {self.limits.hops} times")
            seen.add(web.url)

    @property
    def agent(self) -> str:
        """Return how the program names itself to servers."""
        return f"{PRODUCT}/{self.version}" + (f" (+{self.contact})" if self.contact else "")

    def _step(self, web: WebAddress, clock: Deadline) -> tuple[Request, Answer, bool]:
        """Return one request and its answer, and whether the answer is the one that was kept."""
        kept = self.cache.kept(web) if self.cache else None
        if self.offline:
            if kept is None:
                raise NotFetched(f"{web.url}: is not in the cache; fetch it once without --offline")
            return self._request(web), kept, True
        addresses = self.guard.vetted(web, clock)
        if not self._rules_for(web, addresses, clock).allow(web):
            raise NotFetched(f"{web.url}: the site asks programs to leave this page (robots.txt), or cannot say")
        request = self._request(web, _conditions(kept))
        try:
            answer = exchange(request, addresses, self.tls, clock)
        finally:
            self._asked[web.host] = time.monotonic()
        if answer.status == 304 and kept is not None:
            return request, kept, True
        return request, answer, False

    def _finished(self, url: str, steps: list[tuple[Request, Answer]], *, cached: bool) -> Fetched:
        request, answer = steps[-1]
        if answer.status != 200:
            reason = f" ({ascii(answer.reason[:60])[1:-1]})" if answer.reason else ""
            raise NotFetched(f"{request.web.url}: the server answered {answer.status}{reason}")
        check_kind(answer, request.web.url)
        content = unpacked(answer, request.web.url, self.limits.largest)
        if self.cache and not self.offline:
            # Only a chain that led to a page is kept; what was kept already stays as it is.
            for number, (asked, given) in enumerate(steps, start=1):
                if not (cached and number == len(steps)):
                    self.cache.keep(asked, given)
        return Fetched(url, request.web, content, tuple(steps), cached)

    @staticmethod
    def _next(web: WebAddress, answer: Answer) -> WebAddress:
        to = answer.header("Location")
        if not to:
            raise NotFetched(f"{web.url}: is redirected, but not to anywhere")
        try:
            following = read_web_address(urljoin(web.url, to))
        except (NotFetched, ValueError) as error:
            raise NotFetched(f"{web.url}: is redirected to where nothing is fetched from ({error})") from error
        if web.scheme == "https" and following.scheme == "http":
            raise NotFetched(f"{web.url}: is redirected from an encrypted to an open connection")
        return following

    def _request(self, web: WebAddress, conditions: Mapping[str, str] | None = None) -> Request:
        headers = {
            "Host": web.place,
            "User-Agent": self.agent,
            "Accept": _ACCEPTED,
            "Accept-Encoding": PACKINGS,
            "Connection": "close",
        }
        return Request(web, {**headers, **(conditions or {})}, self.limits.largest)

    def _paused(self, web: WebAddress, clock: Deadline) -> Deadline:
        """Wait until the host may be asked again; return a clock that begins after the wait."""
        last = self._asked.get(web.host)
        if last is None:
            return clock
        rules = self._rules.get(web.origin)
        pause = max(self.limits.pause, rules.delay if rules else 0.0)
        if pause > self.limits.longest_pause:
            raise NotFetched(f"{web.url}: the site asks for {pause:g} seconds between two requests; fetch it later")
        wait = last + pause - time.monotonic()
        if wait > 0:
            self.sleep(wait)
        return Deadline(self.limits.seconds)

    def _rules_for(self, web: WebAddress, addresses: Sequence[Address], clock: Deadline) -> Rules:
        if web.origin not in self._rules:
            try:
                self._rules[web.origin] = self._asked_for_rules(web, addresses, clock)
            except NotFetched as error:
                if clock.passed:
                    raise
                reason = str(error).partition(": ")[2]
                raise NotFetched(f"{web.url}: is left alone, for its robots.txt cannot be fetched: {reason}") from error
        return self._rules[web.origin]

    def _asked_for_rules(self, web: WebAddress, addresses: Sequence[Address], clock: Deadline) -> Rules:
        place = read_web_address(f"{web.origin}/robots.txt")
        for _ in range(self.limits.hops + 1):
            request = Request(place, self._request(place).headers, LARGEST_ROBOTS)
            answer = exchange(request, addresses, self.tls, clock)
            if answer.status not in _MOVED:
                return _rules_in(answer, place)
            place = self._next(place, answer)
            addresses = self.guard.vetted(place, clock)
        # A robots.txt that is redirected on and on is as good as none, says the standard.
        return Rules(None)


def _conditions(kept: Answer | None) -> dict[str, str]:
    """Return the headers that ask for a page only if it is another than the one that was kept."""
    if kept is None:
        return {}
    asked = {"If-None-Match": kept.header("ETag"), "If-Modified-Since": kept.header("Last-Modified")}
    # What else a server may have sent is not handed back to it.
    return {name: value for name, value in asked.items() if value and value.isascii() and value.isprintable()}


def _rules_in(answer: Answer, place: WebAddress) -> Rules:
    if answer.status != 200:
        return rules_of(answer.status, b"")
    # A long robots.txt is read as far as the bound goes; a packed one cannot be cut and still be unpacked.
    packed = answer.header("Content-Encoding").lower() not in ("", "identity")
    return rules_of(200, unpacked(answer, place.url, 4 * LARGEST_ROBOTS) if packed else answer.body)
