"""When one act happened: which times answer one question, and what the judge then says."""

from __future__ import annotations

from datetime import datetime

import pytest
from tests.events import PUBLISHED, event_about, judged, words_of

from rashomon.model import Verdict
from rashomon.questions.time.candidates import time_topics

# first report, second report, verdict, reason, the words of both sides
CASES = [
    (
        "The ferry Marisol sank off Portland on March 3, the owner said.",
        "The ferry Marisol sank on March 4, killing nine people.",
        (Verdict.CONFLICT, "date", "March 3", "March 4"),
    ),
    (
        "The explosion shook the plant at 4:10 p.m.",
        "The explosion shook the plant at 5:40 p.m.",
        (Verdict.CONFLICT, "time", "4:10 p.m.", "5:40 p.m."),
    ),
    (
        "The ferry Marisol sank off Portland on Monday.",
        "The ferry Marisol sank early Monday morning.",
        (Verdict.COMPATIBLE, "granularity", "Monday", "early Monday morning"),
    ),
    (
        "Police arrested Tom Reyes on Thursday in a bar.",
        "Tom Reyes was arrested yesterday in a bar, the sheriff said.",
        (Verdict.COMPATIBLE, "wording", "Thursday", "yesterday"),
    ),
    (
        "The explosion shook the plant at 4:10 p.m. on Tuesday.",
        "The blast shook the plant at 1410 GMT on Tuesday.",
        (Verdict.COMPATIBLE, "time-zone", "4:10 p.m. on Tuesday", "1410 GMT on Tuesday"),
    ),
    (
        "The company was founded in 1987.",
        "The company was founded in the 1980s.",
        (Verdict.COMPATIBLE, "granularity", "1987", "the 1980s"),
    ),
    (  # both stories open with it, in words of their own
        "Two trams collided at Lindt Square on Tuesday morning.",
        "Commuters were hurt in a crash in the old town on Tuesday.",
        (Verdict.COMPATIBLE, "granularity", "Tuesday morning", "Tuesday"),
    ),
    (  # who took part is nearly the same, whatever the verb
        "The tanker Orla picked up a distress call from the trawler Bream on Tuesday morning.",
        "A distress call from the trawler Bream reached the tanker Orla on Tuesday.",
        (Verdict.COMPATIBLE, "granularity", "Tuesday morning", "Tuesday"),
    ),
    (
        "The fire at the mill was noticed at 2215 hours.",
        "A neighbour dialled the emergency number at about 10:15 p.m.",
        (Verdict.COMPATIBLE, "rounding", "2215 hours", "about 10:15 p.m."),
    ),
]


@pytest.mark.parametrize(("first", "second", "expected"), CASES)
def test_two_times_of_one_act(first: str, second: str, expected: tuple[Verdict, str, str, str]) -> None:
    event = event_about({"a": first, "b": second})
    found = [
        (f.verdict, f.reason, *sorted(min(side) for side in words_of(event, f)))
        for f in judged(event, time_topics(event))
    ]
    assert found == [(expected[0], expected[1], *sorted(expected[2:]))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # Another act, another thing, or the telling instead of what is told.
        ("A fire destroyed the Oxley mill on Monday.", "A fire destroyed the Benton school on Tuesday."),
        ("Police said on Monday that nobody was hurt.", "Police said on Tuesday that two people were hurt."),
        # A report that gives both speaks of two.
        (
            "The ferry Marisol sank on March 3. The ferry Marisol sank again on March 9.",
            "The ferry Marisol sank on March 9.",
        ),
        # Denied, or a bound.
        ("Reyes had not conceded by 11 p.m.", "Reyes conceded at 12:20 a.m."),
        ("The strike lasted until March 3.", "The strike ended on March 4."),
        # What may be is not asserted.
        ("The bridge may open on March 20.", "The bridge may open on March 21."),
    ],
)
def test_no_conflict_between_times(first: str, second: str) -> None:
    event = event_about({"a": first, "b": second})
    assert Verdict.CONFLICT not in {f.verdict for f in judged(event, time_topics(event))}


BEFORE = "A bell rang. Dogs barked. It rained."  # three sentences: what comes then does not open the story


