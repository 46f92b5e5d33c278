"""The error workbench: every missed difference and every false finding, with what led to it.

    python bench/workbench.py ../shared [--set NAME] [--missed | --false] [--reason R] [--cache FOLDER]

Prints, for each, the sentences of both sides, the features and the score of the likeliest pair, and the rule that fired
or the gate that refused. Without --set and --reason it also counts causes into bench/results/errors.md: only names of
causes and counts, no words of any report.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from results_file import ROOT, corpus_hash  # noqa: E402
from verdicts_causes import Bench, Compared, False_, Missed, Place, bench_of, false_in, missed_in  # noqa: E402
from verdicts_sets import LabelledSet, corpus_files, load_scorer, load_sets  # noqa: E402

AROUND = 70  # characters shown to each side of a marked place
SHOWN = 3  # places shown of one side
Row = tuple[str, str]


def show_missed(marked: LabelledSet, missed: Missed) -> str:
    """Return a missed difference for a reader."""
    point = missed.point
    lines = [f"- MISSED {marked.name} {point['id']} {_label(missed)}: {point['about']}", f"    cause: {missed.cause}"]
    for number, places in enumerate(missed.sides):
        lines += [f"    side {number + 1}: {_context(marked, place)}" for place in places[:SHOWN]]
    for finding in missed.got:
        lines.append(f"    got {finding.verdict.value}:{finding.reason} ({finding.score:.2f}): {finding.explanation}")
    return "\n".join(lines + (_compared(marked, missed.best) if missed.best else []))


def show_false(marked: LabelledSet, false: False_) -> str:
    """Return a false finding for a reader."""
    finding = false.finding
    head = f"- FALSE {marked.name} {finding.verdict.value}:{finding.reason} ({finding.score:.2f}): {finding.about}"
    lines = [head, f"    cause: {false.cause}", f"    rule: {finding.explanation}"]
    for number, side in enumerate(finding.sides):
        for e in side.evidence[:SHOWN]:
            place = (e.report, (e.range.start, e.range.end))
            lines.append(f"    side {number + 1}: {_context(marked, place)}")
    return "\n".join(lines)


def counted(rows: Iterable[Row], title: str) -> str:
    """Return a table in Markdown: how often each cause led to each kind of error, most frequent first."""
    found = Counter(rows)
    causes = Counter({cause: sum(n for (c, _), n in found.items() if c == cause) for cause, _ in found})
    lines = [f"## {title}: {sum(found.values())}", "", "| cause | count | of them |", "|---|---|---|"]
    for cause, count in sorted(causes.items(), key=lambda c: (-c[1], c[0])):
        kinds = sorted(((n, kind) for (c, kind), n in found.items() if c == cause), key=lambda k: (-k[0], k[1]))
        lines.append(f"| {cause} | {count} | {', '.join(f'{kind} {n}' for n, kind in kinds)} |")
    return "\n".join(lines) + "\n"


def _label(missed: Missed) -> str:
    return f"{missed.point['verdict']}:{missed.point.get('reason')}"


def _kind(false: False_) -> str:
    return f"{false.finding.verdict.value}:{false.finding.reason}"


def _context(marked: LabelledSet, place: Place) -> str:
    report, (start, end) = place
    text = marked.texts[report]
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return f"{report}: " + " ".join(f"…{before}[[{text[start:end]}]]{after}…".split())


def _compared(marked: LabelledSet, best: Compared) -> list[str]:
    lines = [f"    nearest pair, score {best.score:.2f}{', ' + best.refusal if best.refusal else ''}:"]
    for item in (best.first, best.second):
        claim, about = item.claim, item.claim.about
        words = " ".join(claim.evidence.of(marked.texts[claim.report]).split())
        slots = f"measure {about.measure or '-'}, state {about.state or '-'}, subset {sorted(about.subset) or '-'}"
        lines.append(f"      {claim.report}: “{words}” {slots}, other values {item.rivals}")
    features = ", ".join(f"{name} {value:.2f}" for name, value in best.features.items() if value)
    return [*lines, f"      features: {features}"]


def _errors(benches: Sequence[Bench], missed: Sequence[Row], false: Sequence[Row], shared: Path) -> str:
    head = (
        "# Errors by cause\n\n"
        "Written by `bench/workbench.py`, which prints each of them; causes are assigned by rule.\n"
        f"{len(benches)} labelled sets, corpus sha256 `{corpus_hash(corpus_files(shared))[:16]}`.\n"
    )
    return "\n".join(
        [head, counted(missed, "Differences missed or given another verdict"), counted(false, "False findings")]
    )


def main() -> int:
    """Print the errors and write their counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder that holds bench/score.py and reports/")
    parser.add_argument("--set", default="", help="one set alone")
    parser.add_argument("--missed", action="store_true", help="missed differences alone")
    parser.add_argument("--false", action="store_true", help="false findings alone")
    parser.add_argument("--reason", default="", help="one reason alone, or verdict:reason")
    parser.add_argument("--cache", type=Path, help="a folder that keeps parsed reports between runs")
    asked = parser.parse_args()
    scorer = load_scorer(asked.shared)
    benches = [bench_of(marked, scorer) for marked in load_sets(asked.shared, asked.cache, asked.set)]
    missed = [(bench, m) for bench in benches for m in missed_in(bench)]
    false = [(bench, f) for bench in benches for f in false_in(bench)]
    for bench, m in () if asked.false else missed:
        if asked.reason in ("", str(m.point.get("reason")), _label(m)):
            print(show_missed(bench.marked, m))
    for bench, f in () if asked.missed else false:
        if asked.reason in ("", f.finding.reason, _kind(f)):
            print(show_false(bench.marked, f))
    if not asked.set and not asked.reason:
        rows = [(m.cause, _label(m)) for _, m in missed], [(f.cause, _kind(f)) for _, f in false]
        (ROOT / "bench" / "results" / "errors.md").write_text(_errors(benches, *rows, asked.shared), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
