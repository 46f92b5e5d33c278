"""Do two answers to one question say the same? The likeness of alignment on the questions of NAnCo.

    python bench/nanco.py CORPORA     writes bench/results/nanco.json

CORPORA holds `nanco/nanco_dev.json`: answers of outlets to four questions, grouped by annotators. Every pair of answers
to one question is judged; two answers are the same where their group (`cluster_global`) is. The threshold is chosen on
the other three questions (leave one question out), for the best balanced accuracy there. Two ways of judging: each pair
by its own likeness, and by groups of answers that are alike on the whole, as findings show them. Words are weighted
within the paragraphs of the question's answers, as alignment weights them within an event.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from rashomon.align.event import Weights, content_words, weights_of  # noqa: E402
from rashomon.align.kindred import groups_of, likeness  # noqa: E402
from rashomon.extract.account import build_account  # noqa: E402
from rashomon.lang.parse import Parser, load_parser  # noqa: E402
from rashomon.model import Account, Passage, Report, Role  # noqa: E402
from rashomon.text import Range  # noqa: E402
from results_file import write_result  # noqa: E402

Pairs = dict[tuple[int, int], float]
Likeness = Callable[[frozenset[str], frozenset[str], Weights], float]
MEASURES: Mapping[str, Likeness] = {
    "cosine of words": lambda one, other, weights: weights.cosine(one, other),
    "words of one sense": likeness,
}
THRESHOLDS = tuple(n / 100 for n in range(1, 100))


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the words of each answer, the group it was put in, and how telling each word is."""

    words: tuple[frozenset[str], ...]
    groups: tuple[int, ...]
    weights: Weights

    @property
    def same(self) -> dict[tuple[int, int], bool]:
        """Return pair -> whether the annotators put both answers into one group."""
        numbers = range(len(self.groups))
        return {(i, j): self.groups[i] == self.groups[j] for i, j in combinations(numbers, 2)}


def read_questions(file: Path) -> tuple[Question, ...]:
    """Return the questions of a NAnCo file, parsed."""
    parser = load_parser(None)
    found = []
    for question in json.loads(file.read_text(encoding="utf-8")):
        answers = question["answers"]
        accounts = [_account(answer["Paragraph"], parser) for answer in answers]
        words = [_words(a, answer["Answer"], parser) for a, answer in zip(accounts, answers, strict=True)]
        groups = tuple(answer["cluster_global"] for answer in answers)
        found.append(Question(tuple(words), groups, weights_of(tuple(accounts))))
    return tuple(found)


def measure(questions: Sequence[Question], how: Likeness) -> dict[str, Any]:
    """Return the balanced accuracy of pairs and of groups, all pairs together and by question."""
    pairs = [
        {(i, j): how(q.words[i], q.words[j], q.weights) for i, j in combinations(range(len(q.words)), 2)}
        for q in questions
    ]
    return {"by pairs": _left_out(questions, pairs, by_pairs), "by groups": _left_out(questions, pairs, by_groups)}


def by_pairs(question: Question, pairs: Pairs, least: float) -> dict[tuple[int, int], bool]:
    """Return pair -> whether it is alike enough."""
    return {pair: sure >= least for pair, sure in pairs.items()}


def by_groups(question: Question, pairs: Pairs, least: float) -> dict[tuple[int, int], bool]:
    """Return pair -> whether both fall into one group of answers alike on the whole."""
    home = {n: g for g, group in enumerate(groups_of(len(question.words), pairs, least)) for n in group}
    return {(i, j): home[i] == home[j] for i, j in pairs}


def balanced(said: Mapping[Any, bool], same: Mapping[Any, bool]) -> float:
    """Return balanced accuracy: the mean of the shares of the same and of the different that were told as such."""
    right = {label: [said[pair] == label for pair, value in same.items() if value is label] for label in (True, False)}
    return sum(sum(r) / len(r) for r in right.values()) / 2


def _left_out(questions: Sequence[Question], pairs: Sequence[Pairs], judged: Callable[..., Any]) -> dict[str, Any]:
    told = [{t: judged(q, p, t) for t in THRESHOLDS} for q, p in zip(questions, pairs, strict=True)]
    chosen: dict[Any, bool] = {}
    single = []
    for left, question in enumerate(questions):
        others = [i for i in range(len(questions)) if i != left]
        same = {(i, p): s for i in others for p, s in questions[i].same.items()}
        best = max(THRESHOLDS, key=lambda t: balanced({(i, p): s for i in others for p, s in told[i][t].items()}, same))
        chosen |= {(left, pair): said for pair, said in told[left][best].items()}
        single.append(round(balanced(told[left][best], question.same), 4))
    truth = {(i, pair): same for i, q in enumerate(questions) for pair, same in q.same.items()}
    return {"balanced accuracy": round(balanced(chosen, truth), 4), "by question": single}


def _account(text: str, parser: Parser) -> Account:
    return build_account(Report("answer", text, "", "", (Passage(Range(0, len(text)), Role.BODY),)), parser)


def _words(account: Account, answer: str, parser: Parser) -> frozenset[str]:
    """Return the telling words of an answer as parsed in its paragraph, or by itself where it is not found there."""
    start = account.report.text.find(answer)
    if start < 0:
        return content_words(t for s in _account(answer, parser).sentences for t in s.tokens)
    end = start + len(answer)
    return content_words(t for s in account.sentences for t in s.tokens if start <= t.start < end)


def main() -> int:
    """Measure and write the result."""
    file = Path(sys.argv[1]) / "nanco" / "nanco_dev.json"
    questions = read_questions(file)
    figures = {name: measure(questions, how) for name, how in MEASURES.items()}
    figures["pairs"] = {
        "all": sum(len(q.same) for q in questions),
        "the same": sum(sum(q.same.values()) for q in questions),
    }
    write_result("nanco", figures, [file])
    print(json.dumps(figures, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
