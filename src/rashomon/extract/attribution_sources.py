"""Turns the head of a source into a `Source`: its span, its name, and what kind of source it is."""

from __future__ import annotations

from rashomon.extract.attribution_frames import Frame
from rashomon.extract.attribution_tree import Tree
from rashomon.lang.agencies import find_agencies
from rashomon.lang.cues import SourceCues
from rashomon.model import Name, Source
from rashomon.text import Range

LEADING = frozenset(("case", "cc", "mark", "punct"))
EDGES = frozenset((",", ";", ":", "-", "—", "–", "(", ")"))
DETACHED = frozenset(("parataxis", "acl:relcl", "dep", "list", "advcl", "cop", "nsubj"))


def source_tokens(tree: Tree, frame: Frame) -> tuple[int, int] | None:
    """Return the first and last token of the source: the whole noun phrase, without what leads it in or closes it."""
    head = frame.source
    if head is None:
        return None
    kept = {head}
    queue = [head]
    while queue:
        for child in tree.children[queue.pop()]:
            if child == frame.head or tree.first[child] <= frame.head <= tree.last[child]:
                continue
            if tree.tokens[child].head == head and _left_out(tree, child, head):
                continue
            kept.add(child)
            queue.append(child)
    first = last = head
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    words = [token.text for token in tree.tokens[first : last + 1]]
    while first < last and words[0] in EDGES:
        first, words = first + 1, words[1:]
    while last > first and (words[-1] in EDGES and not _closes(words)):
        last, words = last - 1, words[:-1]
    return first, _with_closing_comma(tree, first, last, frame)


def _closes(words: list[str]) -> bool:
    return words[-1] == ")" and "(" in words


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
    return (child < head and relation in LEADING) or relation in ("parataxis", "cop", "nsubj", "advcl")


def proper_name(tree: Tree, head: int, cues: SourceCues) -> str:
    """Return the run of proper nouns around a head without the titles before them, or "" where it is no name."""
    tokens = tree.tokens
    if tokens[head].pos != "PROPN":
        return ""
    first = last = head
    while first > 0 and tokens[first - 1].pos == "PROPN" and tree.first[head] <= first - 1:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].pos == "PROPN" and last + 1 <= tree.last[head]:
        last += 1
    while first < last and (tokens[first].text.lower() in cues.titles or tokens[first].text.lower() in cues.officials):
        first += 1
    return " ".join(token.text for token in tokens[first : last + 1])


def source_of(text: str, tree: Tree, frame: Frame, cues: SourceCues) -> Source | None:
    """Return the source of a frame with the name that its phrase gives, or None where the frame has none."""
    span = source_tokens(tree, frame)
    if span is None or frame.source is None:
        return None
    place = tree.range(*span)
    cue = tree.range(*frame.cue)
    name, kind = named(text, tree, frame.source, place, cues)
    return Source(name, cue.of(text), place, cue, kind)


def named(text: str, tree: Tree, head: int, place: Range, cues: SourceCues) -> tuple[str, str]:
    """Return the name and the kind of a source phrase."""
    words = place.of(text)
    agencies = find_agencies(words)
    if agencies and isinstance(agencies[0].value, Name):
        return agencies[0].value.words, "agency"
    lowered = words.lower()
    token = tree.tokens[head]
    name = proper_name(tree, head, cues)
    if not name:
        apposed = next((child for child in tree.below(head, "appos") if tree.tokens[child].pos == "PROPN"), None)
        name = proper_name(tree, apposed, cues) if apposed is not None else ""
    if name:
        return name, _kind_of_name(name, cues)
    described = words
    for article in ("the ", "a ", "an "):
        if lowered.startswith(article):
            described = words[len(article) :]
    return described, _kind_of_noun(token.lemma.lower(), lowered, cues)


def _kind_of_name(name: str, cues: SourceCues) -> str:
    words = [word.lower() for word in name.split()]
    if words[-1] in cues.outlets or words[0] in cues.outlets:
        return "outlet"
    if any(word in cues.bodies for word in words):
        return "organisation"
    return "organisation" if len(words) == 1 and name.isupper() and len(name) > 1 else "person"


def _kind_of_noun(lemma: str, lowered: str, cues: SourceCues) -> str:
    if any(phrase in lowered for phrase in cues.anonymous_phrases):
        return "anonymous"
    for kind, nouns in (("document", cues.documents), ("outlet", cues.outlets), ("official", cues.officials), ("organisation", cues.bodies)):
        if lemma in nouns:
            return kind
    if lemma in cues.anonymous:
        return "anonymous"
    return "person"
