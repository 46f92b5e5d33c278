"""Topics of wording: the same said in other words, or with more or less detail.

Like sentences are laid side by side; what they put in the same place is a candidate, and a small scorer keeps those
that an editor would mark. Its weights stand in `weights.toml`. Words that stand against one of two phrases that were
kept join them as a third answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon import tables
from rashomon.coreference.event import Event
from rashomon.coreference.same_question import load_weights, score
from rashomon.coreference.similar_sentences import SimilarSentences
from rashomon.coreference.stretches import Match
from rashomon.extract.spans import phrase_claim
from rashomon.model import Answer, Phrase, Topic
from rashomon.questions.wording.slot_features import Told, features_of, told_in
from rashomon.questions.wording.slots import Line, Pair, Slot, line_of, pair_of, slots_of
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.questions.wording")

MOST_ANSWERS = _THRESHOLDS.integer("most_answers")
MOST_TIMES = _THRESHOLDS.integer("most_times")

Place = tuple[str, Range]  # report and characters
Words = tuple[str, ...]  # what the telling words of a phrase stand for, in order of the alphabet


@dataclass(frozen=True, slots=True)
class Candidate:
    """A slot of two sentences, and where its sides stand."""

    pair: Pair
    slot: Slot
    match: Match
    places: tuple[Place, Place]

    def sentence(self, side: int) -> Range:
        """Return the characters of the sentence of one side."""
        return (self.pair.one, self.pair.other)[side].reading.sentence.range


@dataclass(frozen=True, slots=True)
class Group:
    """The slots whose sides have the same words, that of the strongest match first, and their features."""

    members: tuple[Candidate, ...]
    features: dict[str, float]


@dataclass(frozen=True, slots=True)
class _Gathered:
    """Phrases that say one thing: the pair it began with, each answer's places with their sentences, and the pairs that
    stand against one another."""

    best: Candidate
    answers: tuple[dict[Place, Range], ...]
    links: tuple[tuple[int, int, float], ...]

    def reports(self) -> set[str]:
        """Return the reports that answer."""
        return {report for answer in self.answers for report, _ in answer}


def wording_topics(event: Event) -> Iterator[Topic]:
    """Yield a topic for phrases that say one thing in other words, most certain first."""
    weights = load_weights("wording")
    ranked = sorted(
        ((score(group.features, weights), group) for group in candidates(event)),
        key=lambda pair: (-pair[0], pair[1].members[0].places),
    )
    for found in _gathered(event, ranked):
        sides = tuple(_answer(answer, event) for answer in found.answers)
        yield Topic("wording", _about(sides), sides, found.best.slot.way, found.links[0][2], found.links)


def candidates(event: Event) -> list[Group]:
    """Return the slots of the event's like sentences, gathered by the words of both sides."""
    alike = event.similar
    told = told_in(alike.readings)
    groups: dict[tuple[str, Words, Words], list[Candidate]] = defaultdict(list)
    for pair, match in _pairs(alike, event.settings.like_sentences):
        for slot in slots_of(pair):
            if _names_alone(pair, slot):
                continue
            words, candidate = _in_order(Candidate(pair, slot, match, _places(pair, slot)))
            groups[slot.way, *words].append(candidate)
    return [_group(groups[key], told) for key in sorted(groups)]


def _pairs(alike: SimilarSentences, least: float) -> Iterator[tuple[Pair, Match]]:
    """Yield the sentences that are laid side by side, with what they have in common."""
    lines: dict[int, Line] = {}
    for likeness in alike.likenesses:
        match = likeness.match
        if match.strength < least:
            return
        one, other = (
            lines.setdefault(n, line_of(alike.readings[n])) if n not in lines else lines[n]
            for n in (likeness.first, likeness.second)
        )
        yield pair_of(one, other, (match.first, match.second)), match


def _names_alone(pair: Pair, slot: Slot) -> bool:
    """Say whether both sides are names and what goes with names: how these are written is another question."""
    sides = ((pair.one, slot.first), (pair.other, slot.second))
    return all(line.tree.tokens[w.at].pos == "PROPN" for line, place in sides for w in line.words(place))


