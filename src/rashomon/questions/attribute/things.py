"""Topics of things without a name: a helicopter in one report is an armed helicopter in another.

Of a kind of thing that a report tells of once or twice, an event mostly has one. So where two reports name a thing by
one noun and one of them says more of it, both mean the same thing. Words that pick one of several ("the other boat",
"a larger boat") show that there are more, and are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType

from rashomon.coreference.event import Event
from rashomon.coreference.weights import content_words
from rashomon.lang.lexicon import noun_class
from rashomon.lang.tree import Tree, preposition_of, span_of, subtree, tree_of
from rashomon.model import About, Answer, Claim, Phrase, Token, Topic

MOST_TIMES = 4  # a report that names such things more often tells of several
MOST_FORMS = 6
MOST_KINDS = 2  # descriptions without a word in common: beyond this the bare noun may mean any of several things
MOST_WAYS = 40  # ways of describing: what has more is many things, and costs time to compare
MOST_SCENES = 12  # sentences of one description that are looked at
LONGEST = 85  # code points of evidence
DESCRIBING = frozenset({"amod", "compound", "nummod"})
INSIDE = frozenset({"compound", "flat", "amod", "nummod", "det", "nmod:poss", "fixed"})
OF_WHICH = frozenset({"with"})  # what a phrase after these says of a thing belongs to it: "a van with dark windows"
NUMBERS = MappingProxyType({"artifact": frozenset({"NN", "NNS"}), "person": frozenset({"NN"})})
# Classes of nouns that name things, and how alike sentences must be where one of them says more of such a thing than
# the other: of people of one kind there are more than of things, so their sentences must be closer.
CLOSE = MappingProxyType({"artifact": 0.05, "person": 0.2})
ANYONE = frozenset({"man", "woman", "person", "boy", "girl", "child", "people", "adult", "human"})
GRADED = frozenset({"JJR", "JJS"})
# Words that pick one of several, or say how it stands to another.
PICKING = frozenset(
    {"other", "another", "same", "similar", "first", "second", "third", "last", "next", "only", "own", "main", "such",
     "additional", "previous", "earlier", "later", "different", "certain", "new", "left", "right"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where a report names a thing, or `many`: the noun, what describes it, and the rest of the sentence."""

    noun: str
    many: bool
    words: frozenset[str]
    numbers: frozenset[str]
    claim: Claim
    around: frozenset[str]


def thing_topics(event: Event) -> Iterator[Topic]:
    """Yield a topic for each thing of which one report says more than another, an answer a description."""
    by_noun: dict[tuple[str, bool], dict[str, list[Telling]]] = defaultdict(lambda: defaultdict(list))
    for account in event.accounts:
        for sentence in account.sentences:
            for telling in _tellings(account.report.id, tree_of(sentence)):
                by_noun[telling.noun, telling.many][account.report.id].append(telling)
    for (noun, _), reports in sorted(by_noun.items()):
        told = [t for report in sorted(reports) if len(reports[report]) <= MOST_TIMES for t in reports[report]]
        forms = _forms(told)
        if len(forms) > MOST_WAYS:
            continue
        few = _kinds(forms) <= MOST_KINDS
        links = tuple(
            (i, j, score)
            for i, j in combinations(range(len(forms)), 2)
            if (few or (forms[i][0].words and forms[j][0].words))
            and (score := _finer(forms[i], forms[j], event)) >= CLOSE[noun_class(noun)]
        )
        kept = sorted({i for link in links for i in link[:2]})
        if 2 <= len(kept) <= MOST_FORMS:
            answers = tuple(Answer(tuple(telling.claim for telling in forms[i])) for i in kept)
            renamed = tuple((kept.index(i), kept.index(j), score) for i, j, score in links)
            sure = max(score for _, _, score in links)
            yield Topic("description", f"what the {noun} is", answers, "one noun", sure, renamed)


def _forms(told: list[Telling]) -> list[list[Telling]]:
    """Return the tellings by their describing words; where they give several numbers, only those that give none.

    Numbers at odds are another question.
    """
    if len({t.numbers for t in told if t.numbers}) > 1:
        told = [t for t in told if not t.numbers]
    forms: dict[tuple[str, ...], list[Telling]] = defaultdict(list)
    for telling in told:
        forms[tuple(sorted(telling.words))].append(telling)
    return [forms[words] for words in sorted(forms)]


def _kinds(forms: list[list[Telling]]) -> int:
    """Return into how many groups the descriptions fall that have no word in common with one another."""
    groups: list[frozenset[str]] = []
    for words in (form[0].words for form in forms if form[0].words):
        apart = [group for group in groups if not group & words]
        groups = [*apart, words.union(*(group for group in groups if group & words))]
    return len(groups)


def _finer(one: list[Telling], other: list[Telling], event: Event) -> float:
    """Return how alike the sentences are in which one description says more of a thing than the other; 0 for none."""
    if not (one[0].words < other[0].words or other[0].words < one[0].words):
        return 0.0
    ours, theirs = _scenes(one), _scenes(other)
    pairs = ((a, b) for a in ours for b in theirs if len(ours[a] | theirs[b]) > 1)
    return max((event.weights.cosine(a, b) for a, b in pairs), default=0.0)


def _scenes(form: list[Telling]) -> dict[frozenset[str], frozenset[str]]:
    """Return the words around a thing and the reports that have them, of the first few that differ."""
    found: dict[frozenset[str], frozenset[str]] = {}
    for telling in form:
        if telling.around in found or len(found) < MOST_SCENES:
            found[telling.around] = found.get(telling.around, frozenset()) | {telling.claim.report}
    return found


def _tellings(report: str, tree: Tree) -> Iterator[Telling]:
    for index, token in enumerate(tree.tokens):
        if token.dep.split(":")[0] in INSIDE or not _names_a_thing(token):
            continue
        before = [i for i in range(index) if _describes(tree, i, index)]
        if any(tree.tokens[i].tag in GRADED or tree.tokens[i].lemma.lower() in PICKING for i in before):
            continue
        after = [
            i
            for child in tree.children[index]
            if tree.tokens[child].dep == "nmod" and preposition_of(tree, child) in OF_WHICH
            for i in subtree(tree, child)
        ]
        kept = [*before, index, *after]
        span = span_of(tree, (min(kept), max(kept)))
        if len(span) > LONGEST:
            continue
        noun = token.lemma.lower()
        words = content_words(tree.tokens[i] for i in kept) - {noun}
        said = " ".join(tree.tokens[i].text for i in sorted(kept))
        claim = Claim(
            Phrase(said), About(measure="thing", bearer=frozenset({noun})), report=report, evidence=span,
            sentence=tree.sentence.range,
        )  # fmt: skip
        numbers = frozenset(tree.tokens[i].lemma.lower() for i in kept if tree.tokens[i].pos == "NUM")
        around = content_words(tree.sentence.tokens) - words - {noun}
        yield Telling(noun, token.tag == "NNS", words, numbers, claim, around)


def _names_a_thing(token: Token) -> bool:
    """Say whether a noun names a thing, several things, or one person of a kind ("the detective")."""
    kind = noun_class(token.lemma)
    return kind in CLOSE and token.tag in NUMBERS[kind] and token.lemma.lower() not in ANYONE


def _describes(tree: Tree, index: int, noun: int) -> bool:
    """Say whether a word before a noun is one of the words that describe it."""
    while index != noun:
        if tree.tokens[index].dep.split(":")[0] not in DESCRIBING or tree.tokens[index].head == index:
            return False
        index = tree.tokens[index].head
    return True
