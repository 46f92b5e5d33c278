"""Where a distance is measured from, and which way: "150 nautical miles east of Aden", "200 km from the border"."""

from __future__ import annotations

import re

from rashomon import tables
from rashomon.lang.tree import Tree, phrase_of

_THRESHOLDS = tables.thresholds("rashomon.extract")
_WORDS = tables.words("rashomon.extract")

DIRECTION = re.compile(r"(?:(north|south)[- ]?(east|west)?|(east|west))(?:ern|wards?)?", re.IGNORECASE)
FROM = _WORDS.set("distances_from")
REACH = _THRESHOLDS.integer("distances_reach")
LONGEST = _THRESHOLDS.integer("distances_longest")


def measured_from(tree: Tree, last: int) -> tuple[str, str]:
    """Return the reference point and the direction that follow the distance ending at token `last`; "" if not given."""
    direction = ""
    for index in range(last + 1, min(last + 1 + REACH, len(tree.tokens))):
        token = tree.tokens[index]
        if token.text in {")", "("} or token.pos in {"NUM", "SYM"}:
            continue
        if match := DIRECTION.fullmatch(token.text):
            direction += "".join(part for part in match.groups() if part).lower()
        elif token.text.lower() in FROM and index + 1 < len(tree.tokens):
            return _point(tree, index), direction
        elif token.pos not in {"NOUN", "ADV", "PUNCT", "ADP"}:
            break
    return "", direction


def _point(tree: Tree, preposition: int) -> str:
    """Return the words of the noun phrase that the preposition belongs to, in lower case."""
    noun = tree.tokens[preposition].head
    if tree.tokens[noun].pos not in {"NOUN", "PROPN"} or noun < preposition:
        return ""
    span, after = phrase_of(tree, noun, LONGEST), tree.tokens[preposition].end
    # "55 miles off the island" may be one phrase: the point is what follows the preposition.
    named = [t for t in tree.tokens if max(span.start, after) <= t.start < span.end and t.pos != "DET"]
    return " ".join(t.text.lower() for t in named)
