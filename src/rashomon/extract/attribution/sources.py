"""Turns the head of a source into a `Source`: its span, its name, and what kind of source it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rashomon import tables
from rashomon.extract.attribution.cues import Frame
from rashomon.lang.agencies import find_agencies
from rashomon.lang.cues import SourceCues, source_cues
from rashomon.lang.lexicon import noun_class
from rashomon.lang.places import government_of
from rashomon.lang.tree import Tree
from rashomon.model import Mention, Name, Sentence, Source
from rashomon.text import Range

_WORDS = tables.words("rashomon.extract.attribution")

# What a noun of a WordNet class is as a source.
KIND_OF_CLASS = MappingProxyType({"group": "organisation", "communication": "document", "artifact": "document"})
NAMELIKE = frozenset(("PROPN", "ADJ", "NOUN"))
LEADING = frozenset(("case", "cc", "mark", "punct"))
EDGES = frozenset((",", ";", ":", "-", "—", "–", "(", ")"))
ADVERBIALS = frozenset(("obl", "advmod", "advcl"))
COMPLEMENT = _WORDS.set("complement")
# Words of place and time do not speak; a country or its capital does, for its government.


@dataclass(frozen=True, slots=True)
class Known:
    """What sources are told by: the declared nouns, and the report's names by where each of their words starts."""

    cues: SourceCues
    names: Mapping[int, Name]


def known_names(names: Iterable[Mention], sentences: tuple[Sentence, ...]) -> Known:
    """Return what is known of a report's sources, from its name mentions."""
    starts = sorted(token.start for sentence in sentences for token in sentence.tokens)
    found: dict[int, Name] = {}
    for mention in names:
        if isinstance(mention.value, Name):
            first, last = bisect_left(starts, mention.range.start), bisect_left(starts, mention.range.end)
            found.update(dict.fromkeys(starts[first:last], mention.value))
    return Known(source_cues(), found)


def source_tokens(tree: Tree, frame: Frame) -> tuple[int, int] | None:
    """Return the first and last token of the source: the whole noun phrase, without what leads it in or closes it."""
    if frame.source is None:
        return None
    first, last = phrase_tokens(tree, frame.source, frame)
    return first, _with_closing_comma(tree, first, last, frame)


def phrase_tokens(tree: Tree, head: int, frame: Frame) -> tuple[int, int]:
    """Return the first and last token of the noun phrase around `head`, outside the cue of `frame`."""
    kept = {head}
    queue = [head]
    said = frozenset(frame.content) if head == frame.source and head not in frame.content else frozenset()
    while queue:
        parent = queue.pop()
        for child in tree.children[parent]:
            if child in said or child == frame.head or tree.first[child] <= frame.head <= tree.last[child]:
                continue
            if parent == head and _left_out(tree, child, head):
                continue
            kept.add(child)
            queue.append(child)
    first = last = head
    while first - 1 in kept or _name_before(tree, first, frame):
        first -= 1
    while last + 1 in kept or _more_of_name(tree, last, frame):
        last += 1
    words = [token.text for token in tree.tokens[first : last + 1]]
    while first < last and words[0] in EDGES:
        first, words = first + 1, words[1:]
    while last > first and (words[-1] in EDGES and not _closes(words)):
        last, words = last - 1, words[:-1]
    return first, last


def _with_closing_comma(tree: Tree, first: int, last: int, frame: Frame) -> int:
    """Return the last token of a source, its second comma included where an apposition stands between two of them."""
    tokens = tree.tokens
    after = tokens[last + 1].text if last + 1 < len(tokens) else ""
    if after == ")" and any(token.text == "(" for token in tokens[first : last + 1]):
        last += 1
        after = tokens[last + 1].text if last + 1 < len(tokens) else ""
    apposed = any(token.text == "," for token in tokens[first : last + 1])
    return last + 1 if after == "," and apposed and frame.cue[0] == last + 2 else last


def _left_out(tree: Tree, child: int, head: int) -> bool:
    relation = tree.tokens[child].dep
    if child > head and any(tree.tokens[mark].text.lower() in COMPLEMENT for mark in tree.below(child, "mark")):
        return True
    return (child < head and relation in LEADING) or relation in ("parataxis", "cop", "nsubj", "advcl")


def _name_before(tree: Tree, first: int, frame: Frame) -> bool:
    """Say whether a title or a first name stands before the phrase that the parse gives, outside the cue."""
    before = first - 1
    if before < 0 or frame.cue[0] <= before <= frame.cue[1] or tree.tokens[first].pos != "PROPN":
        return False
    token = tree.tokens[before]
    return token.text[:1].isupper() and token.pos in NAMELIKE and token.dep.partition(":")[0] not in ADVERBIALS


