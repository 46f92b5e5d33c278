"""`rashomon fetch`, and `compare` with addresses, against a site on the loopback range."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.fetch.site import Site, fetcher, serving
from warcio.archiveiterator import ArchiveIterator

from rashomon import cli, pipeline
from rashomon.cli import network
from rashomon.fetch.fetching import Fetcher
from rashomon.model import Comparison, Report

STORY = b"Ferry runs late\n\nThe ferry to Tarn ran two hours late on Monday, the harbour office said.\n"
OTHER = b"Fog over the sound\n\nFog held the ferry to Tarn back for three hours on Monday.\n"


@pytest.fixture(autouse=True)
def no_network() -> list[str]:
    """Leave the network open: these tests have a server on the loopback range."""
    return []


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Return a site with two stories that the commands may fetch from, with a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    real = network.new_fetcher
    with serving() as running:

        def of_tests(options: network.Network) -> Fetcher:
            asking = real(options)
            allowed = fetcher(running)
            asking.guard, asking.limits = allowed.guard, allowed.limits
            return asking

        for module in ("rashomon.cli.network", "rashomon.cli.fetching"):
            monkeypatch.setattr(f"{module}.new_fetcher", of_tests)
        running.gives("/a/story.txt", STORY, Content_Type="text/plain; charset=utf-8")
        running.gives("/b/other.txt", OTHER, Content_Type="text/plain")
        yield running


@pytest.fixture
def unparsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the stages after reading out: these tests are about what comes before them."""

    def compare(reports: Iterable[Report], *_: object) -> Comparison:
        return Comparison(tuple(reports), ())

    monkeypatch.setattr(pipeline, "compare", compare)


def kept(tmp_path: Path) -> list[str]:
    folder = tmp_path / "cache" / "rashomon"
    return sorted(file.name for file in folder.iterdir()) if folder.exists() else []


def test_shows_what_is_read_of_a_page(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["fetch", site.url("/a/story.txt")]) == cli.DONE
    shown = capsys.readouterr()
    assert "Ferry runs late" in shown.out
    assert site.url("/a/story.txt") in shown.out
    assert shown.err == ""
    assert len(kept(tmp_path)) == 1


def test_reports_are_kept_as_read_keeps_them(site: Site, tmp_path: Path) -> None:
    site.moves("/old", "/a/story.txt")
    target = tmp_path / "reports.jsonl"
    addresses = [site.url("/old"), site.url("/b/other.txt")]
    assert cli.run(["fetch", *addresses, *addresses, "--output", str(target)]) == cli.DONE
    records = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [record["id"] for record in records] == ["old", "other"]
    assert records[0]["url"] == site.url("/a/story.txt")
    assert records[0]["source"] == site.url("/old")
    assert records[0]["text"] == STORY.decode()
    assert [report.text for report in pipeline.read([target]).reports] == [STORY.decode(), OTHER.decode()]


def test_pages_are_kept_as_they_came(site: Site, tmp_path: Path) -> None:
    site.moves("/old", "/a/story.txt")
    target = tmp_path / "pages.warc.gz"
    assert cli.run(["fetch", site.url("/old"), site.url("/b/other.txt"), "--output", str(target)]) == cli.DONE
    with target.open("rb") as stream:
        held = [(r.rec_headers.get_header("WARC-Target-URI"), r.rec_type) for r in ArchiveIterator(stream)]
    answers = [url for url, kind in held if kind == "response"]
    assert answers == [site.url(path) for path in ("/old", "/a/story.txt", "/b/other.txt")]
    reading = pipeline.read([target])
    assert {report.url: report.text for report in reading.reports} == {
        site.url("/a/story.txt"): STORY.decode(),
        site.url("/b/other.txt"): OTHER.decode(),
    }
    assert not reading.failed


def test_the_cache_is_read_like_any_folder(site: Site, tmp_path: Path) -> None:
    site.moves("/old", "/a/story.txt")
    cli.run(["fetch", site.url("/old"), site.url("/b/other.txt"), "--cache", str(tmp_path / "here")])
    reading = pipeline.read([tmp_path / "here"])
    assert {report.text for report in reading.reports} == {STORY.decode(), OTHER.decode()}
    assert kept(tmp_path) == []


