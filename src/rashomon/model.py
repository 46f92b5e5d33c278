"""The frozen values that every stage speaks in: what goes in is finished, what comes out is new.

The order of the stages: bytes, `Report`, `Passage`, `Mention`, `Claim`, `Topic`, `Finding`, `Comparison`.
Offsets are half-open ranges of Unicode code points into `Report.text`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction

from rashomon.text import OffsetMap, Range

# ---------------------------------------------------------------- reports and their passages


class Role(StrEnum):
    """What a passage is for in its report."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    LEDE = "lede"
    BODY = "body"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Passage:
    """One stretch of a report with one role; the passages of a report tile its text.

    `why` is empty but for boilerplate: there it names the rule that marked it (`related-link`, `author-blurb`, ...).
    """

    range: Range
    role: Role
    why: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One published text, with what it says of itself.

    `id` is the file's stem or the id its record gives, unique within one comparison; `sha256` is the hash of the raw
    bytes in hexadecimal; `source` is the path or address it came from. `published` is the date of publication where
    the text or its record states one. `place` is the place that the dateline names, `agency` the credit it carries.
    `language` is an ISO 639-1 code. `offsets` leads from the text to the characters of the page, mail or file it was
    taken from; None where the text is the file as it stands.
    """

    id: str
    text: str
    source: str
    sha256: str
    passages: tuple[Passage, ...]
    headline: str | None = None
    outlet: str | None = None
    byline: str | None = None
    place: str | None = None
    agency: str | None = None
    published: datetime | None = None
    url: str | None = None
    language: str = "en"
    offsets: OffsetMap | None = None

    @property
    def anchor(self) -> date | None:
        """Return the day that relative dates of the report are resolved against, if it is known."""
        return self.published.date() if self.published else None


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """Where words that two reports share stand in each; how alike (0 to 1); `quoted`: all within quotation marks."""

    first: Range
    second: Range
    closeness: float
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """Two reports of which one repeats the other, or both a third text: the passages that show it.

    `kind` is verbatim or rewritten; `share` how much of the shorter stands in the other (0 to 1). Where `directed`,
    `first` has it from `second`, and `why` says what shows that.
    """

    first: str
    second: str
    kind: str
    share: float
    passages: tuple[SharedPassage, ...]
    directed: bool = False
    why: str = ""


# ---------------------------------------------------------------- words


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a parsed sentence: `text == report.text[start:end]`.

    `pos` is the universal part of speech, `tag` the finer Penn tag, `head` the index of its governor within the
    sentence (its own index for the root), `dep` the universal relation to it.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    head: int
    dep: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One parsed sentence of a report."""

    range: Range
    tokens: tuple[Token, ...]


# ---------------------------------------------------------------- values


class Precision(StrEnum):
    """How exactly words give a number."""

    EXACT = "exact"  # six, 5.9
    ABOUT = "about"  # about 50, nearly $2bn, week-long
    BOUND = "bound"  # at least 5, more than 40, up to 12
    RANGE = "range"  # 24 to 30, between 3 and 5
    VAGUE = "vague"  # dozens, several, hundreds


