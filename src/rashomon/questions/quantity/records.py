"""Records of one person, as sports pages print them behind the name: "Kessling (43-1)"."""

from __future__ import annotations

import re

from rashomon.model import Account, Claim, Name, Quantity, Verdict
from rashomon.questions.question import Case, Ruling

RECORD = re.compile(r"\b(\w{1,40}),? \(?(\d{1,3})[-–](\d{1,3})\b")
LEAST = 10  # wins: fewer may be the score of a set or a round
ONE_OUTING = 1  # what one more contest adds to one of the two numbers

# A surname alone is of no known kind where the report has no full name.
PEOPLE = frozenset({("person", "person"), ("person", "other"), ("other", "person")})

Record = tuple[str, int, int, str]


def two_records(case: Case) -> Ruling | None:
    """Two records of one person that no single contest between the reports can explain."""
    if any(not isinstance(c.value, Quantity) or c.value.dimension != "score" for pair in case.claims for c in pair):
        return None
    for a, b in case.claims:
        one, other = (_record(case.accounts[c.report], c) for c in (a, b))
        if one is None or other is None or one[0] != other[0] or (one[3], other[3]) not in PEOPLE:
            continue
        if abs(one[1] - other[1]) + abs(one[2] - other[2]) > ONE_OUTING:
            told = f"{one[1]}-{one[2]} and {other[1]}-{other[2]}"
            return Ruling(
                Verdict.CONFLICT, "quantity", f"{told}: no one contest lies between these records of one person"
            )
    return None


def _record(account: Account, claim: Claim) -> Record | None:
    """Return the last word of a name, the two numbers behind it, and the name's kind ("" for no name), or None."""
    found = RECORD.search(account.report.text, claim.evidence.start, claim.evidence.end + 4)
    if found is None or int(found[2]) < LEAST:
        return None
    ends = {m.range.end: m.value.kind for m in account.mentions if isinstance(m.value, Name)}
    return found[1], int(found[2]), int(found[3]), ends.get(found.end(1), "")
