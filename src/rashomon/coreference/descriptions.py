"""What the reports say one bearer is: claims of one measure, gathered by whom they are told of and by their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rashomon.coreference.event import Event
from rashomon.lang.descriptions import described_as
from rashomon.model import Answer, Claim, Phrase


def described(event: Event, measure: str) -> Iterator[tuple[str, tuple[Answer, ...]]]:
    """Yield each bearer of claims of one measure, with an answer a description, where two or more reports give one.

    Descriptions of the same telling words are one answer; the bearer is the fullest form of its name.
    """
    home = {words: cluster.words for cluster in event.clusters for words in cluster.surfaces}
    found: dict[str, dict[frozenset[str], list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in (c for a in event.accounts for c in a.claims if c.about.measure == measure):
        for bearer in claim.about.bearer:
            if isinstance(claim.value, Phrase) and (words := described_as(claim.value.words)):
                found[home.get(bearer, bearer)][words].append(claim)
    for bearer, forms in sorted(found.items()):
        answers = tuple(Answer(tuple(forms[words])) for words in sorted(forms, key=sorted))
        if len({report for answer in answers for report in answer.reports}) >= 2:
            yield bearer, answers
