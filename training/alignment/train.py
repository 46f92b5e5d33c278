"""Trains the weights of alignment: whether two quantities answer one question, whether two wordings tell one thing.

    PYTHONPATH=src python training/alignment/train.py ../shared [--cache FOLDER]

Writes src/rashomon/coreference/weights.toml, and prints how well each event's pairs are ranked by the weights of the
others.
The same reports and the same code give the same bytes: no chance is involved.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from types import MappingProxyType

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(HERE), str(ROOT / "bench")]
from learning import PENALTY, learn, rank  # noqa: E402
from pairs import Pairs, labelled_pairs  # noqa: E402
from times import time_pairs  # noqa: E402
from weights_file import Channel, meanings_of, write  # noqa: E402
from wordings import MEANINGS, wording_pairs  # noqa: E402

from rashomon.coreference import same_time  # noqa: E402
from rashomon.coreference.same_question import FEATURES  # noqa: E402
from results_file import corpus_hash  # noqa: E402
from verdicts_sets import corpus_files, load_sets  # noqa: E402

WEIGHTS = ROOT / "src" / "rashomon" / "coreference" / "weights.toml"
# The events that teach each channel. Invented events label their figures more densely than real ones: weights that they
# teach too call more false conflicts.
TAUGHT_BY = MappingProxyType(
    {"quantity": ("reports",), "wording": ("reports", "invented/open"), "time": ("reports", "invented/open")}
)
HEADER = """Weights of the alignment features: the score is 1 / (1 + exp(-sum of weight x feature)).
Written by training/alignment/train.py: logistic regression, penalty {penalty:g} on the squared weights, no chance.
Learned from labelled event sets whose texts are not part of this project; sha256 over their files:
{sha256}"""


def _found(parts: list[Pairs], of: str) -> str:
    """Return a line on what a channel was trained on and how well it ranks what it has not seen."""
    points = len({(part.source, point) for part in parts for point in part.points if point})
    count, positive = sum(len(part.labels) for part in parts), int(sum(part.labels.sum() for part in parts))
    ranked = rank(parts).together
    return (
        f"{count} {of}, {positive} of them of {points} marked differences; average precision with each set left out: "
        f"{ranked:.3f}"
    )


def main() -> int:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder that holds reports/ with gold.json")
    parser.add_argument("--cache", type=Path, help="a folder that keeps parsed reports between runs")
    parser.add_argument("--without", nargs="*", default=[], help="print the ranking without these; write nothing")
    asked = parser.parse_args()
    sets = {channel: load_sets(asked.shared, asked.cache, kinds=kinds) for channel, kinds in TAUGHT_BY.items()}
    parts = [labelled_pairs(event) for event in sets["quantity"]]
    if asked.without:
        print(rank([part.only(n for n in part.names if n not in asked.without) for part in parts]))
        return 0
    wordings = [wording_pairs(event) for event in sets["wording"]]
    times = [time_pairs(event) for event in sets["time"]]
    channels = (
        Channel("quantity", learn(parts), meanings_of(FEATURES), _found(parts, "pairs of differing values")),
        Channel("wording", learn(wordings), MEANINGS, _found(wordings, "candidates")),
        Channel("time", learn(times), meanings_of(same_time.FEATURES), _found(times, "pairs of differing times")),
    )
    write(
        WEIGHTS,
        channels,
        HEADER.format(penalty=PENALTY, sha256=corpus_hash(corpus_files(asked.shared, TAUGHT_BY["wording"]))),
    )
    print("\n".join(f"{channel.name}: {channel.found}" for channel in channels))
    return 0


if __name__ == "__main__":
    sys.exit(main())
