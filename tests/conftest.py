"""What all tests share: one parser, one profile of property tests, and the option that accepts new golden files."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings
from tests import shipped

from rashomon.lang import parse

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
