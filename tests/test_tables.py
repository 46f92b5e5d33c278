"""Every number that decides, and every list of words, stands in its room's table: described, used, and documented."""

from __future__ import annotations
