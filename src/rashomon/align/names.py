"""Topics of names and roles: how the reports write one name, and what they call one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rashomon.align.event import Event
from rashomon.align.name_clusters import NameCluster, NamedAt, cluster_names
from rashomon.lang.gazetteer import fold
from rashomon.model import Account, Answer, Claim, Mention, Name, Phrase, Topic


def clusters_of(accounts: tuple[Account, ...]) -> tuple[NameCluster, ...]:
    """Return the groups of names of the accounts, each group one person, organisation or place."""
    return cluster_names(
        (a.report.id, tuple(m for m in a.mentions if isinstance(m.value, Name))) for a in accounts
    )


def name_topics(event: Event) -> Iterator[Topic]:
    """Yield a topic for each name that two or more reports write: one answer for each fullest form."""
    claims = _claims(event.accounts, "name")
    for cluster in clusters_of(event.accounts):
        fullest: dict[str, NamedAt] = {}
        for member in cluster.members:
            known = fullest.get(member.report)
            if known is None or len(member.name.words) > len(known.name.words):
                fullest[member.report] = member
        if len(fullest) < 2:
            continue
        forms: dict[str, list[Claim]] = defaultdict(list)
        for report, member in sorted(fullest.items()):
            forms[fold(member.name.words)].append(claims[report, member.range.start])
        if len(forms) < 2:
            continue  # that both write one name alike is no news
        about = f"name of {cluster.words}"
        yield Topic("name", about, tuple(Answer(tuple(forms[f])) for f in sorted(forms)), "; ".join(cluster.reasons), 0.9)


def role_topics(event: Event) -> Iterator[Topic]:
    """Yield a topic for each person to whom two or more reports give a role."""
    roles: dict[str, list[Claim]] = defaultdict(list)
    home = {w: c.words for c in clusters_of(event.accounts) for w in c.surfaces}
    for account in event.accounts:
        for claim in account.claims:
            if claim.about.measure == "role":
                for bearer in claim.about.bearer:
                    roles[home.get(bearer, bearer)].append(claim)
    for person, claims in sorted(roles.items()):
        forms: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            if isinstance(claim.value, Phrase):
                forms[fold(claim.value.words)].append(claim)
        if len({c.report for c in claims}) >= 2:
            yield Topic("role", f"role of {person}", tuple(Answer(tuple(forms[f])) for f in sorted(forms)), "same person", 0.9)


def _claims(accounts: tuple[Account, ...], measure: str) -> dict[tuple[str, int], Claim]:
    """Return the claims of one measure by report and place."""
    return {
        (claim.report, claim.evidence.start): claim
        for account in accounts
        for claim in account.claims
        if claim.about.measure == measure
    }


def mentions_of(account: Account) -> tuple[Mention, ...]:
    """Return the names of one account in text order."""
    return tuple(m for m in account.mentions if isinstance(m.value, Name))
