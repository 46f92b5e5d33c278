"""Takes the README's picture of the page: the ferry example, in Chromium, with its first finding chosen.

Run from the repository's root: `python docs/make_pictures.py [EXAMPLE] [PICTURE]`. Needs the test extra and Chromium.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from rashomon import compare, read
from rashomon.render.html import comparison_as_html

_WIDTH, _HEIGHT = 1440, 1000
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def take(page: str, picture: Path, scheme: str = "light") -> None:
    """Write a picture of a page in the given colour scheme, with its first finding chosen.

    Raises `SystemExit` where there is no Chromium.
    """
    binary = os.environ.get("RASHOMON_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not binary:
        raise SystemExit("no Chromium: install Debian's `chromium`, or name one in RASHOMON_CHROMIUM")
    picture.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        where = Path(folder) / "page.html"
        where.write_text(page, "utf-8")
        browser = driver.chromium.launch(executable_path=binary, args=_FLAGS)
        context = browser.new_context(
            viewport={"width": _WIDTH, "height": _HEIGHT},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        tab = context.new_page()
        tab.goto(where.as_uri())
        if tab.locator(".choose").count():
            tab.click(".choose >> nth=0")
            tab.mouse.move(0, 0)
        tab.screenshot(path=str(picture))
        browser.close()


def main(example: str = "examples/ferry", picture: str = "docs/pictures/page.png") -> None:
    """Compare the example's reports and take the picture."""
    take(comparison_as_html(compare(read([example]).reports)), Path(picture))


if __name__ == "__main__":
    main(*sys.argv[1:3])
