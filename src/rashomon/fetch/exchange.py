"""One request and its answer, over a connection to an address that was vetted."""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import HTTPResponse

from rashomon import tables
from rashomon.errors import NotFetched
from rashomon.fetch.addresses import Address
from rashomon.fetch.deadline import Deadline
from rashomon.fetch.web_address import WebAddress

_THRESHOLDS = tables.thresholds("rashomon.fetch")

_MOST_ADDRESSES = _THRESHOLDS.integer("most_addresses")
_LONGEST_CONNECT = _THRESHOLDS.number("longest_connect")
_PIECE = 65_536
_BROKEN = (OSError, HTTPError, http.client.HTTPException, ValueError)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent: its headers in order, and its body as it came, packed if it was.

    `cut` says that the body went on beyond what was asked for.
    """

    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    address: str
    cut: bool = False

    def header(self, name: str) -> str:
        """Return the first header of that name, whatever its case; "" where there is none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "").strip()


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a server: `largest` bounds the body in bytes as it comes."""

    web: WebAddress
    headers: Mapping[str, str]
    largest: int


def trusted() -> ssl.SSLContext:
    """Return what checks certificates: the system's own authorities, the name always checked, TLS 1.2 or later."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def exchange(request: Request, addresses: Sequence[Address], tls: ssl.SSLContext, deadline: Deadline) -> Answer:
    """Return what the server at one of the addresses answers.

    Raises `NotFetched` where none takes the connection, its certificate is not for this host, what it sends is broken,
    or the time is over.
    """
    url = request.web.url
    connection, address = _connected(request.web, addresses, tls, deadline)
    try:
        # Held here: the library lets go of it where the server ends the connection, and reads on.
        sock = connection.sock
        with deadline.guarding(lambda: _shut(sock)):
            answer = _asked(connection, request, str(address), deadline)
    except _BROKEN as error:
        if deadline.passed:
            raise _late(url) from error
        raise NotFetched(f"{url}: what the server sent is broken ({_reason(error)})") from error
    finally:
        connection.close()
    # A connection that was shut from here reads like the end of a body.
    if deadline.passed:
        raise _late(url)
    return answer


def _connected(
    web: WebAddress, addresses: Sequence[Address], tls: ssl.SSLContext, deadline: Deadline
) -> tuple[HTTPConnection, Address]:
    last: Exception = OSError("it has no address")
    for address in addresses[:_MOST_ADDRESSES]:
        connection = _connection(web, address, tls, deadline)
        try:
            connection.connect()
        except ssl.SSLError as error:
            # The host was reached and is not trusted: another address of it would be no better reason to.
            connection.close()
            raise NotFetched(
                f"{web.url}: its certificate or encryption is not to be trusted ({_reason(error)})"
            ) from error
        except _BROKEN as error:
            connection.close()
            last = error
        else:
            return connection, address
        if deadline.passed:
            raise _late(web.url) from last
    raise NotFetched(f"{web.url}: no connection to {web.place} ({_reason(last)})") from last


def _connection(web: WebAddress, address: Address, tls: ssl.SSLContext, deadline: Deadline) -> HTTPConnection:
    # Half of what is left, for the connection and for the handshake after it.
    timeout = min(_LONGEST_CONNECT, deadline.left() / 2)
    # The address stands where the host would: nothing is looked up again. The certificate is held against the host.
    if web.scheme == "https":
        return HTTPSConnection(
            str(address),
            web.port,
            timeout=timeout,
            ssl_context=tls,
            cert_reqs=ssl.CERT_REQUIRED,
            server_hostname=web.host,
        )
    return HTTPConnection(str(address), web.port, timeout=timeout)


def _asked(connection: HTTPConnection, request: Request, address: str, deadline: Deadline) -> Answer:
    connection.timeout = deadline.left()
    if connection.sock is not None:
        connection.sock.settimeout(connection.timeout)
    connection.request(
        "GET", request.web.target, headers=dict(request.headers), preload_content=False, decode_content=False
    )
    response = connection.getresponse()
    body, cut = _body(response, request.largest)
    headers = tuple((str(name), str(value)) for name, value in response.headers.iteritems())
    return Answer(response.status, response.reason or "", headers, body, address, cut)


def _body(response: HTTPResponse, largest: int) -> tuple[bytes, bool]:
    pieces: list[bytes] = []
    size = 0
    while piece := response.read(_PIECE, decode_content=False):
        pieces.append(piece)
        size += len(piece)
        if size > largest:
            return b"".join(pieces)[:largest], True
    return b"".join(pieces), False


def _shut(sock: socket.socket | None) -> None:
    if sock is not None:
        with contextlib.suppress(OSError):
            # Not the method of an encrypted socket, which would say goodbye first, and wait.
            socket.socket.shutdown(sock, socket.SHUT_RDWR)


def _late(url: str) -> NotFetched:
    return NotFetched(f"{url}: took too long and was given up")


def _reason(error: Exception) -> str:
    """Return the innermost reason in one short line: the wrapping around it names objects of the library."""
    while error.__cause__ is not None and isinstance(error.__cause__, Exception):
        error = error.__cause__
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(ascii(str(words))[1:-1].split())[:160]
