"""A site on the loopback range, in a thread of this process, and a resolver that invents the names of hosts."""

from __future__ import annotations

import contextlib
import ssl
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network

from rashomon.fetch.addresses import Guard
from rashomon.fetch.cache import Cache
from rashomon.fetch.deadline import Deadline
from rashomon.fetch.exchange import trusted
from rashomon.fetch.fetching import Fetcher, Limits

LONGEST = 40.0  # seconds that a test waits for what comes at once, unless it is broken
LOOPBACK = (ip_network("127.0.0.0/8"),)
PAGE = (
    b"<html><head><title>Ferry runs late</title></head><body><p>The ferry to Tarn ran late on Monday.</p></body></html>"
)
Route = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """What a server has and what it was asked: routes by path, and each request's path and headers."""

    port: int
    scheme: str = "http"
    routes: dict[str, Route] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def url(self, path: str = "/", host: str = "news.example") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def gives(self, path: str, body: bytes, status: int = 200, **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.routes[path] = lambda handler: send(handler, status, {"Content-Type": "text/html", **named}, body)

    def moves(self, path: str, to: str, status: int = 302) -> None:
        self.routes[path] = lambda handler: send(handler, status, {"Location": to}, b"")


def send(handler: BaseHTTPRequestHandler, status: int, headers: dict[str, str], body: bytes) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        if value:
            handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    with contextlib.suppress(OSError):
        handler.wfile.write(body)


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing: clients that hang up are what these tests are about."""


@contextlib.contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    site = Site(0, "https" if tls else "http")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.close_connection = True
            site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            with contextlib.suppress(OSError):
                route = site.routes.get(self.path)
                if route:
                    route(self)
                else:
                    send(self, 404, {"Content-Type": "text/html"}, b"none")

        def log_message(self, *_: object) -> None:
            pass

    server = _Quiet(("127.0.0.1", 0), Handler)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


@dataclass
class Names:
    """A resolver with invented names: each host's answers in turn, the last one for good; 127.0.0.1 for all others."""

    answers: dict[str, list[Sequence[str]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append(host)
        turns = self.answers.get(host, [("127.0.0.1",)])
        return turns.pop(0) if len(turns) > 1 else turns[0]


@dataclass
class Clock:
    """A time for fetching that a server says is over: no test waits for a real one, or hopes to be in time for it.

    `made` counts the clocks that a fetch started. What the real one does is tested in `test_deadline.py`.
    """

    over: threading.Event = field(default_factory=threading.Event)
    made: int = 0

    def __call__(self, _: float) -> Deadline:
        self.made += 1
        return _ByHand(self.over)


class _ByHand(Deadline):
    def __init__(self, over: threading.Event) -> None:
        super().__init__(LONGEST)
        self._over = over

    @property
    def passed(self) -> bool:
        return self._over.is_set()

    @contextlib.contextmanager
    def guarding(self, stop: Callable[[], None]) -> Iterator[None]:
        done = threading.Event()

        def watch() -> None:
            while not done.is_set():
                if self._over.wait(0.01):
                    stop()
                    return

        watcher = threading.Thread(target=watch, daemon=True)
        watcher.start()
        try:
            yield
        finally:
            done.set()
            watcher.join(LONGEST)


@dataclass
class Drip:
    """A route that begins an answer, says that the time is over, and waits until it is hung up on."""

    opening: bytes
    clock: Clock
    left: threading.Event = field(default_factory=threading.Event)

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(self.opening + b"0")
        self.clock.over.set()
        handler.connection.settimeout(LONGEST / 2)
        with contextlib.suppress(TimeoutError):
            with contextlib.suppress(ssl.SSLError, ConnectionError):
                handler.connection.recv(1)
            self.left.set()


@cache
def system_trust() -> ssl.SSLContext:
    """Return what checks certificates by the system's authorities, loaded once: no test may add to it."""
    return trusted()


def asking(guard: Guard) -> Fetcher:
    """Return a fetcher with a guard of its own, and all else as it is outside of tests."""
    return Fetcher("1", guard=guard, tls=system_trust())


def fetcher(site: Site, names: Names | None = None, cache: Cache | None = None) -> Fetcher:
    """Return a fetcher that may talk to the site: the port and the loopback range are allowed here and nowhere else."""
    guard = Guard(names or Names(), frozenset({80, 443, site.port}), LOOPBACK)
    return Fetcher("1", cache=cache, guard=guard, limits=Limits(seconds=LONGEST, pause=0), tls=system_trust())
