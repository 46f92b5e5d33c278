"""Encrypted connections: the certificate is held against the host that was asked for, and nothing less will do."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
import trustme
from tests.fetch.site import LONGEST, PAGE, Clock, Drip, Site, fetcher, serving

from rashomon.errors import NotFetched
from rashomon.fetch import fetching
from rashomon.fetch.exchange import trusted
from rashomon.fetch.fetching import Fetcher


@dataclass
class Secure:
    """A site with a certificate for news.example, by an authority that lives as long as the test."""

    site: Site
    authority: trustme.CA

    def fetcher(self) -> Fetcher:
        asking = fetcher(self.site)
        asking.tls = trusted()
        self.authority.configure_trust(asking.tls)
        return asking


@pytest.fixture
def secure() -> Iterator[Secure]:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("news.example").configure_cert(context)
    with serving(context) as site:
        site.gives("/story", PAGE)
        yield Secure(site, authority)


def test_a_host_with_its_own_certificate_is_fetched_from(secure: Secure) -> None:
    assert secure.fetcher().fetch(secure.site.url("/story")).content == PAGE
    assert secure.site.asked[-1][1]["host"].startswith("news.example:")


@pytest.mark.parametrize("host", ["other.example", "127.0.0.1", "www.news.example"])
def test_a_certificate_for_another_name_is_refused(secure: Secure, host: str) -> None:
    with pytest.raises(NotFetched, match="not to be trusted"):
        secure.fetcher().fetch(secure.site.url("/story", host))
    assert secure.site.asked == []


def test_an_authority_that_the_system_does_not_know_is_refused(secure: Secure) -> None:
    with pytest.raises(NotFetched, match="not to be trusted"):
        fetcher(secure.site).fetch(secure.site.url("/story"))
    assert secure.site.asked == []


def test_a_server_that_speaks_no_tls_is_refused_and_not_asked_in_the_open(site: Site) -> None:
    with pytest.raises(NotFetched, match="not to be trusted"):
        fetcher(site).fetch(site.url("/story").replace("http:", "https:"))
    assert "/story" not in site.paths


def test_names_and_certificates_are_checked() -> None:
    context = trusted()
    assert context.check_hostname
    assert context.verify_mode == ssl.CERT_REQUIRED
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2


def test_a_redirect_into_the_open_is_refused(secure: Secure, site: Site) -> None:
    secure.site.moves("/story", site.url("/story"))
    asking = secure.fetcher()
    asking.guard = replace(asking.guard, ports=frozenset({site.port, secure.site.port}))
    with pytest.raises(NotFetched, match="encrypted to an open"):
        asking.fetch(secure.site.url("/story"))
    assert site.asked == []


def test_a_slow_drip_is_stopped_here_too(secure: Secure, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr(fetching, "Deadline", clock)
    opening = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    drip = secure.site.routes["/story"] = Drip(opening, clock)
    with pytest.raises(NotFetched, match="too long"):
        secure.fetcher().fetch(secure.site.url("/story"))
    assert drip.left.wait(LONGEST)
