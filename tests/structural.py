"""Numbers and lists that stand in the code and decide nothing about reports: why, and which.

Named as `tests/decisions.py` finds them: module, constant or function, and the number with which a function compares.
"""

from __future__ import annotations

from collections.abc import Mapping

STRUCTURAL: Mapping[str, tuple[str, ...]] = {
    "exit codes, which docs/exit-codes.md promises": (
        *(f"cli/codes.py {name}" for name in ("DONE", "UNUSABLE", "PARTLY", "NOT_INSTALLED", "BUG", "NOT_WRITTEN")),
        *("cli/codes.py INTERRUPTED", "cli/codes.py PIPE_CLOSED"),
    ),
    "the output's formats and the endings of files": (
        *("cli/comparing.py FORMATS", "cli/comparing.py _BY_SUFFIX", "read/formats/html.py PAGE_SUFFIXES"),
        *("read/formats/text.py TEXT_SUFFIXES", "read/formats/__init__.py FORMATS", "render/csv.py COLUMNS"),
        *("render/recognition.py _TELLS", "render/recognition.py BEGINNING"),
    ),
    "the shape of a family's table, which CONTRIBUTING.md tells": (
        "lang/families.py NEEDED",
        "lang/families.py MOST_WORDS",
    ),
    "variables of the libraries for matrices": ("cli/program.py _MATRIX_THREADS",),
    "the protocol of the web": (
        *("fetch/bodies.py KINDS", "fetch/cache.py _OF_THE_WAY", "fetch/fetching.py _MOVED"),
        *("fetch/fetching.py _step 304", "fetch/fetching.py _finished 200", "fetch/fetching.py _rules_in 200"),
        *("fetch/robots.py rules_of 200", "fetch/robots.py _UNAVAILABLE", "fetch/robots.py _TOO_MANY"),
        *("fetch/web_address.py PORTS", "fetch/web_address.py _DEFAULT_PORT"),
    ),
    "bytes read in one go: no answer depends on them": (
        *("fetch/exchange.py _PIECE", "read/formats/packed_records.py _PIECE", "read/formats/warc.py _PIECE"),
        *("group/fingerprints.py _AT_ONCE", "lang/parse.py _BATCH", "read/formats/tables.py _ROWS"),
    ),
    "answers remembered: no answer depends on how many": (
        "lang/name_words.py _REMEMBERED",
        "lang/places.py _REMEMBERED",
    ),
    "a packed file's own head": (
        *("fetch/bodies.py _inflated 31", "fetch/bodies.py _window 8", "fetch/bodies.py _window 15"),
        *("fetch/bodies.py _window 31", "fetch/bodies.py _window 256", "read/formats/encodings.py _unpacked 15"),
        *("read/formats/zips.py _END_SIZE", "read/formats/zips.py _FAR_END_SIZE", "read/formats/zips.py _HEADER_SIZE"),
        *("read/formats/zips.py _LONGEST_COMMENT", "read/formats/zips.py _ENCRYPTED"),
        *("read/formats/warc.py PAGES", "read/formats/warc.py _next_record 19", "read/kept.py _hexadecimal 64"),
    ),
    "names of fields and elements in the formats of news": (
        *(f"read/formats/feeds.py {name}" for name in ("ROOTS", "_PREFIXES", "_TEXTS", "_DATES")),
        *("read/formats/newsml.py ROOTS", "read/formats/newsml.py _DATES", "read/dialects.py FIELDS"),
        *(f"read/formats/ninjs.py {name}" for name in ("_BODIES", "_DATES", "_OUTLETS", "_SIGNS")),
    ),
    "how characters are encoded": (
        *("read/characters.py _WIDE_MARKS", "read/charset.py _MARKS", "read/charset.py _READ_AS"),
        *("read/charset.py _FAMILIES", "read/charset.py _mostly_utf8 127", "read/formats/mail.py _CODECS"),
        *(
            "read/formats/tables.py _encoding 4",
            "group/fingerprints.py _MARKS",
            "group/fingerprints.py _code_points 128",
        ),
        *("group/fingerprints.py _code_points 192", "group/fingerprints.py _table 128", "read/pages.py _CONTROLS"),
        *("read/pages.py _allowed 32", "read/pages.py _allowed 65534", "read/pages.py _allowed 65535"),
        *(f"read/xmltree.py _is_character {code}" for code in (9, 10, 13, 32, 55295, 57344, 65533, 65536, 1114111)),
    ),
    "a hash function": (
        *(f"group/fingerprints.py {name}" for name in ("_POWER", "_INVERSE", "_MIX")),
        *("group/fingerprints.py _hashed 64", "lang/meaning.py FILES", "lang/meaning.py HASHES"),
    ),
    "the calendar and the clock, and what Python's calendar holds": (
        *(f"lang/dates/absolute.py iso {number}" for number in (3, 5, 23)),
        *("lang/dates/absolute.py of_month_day 2000", "lang/dates/absolute.py week_of_month 4"),
        *("lang/dates/absolute.py _nearest 9998", "lang/dates/absolute.py of_quarter 4"),
        *("lang/dates/absolute.py of_quarter 6", "lang/dates/absolute.py _season_years 3"),
        *("lang/dates/absolute.py _season_years 12", "lang/dates/calendar.py of_years 10"),
        *("lang/dates/calendar.py narrowed 7", "lang/dates/relative.py moved 9998"),
        *("lang/dates/relative.py _weekend_way 5", "lang/dates/lengths.py _three_quarters 3"),
        *(f"lang/dates/clock.py at_clock {number}" for number in (60, 720, 1440)),
        *("lang/dates/clock.py on_the_hour 12", "lang/dates/clock.py at_military 59"),
        *("lang/dates/clock.py at_military 2359", "lang/dates/words.py _minutes 12"),
        *(f"lang/dates/clock.py between_hours {number}" for number in (12, 60, 720)),
        *("lang/dates/holidays.py _near_holiday 1600", "lang/dates/holidays.py _near_holiday 9998"),
        *(f"lang/dates/words.py _plain_number {number}" for number in (4, 12, 24, 31)),
        *("lang/dates/words.py _numeral 31", "lang/dates/joined.py DAY_LETTERS", "lang/periods.py _clock_in_part 24"),
        *("lang/quantities/guards.py _dated 4", "lang/quantities/guards.py _dated 31"),
        *("lang/quantities/guards.py _dated 2400", "lang/name_runs.py _YEAR", "read/published.py _valid 4"),
        *("read/published.py _of_a_date 4", "read/published.py _iso 4"),
        *("read/published.py _iso 5", "read/published.py _named 3", "read/published.py _named 4"),
        *(f"read/published.py _slashed {number}" for number in (4, 5, 12)),
        *(f"read/published.py _on_the_day {number}" for number in (12, 24, 60)),
        *(
            "questions/internal/candidates.py DAY",
            "lang/periods.py DAY",
            "questions/time/rules.py HOURS",
            "lang/periods.py QUARTER",
        ),
    ),
    "names of the grammar of dates": (
        *("lang/dates/lexicon.py _NAMES", "lang/dates/lexicon.py ATOMS", "lang/dates/lexicon.py _SIMPLE"),
        *("lang/dates/lexicon.py GLUED", "lang/dates/grammar.py _UNIONS", "lang/dates/words.py _MARKS"),
        *(f"lang/dates/joined.py {name}" for name in ("_JOINTS", "_LINKS", "_LEADS")),
        *(f"lang/dates/scan.py {name}" for name in ("_COUNTED", "_YEAR_LEADS", "_END", "_NEITHER")),
        "lang/dates/relative.py _OPEN",
    ),
    "names of grains, dimensions and kinds, which the code itself gives": (
        *("lang/dates/joined.py TIMES", "lang/periods.py DAILY", "lang/quantities/ages.py _AGES"),
        *("lang/quantities/amounts.py _DIVIDED", "lang/quantities/sums.py _SUMS", "lang/places.py _OPEN_ENDED"),
        *(
            "lang/lemmas.py _ENDINGS",
            "lang/lemmas.py _KINDS",
            "lang/gazetteer.py CONTINENTS",
            "lang/lexicon.py CLASSES",
        ),
        *("extract/attribution/contents.py SPEECH_KINDS", "extract/attribution/frames.py REPORTING_KINDS"),
        *("extract/attribution/frames.py CLAUSE_KINDS", "extract/attribution/sources.py KIND_OF_CLASS"),
        *("extract/descriptions.py THINGS", "extract/places.py NO_THING", "extract/places.py LARGE"),
        *("coreference/acts.py OUTCOMES", "coreference/stretches.py CALENDAR", "coreference/terms.py PARTS"),
        *("findings/consistency.py APART", "origins/voices.py BODIES", "origins/policies/__init__.py _CONDITIONS"),
        *("questions/quantity/rules.py TOLL", "questions/time/candidates.py UNPLACED"),
        *("questions/time/rules.py CALENDAR_GRAINS", "questions/time/rules.py GRAINS"),
        *("lang/periods.py PARTS", "lang/directions.py OPPOSITE"),
    ),
    "labels of another scheme of grammar": ("lang/clear_labels.py _TELLTALE",),
    "the Admiralty scale, which has six steps": (
        *("origins/policies/__init__.py _CREDIBILITY", "origins/policies/__init__.py UNJUDGED"),
    ),
    "arithmetic: places of decimals, steps of the numerals of English, facts of measure": (
        *("lang/numbers/__init__.py _TENTH", "lang/numbers/numeral.py place_value 10"),
        "lang/numbers/numeral.py LARGEST_SCALE",
        *(f"lang/numbers/spoken.py {name}" for name in ("_add 10", "_add 20", "_add 1000")),
        *("lang/numbers/spoken.py decimals_in_words 10", "lang/numbers/spoken.py ordinal_tail 10"),
        *("lang/numbers/spoken.py ordinal_tail 20", "lang/numbers/tails.py _with_part 1000"),
        *("lang/numbers/tails.py _with_smaller_scale 1000", "lang/dates/lexicon.py _of_numbers 9"),
        *("lang/dates/lexicon.py _of_numbers 20", "lang/dates/words.py _spoken 10", "lang/dates/words.py _spoken 99"),
        *("lang/quantities/amounts.py _scaled_after_code 1000", "lang/quantities/ranges.py _same_scale 1000"),
        *(
            "lang/quantities/bounds.py width_of 10",
            "lang/quantities/sums.py _inches 12",
            "lang/units.py show_number 10",
        ),
        *("lang/places.py EARTH_RADIUS", "lang/places.py _POSTAL", "lang/meaning.py DIGITS"),
        "lang/quantities/spans.py read_long 4",
    ),
    "places in a row of tokens, which the words that are looked for fill": (
        *("extract/attribution/passives.py as_reported_frame 3", "extract/attribution/phrases.py colon_frame 3"),
        *("extract/situated.py _distant 3", "extract/whereabouts.py _from_afar 4"),
        *(
            "extract/whereabouts.py _direction_of 3",
            "lang/quantities/ages.py as_age 3",
            "lang/names.py _title_length 3",
        ),
    ),
    "how a page, a drawing and a terminal are laid out": (
        *(f"render/page/graph.py {name}" for name in ("WIDTH", "GAP", "ROW_GAP", "LINE", "PADDING", "MARGIN")),
        *("render/page/graph.py LETTERS", "render/page/graph.py LINES", "render/page/graph.py SWEEPS"),
        *("render/report_terminal.py _KEY_WIDTH", "render/terminal.py _COLOURS"),
    ),
    "words that the output says, and no words that are looked for": (
        *("render/page/phrases.py _SMALL", "render/wording.py VERDICT_WORDS", "origins/words.py _TIES"),
        *(f"questions/quantity/titles.py {name}" for name in ("DIMENSIONS", "STATES", "IRREGULAR")),
    ),
}