def test_one_that_fails_is_named_and_the_others_go_on(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    addresses = [site.url("/gone"), "http://10.0.0.1/", "http://user:secret@news.example/", site.url("/a/story.txt")]
    assert cli.run(["fetch", *addresses]) == cli.PARTLY
    shown = capsys.readouterr()
    assert "Ferry runs late" in shown.out
    lines = shown.err.splitlines()
    assert len(lines) == 3
    assert all(line.startswith("rashomon: failed: http://") for line in lines)
    assert "404" in lines[0]
    assert "secret" not in shown.err
    assert len(kept(tmp_path)) == 1


@pytest.mark.parametrize("output", [[], ["--output", "reports.jsonl"], ["--output", "pages.warc.gz"]])
def test_nothing_fetched_is_nothing_written(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.run(["fetch", site.url("/gone"), *output]) == cli.UNUSABLE
    assert not list(tmp_path.glob("*.*"))


@pytest.mark.parametrize("argument", ["story.txt", "ftp://news.example/", "file:///etc/passwd", "-"])
def test_what_is_no_address_is_a_wrong_argument(site: Site, argument: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["fetch", site.url("/a/story.txt"), "--", argument]) == cli.UNUSABLE
    assert "http://" in capsys.readouterr().err
    assert site.asked == []


def test_offline_the_cache_answers(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.run(["fetch", site.url("/a/story.txt")])
    asked = len(site.asked)
    capsys.readouterr()
    assert cli.run(["fetch", "--offline", site.url("/a/story.txt"), site.url("/b/other.txt")]) == cli.PARTLY
    shown = capsys.readouterr()
    assert "Ferry runs late" in shown.out
    assert "not in the cache" in shown.err
    assert len(site.asked) == asked


def test_a_contact_is_told_to_servers(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    cli.run(["fetch", site.url("/a/story.txt"), "--contact", "mailto:desk@news.example\r\nCookie: a"])
    assert site.asked[-1][1]["user-agent"].endswith("(+mailto:desk@news.example\\r\\nCookie: a)")
    assert "cookie" not in site.asked[-1][1]
    monkeypatch.setenv("RASHOMON_CONTACT", "https://news.example/about")
    cli.run(["fetch", site.url("/a/story.txt")])
    assert site.asked[-1][1]["user-agent"].endswith("(+https://news.example/about)")


def test_a_cache_that_cannot_be_written_is_named(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    assert cli.run(["fetch", site.url("/a/story.txt"), "--cache", str(tmp_path / "file")]) == cli.NOT_WRITTEN
    assert "in the cache" in capsys.readouterr().err


def test_the_cache_is_for_its_owner_alone(site: Site, tmp_path: Path) -> None:
    cli.run(["fetch", site.url("/a/story.txt")])
    folder = tmp_path / "cache" / "rashomon"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700 or os.name == "nt"


# ---------------------------------------------------------------- compare


@pytest.mark.parametrize("command", ["compare", "read"])
def test_the_network_is_off_unless_it_is_asked_for(
    site: Site, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run([command, site.url("/a/story.txt")]) == cli.UNUSABLE
    shown = capsys.readouterr()
    assert "--fetch" in shown.err
    assert shown.out == ""
    assert site.asked == []


@pytest.mark.usefixtures("unparsed")
def test_addresses_are_compared_with_files(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "third.txt"
    file.write_bytes(OTHER)
    arguments = ["compare", "--fetch", str(file), site.url("/a/story.txt"), site.url("/gone"), "--format", "json"]
    assert cli.run(arguments) == cli.PARTLY
    shown = capsys.readouterr()
    reports = json.loads(shown.out)["reports"]
    assert [(report["id"], report.get("url")) for report in reports] == [
        ("story", site.url("/a/story.txt")),
        ("third", None),
    ]
    assert "404" in shown.err
    assert cli.run([*arguments, "--offline"]) == cli.PARTLY
    assert json.loads(capsys.readouterr().out)["reports"] == reports


@pytest.mark.usefixtures("unparsed")
def test_files_are_compared_without_a_connection_even_where_one_is_allowed(site: Site, tmp_path: Path) -> None:
    file = tmp_path / "third.txt"
    file.write_bytes(OTHER)
    assert cli.run(["compare", "--fetch", str(file)]) == cli.DONE
    assert site.asked == []
    assert kept(tmp_path) == []


def test_a_fetcher_of_the_command_is_guarded_as_the_library_is() -> None:
    asking = network.new_fetcher({"cache": None, "offline": False, "contact": ""})
    assert asking.guard == Fetcher("1").guard
    assert replace(asking.limits) == Fetcher("1").limits
    assert asking.guard.allowed == ()
