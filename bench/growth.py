"""How time and memory grow with the number of reports of one event.

    python bench/growth.py ../shared [--sizes 2 10 50 200] [--profile N]     writes bench/results/growth.json

The event is the labelled set with the most claims. The first reports are its own; each further one is mixed from them,
without chance: sentence j of report k comes from the set's report k + j (in a circle), and every fifth long word of it
is exchanged for another long word of the set, k words further in the sorted list. So further reports are neither copies
nor about something else. Each size runs in a process of its own; CPU seconds are of that process, stage by stage, and
memory is its peak.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from rashomon.coreference.event import event_of  # noqa: E402
from rashomon.extract.account import build_account  # noqa: E402
from rashomon.findings.verdicts import judge  # noqa: E402
from rashomon.lang.parse import load_parser  # noqa: E402
from rashomon.model import Account, Passage, Report, Role, Topic  # noqa: E402
from rashomon.questions import QUESTIONS  # noqa: E402
from rashomon.settings import Settings  # noqa: E402
from rashomon.text import Range  # noqa: E402
from results_file import write_result  # noqa: E402
from verdicts_sets import corpus_files  # noqa: E402

EVENT = "ecb-20plus"
SIZES = (2, 10, 50, 200)
LONG = 7  # letters of a word that is exchanged
EVERY = 5  # one long word in so many


def mixed(shared: Path, size: int) -> list[str]:
    """Return the texts of `size` reports of one event."""
    files = sorted((shared / "reports" / EVENT).glob("*.txt"))
    texts = [file.read_text(encoding="utf-8") for file in files]
    sentences = [re.split(r"(?<=[.!?])\s+", text) for text in texts]
    words = sorted({word for text in texts for word in re.findall(rf"\b[a-z]{{{LONG},}}\b", text)})
    return [*texts[:size], *(_mixture(sentences, words, number) for number in range(len(texts), size))]


def _mixture(sentences: list[list[str]], words: list[str], number: int) -> str:
    """Return report `number`: sentences of all reports in a circle, some of their words exchanged."""
    own = sentences[number % len(sentences)]
    chosen = []
    for j in range(len(own)):
        other = sentences[(number + j) % len(sentences)]
        chosen.append(_exchanged(other[j % len(other)], words, number))
    return " ".join(chosen)


def _exchanged(sentence: str, words: list[str], number: int) -> str:
    seen = 0

    def other(found: re.Match[str]) -> str:
        nonlocal seen
        seen += 1
        word = found[0]
        return words[(words.index(word) + number) % len(words)] if seen % EVERY == 0 and word in words else word

    return re.sub(rf"\b[a-z]{{{LONG},}}\b", other, sentence)


def accounts_of(texts: list[str]) -> tuple[Account, ...]:
    """Return the parsed reports."""
    parser = load_parser(None)
    return tuple(
        build_account(Report(f"r{n:03}", text, "", "", (Passage(Range(0, len(text)), Role.BODY),)), parser)
        for n, text in enumerate(texts)
    )


def measure(shared: Path, size: int, profile: bool = False) -> dict[str, Any]:
    """Return CPU seconds by stage, peak memory in MiB, and how much there was to compare."""
    texts = mixed(shared, size)
    accounts, parse = _timed(lambda: accounts_of(texts))
    settings = Settings()
    profiler = cProfile.Profile()
    if profile:
        profiler.enable()
    event, resolved = _timed(lambda: event_of(accounts, settings))
    topics: list[Topic] = []
    kinds: dict[str, float] = {}
    for question in QUESTIONS:
        found, kinds[question.kind] = _timed(lambda question=question: tuple(question.topics(event)))
        topics += found
    align = round(resolved + sum(kinds.values()), 2)
    findings, judged = _timed(lambda: judge(accounts, tuple(topics), settings))
    if profile:
        profiler.disable()
        pstats.Stats(profiler).sort_stats("cumulative").print_stats(45)
    return {
        "reports": size,
        "characters": sum(map(len, texts)),
        "claims": sum(len(account.claims) for account in accounts),
        "findings": len(findings),
        "CPU seconds": {
            "read and parse": parse,
            "align": align,
            "judge": judged,
            "without parse": round(align + judged, 2),
        },
        "CPU seconds of the event": resolved,
        "CPU seconds by kind of question": kinds,
        "peak MiB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    started = time.process_time()
    done = work()
    return done, round(time.process_time() - started, 2)


def main() -> int:
    """Measure every size in a process of its own and write the result."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder that holds reports/")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of reports")
    parser.add_argument("--profile", type=int, help="print where the time goes for so many reports; write nothing")
    parser.add_argument("--size", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.size or asked.profile:
        print(json.dumps(measure(asked.shared, asked.size or asked.profile, bool(asked.profile))))
        return 0
    figures = {}
    for size in asked.sizes:
        command = [sys.executable, __file__, str(asked.shared), "--size", str(size)]
        figures[str(size)] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        print(json.dumps(figures[str(size)]), flush=True)
    files = [file for file in corpus_files(asked.shared) if file.parent.name == EVENT]
    write_result("growth", {"event": EVENT, "by reports": figures}, files)
    return 0


if __name__ == "__main__":
    sys.exit(main())
