"""Nothing but `rashomon fetch` and `compare --fetch` opens a socket or looks up a host, here and in started programs.

The whole suite runs behind `no_network` of tests/conftest.py; these tests hold that it works, and try the program.
"""

from __future__ import annotations

import ast
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.sources import MODULES, nodes, shown

from rashomon import cli

FERRY = Path(__file__).parents[2] / "examples" / "ferry"
PROGRAM = [sys.executable, "-c", "from rashomon.cli import main; main()"]
SHUT = """
import os, socket, sys

def tried(what):
    # urllib3, which the parser's library loads, binds a socket as it is imported to see whether there is IPv6.
    if sys._getframe(2).f_code.co_name != "_has_ipv6":
        record(what)
    raise OSError("no network here")

def record(what):
    with open(os.environ["TRIED"], "a", encoding="utf-8") as file:
        file.write(f"{what}\\n")

class Closed(socket.socket):
    def __init__(self, *arguments, **more):
        tried(f"socket {arguments} {more}")

socket.socket = Closed
for name in ("getaddrinfo", "gethostbyname", "gethostbyaddr", "create_connection"):
    setattr(socket, name, lambda *arguments, name=name, **more: tried(f"{name} {arguments}"))
"""
PAGE = """<!DOCTYPE html SYSTEM "http://news.example/outside.dtd"><html><head><title>Ferry runs late</title>
<link rel="stylesheet" href="http://news.example/style.css"><base href="http://news.example/">
<meta http-equiv="refresh" content="0; url=http://news.example/next"><script src="http://news.example/a.js"></script>
</head><body><article><h1>Ferry runs late</h1><img src="http://news.example/a.png">
<p>The ferry to Tarn ran two hours late on Monday, the harbour office said, after fog had closed the sound.</p>
<p>About 140 passengers waited in the hall until noon. <a href="next">More</a></p></article></body></html>"""
FEED = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY outside SYSTEM "http://news.example/outside">]>
<rss version="2.0"><channel><title>News</title><link>http://news.example/</link><item><title>Ferry runs late</title>
<link>http://news.example/story</link><description>The ferry ran late. &outside;</description></item></channel></rss>"""


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """Return a folder of files that name addresses wherever their formats would have them looked up."""
    folder = tmp_path / "inputs"
    folder.mkdir()
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    (folder / "feed.xml").write_text(FEED, encoding="utf-8")
    (folder / "story.txt").write_text("Ferry runs late\n\nThe ferry to Tarn ran late on Monday.\n", encoding="utf-8")
    return folder


def shut(tmp_path: Path, *arguments: str | Path) -> tuple[subprocess.CompletedProcess[str], str]:
    """Run the program without sockets; return how it ended, and what it tried to open."""
    (tmp_path / "shut").mkdir()
    (tmp_path / "shut" / "sitecustomize.py").write_text(SHUT, encoding="utf-8")
    tried = tmp_path / "tried"
    paths = [str(tmp_path / "shut"), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "TRIED": str(tried)}
    ended = subprocess.run(
        [*PROGRAM, *map(str, arguments)], capture_output=True, text=True, check=False, env=environment
    )
    return ended, tried.read_text(encoding="utf-8") if tried.exists() else ""


def test_a_comparison_opens_nothing_and_what_is_read_leads_nowhere(tmp_path: Path, inputs: Path) -> None:
    ended, tried = shut(
        tmp_path, "compare", *sorted(inputs.iterdir()), FERRY / "1-harbour-gazette.txt", "--format", "html"
    )
    assert ended.returncode in (cli.DONE, cli.PARTLY), ended.stderr
    assert "<html" in ended.stdout
    assert tried == ""


def test_an_address_is_refused_before_anything_is_opened(tmp_path: Path) -> None:
    ended, tried = shut(tmp_path, "compare", "https://news.example/story", FERRY)
    assert ended.returncode == cli.UNUSABLE
    assert "--fetch" in ended.stderr
    assert tried == ""


def test_the_door_is_the_only_thing_that_knocks(tmp_path: Path) -> None:
    """The test of the tests above: what they look for is there once a user asks for it."""
    ended, tried = shut(tmp_path, "fetch", "https://news.example/story", "--cache", tmp_path / "kept")
    assert ended.returncode == cli.UNUSABLE
    assert "getaddrinfo ('news.example', 443)" in tried


def test_a_comparison_needs_no_network_at_all(inputs: Path) -> None:
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-rn", "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("this system does not let a user leave the network (unshare -rn)")
    ended = subprocess.run(
        [unshare, "-rn", *PROGRAM, "compare", *map(str, sorted(inputs.iterdir())), "--format", "json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode in (cli.DONE, cli.PARTLY), ended.stderr
    assert ended.stdout.startswith("{")


@pytest.mark.parametrize("name", ["socket", "getaddrinfo", "create_connection"])
def test_the_suite_runs_without_sockets(name: str, no_network: list[str]) -> None:
    with pytest.raises(OSError, match="no network"):
        getattr(socket, name)()
    assert len(no_network) == 1
    no_network.clear()


# What the libraries in use have that fetches by itself.
FETCHING_MODULES = ("trafilatura.downloads", "trafilatura.feeds", "trafilatura.sitemaps", "trafilatura.spider")
FETCHING_NAMES = {"fetch_url", "fetch_response", "focused_crawler", "find_feed_urls", "sitemap_search", "urlopen"}


def fetching(module: Path) -> Iterator[str]:
    """Yield the names in a module that fetch."""
    for node in nodes(module):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{name}" for name in names]
        yield from (name for name in names if name.startswith(FETCHING_MODULES))
        used = {name.rpartition(".")[2] for name in names}
        used |= {node.attr} if isinstance(node, ast.Attribute) else set()
        yield from used & FETCHING_NAMES


def test_no_call_of_a_library_that_fetches_by_itself() -> None:
    assert len(MODULES) > 200
    assert not [f"{shown(module)}: {name}" for module in MODULES for name in fetching(module)]


@pytest.mark.parametrize(
    "words", ["import trafilatura.feeds", "from trafilatura import fetch_url", "trafilatura.fetch_url('x')"]
)
def test_a_call_that_fetches_would_be_seen(words: str, tmp_path: Path) -> None:
    module = tmp_path / "made_up.py"
    module.write_text(words, encoding="utf-8")
    assert list(fetching(module))
