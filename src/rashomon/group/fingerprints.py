"""Fingerprints of many reports at once: hashed runs of three words, a fixed share of them kept, each with its place.

Selecting hashes that are 0 modulo `every` follows Manber (Finding similar files in a large file system, 1994) and
Broder (1997): whatever two texts share, the same share of it is kept in both, so that cut and embedded copies are
found, which sketches of a fixed size lose. All arithmetic is modulo 2**64 and the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rashomon import tables

_THRESHOLDS = tables.thresholds("rashomon.group")

SHINGLE = _THRESHOLDS.integer("shingle")
EVERY = _THRESHOLDS.integer("every")
# Bytes, roughly, hashed in one go: the tables of powers stay in the processor's cache.
_AT_ONCE = 1 << 17
# Leading byte, range of the next, length: U+00A0 to U+00BF, U+2000 to U+206F, U+3000 to U+303F.
_MARKS = ((0xC2, (0xA0, 0xBF), 2), (0xE2, (0x80, 0x81), 3), (0xE3, (0x80, 0x80), 3))
_POWER = 0x9E3779B97F4A7C15
_INVERSE = pow(_POWER, -1, 1 << 64)
_MIX = (0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93)

Hashes = NDArray[np.uint64]
Letters = NDArray[np.uint8]
Places = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """What is kept of a row of texts: those of text `i` are `hashes[bounds[i]:bounds[i + 1]]`.

    `places` are the code points at which the hashed words begin in their text. Twelve bytes a fingerprint.
    """

    hashes: Hashes
    places: Places
    bounds: NDArray[np.int64]

    def __len__(self) -> int:
        """Return the number of texts."""
        return len(self.bounds) - 1

    def of(self, text: int) -> tuple[Hashes, Places]:
        """Return the hashes and places of one text."""
        start, end = self.bounds[text], self.bounds[text + 1]
        return self.hashes[start:end], self.places[start:end]


def fingerprints(texts: Sequence[str], every: int = EVERY) -> Fingerprints:
    """Return the fingerprints of the texts, one hash in `every` (a power of two) kept."""
    hashes: list[Hashes] = []
    places: list[Places] = []
    counts: list[NDArray[np.int64]] = []
    for batch in _batches(texts):
        found, where, count = _hashed(batch, every)
        hashes.append(found)
        places.append(where)
        counts.append(count)
    bounds = np.zeros(len(texts) + 1, np.int64)
    if counts:
        np.cumsum(np.concatenate(counts), out=bounds[1:])
    return Fingerprints(
        np.concatenate(hashes) if hashes else np.zeros(0, np.uint64),
        np.concatenate(places) if places else np.zeros(0, np.uint32),
        bounds,
    )


def _batches(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    start, size = 0, 0
    for index, text in enumerate(texts):
        if size and size + len(text) >= _AT_ONCE:
            yield texts[start:index]
            start, size = index, 0
        size += len(text) + 1
    if start < len(texts):
        yield texts[start:]


def complete_runs(texts: Sequence[str]) -> list[Hashes]:
    """Return for each text the hashes of all its runs of three words, sorted, each once."""
    found = []
    for batch in _batches(texts):
        _, opens, starts, runs = _read(batch)
        bounds = np.searchsorted(starts, opens).tolist()
        for first, last in pairwise(bounds):
            found.append(_each_once(runs[first : max(first, last - SHINGLE + 1)]))
    return found


def _each_once(hashes: Hashes) -> Hashes:
    ordered = np.sort(hashes)
    once = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=once[1:])
    return ordered[once]


def _hashed(texts: Sequence[str], every: int) -> tuple[Hashes, Places, NDArray[np.int64]]:
    """Return the kept hashes of a batch, their places, and how many of them each text has."""
    row, opens, starts, runs = _read(texts)
    first_word = np.searchsorted(starts, opens)
    kept = runs < np.uint64((1 << 64) // every) if every > 1 else np.ones(len(runs), bool)
    # A run of words must not begin in one text and end in the next.
    for back in range(1, SHINGLE):
        last = first_word[1:] - back
        kept[last[(last >= 0) & (last < len(kept))]] = False
    index = np.flatnonzero(kept)
    per_text = np.diff(np.searchsorted(index, first_word))
    where = _code_points(row, starts[index]) - np.repeat(_code_points(row, opens[:-1]), per_text)
    return runs[index], where.astype(np.uint32), per_text.astype(np.int64)


def _read(texts: Sequence[str]) -> tuple[bytes, NDArray[np.int64], NDArray[np.int64], Hashes]:
    """Return a batch as one row of bytes, where each text opens in it, where each word starts, and every run's hash."""
    # "surrogatepass": a lone half of a pair is a character like any other.
    written = [text.encode("utf-8", "surrogatepass") for text in texts]
    opens = np.zeros(len(written) + 1, np.int64)
    np.cumsum([len(words) + 1 for words in written], out=opens[1:])
    row = b"\0".join(written) + b"\0"
    starts, words = _words(_folded(row))
    return row, opens, starts, _runs(words) if len(words) >= SHINGLE else np.zeros(0, np.uint64)