def _places(pair: Pair, slot: Slot) -> tuple[Place, Place]:
    one, other = pair.one, pair.other
    return (one.reading.report, one.range(slot.first)), (other.reading.report, other.range(slot.second))


def _in_order(one: Candidate) -> tuple[tuple[Words, Words], Candidate]:
    """Return the words of both sides in the order of the alphabet, and the candidate with its sides in that order."""
    pair, slot = one.pair, one.slot
    ours, theirs = tuple(sorted(pair.one.keys(slot.first))), tuple(sorted(pair.other.keys(slot.second)))
    if ours <= theirs:
        return (ours, theirs), one
    turned = Slot(slot.second, slot.first, slot.way, slot.theirs, slot.ours)
    return (theirs, ours), Candidate(pair.turned(), turned, one.match, one.places[::-1])


def _group(members: list[Candidate], told: Told) -> Group:
    ranked = tuple(sorted(members, key=lambda c: (-c.match.strength, c.places)))
    best, times = ranked[0], len({c.places for c in ranked})
    features = features_of(best.pair, best.slot, best.match, told)
    return Group(ranked, {**features, "times": min(times, MOST_TIMES) / MOST_TIMES})


def _gathered(event: Event, ranked: list[tuple[float, Group]]) -> list[_Gathered]:
    """Return the phrases that say one thing: sure pairs first, and to each what stands against one of its sides."""
    found: list[_Gathered] = []
    homes: dict[str, list[tuple[Range, int, int]]] = defaultdict(list)
    for sure, group in ranked:
        if sure < event.settings.added_wording_score:
            break
        places = group.members[0].places
        ours, theirs = (_home(homes[report], range_) for report, range_ in places)
        if ours is None and theirs is None and sure >= event.settings.wording_score:
            homes[places[0][0]].append((places[0][1], len(found), 0))
            homes[places[1][0]].append((places[1][1], len(found), 1))
            found.append(_Gathered(group.members[0], (_side(group, 0), _side(group, 1)), ((0, 1, sure),)))
        elif ours is None and theirs is not None:
            _join(found, homes, theirs, (sure, 0, group))
        elif theirs is None and ours is not None:
            _join(found, homes, ours, (sure, 1, group))
    return found


def _home(taken: list[tuple[Range, int, int]], place: Range) -> tuple[int, int] | None:
    """Return the gathered phrases, by number and answer, that have characters of this place already, or None."""
    return next(((number, side) for range_, number, side in taken if range_.overlaps(place)), None)


def _join(
    found: list[_Gathered],
    homes: dict[str, list[tuple[Range, int, int]]],
    home: tuple[int, int],
    added: tuple[float, int, Group],
) -> None:
    """Add one side of a candidate to the phrases of which its other side is one, where its report says nothing yet."""
    number, side = home
    sure, new, group = added
    gathered = found[number]
    report, range_ = group.members[0].places[new]
    if len(gathered.answers) >= MOST_ANSWERS or report in gathered.reports() or not _says(group, new, gathered.best):
        return
    homes[report].append((range_, number, len(gathered.answers)))
    found[number] = replace(
        gathered,
        answers=(*gathered.answers, _side(group, new)),
        links=(*gathered.links, (side, len(gathered.answers), sure)),
    )


def _says(group: Group, side: int, best: Candidate) -> bool:
    """Say whether one side of a candidate has one of the words that the first two answers have in common."""
    slot = group.members[0].slot
    return not best.slot.shared.isdisjoint((slot.ours, slot.theirs)[side])


def _side(group: Group, side: int) -> dict[Place, Range]:
    """Return the places of one side of a gathered slot, each with its sentence."""
    return {c.places[side]: c.sentence(side) for c in group.members}


def _answer(places: dict[Place, Range], event: Event) -> Answer:
    """Return a claim for each place where the words stand."""
    return Answer(
        tuple(
            phrase_claim(report, event.account(report).report.text, range_, places[report, range_])
            for report, range_ in sorted(places)
        )
    )


def _about(answers: tuple[Answer, ...]) -> str:
    """Return the shortest way of putting it."""
    put = [claim.value.words for a in answers for claim in a.claims if isinstance(claim.value, Phrase)]
    return min(put, key=lambda words: (len(words), words))
