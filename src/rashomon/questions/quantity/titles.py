"""How a topic's question is put into words: "number of drones", "people killed", "length of the visit"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from types import MappingProxyType

from rashomon.lang.lexicon import PEOPLE
from rashomon.model import Claim, Quantity

# What a dimension is called in a question; the noun that is measured follows.
DIMENSIONS = MappingProxyType(
    {"count": "number of", "length": "distance or length:", "duration": "how long:", "money": "amount:",
     "share": "share:", "age": "age:", "magnitude": "magnitude:", "mass": "weight:", "area": "area:",
     "volume": "volume:", "speed": "speed:", "temperature": "temperature:", "point": "points:"}
)  # fmt: skip
STATES = MappingProxyType({"dead": "killed", "arrested": "arrested or seized", "damaged": "damaged or destroyed"})
IRREGULAR = MappingProxyType(
    {
        "child": "children",
        "foot": "feet",
        "wife": "wives",
        "life": "lives",
        "knife": "knives",
        "aircraft": "aircraft",
        "sheep": "sheep",
    }
)


def question_of(claims: Iterable[Claim]) -> str:
    """Return the question that claims of one measure answer, in a few words, with the most frequent noun and state."""
    claims = tuple(claims)
    value = claims[0].value
    dimension = value.dimension if isinstance(value, Quantity) else ""
    noun, state = _usual(c.about.measure for c in claims), _usual(c.about.state for c in claims)
    if dimension == "count":
        counted = "people" if not noun or noun in PEOPLE else plural(noun)
        return " ".join(filter(None, ("number of", counted, STATES.get(state, state))))
    words = [DIMENSIONS.get(dimension, f"{dimension}:"), noun, _bearers(claims)]
    return " ".join(dict.fromkeys(word for word in words if word)).rstrip(":")


def plural(noun: str) -> str:
    """Return the plural of an English noun in base form; irregular ones are listed, the rest go by the spelling."""
    if noun in IRREGULAR or noun.endswith("s"):
        return IRREGULAR.get(noun, noun)
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("x", "z", "ch", "sh")) else "s")


def _usual(words: Iterable[str]) -> str:
    """Return the most frequent word, the first in the alphabet of several; "" where none is given."""
    count = Counter(word for word in words if word)
    return min(count, key=lambda word: (-count[word], word)) if count else ""


def _bearers(claims: tuple[Claim, ...]) -> str:
    """Return the word that most of the claims name as what the thing belongs to, where two or more do."""
    count = Counter(
        word for claim in claims for word in claim.about.bearer if word.isalpha() and word != claim.about.measure
    )
    best = min(count, key=lambda word: (-count[word], word)) if count else ""
    return best if best and count[best] >= 2 else ""
