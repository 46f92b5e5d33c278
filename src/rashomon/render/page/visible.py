"""Characters that hide or reorder text, turned into something an editor can see."""

from __future__ import annotations

import re
import unicodedata

# Bidirectional controls (Unicode UAX 9), invisible format characters, C0 and C1 controls but tab and line feed, tag
# characters, and lone surrogates, which no UTF-8 file can hold. The joiners U+200C and U+200D stay: scripts need them.
_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(words: str) -> str:
    """Return `words` with every hidden or reordering character written out, as in `⟦U+202E⟧`.

    A carriage return before a line feed belongs to the line end and is dropped.
    """
    return _HIDDEN.sub(_written_out, words.replace("\r\n", "\n"))


def _written_out(match: re.Match[str]) -> str:
    return f"⟦U+{ord(match.group()):04X}⟧"


def plain_line(words: str) -> str:
    """Return `words` made visible on a single line: for titles, labels and attributes."""
    return unicodedata.normalize("NFC", " ".join(visible(words).split()))
