"""Headlines in capitals or title case, as the parser reads them best: common words small, the rest like names."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon import tables
from rashomon.lang.lemmas import Lemmas

_THRESHOLDS = tables.thresholds("rashomon.lang")
_FEWEST_LONGER = _THRESHOLDS.integer("fewest_longer")

_FEWEST_TITLED = _THRESHOLDS.integer("fewest_titled")
_FEWEST_SHOUTED = _THRESHOLDS.integer("fewest_shouted")
_TITLED_LENGTH = _THRESHOLDS.integer("titled_length")


def plain_case(words: Sequence[str], lemmas: Lemmas) -> list[str]:
    """Return the words of one sentence, common ones in lower case if the whole is in capitals or title case."""
    shouted = len(words) >= _FEWEST_SHOUTED and "".join(words).isupper()
    if not (shouted or _titled(words, lemmas)):
        return list(words)
    plain = [word.lower() if lemmas.is_common(word.lower()) else _like_a_name(word) for word in words]
    return [plain[0][:1].upper() + plain[0][1:], *plain[1:]]


def _like_a_name(word: str) -> str:
    """Return a word in capitals as a name is printed; short ones may be abbreviations and stay."""
    return word.capitalize() if word.isupper() and len(word) > _TITLED_LENGTH else word


def _titled(words: Sequence[str], lemmas: Lemmas) -> bool:
    """Say whether every longer word begins with a capital, and one that is not the first may be a verb."""
    longer = [word for word in words if len(word) >= _TITLED_LENGTH and word.isalpha()]
    if len(words) < _FEWEST_TITLED or len(longer) < _FEWEST_LONGER or not all(word[0].isupper() for word in longer):
        return False
    return any(lemmas.is_common(word.lower(), "verb") for word in words[1:] if word[:1].isupper())
