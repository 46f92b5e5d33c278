"""The guard: what is not on the open internet is refused, however it is written."""

from __future__ import annotations

import socket
import threading
from collections.abc import Sequence
from ipaddress import ip_address

import pytest
from tests.fetch.site import LONGEST, Names, Site, asking, fetcher, system_trust
from urllib3.util import connection

from rashomon.errors import NotFetched
from rashomon.fetch.addresses import Guard, is_public
from rashomon.fetch.deadline import Deadline
from rashomon.fetch.fetching import Fetcher, Limits
from rashomon.fetch.web_address import read_web_address

BAD = [
    "0.0.0.0",  # noqa: S104 - refused, not bound
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:0:7f00:1::1",
    "2001:10::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:808:808::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%1",
    "fec0::1",
    "ff02::1",
]
GOOD = [
    "8.8.8.8",
    "93.184.215.14",
    "193.0.0.1",
    "223.255.255.254",
    "2001:4860:4860::8888",
    "2606:4700::1111",
    "2a00:1450::1",
]
# What the system's look-up takes for 127.0.0.1.
ODD = ["127.1", "0x7f000001", "2130706433", "0177.0.0.1", "１２７.0.0.1", "ⓛocalhost", "localhost", "LOCALHOST."]


@pytest.mark.parametrize("address", BAD)
def test_what_is_not_on_the_open_internet_is_refused(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "create_connection", _never)
    assert not is_public(ip_address(address))
    bad = asking(Guard(Names({"news.example": [(address,)]})))
    with pytest.raises(NotFetched, match="not on the open internet"):
        bad.fetch("http://news.example/story")
    if "%" not in address:
        literal = f"[{address}]" if ":" in address else address
        with pytest.raises(NotFetched, match="not on the open internet"):
            asking(Guard(lambda host, _: (host,))).fetch(f"https://{literal}/story")


@pytest.mark.parametrize("address", GOOD)
def test_what_is_on_the_open_internet_is_served(address: str, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    connected = _led_to(site, monkeypatch)
    good = Fetcher(
        "1", guard=Guard(Names({"news.example": [(address,)]})), limits=Limits(seconds=5), tls=system_trust()
    )
    assert b"ferry" in good.fetch("http://news.example/story").content
    assert set(connected) == {(address, 80)}
    assert site.asked[-1][1]["host"] == "news.example"


@pytest.mark.parametrize("host", ODD)
def test_odd_ways_to_write_this_machine_are_refused(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "create_connection", _never)
    with pytest.raises(NotFetched):
        Fetcher("1").fetch(f"http://{host}/")


def test_one_private_address_among_public_ones_refuses_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "create_connection", _never)
    names = Names({"news.example": [("8.8.8.8", "10.0.0.1")]})
    with pytest.raises(NotFetched, match=r"10\.0\.0\.1"):
        asking(Guard(names)).fetch("http://news.example/")


def test_a_name_that_changes_its_address_is_connected_to_as_it_was_vetted(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    connected = _led_to(site, monkeypatch)
    names = Names({"news.example": [("8.8.8.8",), ("127.0.0.1",)]})
    rebound = Fetcher("1", guard=Guard(names), limits=Limits(pause=0), tls=system_trust())
    assert b"ferry" in rebound.fetch("http://news.example/story").content
    assert {address for address, _ in connected} == {"8.8.8.8"}
    assert names.asked == ["news.example"]
    with pytest.raises(NotFetched, match="not on the open internet"):
        rebound.fetch("http://news.example/story")


@pytest.mark.parametrize("port", [22, 25, 6379, 8080])
def test_other_ports_are_refused(port: int) -> None:
    with pytest.raises(NotFetched, match=f"port {port}"):
        asking(Guard(Names({"news.example": [("8.8.8.8",)]}))).fetch(f"http://news.example:{port}/")


def test_a_look_up_that_takes_long_is_left_behind() -> None:
    answering = threading.Event()

    def slow(host: str, port: int) -> Sequence[str]:
        answering.wait(LONGEST)
        return ("8.8.8.8",)

    with pytest.raises(NotFetched, match="in time"):
        Guard(slow).vetted(read_web_address("http://news.example/"), Deadline(0.05))
    answering.set()


@pytest.mark.parametrize("answer", [(), ("no address",)])
def test_a_host_without_an_address_is_named(answer: tuple[str, ...]) -> None:
    with pytest.raises(NotFetched, match=r"news\.example"):
        asking(Guard(Names({"news.example": [answer]}))).fetch("http://news.example/")


def test_the_loopback_range_is_open_to_tests_alone(site: Site) -> None:
    assert b"ferry" in fetcher(site).fetch(site.url("/story")).content
    closed = asking(Guard(Names(), frozenset({site.port})))
    with pytest.raises(NotFetched, match="not on the open internet"):
        closed.fetch(site.url("/story"))


def _never(*_: object, **__: object) -> socket.socket:
    raise AssertionError("a connection was tried")


def _led_to(site: Site, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Lead every connection to the site, and return the list of the addresses that were asked for."""
    real, connected = connection.create_connection, list[tuple[str, int]]()

    def create(address: tuple[str, int], timeout: float, **_: object) -> socket.socket:
        connected.append(address)
        return real(("127.0.0.1", site.port), timeout)

    monkeypatch.setattr(connection, "create_connection", create)
    return connected
