"""From one report to what it says: sentences, mentions, attributions, claims, in this order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace

from rashomon.extract.acts import referents_in
from rashomon.extract.attribution import find_attributions
from rashomon.extract.claims import Scene, description_claim, name_claim, period_claim, quantity_claim, role_claim
from rashomon.extract.clauses import clauses_of
from rashomon.extract.context import in_context
from rashomon.extract.places import places_in
from rashomon.extract.states import states_in
from rashomon.extract.whereabouts import whereabouts_in
from rashomon.lang.dates import find_periods
from rashomon.lang.language import SPOKEN
from rashomon.lang.names import report_names
from rashomon.lang.parse import Parser
from rashomon.lang.quantities import find_quantities
from rashomon.lang.roles import find_roles
from rashomon.lang.sentences import split_sentences
from rashomon.lang.tree import tree_of
from rashomon.model import Account, Claim, Mention, Name, Period, Quantity, Report, Role, Sentence
from rashomon.text import Range

# Passages that state nothing of the event: marked text is never evidence, a byline or dateline names no fact.
SILENT = frozenset({Role.BOILERPLATE, Role.BYLINE, Role.DATELINE})


def build_account(report: Report, parser: Parser) -> Account:
    """Return the report as it was understood; boilerplate, bylines and datelines are left out of every part.

    Of a report in a language that is not spoken here nothing is understood: its account is empty.
    """
    if report.language not in SPOKEN:
        return Account(report, (), (), (), ())
    ranges = tuple(
        sentence
        for passage in report.passages
        if passage.role not in SILENT
        for sentence in split_sentences(report.text, passage.range.start, passage.range.end)
    )
    sentences = parser.parse(report.text, ranges)
    mentions = _mentions(report, sentences)
    names = tuple(m for m in mentions if isinstance(m.value, Name))
    attributions = find_attributions(report.text, sentences, names)
    found = Account(report, sentences, mentions, attributions, ())
    referents = referents_in(found)
    scenes = tuple(_scene(found, sentence, referents) for sentence in sentences)
    starts = [m.range.start for m in mentions]
    claims = tuple(claim for scene in scenes for claim in _claims(scene, _within(scene, mentions, starts)))
    found = replace(found, claims=claims)
    placed = (*places_in(found, referents), *whereabouts_in(found))
    clauses = tuple(clause for scene in scenes for clause in _facts(scene))
    return replace(found, claims=in_context(found, (*claims, *placed, *states_in(found, referents))), clauses=clauses)


def _scene(account: Account, sentence: Sentence, referents: Mapping[int, str]) -> Scene:
    """Return a sentence with the attributions whose content reaches into it."""
    attributions = tuple(a for a in account.attributions if a.content.overlaps(sentence.range))
    return Scene(account.report.id, account.report.text, tree_of(sentence), attributions, referents)


def _facts(scene: Scene) -> Iterator[Range]:
    """Yield the clauses of a sentence that tell more than who said something ("the police said on Friday")."""
    said = [(a.cue, a.contents) for a in scene.attributions if a.cue is not None]
    for clause in clauses_of(scene.tree):
        if not any(clause.contains(cue) and not any(map(clause.overlaps, contents)) for cue, contents in said):
            yield clause


def _mentions(report: Report, sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """Return the values that lie within one of the sentences, in text order."""
    periods = find_periods(report.text, report.anchor)
    quantities = find_quantities(report.text, tuple(m.range for m in periods))
    names = report_names(report.text, sentences)
    found = sorted((*periods, *quantities, *names), key=lambda m: m.range)
    ends = [s.range.end for s in sentences]  # sentences stand in text order and do not overlap
    nearest = ((m, bisect_right(ends, m.range.start)) for m in found)
    return tuple(m for m, at in nearest if at < len(sentences) and sentences[at].range.contains(m.range))


def _within(scene: Scene, mentions: tuple[Mention, ...], starts: list[int]) -> tuple[Mention, ...]:
    """Return the mentions of one sentence; `starts` is where each of `mentions` begins."""
    place = scene.tree.sentence.range
    return mentions[bisect_left(starts, place.start) : bisect_left(starts, place.end)]


def _claims(scene: Scene, inside: tuple[Mention, ...]) -> list[Claim]:
    sentence: Sentence = scene.tree.sentence
    claims = []
    for mention in inside:
        if isinstance(mention.value, Quantity):
            claims.append(quantity_claim(scene, mention, mention.value, inside))
        elif isinstance(mention.value, Period):
            claims.append(period_claim(scene, mention, mention.value))
        elif isinstance(mention.value, Name):
            claims.append(name_claim(scene, mention, mention.value))
    names = tuple(m for m in inside if isinstance(m.value, Name))
    claims += [claim for name in names if (claim := description_claim(scene, name)) is not None]
    return claims + [role_claim(scene, pair) for pair in find_roles(scene.text, sentence, names)]
