"""Statements in quite other words, with vectors made by hand in place of the model's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np
from tests.events import event_about

from rashomon.coreference.event import Event
from rashomon.lang.meaning import Vector
from rashomon.questions.statement.meanings import meaning_topics

HERE, THERE = "Farmers lost their harvest.", "Crops of growers were ruined."


class Drawn:
    """Vectors that put sentences with one of these words side by side, and all others far apart."""

    def __init__(self, *alike: str) -> None:
        self.alike = alike

    def vectors(self, texts: Iterable[str]) -> Mapping[str, Vector]:
        """Return one axis for the marked sentences, and an axis of its own for each other one."""
        told = list(dict.fromkeys(texts))
        own = np.eye(len(told) + 1, dtype=np.float32)
        return {
            text: own[0] if any(word in text for word in self.alike) else own[n] for n, text in enumerate(told, start=1)
        }


def found(event: Event, *alike: str) -> list[set[str]]:
    topics = meaning_topics(event, Drawn(*alike))
    text = {a.report.id: a.report.text for a in event.accounts}
    return [{c.evidence.of(text[c.report]) for c in topic.answers[0].claims} for topic in topics]


def test_sentences_of_two_reports_that_mean_the_same_agree() -> None:
    event = event_about({"a": f"{HERE} A bell rang.", "b": f"{THERE} Dogs barked."})
    assert found(event, "Farmers", "Crops") == [{HERE, THERE}]


def test_numbers_at_odds_and_denials_are_no_agreement() -> None:
    counted = event_about({"a": "Twelve farmers lost a harvest.", "b": "Crops of nine growers were ruined."})
    assert found(counted, "farmers", "Crops") == []
    denied = event_about({"a": "Farmers lost their harvest.", "b": "Farmers did not lose their harvest."})
    assert found(denied, "harvest") == []


def test_one_report_alone_agrees_with_nobody() -> None:
    event = event_about({"a": f"{HERE} {THERE}", "b": "Dogs barked."})
    assert found(event, "Farmers", "Crops") == []


def test_the_order_of_reports_changes_nothing() -> None:
    one = event_about({"a": HERE, "b": THERE, "c": "Growers saw fields destroyed."})
    other = replace(one, accounts=tuple(reversed(one.accounts)))
    assert found(one, "harvest", "Crops", "fields") == found(other, "harvest", "Crops", "fields")


def test_an_event_without_sentences_has_none() -> None:
    assert found(event_about({"a": "!", "b": "?"}), "x") == []
