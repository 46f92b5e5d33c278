"""Measures `rashomon read` on a crawl: `reading.py [--pages 2000]`.

A WARC.gz of invented pages is made, the same bytes every time, and read whole; then again, interrupted by Ctrl-C and
killed on the way, and resumed. Both files must be equal, byte for byte. Peak memory is that of the whole process, and
is held against the same for a tenth of the pages: what grows with the archive shows.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from results_file import ROOT, write_result

FLOORS = {"pages_per_second": 80.0}  # of processor time, the start of the program counted
# Room for what is loaded once, with the first page that is not English, to tell languages apart.
CEILINGS = {"lost": 0, "doubled": 0, "peak_mib": 200, "growth_mib": 10}
KIBIBYTES = 1024
NAMES = ("Varnholm", "Estrin", "Kalby", "Norrvik", "Tessaly", "Ombra", "Lindau Quay", "Harrowmere")
THINGS = ("ferry", "bridge", "orchard", "library", "tram line", "kite club", "bakery", "lighthouse", "school", "dam")
ACTS = ("reopened", "was sold", "caught fire", "won a prize", "was flooded", "will be rebuilt", "was closed", "grew")
SOURCES = ("the mayor", "a spokesman", "residents", "the owner", "police", "an engineer", "the council")


def sentence(chance: random.Random) -> str:
    """Return one invented sentence of news."""
    what, where, act = chance.choice(THINGS), chance.choice(NAMES), chance.choice(ACTS)
    return (
        f"The {what} in {where} {act} after {chance.randint(2, 90)} days, "
        f"and {chance.choice(SOURCES)} said it would cost {chance.randint(2, 900)} thousand crowns to change that."
    )


def page(number: int, chance: random.Random) -> bytes:
    """Return one invented page: a report of some hundred words among menus, links and scripts."""
    title = f"The {chance.choice(THINGS)} of {chance.choice(NAMES)} {chance.choice(ACTS)}"
    story = "".join(
        f"<p>{' '.join(sentence(chance) for _ in range(chance.randint(1, 4)))}</p>\n"
        for _ in range(chance.randint(5, 12))
    )
    menu = "".join(f'<li><a href="/{name}/{n}">{name} {n}</a></li>\n' for n in range(20) for name in ("News", "Sport"))
    script = f"var page = {{{', '.join(f'k{n}: {chance.randint(0, 9999)}' for n in range(400))}}};"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title><script>{script}</script>'
        f'<meta property="article:published_time" content="2024-03-{number % 28 + 1:02}"></head><body><nav><ul>{menu}'
        f"</ul></nav><article><h1>{title}</h1><p>By Ada Wren</p>{story}</article>"
        f"<aside><p>Read more: {title}</p></aside>"
        f"<footer><p>Copyright 2024 The {NAMES[number % len(NAMES)]} Post</p></footer></body></html>"
    ).encode()


def write_crawl(target: Path, pages: int) -> None:
    """Write a WARC.gz of that many pages, each with a picture that a crawl keeps beside it."""
    chance = random.Random(pages)  # noqa: S311 - pages that are the same every time
    served = [("Content-Type", "text/html; charset=utf-8")]
    with target.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number in range(pages):
            url = f"https://example.org/2024/{number}/story-{number}.html"
            kept = ((served, page(number, chance)), ([("Content-Type", "image/png")], b"\x89PNG"))
            for part, (headers, payload) in enumerate(kept):
                # What warcio would take from the clock and from chance.
                fixed = {
                    "WARC-Date": "2024-03-03T12:00:00Z",
                    "WARC-Record-ID": f"<urn:uuid:00000000-0000-0000-{part:04}-{number:012}>",
                }
                record = writer.create_warc_record(
                    url if part == 0 else f"{url}.png",
                    "response",
                    payload=io.BytesIO(payload),
                    http_headers=StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1"),
                    warc_headers_dict=fixed,
                )
                writer.write_record(record)
                record.raw_stream.close()  # a temporary file of the writer's


def started(crawl: Path, target: Path, *more: str) -> subprocess.Popen[bytes]:
    """Start `rashomon read` on the crawl."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "OPENBLAS_NUM_THREADS": "1"}
    arguments = [sys.executable, "-m", "rashomon.cli", "read", str(crawl), "--output", str(target), *more]
    return subprocess.Popen(arguments, env=environment, stderr=subprocess.DEVNULL)


def ended(process: subprocess.Popen[bytes]) -> tuple[int, float, float]:
    """Wait for it, and return its exit code, its peak memory in MiB and its processor seconds."""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, used.ru_maxrss / KIBIBYTES, used.ru_utime + used.ru_stime


def stopped_at(process: subprocess.Popen[bytes], target: Path, size: int, sign: signal.Signals) -> tuple[int, int]:
    """Send the signal once the file has that size; return the exit code and the lines that it holds then."""
    # `poll` would take the figures that `ended` asks for.
    runs = os.WEXITED | os.WNOHANG | os.WNOWAIT
    while os.waitid(os.P_PID, process.pid, runs) is None and (not target.exists() or target.stat().st_size < size):
        time.sleep(0.002)
    os.kill(process.pid, sign)
    code = ended(process)[0]
    return code, target.read_bytes().count(b"\n")


def measure(pages: int, folder: Path) -> dict[str, Any]:
    """Return the figures of one run through, and of one that was stopped twice."""
    crawl, small = folder / "crawl.warc.gz", folder / "small.warc.gz"
    write_crawl(crawl, pages)
    write_crawl(small, pages // 10)
    whole, pieces = folder / "whole.jsonl", folder / "pieces.jsonl"
    code, peak, seconds = ended(started(crawl, whole))
    _, small_peak, _ = ended(started(small, folder / "small.jsonl"))
    size = whole.stat().st_size
    first = stopped_at(started(crawl, pieces), pieces, size // 2, signal.SIGINT)
    second = stopped_at(started(crawl, pieces, "--resume"), pieces, size * 3 // 4, signal.SIGKILL)
    last, resumed_peak, _ = ended(started(crawl, pieces, "--resume"))
    sources = Counter(json.loads(line)["url"] for line in pieces.read_bytes().splitlines())
    return {
        "pages": pages,
        "archive_mib": round(crawl.stat().st_size / 2**20, 2),
        "reports": whole.read_bytes().count(b"\n"),
        "exit_codes": [code, first[0], second[0], last],
        "reports_when_interrupted": first[1],
        "reports_when_killed": second[1],
        "lost": pages - len(sources),
        "doubled": sum(sources.values()) - len(sources),
        "equal_to_one_run": whole.read_bytes() == pieces.read_bytes(),
        "pages_per_second": round(pages / seconds, 1),
        "peak_mib": round(max(peak, resumed_peak), 1),
        "growth_mib": round(peak - small_peak, 1),
    }


def main() -> int:
    """Print and write the figures; 1 where a limit is not kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2_000)
    pages = parser.parse_args().pages
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(pages, Path(folder))
        print(json.dumps(figures, indent=2))
        write_result("reading", figures | {"floors": FLOORS, "ceilings": CEILINGS}, [Path(folder) / "crawl.warc.gz"])
    kept = all(figures[name] >= least for name, least in FLOORS.items())
    kept = kept and all(figures[name] <= most for name, most in CEILINGS.items())
    return 0 if kept and figures["equal_to_one_run"] else 1


if __name__ == "__main__":
    sys.exit(main())
