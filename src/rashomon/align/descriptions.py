"""Topics of descriptions: what the reports say a named place, ship, body or thing is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rashomon.align.event import Event
from rashomon.lang.descriptions import described_as
from rashomon.model import Answer, Claim, Phrase, Topic

MOST_FORMS = 6  # what is described in more ways than this is the event's stage, not a question


def description_topics(event: Event) -> Iterator[Topic]:
    """Yield a topic for each named thing that two or more reports describe in different words."""
    home = {words: cluster.words for cluster in event.clusters for words in cluster.surfaces}
    described: dict[str, dict[frozenset[str], list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in (c for a in event.accounts for c in a.claims if c.about.measure == "description"):
        for bearer in claim.about.bearer:
            if isinstance(claim.value, Phrase) and (words := described_as(claim.value.words)):
                described[home.get(bearer, bearer)][words].append(claim)
    for thing, forms in sorted(described.items()):
        answers = tuple(Answer(tuple(forms[words])) for words in sorted(forms, key=sorted))
        reports = {report for answer in answers for report in answer.reports}
        if len(reports) >= 2 and 2 <= len(answers) <= MOST_FORMS:
            yield Topic("description", f"what {thing} is", answers, "one name", 0.8)
