"""From mentions to claims: each value with the question it answers and the words that show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rashomon import tables
from rashomon.extract.acts import happening_at
from rashomon.extract.descriptions import description_of
from rashomon.extract.distances import measured_from
from rashomon.extract.evidence import LONGEST_EVIDENCE
from rashomon.extract.slots import about
from rashomon.extract.stance import is_positive, modality_of
from rashomon.lang.holders import aged, holder_of
from rashomon.lang.lexicon import noun_class
from rashomon.lang.roles import RolePair
from rashomon.lang.tree import Tree, governing_verb, head_of, indices_in, phrase_of, preposition_of
from rashomon.model import About, Attribution, Claim, Mention, Name, Period, Phrase, Quantity, Source, Value
from rashomon.text import Range, cover

_WORDS = tables.words("rashomon.extract")

NOUNS = frozenset({"NOUN", "PROPN"})
MEASURED = frozenset({"VERB", "ADJ", "ADV"})  # "12 miles deep", "chased him for 30 miles"
NOBODY = _WORDS.set("claims_nobody")
OF_A_BODY = frozenset({"member", "officer"})  # who belongs to what is named before
BEFORE_NOUN = frozenset({"amod", "compound", "nummod"})


@dataclass(frozen=True, slots=True)
class Scene:
    """One parsed sentence with what was found in it: the input of one claim at a time.

    `referents` says for the first character of a pronoun whom or what it stands for.
    """

    report: str
    text: str
    tree: Tree
    attributions: tuple[Attribution, ...]
    referents: Mapping[int, str]


def quantity_claim(scene: Scene, mention: Mention, value: Quantity, inside: tuple[Mention, ...] = ()) -> Claim:
    """Return the claim that a quantity of something was stated; `inside` are all mentions of the sentence."""
    indices = indices_in(scene.tree, mention.range)
    noun = counted_noun(scene.tree, indices, value)
    anchor = noun if noun is not None else head_of(scene.tree, indices)
    measure = _named(scene.tree, noun) if noun is not None else ""
    evidence = _alone(scene, _evidence(scene, mention.range, anchor), mention, inside)
    question = about(scene.tree, anchor, measure, indices)
    if value.dimension == "share":
        question = replace(question, holder=holder_of(mention, inside, scene.tree.sentence))
    if value.dimension == "age":
        question = replace(question, holder=aged(mention, inside, scene.text))
    if value.dimension == "length" and indices:
        reference, direction = measured_from(scene.tree, indices[-1])
        question = replace(question, reference=reference, direction=direction)
    return _plain(scene, value, question, evidence)


def period_claim(scene: Scene, mention: Mention, value: Period) -> Claim:
    """Return the claim that something happened at a stated time; the measure is the verb that the time belongs to.

    The reference is the word before it: "by" and "since" make a bound of a time. `happening` is the act told of.
    """
    anchor = head_of(scene.tree, indices_in(scene.tree, mention.range))
    verb = governing_verb(scene.tree, anchor)
    measure = scene.tree.tokens[verb].lemma.lower() if verb is not None else ""
    sentence = scene.tree.sentence
    before = scene.text[sentence.range.start : mention.range.start].split()
    question = replace(about(scene.tree, anchor, measure), reference=before[-1].lower() if before else "")
    claim = _plain(scene, value, question, mention.range)
    return replace(claim, happening=happening_at(sentence, mention.range, scene.referents))


def name_claim(scene: Scene, mention: Mention, value: Name) -> Claim:
    """Return the claim that a name was used; the measure is "name", the bearer its own words."""
    return _plain(scene, value, About(measure="name", kind=value.kind), mention.range)


def role_claim(scene: Scene, pair: RolePair) -> Claim:
    """Return the claim that a person has a role: the bearer is the person's name, the evidence both role and name."""
    name = pair.person.value
    bearer = frozenset({name.words}) if isinstance(name, Name) else frozenset()
    whole = cover((pair.range, pair.person.range))
    evidence = whole if len(whole) <= LONGEST_EVIDENCE else pair.range
    return _plain(scene, Phrase(pair.role), About(measure="role", kind="person", bearer=bearer), evidence)