@pytest.mark.parametrize(("before", "expected"), [("", True), ("A bell rang. Dogs barked. ", True), (BEFORE, False)])
def test_a_story_opens_with_three_sentences(before: str, expected: bool) -> None:
    one = "Two trams collided at Lindt Square on Tuesday."
    other = "Commuters were hurt in a crash in the old town on Tuesday."
    assert bool(time_topics(event_about({"a": f"{before} {one}".strip(), "b": other}))) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # One verb of two ships: the fewer other words, the more alike.
        ("The ferry Marisol sank with goats on Tuesday.", "The tug Orla sank on Tuesday.", True),  # 0.18
        (
            "The ferry Marisol sank with goats, sheep and cows on Tuesday.",
            "The tug Orla sank with barrels, crates and wine on Tuesday.",
            False,  # 0.14
        ),
        # Other verbs: three words name who took part in both, or two.
        (
            "The tanker Orla left the port on Tuesday.",
            "Crews of the port cheered the tanker Orla on Tuesday.",
            True,
        ),
        (
            "The tanker Orla left the canal on Tuesday.",
            "Crews of the port cheered the tanker Orla on Tuesday.",
            False,
        ),
    ],
)
def test_equal_times_settle_what_the_tellings_leave_open(one: str, other: str, expected: bool) -> None:
    event = event_about({"a": f"{BEFORE} {one}", "b": f"{BEFORE} {other}"})
    assert bool(time_topics(event)) is expected


CLOCK = ("The fire at the mill was noticed at 10:15 p.m.", "A neighbour dialled for help at 10:15 p.m.")
OPENING = (
    "Two trams collided at Lindt Square on Tuesday.",
    "Commuters were hurt in a crash in the old town on Tuesday.",
)


@pytest.mark.parametrize(
    ("fitting", "alike", "first"),
    [
        # 0.96 alike: surer than one minute of the clock
        (CLOCK, ("The ferry Marisol sank on Thursday.", "The ferry Marisol sank off Dorn on Thursday."), "sink"),
        # 0.64 alike: less sure than that
        (
            CLOCK,
            ("The ferry sank in a storm near the reef on Thursday.", "A ferry sank in fog on Thursday."),
            "notice",
        ),
        # 0.56 alike: surer than two openings on one day
        (
            OPENING,
            (
                "The old ferry Marisol sank in a storm with nine goats on Thursday.",
                "A ferry sank in fog off an island on Thursday.",
            ),
            "sink",
        ),
    ],
)
def test_equal_times_are_as_sure_as_tellings_that_are_fairly_alike(
    fitting: tuple[str, str], alike: tuple[str, str], first: str
) -> None:
    texts = (f"{fit} Dogs barked. It rained. {told}" for fit, told in zip(fitting, alike, strict=True))
    topics = time_topics(event_about(dict(zip("ab", texts, strict=True))))
    assert len(topics) == 2 and topics[0].about == f"time of “{first}”"


def test_today_without_a_day_is_no_conflict() -> None:
    texts = {"a": "The ferry Marisol sank today off Portland.", "b": "The ferry Marisol sank on Tuesday off Portland."}
    for published in (None, PUBLISHED, datetime(2031, 3, 12)):
        event = event_about(texts, published)
        assert Verdict.CONFLICT not in {f.verdict for f in judged(event, time_topics(event))}


def test_a_pronoun_stands_for_its_name() -> None:
    texts = {
        "a": "Ann Reyes runs the mill. She was fired on Monday.",
        "b": "It rained. The mill fired Reyes on Friday.",
    }
    event = event_about(texts)
    assert [(f.verdict, f.reason) for f in judged(event, time_topics(event))] == [(Verdict.CONFLICT, "date")]


@pytest.mark.parametrize(
    ("second", "verdict"),
    [("The barge struck the bridge last month.", Verdict.COMPATIBLE), ("The barge struck the bridge in May.", None)],
)
def test_last_month_of_an_undated_report_may_be_a_day_of_it(second: str, verdict: Verdict | None) -> None:
    texts = {"a": "The barge struck the bridge on November 9.", "b": second}
    event = event_about(texts, None)
    found = {f.verdict for f in judged(event, time_topics(event))}
    assert found == {verdict or Verdict.CONFLICT}


def test_equal_times_agree() -> None:
    event = event_about({"a": "The ferry Marisol sank on March 3.", "b": "On 3 March, the ferry Marisol sank."})
    (finding,) = judged(event, time_topics(event))
    assert (finding.verdict, finding.reason) == (Verdict.AGREE, "same-value")


def test_order_of_reports_changes_nothing() -> None:
    texts = [case[0] for case in CASES[:3]] + [case[1] for case in CASES[:3]]
    one = event_about({f"{i}": text for i, text in enumerate(texts)})
    other = event_about({f"{9 - i}": text for i, text in enumerate(texts)})
    told = [
        sorted((f.verdict, f.reason, sorted(map(sorted, words_of(e, f)))) for f in judged(e, time_topics(e)))
        for e in (one, other)
    ]
    assert told[0] == told[1]
