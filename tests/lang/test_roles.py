"""Who is what: roles before, after and about a name."""

from __future__ import annotations

import pytest
from tests.shipped import parser

from rashomon.lang.names import report_names
from rashomon.lang.roles import RolePair, find_roles
from rashomon.lang.sentences import split_sentences
from rashomon.model import Name


def roles(text: str) -> list[RolePair]:
    sentences = parser().parse(text, split_sentences(text, 0, len(text)))
    names = report_names(text, sentences)
    return [
        pair
        for sentence in sentences
        for pair in find_roles(text, sentence, tuple(m for m in names if sentence.range.contains(m.range)))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Minister of Natural Resources, Alexei Kornilov, met navy spokesman Commander Ravi Menon on Friday.",
            [
                ("Alexei Kornilov", "Minister of Natural Resources", "apposition"),
                ("Ravi Menon", "navy spokesman Commander", "title"),
            ],
        ),
        (
            "Ruth Ellery, a geologist at the University of Lund, and Peter Holm, 43, director of the Norda zoo, spoke.",
            [
                ("Ruth Ellery", "geologist at the University of Lund", "apposition"),
                ("Peter Holm", "director of the Norda zoo", "apposition"),
            ],
        ),
        (
            "The budget is dead, said Rep. Tom Dale, the former chairman of the House Budget Committee.",
            [
                ("Tom Dale", "Rep.", "title"),
                ("Tom Dale", "former chairman of the House Budget Committee", "apposition"),
            ],
        ),
        ("Paul Weiss is the chief executive of Norda.", [("Paul Weiss", "chief executive of Norda", "copula")]),
        ("Mary Lund-director of sales at Norda spoke.", [("Mary Lund", "director of sales at Norda", "apposition")]),
        ("Harbor Hawks general manager Tony Brooks left.", [("Tony Brooks", "Harbor Hawks general manager", "title")]),
        ("Ellen Park's lawyer, Dan Sosa, spoke.", [("Dan Sosa", "Ellen Park's lawyer", "apposition")]),
        ("The rich heiress Ruth Ellery agreed.", [("Ruth Ellery", "rich heiress", "title")]),
        ("Ruth Ellery, a benefactor of the zoo, agreed.", [("Ruth Ellery", "benefactor of the zoo", "apposition")]),
        ("Ruth Ellery is a patient woman.", []),
        ("Ruth Ellery, who lives in Lund, agreed.", []),
        ("In Lund, Ruth Ellery agreed.", []),
    ],
)
def test_roles(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = roles(text)
    named = [(pair.person.value.words, pair.role, pair.stated) for pair in found if isinstance(pair.person.value, Name)]
    assert named == expected
    assert all(" ".join(pair.range.of(text).split()) == pair.role for pair in found)
