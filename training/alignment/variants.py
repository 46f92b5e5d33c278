"""What other training pairs and fewer features are worth, each event ranked by the weights of the others.

    PYTHONPATH=src python training/alignment/variants.py ../shared [--cache FOLDER]

Prints a table in Markdown: average precision over all pairs together, and its mean over the events.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent / "bench")]
from ecb_plus import ecb_pairs  # noqa: E402
from learning import Score, learn, rank, ranked_by  # noqa: E402
from made import made_pairs  # noqa: E402
from pairs import Pairs, joined, labelled_pairs  # noqa: E402

from verdicts_sets import load_sets  # noqa: E402

LIGHT = 0.2  # how much a pair of another kind counts, beside one that a reader marked


def lighter(pairs: Pairs, share: float = LIGHT) -> Pairs:
    """Return the pairs with `share` of their importance."""
    return replace(pairs, importance=pairs.importance * share)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder that holds reports/ and corpora/")
    parser.add_argument("--cache", type=Path, help="a folder that keeps parsed reports between runs")
    asked = parser.parse_args()
    sets = load_sets(asked.shared, asked.cache)
    marked = [labelled_pairs(event) for event in sets]
    made = {event.name: made_pairs(event.name, event.accounts) for event in sets}
    ecb = joined(ecb_pairs(asked.shared / "corpora"))
    print("| trained on | features | together | mean of events |\n|---|---|---|---|")
    count = len(marked[0].names)
    _row("labelled sets", count, rank(marked))
    _row(
        f"ECB+ alone ({len(ecb.labels)} pairs, {int(ecb.labels.sum())} positive)",
        count,
        ranked_by(marked, {part.source: learn([ecb]) for part in marked}),
    )
    _row("labelled sets and ECB+", count, rank(marked, [ecb]))
    _row("labelled sets and ECB+, a fifth each", count, rank(marked, [lighter(ecb)]))
    size = sum(len(pairs.labels) for pairs in made.values())
    _row(f"pairs by rule alone ({size})", count, _by_rule(marked, made, False))
    _row("labelled sets and pairs by rule", count, _by_rule(marked, made, True))
    for name in marked[0].names:
        _row("labelled sets", f"without `{name}`", rank([p.only(n for n in p.names if n != name) for p in marked]))
    return 0


def _by_rule(marked: list[Pairs], made: dict[str, Pairs], with_marked: bool) -> Score:
    """Return how well the marked pairs of each event are ranked; `with_marked` adds the others' marked pairs."""
    weights = {}
    for part in marked:
        others = [p for p in marked if p is not part and with_marked]
        weights[part.source] = learn([*others, *(made[p.source] for p in marked if p is not part)])
    return ranked_by(marked, weights)


def _row(trained: str, features: object, score: Score) -> None:
    print(f"| {trained} | {features} | {score.together:.3f} | {score.mean:.3f} |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
