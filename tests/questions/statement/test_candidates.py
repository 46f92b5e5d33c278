"""Statements that reports make alike: paraphrase above mere topic, nothing at odds, the same in any order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.events import event_about

from rashomon.lang.stems import stem_of
from rashomon.model import Topic
from rashomon.questions.statement.candidates import statement_topics

# Sentences around every pair, so that words have a weight: an invented harbour town and its flood.
AROUND = (
    "The mayor of Lindport opened the new library in March. Ferries cross the bay twice an hour. "
    "Fishermen mend their nets on the eastern quay. The council meets every second Thursday. "
    "A brass band played in the park near the old brewery."
)

# (a sentence, one that says the same, one of the same topic that does not)
RANKED = [
    (
        "Volunteers carried sandbags to the flooded hospital.",
        "Volunteers were carrying sandbags to the hospital.",
        "The hospital employs forty nurses.",
    ),
    (
        "Police arrested the driver of the stolen lorry.",
        "The arrest of the lorry's driver by police followed.",
        "The lorry belongs to a bakery.",
    ),
    (
        "The bridge over the Torrin collapsed during the storm.",
        "During the storm the Torrin bridge collapsed.",
        "The bridge was painted green by schoolchildren.",
    ),
    (
        "The Norwegian tanker struck a reef.",
        "The tanker from Norway struck the reef.",
        "The tanker was built in a yard near Lindport.",
    ),
    (
        "Engineers purchased three pumps for the tunnel.",
        "Engineers bought three pumps for the tunnel.",
        "Engineers inspected the tunnel.",
    ),
]


def strength(one: str, other: str) -> float:
    """Return how strongly two sentences of two reports match, 0 where they do not."""
    event = event_about({"a": f"{AROUND} {one}", "b": other})
    alike = event.similar
    readings = alike.readings
    found = [
        a.match.strength for a in alike.likenesses if readings[a.first].sentence.range.of(readings[a.first].text) == one
    ]
    return max(found, default=0.0)


def agreements(texts: dict[str, str]) -> set[frozenset[tuple[str, str]]]:
    """Return the agreements of the reports: report and words of each piece of evidence."""
    event = event_about(texts)
    return {_shown(t, texts) for t in statement_topics(event) if t.kind == "statement"}


def _shown(topic: Topic, texts: dict[str, str]) -> frozenset[tuple[str, str]]:
    return frozenset((c.report, c.evidence.of(texts[c.report])) for c in topic.answers[0].claims)


def agreed_words(one: str, other: str) -> str:
    """Return all words that the two texts agree on."""
    found = agreements({"a": f"{AROUND} {one}", "b": other})
    return " | ".join(words for each in found for _, words in sorted(each))


@pytest.mark.parametrize(("sentence", "paraphrase", "topic"), RANKED)
def test_a_paraphrase_ranks_above_the_same_topic(sentence: str, paraphrase: str, topic: str) -> None:
    assert strength(sentence, paraphrase) > strength(sentence, topic)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Divers recovered nine crates from the wreck.", "Divers recovered seven crates from the wreck."),
        ("The ferry sank on Tuesday off Lindport.", "The ferry sank on Friday off Lindport."),
        ("The harbour master closed the lock.", "The harbour master never closed the lock."),
        ("Thieves tied up a guard.", "Thieves tied up two guards."),
        ("Coastguards boarded the trawler at night.", "Coastguards boarded the trawlers at night."),
        # eight is given by both, and does not excuse the other number
        ("The gale felled eight oaks and crushed forty huts.", "The gale felled eight oaks and crushed thirty huts."),
    ],
)
def test_values_denials_and_numbers_at_odds_are_no_agreement(one: str, other: str) -> None:
    assert agreed_words(one, other) == ""


def test_the_same_sentence_without_a_clash_is_an_agreement() -> None:
    found = agreed_words("Divers recovered nine crates from the wreck.", "Divers recovered nine crates from the wreck.")
    assert "recovered nine crates from the wreck" in found


def test_a_denial_of_other_words_is_no_denial_of_those_that_agree() -> None:
    one = "Engineers sent a crane to mend the sluice, which did not please farmers."
    assert "mend the sluice" in agreed_words(one, "Engineers sent a crane to mend the sluice.")


def test_words_that_agree_are_shown_without_the_value_at_odds_far_from_them() -> None:
    one = "Rescuers pulled a drowning surveyor from the icy lake beside the abandoned railway, and fed nine goats."
    other = "Rescuers pulled a drowning surveyor from the icy lake beside the abandoned railway, and fed seven goats."
    found = agreed_words(one, other)
    assert "goats" not in found
    assert found == "" or "surveyor" in found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It was signed on 4 May 2019.", "The quay was widened after 4 May 2019."),  # a date alone states nothing
        ("Guards watched the vault.", "A lighthouse blinked."),
        (
            "She called it “purely vindictively driven”.",
            "That was vindictively driven, he wrote.",
        ),  # of what, none says
    ],
)
def test_what_states_nothing_is_no_agreement(one: str, other: str) -> None:
    assert agreed_words(one, other) == ""


THREE = {
    "a": f"{AROUND} Volunteers carried sandbags to the flooded hospital. The bridge over the Torrin collapsed.",
    "b": "Volunteers were carrying sandbags to the hospital. A clown juggled oranges.",
    "c": "The Torrin bridge collapsed, and volunteers carried sandbags to the flooded hospital.",
}


def test_three_reports_of_one_statement_are_one_agreement() -> None:
    together = [found for found in agreements(THREE) if any("sandbags" in words for _, words in found)]
    assert [{report for report, _ in found} for found in together] == [{"a", "b", "c"}]


def test_other_names_of_the_reports_change_no_agreement() -> None:
    renamed = {"a": "z", "b": "y", "c": "x"}
    other = agreements({renamed[k]: v for k, v in THREE.items()})
    assert {frozenset((renamed[r], w) for r, w in each) for each in agreements(THREE)} == other


def test_an_unrelated_report_changes_no_agreement() -> None:
    more = {**THREE, "d": "Chess masters studied endgames in a quiet pavilion. Nobody noticed the parrot."}
    assert agreements(more) == agreements(THREE)


def test_no_words_stand_in_two_agreements() -> None:
    taken: dict[str, list[tuple[int, int]]] = {}
    for topic in statement_topics(event_about(THREE)):
        if topic.kind == "statement":
            for claim in topic.answers[0].claims:
                taken.setdefault(claim.report, []).append((claim.evidence.start, claim.evidence.end))
    for ranges in taken.values():
        ordered = sorted(ranges)
        assert all(a[1] <= b[0] for a, b in pairwise(ordered))


def test_words_beside_a_value_at_odds_are_left_out_and_the_rest_still_agrees() -> None:
    texts = {
        "a": f"{AROUND} After a six-day search of the bay, divers recovered the anchor of the brig Solveig Dahl.",
        "b": "After a nine-day search of the bay, the divers recovered an anchor that belonged to the Solveig Dahl.",
    }
    shown = {words for agreement in agreements(texts) for _, words in agreement}
    assert any("recovered" in words for words in shown)
    assert not any("search" in words for words in shown)


def test_two_words_that_two_reports_share_are_no_statement() -> None:
    texts = {
        "a": f"{AROUND} Harbour pilots earn little.",
        "b": "Retired fishermen envied the harbour pilots.",
        "c": "No harbour pilots came to the funeral of the old admiral.",
    }
    assert not agreements({"a": texts["a"], "b": texts["b"]})


LONG_WAY = "Women of the village near the harbour quietly sold wooden bakers."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Bakers slept.", "All bakers slept.", False),  # two words, however well they match
        ("Bakers went home.", "The bakers went home early.", True),  # three that match well
        ("Women annoy bakers.", "Women of the village near the harbour sold bakers.", True),
        ("Women annoy bakers.", LONG_WAY, False),  # three that hardly match
        ("Women often annoy bakers.", LONG_WAY, True),  # of four no more is asked than that they match
    ],
)
def test_what_is_told_in_three_words_must_match_well(one: str, other: str, expected: bool) -> None:
    assert bool(agreements({"a": one, "b": other})) is expected


@pytest.mark.parametrize(
    ("end", "shown"),
    [
        ("wooden crates", "Divers recovered nine wooden crates"),
        ("old wooden crates", "Divers recovered nine old wooden crates"),
        ("heavy old wooden crates", "Divers recovered nine"),
    ],
)
def test_a_statement_that_ends_with_a_number_is_shown_with_its_noun_where_that_is_near(end: str, shown: str) -> None:
    (found,) = agreements({"a": f"Divers recovered nine {end}.", "b": "Divers recovered nine bottles."})
    assert dict(found)["a"] == shown


DUG, SHAVED = "Sappers dug muddy trenches behind abandoned orchards in {} hours", "pilots shaved goats in {} days"
PAINTED = "and after all of that the children painted a house."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (f"{DUG.format('nine')}, {PAINTED}", f"{DUG.format('seven')}, {PAINTED}", True),
        (
            f"{DUG.format('nine')}, {SHAVED.format('forty')}, {PAINTED}",
            f"{DUG.format('seven')}, {SHAVED.format('thirty')}, {PAINTED}",
            False,
        ),
    ],
)
def test_what_is_left_of_two_sentences_is_matched_once_again_and_no_more(one: str, other: str, expected: bool) -> None:
    """Others say the trenches, then the shaving, as either sentence does, and so take them; the painting is left."""
    takers = (f"{DUG.format('nine')}.", f"{DUG.format('seven')}.", "Pilots shaved goats in forty days.")
    texts = dict(zip("abcdef", (one, other, *takers, "Pilots shaved goats in thirty days."), strict=True))
    assert any("painted" in words for found in agreements(texts) for _, words in found) is expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("arrest", "arrested"),
        ("collapse", "collapsing"),
        ("donation", "donate"),
        ("front-runner", "frontrunner"),
        ("patrolling", "patrol"),
    ],
)
def test_stems_meet(one: str, other: str) -> None:
    assert stem_of(one) == stem_of(other)


@pytest.mark.parametrize(("one", "other"), [("ship", "shore"), ("bus", "busy"), ("news", "new")])
def test_stems_of_other_words_stay_apart(one: str, other: str) -> None:
    assert stem_of(one) != stem_of(other)


@pytest.mark.parametrize("text", ["", "7" * 10_000, "ש漢字é " * 500, "\n\n", "—" * 300])
def test_hostile_text_does_not_raise(text: str) -> None:
    body = text or " "
    tuple(statement_topics(event_about({"a": body, "b": body})))
