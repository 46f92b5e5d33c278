"""What can go wrong, as one tree.

    RashomonError
    ├── InputError          a file, folder or option that cannot be used (exit code 2)
    │   ├── NotAReport      readable, but holds no report: it is named and skipped
    │   ├── Unreadable      missing, not text, broken
    │   ├── TooLarge        over a stated limit
    │   └── NotFetched      an address on the web that was refused, or did not answer
    └── InstallError        a part of the installation is missing or does not fit (exit code 4)

A message names the file, says what is wrong, and what to do.
"""

from __future__ import annotations


class RashomonError(Exception):
    """The root of everything that Rashomon raises on purpose."""


class InputError(RashomonError):
    """Input that cannot be used; the message names it and says what to do."""


class NotAReport(InputError):
    """A readable file that holds no report."""


class Unreadable(InputError):
    """A file that is missing, is not text, or is broken."""


class TooLarge(InputError):
    """A file over one of the limits in `rashomon.settings`."""


class NotFetched(InputError):
    """An address on the web that may not be fetched from, or did not give a page."""


class InstallError(RashomonError):
    """A part of the installation that is missing or does not fit."""
