"""Topics of wording: the same said in other words, or with more or less detail.

Sentences that are alike are laid side by side; what they put in the same place is a candidate, and a small scorer
keeps those that an editor would mark. Its weights stand in `weights.toml`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.align.event import Event, Weights, content_words
from rashomon.align.features import load_weights, score
from rashomon.align.slots import Part, Slot, slots_of
from rashomon.lang.lexicon import Relation, relation
from rashomon.lang.tree import Tree, tree_of
from rashomon.model import About, Answer, Claim, Phrase, Topic
from rashomon.text import Range

PARTNERS = 2  # the best sentences of each other report that a sentence is laid beside
KEY_WORDS = 5  # telling words by which like sentences are found
LEAST_SENTENCES = 20  # in fewer, no word can be said to be common or rare
COMMON = 40  # sentences that one such word leads to: a word in more of them finds nothing in particular
CLOSENESS = {Relation.SAME: 1.0, Relation.SYNONYM: 0.8, Relation.KIND: 0.6, Relation.SIBLING: 0.3}


@dataclass(frozen=True, slots=True)
class Line:
    """A parsed sentence of one report with its telling words."""

    report: str
    tree: Tree
    words: frozenset[str]

    @property
    def range(self) -> Range:
        """Return the characters of the sentence."""
        return self.tree.sentence.range


@dataclass(frozen=True, slots=True)
class Candidate:
    """A slot of two lines, how alike the lines are, and the features of the slot."""

    first: Line
    second: Line
    slot: Slot
    features: dict[str, float]


def wording_topics(event: Event) -> Iterator[Topic]:
    """Yield a topic for each two phrases that say one thing in other words, most certain first."""
    weights = load_weights("wording")
    taken: set[tuple[str, Range]] = set()
    ranked = sorted(
        ((score(group[0].features, weights), group) for group in candidates(event)),
        key=lambda pair: (-pair[0], _place(pair[1][0])),
    )
    for sure, group in ranked:
        best = group[0]
        places = {(best.first.report, best.slot.first.range), (best.second.report, best.slot.second.range)}
        if sure < event.settings.wording_score or places & taken:
            continue
        taken |= places
        sides = (_answer(group, 0, event), _answer(group, 1, event))
        yield Topic(
            "wording", " ".join(sorted(best.slot.first.words & best.slot.second.words)), sides, best.slot.way, sure
        )


def candidates(event: Event) -> list[list[Candidate]]:
    """Return the slots of the event's like sentences, gathered by the words of both sides, best pair first."""
    groups: dict[tuple[tuple[str, ...], ...], list[Candidate]] = defaultdict(list)
    for one, other, cosine in _like_lines(event):
        for slot in slots_of(one.tree, other.tree):
            if slot.first.numbers != slot.second.numbers:
                continue  # numbers go to the algebra, not to the dictionary
            ours, theirs = (tuple(sorted(part.words)) for part in (slot.first, slot.second))
            candidate = Candidate(one, other, slot, features_of(slot, cosine, one, other, event.weights))
            if ours > theirs:
                candidate = Candidate(
                    other, one, Slot(slot.second, slot.first, slot.way, slot.shared), candidate.features
                )
            groups[min(ours, theirs), max(ours, theirs)].append(candidate)
    found = [sorted(group, key=lambda c: (-c.features["sentences"], _place(c))) for _, group in sorted(groups.items())]
    for group in found:
        group[0].features["times"] = min(len(group), 5) / 5
    return found


def features_of(slot: Slot, cosine: float, one: Line, other: Line, weights: Weights) -> dict[str, float]:
    """Return the features of a slot: how alike sentences, phrases, heads and surroundings are, and how it was found."""
    first, second = slot.first, slot.second
    common, apart = first.words & second.words, first.words ^ second.words
    return {
        "sentences": cosine,
        "phrases": weights.cosine(first.words, second.words),
        "heads": _closeness(first, second),
        "same_relation": float(first.head.dep == second.head.dep),
        "shared_around": min(slot.shared, 6) / 6,
        "one_holds_other": float(first.words < second.words or second.words < first.words),
        "by_argument": float(slot.way == "argument"),
        "by_modifier": float(slot.way == "modifier"),
        "numbers_apart": float(bool(first.numbers and second.numbers) and first.numbers != second.numbers),
        "context": weights.cosine(one.words - first.words, other.words - second.words),
        "told_alike": min(sum(weights.weight(w) for w in common), 15) / 15,
        "told_apart": min(sum(weights.weight(w) for w in apart), 30) / 30,
        "proper": float("PROPN" in {first.head.pos, second.head.pos}),
        "act": float(first.head.pos == "VERB"),
        "times": 0.2,
    }


def _closeness(first: Part, second: Part) -> float:
    if first.head.pos != second.head.pos:
        return 0.0
    return CLOSENESS.get(relation(first.head.lemma, second.head.lemma, "v" if first.head.pos == "VERB" else "n"), 0.0)


def _like_lines(event: Event) -> Iterator[tuple[Line, Line, float]]:
    """Yield the pairs of like sentences of different reports, each with its best few partners in each other report."""
    if sum(len(account.sentences) for account in event.accounts) < LEAST_SENTENCES:
        return
    lines = [
        Line(a.report.id, tree_of(s), words)
        for a in event.accounts
        for s in a.sentences
        if (words := content_words(s.tokens))
    ]
    by_word: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        for word in sorted(line.words, key=lambda w: (-event.weights.weight(w), w))[:KEY_WORDS]:
            by_word[word].append(i)
    near = {
        (i, j)
        for ix in by_word.values()
        if len(ix) <= COMMON
        for n, i in enumerate(ix)
        for j in ix[n + 1 :]
        if lines[i].report != lines[j].report
    }
    pairs = [(event.weights.cosine(lines[i].words, lines[j].words), i, j) for i, j in sorted(near)]
    used: Counter[tuple[int, str]] = Counter()
    for cosine, i, j in sorted(pairs, key=lambda p: (-p[0], p[1:])):
        keys = ((i, lines[j].report), (j, lines[i].report))
        if (
            cosine >= event.settings.like_sentences
            and lines[i].words != lines[j].words
            and all(used[k] < PARTNERS for k in keys)
        ):
            used.update(keys)
            yield lines[i], lines[j], cosine


def _answer(group: list[Candidate], side: int, event: Event) -> Answer:
    """Return one side of a gathered slot: a claim for each place where its words stand."""
    found: dict[tuple[str, Range], Claim] = {}
    for candidate in group:
        line = (candidate.first, candidate.second)[side]
        part = (candidate.slot.first, candidate.slot.second)[side]
        text = event.account(line.report).report.text
        words = " ".join(part.range.of(text).split())
        found[line.report, part.range] = Claim(
            Phrase(words), About(), report=line.report, evidence=part.range, sentence=line.range
        )
    return Answer(tuple(found[key] for key in sorted(found)))


def _place(candidate: Candidate) -> tuple[str, Range, str, Range]:
    return candidate.first.report, candidate.slot.first.range, candidate.second.report, candidate.slot.second.range
