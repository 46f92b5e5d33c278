"""The codes that the program ends with."""

from __future__ import annotations

# Exit codes; docs/exit-codes.md says when each is given, and a test holds the two together.
DONE, UNUSABLE, PARTLY, NOT_INSTALLED, BUG, NOT_WRITTEN, INTERRUPTED, PIPE_CLOSED = 0, 2, 3, 4, 70, 74, 130, 141