def _more_of_name(tree: Tree, last: int, frame: Frame) -> bool:
    """Say whether a name goes on behind the phrase that the parse gives: two proper nouns in a row, outside the cue."""
    after = last + 1
    if after >= len(tree.tokens) or frame.cue[0] <= after <= frame.cue[1]:
        return False
    if tree.tokens[last].pos != "PROPN" or frame.cue[1] < last:
        return tree.tokens[last].pos == "PROPN" and tree.tokens[after].pos == "PROPN"
    return tree.tokens[after].text[:1].isupper() and tree.tokens[after].pos in NAMELIKE | {"VERB", "ADV", "X"}


def _closes(words: list[str]) -> bool:
    return words[-1] == ")" and "(" in words


def proper_name(tree: Tree, head: int, known: Known) -> str:
    """Return the name that a noun is part of, without titles, or "" where it is part of none."""
    tokens, cues = tree.tokens, known.cues
    name = known.names.get(tokens[head].start)
    if name is not None:
        return name.words
    if tokens[head].pos != "PROPN":
        return ""
    first = last = head
    while first > 0 and tokens[first - 1].text[:1].isupper() and tokens[first - 1].pos in NAMELIKE:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].pos != "PUNCT" and tokens[last + 1].text[:1].isupper():
        last += 1
    words = [token.text for token in tokens[first : last + 1]]
    if words[-1].lower() in cues.bodies | cues.outlets:
        return " ".join(words)
    titled = [i for i, word in enumerate(words[:-1]) if word.lower() in cues.titles | cues.officials]
    return " ".join(words[titled[-1] + 1 :] if titled else words)


def source_of(text: str, tree: Tree, frame: Frame, known: Known) -> Source | None:
    """Return the source of a frame with the name that its phrase gives, or None where the frame has none."""
    span = source_tokens(tree, frame)
    if span is None or frame.source is None:
        return None
    place = tree.range(*span)
    cue = tree.range(*frame.cue)
    name, kind = named(text, tree, frame.source, place, known)
    return Source(name, cue.of(text), place, cue, kind)


def named(text: str, tree: Tree, head: int, place: Range, known: Known) -> tuple[str, str]:
    """Return name and kind of a source phrase: its agency, its proper name, or the phrase without its article."""
    words = place.of(text)
    agencies = find_agencies(words)
    if agencies and isinstance(agencies[0].value, Name):
        return agencies[0].value.words, "agency"
    service = any(phrase in words.lower() for phrase in known.cues.services)
    described = words.split(",")[0] if tree.one(head, "appos") is not None else words
    described = described.rstrip(" ,")
    for article in ("the ", "a ", "an "):
        if described.lower().startswith(article):
            described = described[len(article) :]
    joined = tree.one(head, "conj")
    if joined is not None and joined <= _last_in(tree, place):
        return described, kind_of_name(proper_name(tree, head, known), known, tree.tokens[head].start) or kind_of_noun(
            tree, head, words, known.cues
        )
    apposed = next((child for child in tree.below(head, "appos") if tree.tokens[child].pos == "PROPN"), None)
    for bearer in (head, apposed):
        name = proper_name(tree, bearer, known) if bearer is not None else ""
        if name and bearer is not None and (bearer != head or tree.tokens[head].pos == "PROPN" or apposed is None):
            return name, "agency" if service else kind_of_name(name, known, tree.tokens[bearer].start)
    return described, kind_of_noun(tree, head, words, known.cues)


def _last_in(tree: Tree, place: Range) -> int:
    return max(i for i, token in enumerate(tree.tokens) if token.start < place.end)


def kind_of_name(name: str, known: Known, start: int) -> str:
    """Return what bears a name with a word at `start`: an outlet, an organisation (a government too), a person."""
    if not name:
        return ""
    cues = known.cues
    found = known.names.get(start)
    words = [word.lower() for word in name.split()]
    if words[-1] in cues.outlets or words[0] in cues.outlets:
        return "outlet"
    if found is not None and found.kind != "other":
        return "person" if found.kind == "person" else "organisation"
    if any(word in cues.bodies for word in words) or government_of(name) is not None:
        return "organisation"
    return "organisation" if len(words) == 1 and name.isupper() and len(name) > 1 else "person"


def kind_of_noun(tree: Tree, head: int, words: str, cues: SourceCues) -> str:
    """Return what a described source is: anonymous where its words say so, else the class of its noun."""
    lowered, lemma = words.lower(), tree.tokens[head].lemma.lower()
    if any(phrase in lowered for phrase in cues.anonymous_phrases):
        return "anonymous"
    classes = (
        ("outlet", cues.outlets),
        ("document", cues.documents),
        ("official", cues.officials),
        ("organisation", cues.bodies),
        ("anonymous", cues.anonymous),
    )
    kind = next((kind for kind, nouns in classes if lemma in nouns), "")
    return kind or KIND_OF_CLASS.get(noun_class(lemma), "person")
