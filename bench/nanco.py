"""Do two answers to one question say the same? The likeness of alignment on the questions of NAnCo.

    python bench/nanco.py CORPORA     writes bench/results/nanco.json

CORPORA holds `nanco/nanco_dev.json`: answers of outlets to four questions, grouped by annotators. Every pair of answers
to one question is judged; two answers are the same where their group (`cluster_global`) is. The threshold is chosen on
the other three questions (leave one question out), for the best balanced accuracy there. Two ways of judging: each pair
by its own likeness, and by groups of answers that are alike on the whole. Two measures: the words as statements are
compared by them (their stems and what names stand for, weighted within the question's paragraphs), and the vectors of
the optional sentence model, where it is installed.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from rashomon.coreference.event import event_of  # noqa: E402
from rashomon.coreference.weights import square_of  # noqa: E402
from rashomon.errors import InstallError  # noqa: E402
from rashomon.extract.account import build_account  # noqa: E402
from rashomon.lang.meaning import likeness, load_meaning  # noqa: E402
from rashomon.lang.parse import Parser, load_parser  # noqa: E402
from rashomon.model import Account, Passage, Report, Role  # noqa: E402
from rashomon.settings import Settings  # noqa: E402
from rashomon.text import Range  # noqa: E402
from results_file import write_result  # noqa: E402

Pairs = dict[tuple[int, int], float]
THRESHOLDS = tuple(n / 100 for n in range(1, 100))


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its answers as written, the words and the group of each."""

    answers: tuple[str, ...]
    words: tuple[frozenset[str], ...]
    groups: tuple[int, ...]

    @property
    def same(self) -> dict[tuple[int, int], bool]:
        """Return pair -> whether the annotators put both answers into one group."""
        numbers = range(len(self.groups))
        return {(i, j): self.groups[i] == self.groups[j] for i, j in combinations(numbers, 2)}


def read_questions(file: Path) -> tuple[Question, ...]:
    """Return the questions of a NAnCo file, parsed."""
    parser = load_parser(None)
    return tuple(_question(each["answers"], parser) for each in json.loads(file.read_text(encoding="utf-8")))


def by_words(question: Question) -> Pairs:
    """Return pair -> the cosine of the words of two answers, weighted."""
    told = [math.fsum(square_of(w) for w in words) for words in question.words]
    return {
        (i, j): math.fsum(square_of(w) for w in question.words[i] & question.words[j])
        / math.sqrt(told[i] * told[j] or 1)
        for i, j in combinations(range(len(told)), 2)
    }


def by_meaning(question: Question) -> Pairs:
    """Return pair -> how alike two answers are in meaning. Raises `InstallError` where the model is not installed."""
    vectors = load_meaning().vectors(question.answers)
    told = [vectors[answer] for answer in question.answers]
    return {(i, j): likeness(told[i], told[j]) for i, j in combinations(range(len(told)), 2)}


def measure(questions: Sequence[Question], how: Callable[[Question], Pairs]) -> dict[str, Any]:
    """Return the balanced accuracy of pairs and of groups, all pairs together and by question."""
    pairs = [how(question) for question in questions]
    return {"by pairs": _left_out(questions, pairs, by_pairs), "by groups": _left_out(questions, pairs, by_groups)}


def groups_of(count: int, likenesses: Mapping[tuple[int, int], float], least: float) -> list[tuple[int, ...]]:
    """Return the numbers 0 to `count` - 1 in groups whose members are alike on the whole, by average linkage.

    The two groups with the highest mean likeness are joined for as long as it is `least` or more; of equals those with
    the lowest numbers. Takes the third power of `count`.
    """
    groups: list[tuple[int, ...]] = [(number,) for number in range(count)]
    while len(groups) > 1:
        mean, one, other = max(
            ((_mean(a, b, likenesses), a, b) for a, b in combinations(groups, 2)),
            key=lambda link: (link[0], tuple(-n for n in link[1]), tuple(-n for n in link[2])),
        )
        if mean < least:
            break
        groups = sorted([*(g for g in groups if g not in (one, other)), tuple(sorted(one + other))])
    return groups


def _mean(one: tuple[int, ...], other: tuple[int, ...], likenesses: Mapping[tuple[int, int], float]) -> float:
    pairs = [(min(a, b), max(a, b)) for a in one for b in other]
    return sum(likenesses[pair] for pair in pairs) / len(pairs)


def by_pairs(question: Question, pairs: Pairs, least: float) -> dict[tuple[int, int], bool]:
    """Return pair -> whether it is alike enough."""
    return {pair: sure >= least for pair, sure in pairs.items()}


def by_groups(question: Question, pairs: Pairs, least: float) -> dict[tuple[int, int], bool]:
    """Return pair -> whether both fall into one group of answers alike on the whole."""
    home = {n: g for g, group in enumerate(groups_of(len(question.answers), pairs, least)) for n in group}
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


def _question(answers: Sequence[Mapping[str, Any]], parser: Parser) -> Question:
    accounts = tuple(_account(f"{n:03}", answer["Paragraph"], parser) for n, answer in enumerate(answers))
    readings = event_of(accounts, Settings()).similar.readings
    words = []
    for account, answer in zip(accounts, answers, strict=True):
        start = account.report.text.find(answer["Answer"])
        if start < 0:  # the answer is not a stretch of its paragraph: its words there stand for it
            start, end = 0, len(account.report.text)
        else:
            end = start + len(answer["Answer"])
        words.append(
            frozenset(
                w.key
                for r in readings
                if r.report == account.report.id
                for w in r.words
                if start <= r.sentence.tokens[w.at].start < end
            )
        )
    groups = tuple(answer["cluster_global"] for answer in answers)
    return Question(tuple(answer["Answer"] for answer in answers), tuple(words), groups)


def _account(name: str, text: str, parser: Parser) -> Account:
    return build_account(Report(name, text, "", "", (Passage(Range(0, len(text)), Role.BODY),)), parser)


def main() -> int:
    """Measure and write the result."""
    file = Path(sys.argv[1]) / "nanco" / "nanco_dev.json"
    questions = read_questions(file)
    figures: dict[str, Any] = {"words": measure(questions, by_words)}
    try:
        figures["meaning (extra)"] = measure(questions, by_meaning)
    except InstallError as error:
        print(f"without the extra: {error}", file=sys.stderr)
    figures["pairs"] = {
        "all": sum(len(q.same) for q in questions),
        "the same": sum(sum(q.same.values()) for q in questions),
    }
    write_result("nanco", figures, [file])
    print(json.dumps(figures, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
