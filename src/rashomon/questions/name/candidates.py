"""Topics of names and descriptions: how the reports write one name, and what they say its bearer is."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from rashomon import tables
from rashomon.coreference.event import Event
from rashomon.coreference.name_clusters import NameCluster, NamedAt
from rashomon.coreference.same_name import same_name
from rashomon.lang.gazetteer import fold
from rashomon.model import Answer, Claim, Name, Role, Topic

_THRESHOLDS = tables.thresholds("rashomon.questions.name")
LONGEST_ACRONYM = _THRESHOLDS.integer("longest_acronym")

MOST_FORMS = _THRESHOLDS.integer("most_forms")


def name_topics(event: Event) -> Iterator[Topic]:
    """Yield a topic for each name that reports write in different full forms: one answer for each form.

    A name without its first or last part is no other form of it ("Braves" for "Atlanta Braves").
    """
    claims = {(c.report, c.evidence.start): c for a in event.accounts for c in a.claims if c.about.measure == "name"}
    for cluster in event.clusters:
        forms: dict[str, list[Claim]] = defaultdict(list)
        for member in _shown(cluster, event):
            forms[as_written(member.name.words)].append(claims[member.report, member.range.start])
        told_apart = [f for f in sorted(forms) if any(_other_form(f, other, cluster.kind) for other in forms)]
        if 2 <= len(told_apart) <= MOST_FORMS and len({c.report for f in told_apart for c in forms[f]}) > 1:
            answers = tuple(Answer(tuple(forms[f])) for f in told_apart)
            yield Topic("name", f"name of {cluster.words}", answers, _why(answers), 0.9)


def _fullest(cluster: NameCluster) -> dict[str, NamedAt]:
    """Return the longest form of the name in each report, the first of several."""
    found: dict[str, NamedAt] = {}
    for member in cluster.members:
        known = found.get(member.report)
        if known is None or len(member.name.words) > len(known.name.words):
            found[member.report] = member
    return found


def _shown(cluster: NameCluster, event: Event) -> list[NamedAt]:
    """Return for each report where it writes the name in its longest form: first in the headline, first below it.

    A headline is not by the hand that wrote the text, so each counts.
    """
    fullest = _fullest(cluster)
    titles = {a.report.id: [p.range for p in a.report.passages if p.role is Role.HEADLINE] for a in event.accounts}
    found: dict[tuple[str, bool], NamedAt] = {}
    for member in cluster.members:
        if fold(member.name.words) == fold(fullest[member.report].name.words):
            in_title = any(title.contains(member.range) for title in titles[member.report])
            found.setdefault((member.report, in_title), member)
    return [found[key] for key in sorted(found)]


def _other_form(one: str, other: str, kind: str) -> bool:
    """Say whether two folded forms differ in more than a part left out at either end."""
    if fold(one) == fold(other):
        pairs = list(zip(one.split(), other.split(), strict=False))
        # What stands in capitals throughout is set so, and shows no other spelling.
        return one != other and not any(a != b and (a.isupper() or b.isupper()) for a, b in pairs)
    first, second = fold(one).split(), fold(other).split()
    if kind == "person" and min(len(first), len(second)) >= 2:
        return True
    shorter, longer = sorted((first, second), key=len)
    if kind == "place" and len(longer) == 1 and longer[0].startswith(shorter[0]):
        return False  # "Mich." is short for Michigan
    if len(shorter) != len(longer) and (longer[: len(shorter)] == shorter or longer[-len(shorter) :] == shorter):
        return False
    return len(first) == len(second) or not (_short(fold(one)) or _short(fold(other)))


_UNHEARD = str.maketrans("", "", ".,'’‘`/")


def as_written(words: str) -> str:
    """Return a name with the hyphens and inner capitals that it is written with; points, accents, first capitals gone.

    "Al-Sarim" and "Al Sarim", "DeMora" and "Demora" are two forms; "U.S." and "US", "Élan" and "Elan" are one.
    """
    plain = unicodedata.normalize("NFKD", words).translate(_UNHEARD)
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(word[:1].upper() + word[1:] for word in re.sub("[‐‑–]", "-", kept).split())


def _short(form: str) -> bool:
    """Say whether a form is an acronym, by its length: everyone knows those, and they are no news."""
    return " " not in form and len(form) <= LONGEST_ACRONYM


def _why(answers: tuple[Answer, ...]) -> str:
    first, second = answers[0].claims[0].value, answers[1].claims[0].value
    return same_name(first, second).reason if isinstance(first, Name) and isinstance(second, Name) else ""