@dataclass(frozen=True, slots=True)
class Quantity:
    """An interval of what the words allow, in a canonical unit.

    `low` and `high` are exact, in `unit`; None is no bound; `low_open` and `high_open` say that the bound itself is
    left out. `unit` is a name of `lang/tables/units.toml` ("" for a bare count); `dimension` is what it measures
    ("count", "length", "duration", "money", "share", "age", ...). `stated` is the number as written, `step` the
    place value of its last non-zero digit, both in the unit as written; `factor` turns that unit into `unit`.
    `also` is the same quantity given again in another unit, as in "254 kilometers (159 miles)".
    """

    low: Fraction | None
    high: Fraction | None
    unit: str = ""
    dimension: str = "count"
    low_open: bool = False
    high_open: bool = False
    precision: Precision = Precision.EXACT
    stated: Fraction | None = None
    step: Fraction = Fraction(1)
    written_unit: str = ""
    factor: Fraction = Fraction(1)
    also: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """The fields of a date or time that the words themselves give; None where they are silent.

    `weekday` counts from Monday = 0; `zone` is minutes east of Greenwich where the words name a zone; `part` is a part
    of the day or of a longer period ("morning", "early", "end", "spring").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    zone: int | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """A half-open stretch of time and its grain, as far as the words and the dateline settle it.

    `start` and `end` are local wall-clock times (None where nothing resolves them). `grain` is one of minute, hour,
    part, day, weekend, week, month, season, quarter, half, year, decade, century, past, present, future. `fields`
    holds what the words say, comparable even where no dateline resolves them. `about` marks "around noon". `timex` is
    the value in TimeML notation ("2023-09-17", "XXXX-WXX-7", "PAST_REF").
    """

    start: datetime | None
    end: datetime | None
    grain: str
    fields: Calendar = Calendar()
    about: bool = False
    timex: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name as written, without its title.

    `kind` is person, organisation, place or other; `titles` are the roles written with it ("South Korean President").
    """

    words: str
    kind: str = "other"
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks, without the marks."""

    words: str


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A place in an order ("third", "the 5th"): never a count."""

    number: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that answer a question where no finer type fits: a role, a description, an act."""

    words: str


Value = Quantity | Period | Name | Quote | Ordinal | Phrase


@dataclass(frozen=True, slots=True)
class Mention:
    """A value and the characters that state it. `kind`: the value's type in lower case, "duration" and "age" apart."""

    range: Range
    kind: str
    value: Value


# ---------------------------------------------------------------- claims


class Modality(StrEnum):
    """How the report puts a claim."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    PLANNED = "planned"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Source:
    """Whom a claim is from: a name or a description, the cue that says so, and where both stand."""

    name: str
    cue: str
    range: Range
    cue_range: Range | None = None
    kind: str = "person"  # person, organisation, agency, outlet, document, official, anonymous


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that a source is given for: the content, the cue, and the chain of sources, nearest first.

    `content` covers `contents`, its pieces in text order (several where source and cue stand between them). The chain
    is empty where nobody is named ("reportedly"). `direct` says that the content is a quotation. `manner` is speech
    (also of documents), thought, or attitude ("criticised the plan", "wants to go"): an attitude vouches for nothing.
    """

    content: Range
    chain: tuple[Source, ...]
    direct: bool = False
    contents: tuple[Range, ...] = ()
    cue: Range | None = None
    manner: str = "speech"


@dataclass(frozen=True, slots=True)
class About:
    """What a claim answers: the slots of its question. Two claims share a topic only where the filled slots agree.

    `measure` is the counted noun or the measured thing in base form, `kind` its class ("person", "vessel", ...),
    `modifiers` its describing words, `subset` the words that narrow it to a part, `state` what happened to it
    ("killed", "injured"), `predicate` the governing verb, `bearer` the names and nouns it belongs to, `place` where,
    `period` when, `reference` the point a distance is measured from and `direction` the way it lies from there,
    `holder` the words of the names beside a share that say whose it is.
    """

    measure: str = ""
    kind: str = ""
    modifiers: frozenset[str] = frozenset()
    subset: frozenset[str] = frozenset()
    state: str = ""
    predicate: str = ""
    bearer: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()
    period: frozenset[str] = frozenset()
    holder: frozenset[str] = frozenset()
    reference: str = ""
    direction: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """An exact count that a report states, of what, and where; `single`: a noun with "a" or "an", which counts one."""

    number: Fraction
    about: About
    range: Range
    single: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """A quantity that a report states for itself, of nobody's saying: its bounds and unit, the measure and state."""

    low: Fraction | None
    high: Fraction | None
    unit: str
    measure: str
    state: str


@dataclass(frozen=True, slots=True)
class Context:
    """What a report says around a claim, for the rules: they open no report.

    `published` is the day and hour of the report, None where it is not dated: then no relative date has an anchor.
    `dates` are the years and months that the sentence names ("year", 2031), `people` the last words of the names of
    people in it, `names` those of the names of any kind right beside the value, both in lower case and without the
    claim's sources. `whole` is the figure of which the value is a part (68 in "28 of his 68").
    `counts` are the counts of the sentences around, `stated` all that the report states for itself.
    """

    published: datetime | None = None
    dates: frozenset[tuple[str, int]] = frozenset()
    people: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    whole: str = ""
    counts: tuple[Counted, ...] = ()
    stated: frozenset[Stated] = frozenset()


