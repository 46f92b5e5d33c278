"""Records of one person, as sports pages print them behind the name: "Kessling (43-1)"."""

from __future__ import annotations

from rashomon.model import Quantity, Verdict
from rashomon.questions.question import Case, Ruling

LEAST = 10  # wins: fewer may be the score of a set or a round
ONE_OUTING = 1  # what one more contest adds to one of the two numbers

# A surname alone is of no known kind where the report has no full name.
OF_PEOPLE = frozenset({("person", "person"), ("person", "other"), ("other", "person")})


def two_records(case: Case) -> Ruling | None:
    """Two records of one person that no single contest between the reports can explain."""
    if any(not isinstance(c.value, Quantity) or c.value.dimension != "score" for pair in case.claims for c in pair):
        return None
    for a, b in case.claims:
        one, other = a.context.record, b.context.record
        if one is None or other is None or one.name != other.name or min(one.wins, other.wins) < LEAST:
            continue
        apart = abs(one.wins - other.wins) + abs(one.losses - other.losses)
        if (one.kind, other.kind) in OF_PEOPLE and apart > ONE_OUTING:
            told = f"{one.wins}-{one.losses} and {other.wins}-{other.losses}"
            return Ruling(
                Verdict.CONFLICT, "quantity", f"{told}: no one contest lies between these records of one person"
            )
    return None
