"""Which addresses may be fetched from: those of the open internet, looked up once and vetted before a connection."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from rashomon.errors import NotFetched
from rashomon.fetch.deadline import Deadline
from rashomon.fetch.web_address import PORTS, WebAddress

Address = IPv4Address | IPv6Address
Resolver = Callable[[str, int], Sequence[str]]

_PUBLIC_V6 = IPv6Network("2000::/3")
# Protocol assignments, relays of 6to4 and examples, which `is_global` of some Pythons lets through.
_SPECIAL_V4 = (IPv4Network("192.0.0.0/24"), IPv4Network("192.88.99.0/24"))
_SPECIAL_V6 = (IPv6Network("3fff::/20"),)


def is_public(address: Address) -> bool:
    """Say whether an address is on the open internet, and so may be fetched from.

    `is_global` alone is not enough: it is true for multicast, and for IPv6 addresses that carry a private IPv4 one.
    """
    if isinstance(address, IPv6Address):
        carries = address.sixtofour is not None or address.teredo is not None
        return address in _PUBLIC_V6 and address.is_global and not carries and not _in(address, _SPECIAL_V6)
    open_to_all = address.is_global and not address.is_multicast and not address.is_reserved
    return open_to_all and not _in(address, _SPECIAL_V4)


def look_up(host: str, port: int) -> tuple[str, ...]:
    """Return the addresses that the system knows a host by, in its order. Raises `OSError` where it knows none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class Guard:
    """Who may be talked to: public addresses on the usual ports, and what `allowed` and `ports` add to them.

    `resolver` turns a host into addresses; it is asked once for each request, and the answer is what is connected to.
    """

    resolver: Resolver = look_up
    ports: frozenset[int] = PORTS
    allowed: tuple[IPv4Network | IPv6Network, ...] = ()

    def vetted(self, web: WebAddress, deadline: Deadline) -> tuple[Address, ...]:
        """Return the addresses to connect to.

        Raises `NotFetched` where the port is none of the usual, the host is unknown, or one address is not public.
        """
        if web.port not in self.ports:
            usual = " and ".join(map(str, sorted(PORTS)))
            raise NotFetched(f"{web.url}: port {web.port} is not used; only {usual} are")
        addresses = tuple(self._parsed(web, text) for text in self._resolved(web, deadline))
        for address in addresses:
            if not is_public(address) and not _in(address, self.allowed):
                raise NotFetched(f"{web.url}: leads to {address}, which is not on the open internet; it is left alone")
        return addresses

    def _resolved(self, web: WebAddress, deadline: Deadline) -> Sequence[str]:
        # The system's look-up cannot be given a time, so it is left behind in a thread of its own where it takes long.
        answers: list[Sequence[str]] = []
        thread = threading.Thread(target=lambda: answers.append(self._asked(web)), daemon=True)
        thread.start()
        thread.join(deadline.left())
        if not answers:
            raise NotFetched(f"{web.url}: the host {web.host} was not found in time")
        if not answers[0]:
            raise NotFetched(f"{web.url}: the host {web.host} is not known; is the address spelled right?")
        return answers[0]

    def _asked(self, web: WebAddress) -> Sequence[str]:
        try:
            return self.resolver(web.host, web.port)
        except (OSError, ValueError):
            return ()

    @staticmethod
    def _parsed(web: WebAddress, text: str) -> Address:
        try:
            return ip_address(text)
        except ValueError as error:
            raise NotFetched(f"{web.url}: the host {web.host} has an address that cannot be read") from error


def _in(address: Address, networks: Sequence[IPv4Network | IPv6Network]) -> bool:
    return any(address in network for network in networks)
