"""What all tests share: one parser, one profile of property tests, no network, the option that accepts golden files."""

from __future__ import annotations

import inspect
import socket
from collections.abc import Iterator

import pytest
from hypothesis import settings
from tests import one_thread, shipped

from rashomon.lang import parse

assert one_thread  # before all that loads numpy
# The same examples on every machine, and no clock: a busy machine must not fail a law.
settings.register_profile("rashomon", derandomize=True, deadline=None, database=None, max_examples=60)
settings.load_profile("rashomon")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write the golden files anew; read the difference in git")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Say whether golden files are to be written rather than compared."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture(scope="session", autouse=True)
def one_parser() -> Iterator[None]:
    """Load the shipped parser once for all comparisons within the tests; programs that tests start load their own."""
    load = parse.load_parser
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parse, "load_parser", lambda name=None: shipped.parser() if name is None else load(name))
        yield


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Shut the network for all tests but those about it, which have a fixture of this name of their own.

    A test that tried fails, whatever became of the error.
    """
    tried: list[str] = []

    def refuse(*arguments: object, **_: object) -> None:
        # urllib3, which spaCy loads, binds a socket as it is imported to see whether there is IPv6.
        if not any(frame.function == "_has_ipv6" for frame in inspect.stack(0)):
            tried.append(repr(arguments))
        raise OSError("there is no network for tests")

    class Closed(socket.socket):
        def __init__(self, *arguments: object, **_: object) -> None:
            refuse(*arguments)

    monkeypatch.setattr(socket, "socket", Closed)
    for name in ("getaddrinfo", "gethostbyname", "gethostbyaddr", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)
    yield tried
    assert tried == [], "opened or looked up"