def _runs(words: Hashes) -> Hashes:
    """Return a hash of each run of three words, all its bits mixed."""
    runs = words[:-2] * np.uint64(_MIX[0])
    runs += (words[1:-1] ^ (words[1:-1] >> np.uint64(31))) * np.uint64(_MIX[1])
    runs += (words[2:] ^ (words[2:] >> np.uint64(29))) * np.uint64(_MIX[2])
    runs ^= runs >> np.uint64(32)
    runs *= np.uint64(_MIX[0])
    return runs


def _folded(written: bytes) -> Letters:
    """Return UTF-8 with capitals made small and every byte of a mark or blank 0.

    Of the letters beyond ASCII case is kept: they are the same in copies. Marks beyond ASCII are those of the blocks
    Latin-1 punctuation and General Punctuation, where quotation marks, dashes and blanks are.
    """
    letters = np.frombuffer(bytearray(written.translate(_table())), np.uint8)
    if written.isascii():
        return letters
    original = np.frombuffer(written, np.uint8)
    for lead, following, length in _MARKS:
        at = np.flatnonzero(original == lead)
        at = at[(original[at + 1] >= following[0]) & (original[at + 1] <= following[1])]
        for byte in range(length):
            letters[at + byte] = 0
    return letters


def _code_points(row: bytes, places: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return byte positions as positions of code points: without the bytes that only continue a character."""
    if row.isascii():
        return places
    continuing = (np.frombuffer(row, np.uint8) & 0xC0) == 0x80
    before = np.concatenate((np.zeros(1, np.int64), np.cumsum(continuing)))
    moved: NDArray[np.int64] = places - before[places]
    return moved


def _words(letters: Letters) -> tuple[NDArray[np.int64], Hashes]:
    """Return where the words of a row of bytes begin, and a hash of each.

    A word's hash is the polynomial of its bytes; sums of all bytes before are taken once, and the difference of two of
    them is brought back to the word's own start by the inverse of the power there.
    """
    inside = np.zeros(len(letters) + 1, bool)
    np.not_equal(letters, 0, out=inside[1:])
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    # The row ends in a mark, so that every word has an end.
    starts, ends = edges[0::2], edges[1::2]
    powers, inverses = _powers(len(letters))
    sums = np.empty(len(letters) + 1, np.uint64)
    sums[0] = 0
    terms = letters.astype(np.uint64)
    terms *= powers[: len(letters)]
    np.cumsum(terms, out=sums[1:])
    words = (sums[ends] - sums[starts]) * inverses[starts]
    words *= np.uint64(_MIX[1])
    return starts, words ^ (words >> np.uint64(32))


@cache
def _table() -> bytes:
    """Return what stands for each byte: itself, its small letter, or 0 for a mark or blank of ASCII."""
    return bytes(
        code if code >= 0x80 else ord(chr(code).lower()) if chr(code).isalnum() or chr(code) == "_" else 0
        for code in range(256)
    )


@cache
def _usual_powers() -> tuple[Hashes, Hashes]:
    return _power_table(_POWER, 2 * _AT_ONCE), _power_table(_INVERSE, 2 * _AT_ONCE)


def _powers(size: int) -> tuple[Hashes, Hashes]:
    if size <= 2 * _AT_ONCE:
        return _usual_powers()
    return _power_table(_POWER, size), _power_table(_INVERSE, size)


def _power_table(base: int, size: int) -> Hashes:
    table = np.full(size, np.uint64(base))
    table[0] = 1
    return np.cumprod(table, dtype=np.uint64)
