"""A site to fetch from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.fetch.site import PAGE, Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        running.gives("/story", PAGE)
        yield running


@pytest.fixture(autouse=True)
def no_network() -> list[str]:
    """Leave the network open: these tests have a server on the loopback range."""
    return []
