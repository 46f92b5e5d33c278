"""A headless Chromium for the page's tests; where there is none, they say so and are skipped."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from rashomon.model import Comparison
from rashomon.render.html import comparison_as_html

_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Opened:
    """A page that is open in the browser, and what the browser said and asked for."""

    page: Any
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def invented() -> ModuleType:
    """Return the invented event that the page's own tests are about."""
    where = Path(__file__).parents[1] / "render" / "invented.py"
    spec = importlib.util.spec_from_file_location("invented", where)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["invented"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Start Debian's Chromium once for all tests, or skip with the reason."""
    playwright = pytest.importorskip("playwright.sync_api", reason="the test extra's `playwright` is not installed")
    binary = os.environ.get("RASHOMON_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not binary:
        pytest.skip("no Chromium: install Debian's `chromium`, or name one in RASHOMON_CHROMIUM")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=binary, args=_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def opened(
    chromium: Any,  # noqa: ANN401 - playwright is optional here
    tmp_path: Path,
) -> Iterator[Open]:
    """Return a function that opens a comparison's page afresh; it must load nothing and complain of nothing."""
    contexts, pages = [], []

    def open_page(comparison: Comparison, width: int = 1440, height: int = 900, **options: object) -> Opened:
        where = tmp_path / "page.html"
        where.write_text(comparison_as_html(comparison), "utf-8")
        options.setdefault("reduced_motion", "reduce")
        fragment = options.pop("fragment", "")
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        one = Opened(context.new_page())
        pages.append(one)
        one.page.on("console", lambda message: one.complaints.append(f"{message.type}: {message.text}"))
        one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
        one.page.on("request", lambda request: one.requests.append(request.url))
        one.page.goto(f"{where.as_uri()}{fragment}")
        return one

    yield open_page
    for one in pages:
        assert one.complaints == []
        assert [url for url in one.requests if not url.startswith(("file:", "data:"))] == []
    for context in contexts:
        context.close()


@pytest.fixture(autouse=True)
def no_network() -> list[str]:
    """Leave the network open: a browser is driven through it. What a page asks for is held by the tests themselves."""
    return []
