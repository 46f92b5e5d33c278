"""The language of a text, by its small words or by the library."""

from __future__ import annotations

import sys

import pytest

from rashomon.lang.language import UNKNOWN, language_name, language_of

ENGLISH = "The kite club won the cup on Sunday, and the mayor said that it was the first time in ten years."
OTHERS = {
    "de": "Der Drachenverein gewann am Sonntag den Pokal, und die Bürgermeisterin sprach von einem großen Tag.",
    "fr": "Le club de cerfs-volants a remporté la coupe dimanche, et la maire a parlé d'un grand jour pour la ville.",
    "es": "El club de cometas ganó la copa el domingo, y la alcaldesa habló de un gran día para toda la ciudad.",
    "ru": "Клуб воздушных змеев выиграл кубок в воскресенье, и мэр говорила о великом дне для всего города.",
}


def test_plain_english_is_told_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid.langid", None)  # importing it would now fail
    assert language_of(ENGLISH) == "en"


@pytest.mark.parametrize(("code", "text"), OTHERS.items())
def test_other_languages_are_told(code: str, text: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize("text", ["", "3 dead", "Kites flew.", "1 2 3 4 5 6 7 8 9 10", "- " * 500])
def test_a_few_words_tell_no_language(text: str) -> None:
    assert language_of(text) == UNKNOWN


def test_names_are_for_people() -> None:
    assert (language_name("de"), language_name("xx")) == ("German", "xx")