def description_claim(scene: Scene, mention: Mention) -> Claim | None:
    """Return the claim of what a named thing is, or None where the sentence does not say or the name is a person's."""
    name = mention.value
    if not isinstance(name, Name) or name.kind == "person" or (found := description_of(scene.tree, mention)) is None:
        return None
    phrase, evidence = found
    return _plain(scene, phrase, About(measure="description", kind=name.kind, bearer=frozenset({name.words})), evidence)


def counted_noun(tree: Tree, indices: tuple[int, ...], value: Quantity) -> int | None:
    """Return the token that names what is counted or measured, or None where the sentence names nothing.

    "23 pirates" counts pirates, "dozens of ships" ships, "a depth of 12 miles" measures depth, "a 10-metre dhow" dhows.
    """
    if not indices:
        return None
    inside = set(indices)
    head = head_of(tree, indices)
    for child in tree.children[head]:
        of_phrase = (
            child not in inside and tree.tokens[child].dep.startswith("nmod") and tree.tokens[child].pos in NOUNS
        )
        if of_phrase and value.dimension == "count" and preposition_of(tree, child) == "of":
            return child
    above = tree.tokens[head].head
    while (
        above not in inside and tree.tokens[above].dep.split(":")[0] in BEFORE_NOUN and tree.tokens[above].head != above
    ):
        above = tree.tokens[above].head
    if above in inside or above == head:
        return None
    if tree.tokens[above].pos in NOUNS or (value.dimension != "count" and tree.tokens[above].pos in MEASURED):
        return above
    return None


def _named(tree: Tree, noun: int) -> str:
    """Return the base form of a counted noun; "crew member" and "police officer" are a crewman and a policeman."""
    measure = tree.tokens[noun].lemma.lower()
    for child in tree.below(noun, "compound") if measure in OF_A_BODY else ():
        if noun_class(one := f"{tree.tokens[child].lemma.lower()}man") == "person":
            return one
    return measure


def _plain(scene: Scene, value: Value, question: About, evidence: Range) -> Claim:
    sentence = scene.tree.sentence
    return Claim(
        value=value,
        about=question,
        positive=is_positive(scene.tree, evidence),
        modality=modality_of(scene.tree, evidence),
        attribution=sources_of(scene.attributions, evidence),
        report=scene.report,
        evidence=evidence,
        sentence=sentence.range,
    )


def sources_of(attributions: tuple[Attribution, ...], evidence: Range) -> tuple[Source, ...]:
    """Return the chain of sources of the narrowest attribution of speech that holds the evidence, or ().

    Attitudes ("wants", "fears") give no source, and a pronoun that stands for nobody known names none.
    """
    holding = [a for a in attributions if a.manner != "attitude" and a.content.contains(evidence)]
    chain = min(holding, key=lambda a: (len(a.content), a.content)).chain if holding else ()
    return tuple(source for source in chain if source.name.lower() not in NOBODY)


def _alone(scene: Scene, evidence: Range, mention: Mention, inside: tuple[Mention, ...]) -> Range:
    """Return the evidence up to the commas that part it from other figures of the same kind."""
    own, start, end = mention.range, evidence.start, evidence.end
    for other in (m.range for m in inside if m.kind == mention.kind and evidence.overlaps(m.range)):
        if other.start >= own.end and (comma := scene.text.find(",", own.end, other.start)) >= 0:
            end = min(end, comma)
        elif other.end <= own.start and (comma := scene.text.rfind(",", other.end, own.start)) >= 0:
            start = max(start, comma + 1)
    while scene.text[start].isspace():
        start += 1
    return Range(start, end)


def _evidence(scene: Scene, value: Range, anchor: int) -> Range:
    """Return the value with its noun, at most `LONGEST_EVIDENCE` characters; the value alone where that is too long.

    A "but" between them parts what they tell: then, too, the value stands alone.
    """
    phrase = phrase_of(scene.tree, anchor, LONGEST_EVIDENCE)
    whole = cover((phrase, value))
    inside = (t for t in scene.tree.tokens if whole.start <= t.start < whole.end)
    parted = any(t.text.lower() == "but" for t in inside)
    return whole if len(whole) <= LONGEST_EVIDENCE and not parted else value
