"""How a clause is told: so, not so, still to be, or only supposed."""

from __future__ import annotations

import pytest
from tests.shipped import parser

from rashomon.lang.modality import modality_at
from rashomon.lang.tree import tree_of
from rashomon.model import Modality
from rashomon.text import Range


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The union ended the strike.", Modality.ASSERTED),
        ("The union said that it had ended the strike.", Modality.ASSERTED),
        ("The union has not ended the strike.", Modality.DENIED),
        ("The union denied that it had ended the strike.", Modality.DENIED),
        ("The union denied reports that it had ended the strike.", Modality.DENIED),
        ("The union denied that it had not ended the strike.", None),
        ("The union will end the strike.", Modality.PLANNED),
        ("The union may end the strike.", None),
    ],
)
def test_how_a_clause_is_told(words: str, expected: Modality | None) -> None:
    (sentence,) = parser().parse(words, (Range(0, len(words)),))
    tree = tree_of(sentence)
    verb = next(i for i, token in enumerate(tree.tokens) if token.lemma == "end")
    assert modality_at(tree, verb, verb) is expected