@dataclass(frozen=True, slots=True)
class Happening:
    """One telling of one act: `act` is its verb or noun in base form, `part` the words of those who took part.

    `acts` are the nouns of events among them, `own` those that name the act itself ("the quake struck"), `names` the
    proper names; `words` is every telling word of the sentence.
    """

    act: str
    verbal: bool
    acts: frozenset[str]
    own: frozenset[str]
    part: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Claim:
    """One value that a report states of something, compared by meaning and shown by place."""

    value: Value
    about: About
    positive: bool = True
    modality: Modality = Modality.ASSERTED
    attribution: tuple[Source, ...] = ()
    report: str = field(default="", compare=False)
    evidence: Range = field(default=Range(0, 1), compare=False)
    sentence: Range = field(default=Range(0, 1), compare=False)
    context: Context = field(default=Context(), compare=False)
    happening: Happening | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Account:
    """One report as it was understood: sentences, mentions and attributions in text order, and its claims.

    Of the claims those of quantities, times, names, descriptions and roles come first, sentence by sentence, then those
    of where an act or thing is, then those of where a place lies or a person is from, then plain statements and states,
    sentence by sentence. `clauses` are the parts of its sentences that hang on one verb each, in text order, but for
    those that only say who said something.
    """

    report: Report
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    clauses: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One value that reports give to a topic's question: the claims that state it, in the order of reports and text."""

    claims: tuple[Claim, ...]

    @property
    def reports(self) -> frozenset[str]:
        """Return the ids of the reports that state it."""
        return frozenset(claim.report for claim in self.claims)


@dataclass(frozen=True, slots=True)
class Topic:
    """Claims of several reports that answer one question.

    `kind` names the channel that aligned them ("quantity", "period", "name", "role", "quote", "wording", "statement"),
    `about` the question in words, `why` the reason they were aligned, `score` from 0 to 1 how sure that is. `links` are
    the pairs of answers that were found to answer one question, as (index, index, score); empty is every pair.
    """

    kind: str
    about: str
    answers: tuple[Answer, ...]
    why: str = ""
    score: float = 1.0
    links: tuple[tuple[int, int, float], ...] = ()


# ---------------------------------------------------------------- findings


class Verdict(StrEnum):
    """What the reports say to one question; most useful first."""

    CONFLICT = "conflict"
    UNCLEAR = "unclear"
    COMPATIBLE = "compatible"
    INTERNAL = "internal"
    AGREE = "agree"
    SOLE = "sole"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Characters of one report that state a side's value, with the sentence around them and who says it."""

    report: str
    range: Range
    sentence: Range
    attribution: tuple[Source, ...] = ()
    modality: Modality = Modality.ASSERTED


@dataclass(frozen=True, slots=True)
class Origins:
    """How many independent origins stand behind something: a range, and why it is one."""

    at_least: int
    at_most: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Badge:
    """What a house rule says of a side: its name and text, whether it is met and why, the Admiralty credibility."""

    policy: str
    text: str
    met: bool
    why: str
    credibility: int


@dataclass(frozen=True, slots=True)
class Side:
    """One answer to a topic's question: its value and every place that states it; origins and badge once counted."""

    value: str
    evidence: tuple[Evidence, ...]
    origins: Origins | None = None
    badge: Badge | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What the reports say to one question: the verdict, the rule that decided it, and its arithmetic in words.

    `score` says how sure the alignment is, from 0 to 1; it orders findings and never decides one.
    """

    verdict: Verdict
    reason: str
    about: str
    explanation: str
    sides: tuple[Side, ...]
    origins: Origins = Origins(1, 1)
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class OriginEdge:
    """Who has it from whom: one report depends on another, on an agency, a speaker or a document.

    `kind` is what the far end is: report, agency, outlet, speaker or document. Where `directed` is False the two share
    their words, and nothing shows which of them had them first.
    """

    origin_from: str
    origin_to: str
    reason: str
    evidence: tuple[Evidence, ...] = ()
    kind: str = "report"
    directed: bool = True


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several reports of one event, and what they say together. Every range resolves to the words shown."""

    reports: tuple[Report, ...]
    findings: tuple[Finding, ...]
    origins: tuple[OriginEdge, ...] = ()
