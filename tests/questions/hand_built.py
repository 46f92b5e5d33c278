"""Claims built by hand, and what the rules of a kind say of two of them: no report is read and no sentence parsed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from rashomon.lang.quantities import find_quantities
from rashomon.model import About, Answer, Claim, Context, Phrase, Quantity, Topic, Value
from rashomon.questions.question import Case, Rule, Ruling, first_ruling
from rashomon.settings import Settings

PUBLISHED = datetime(2031, 3, 14)
DATED = Context(published=PUBLISHED)
NOTHING = About()


def quantity(words: str) -> Quantity:
    """Return the one quantity that the words give ("about 50", "34 miles")."""
    (mention,) = find_quantities(words)
    assert isinstance(mention.value, Quantity)
    return mention.value


def claim(value: Value | str, about: About = NOTHING, context: Context = DATED, report: str = "a") -> Claim:
    """Return a claim; words stand for the quantity that they give."""
    return Claim(quantity(value) if isinstance(value, str) else value, about, report=report, context=context)


def case_of(one: Claim, other: Claim, score: float = 1.0, why: str = "", about: str = "") -> Case:
    """Return the case of two claims, the second made by report "b"."""
    first, second = Answer((one,)), Answer((replace(other, report="b"),))
    return Case(first, second, Topic("", about, (first, second), why, score), Settings())


def said(case: Case, rules: tuple[Rule, ...]) -> tuple[str, str] | None:
    """Return the verdict and reason of the first rule that holds, the same in both orders; None where none does."""
    turned = Case(case.second, case.first, case.topic, case.settings)
    one, other = (_named(first_ruling(asked, rules)) for asked in (case, turned))
    assert one == other
    return one


def said_of_phrases(one: str, other: str, rules: tuple[Rule, ...]) -> tuple[str, str] | None:
    """Return the verdict and reason on two phrases that answer one question in words; None where no rule holds."""
    return said(case_of(claim(Phrase(one)), claim(Phrase(other))), rules)


def _named(ruling: Ruling | None) -> tuple[str, str] | None:
    return (ruling.verdict.value, ruling.reason) if ruling else None
