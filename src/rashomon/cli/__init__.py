"""The command line: what the user types, what it prints where, and the code it ends with."""

from __future__ import annotations

import sys

try:
    from rashomon.cli.codes import (
        BUG,
        DONE,
        INTERRUPTED,
        NOT_INSTALLED,
        NOT_WRITTEN,
        PARTLY,
        PIPE_CLOSED,
        UNUSABLE,
    )
    from rashomon.cli.comparing import FORMATS
    from rashomon.cli.output import write_whole
    from rashomon.cli.program import commands, main, run
    from rashomon.cli.reading import READ_FORMATS
except KeyboardInterrupt:  # while the modules load: nothing of ours runs yet that could say so
    if sys.stderr is not None:
        sys.stderr.write("rashomon: interrupted\n")
    raise SystemExit(130) from None

__all__ = [
    "BUG",
    "DONE",
    "FORMATS",
    "INTERRUPTED",
    "NOT_INSTALLED",
    "NOT_WRITTEN",
    "PARTLY",
    "PIPE_CLOSED",
    "READ_FORMATS",
    "UNUSABLE",
    "commands",
    "main",
    "run",
    "write_whole",
]
