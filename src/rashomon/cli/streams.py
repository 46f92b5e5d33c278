"""Standard streams that were closed before the program began (`>&-`): something stands in for them."""

from __future__ import annotations

import os
import sys


def fill_closed_streams() -> None:
    """Put a stream in place of each standard one that is closed: error is silent, the others fail once they are used.

    Otherwise Python has None for it, and the next file that is opened gets its number: what a library says on
    standard error would stand in the user's file.
    """
    # In this order: a descriptor that is opened gets the lowest number that is free.
    if sys.stdin is None:
        sys.stdin = open(os.open(os.devnull, os.O_WRONLY), encoding="utf-8")  # noqa: SIM115 - to the end
    if sys.stdout is None:
        sys.stdout = open(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")  # noqa: SIM115
