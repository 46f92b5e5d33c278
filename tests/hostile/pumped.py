"""Everything that reads or goes over text, on text that means harm: one piece repeated, or nested without end.

`test_growth.py` counts the steps that each takes and `bench/pumped.py` times it, both at two sizes.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tests.hostile.shapes import SHAPES, STORY, read_whole

from rashomon.errors import RashomonError
from rashomon.extract.attribution import find_attributions
from rashomon.fetch.robots import rules_of
from rashomon.fetch.web_address import read_web_address
from rashomon.group.runs import passages
from rashomon.group.words import words_of
from rashomon.lang.dates import find_timexes
from rashomon.lang.names import find_names
from rashomon.lang.quantities import find_quantities
from rashomon.lang.quotations import find_quotations
from rashomon.model import Sentence, Token
from rashomon.read.boilerplate import shipped_rules
from rashomon.read.formats.html import is_html
from rashomon.read.fragments import text_of_html
from rashomon.read.pages import read_page
from rashomon.read.plain import read_plain
from rashomon.text import Range

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Pumped:
    """Work on one piece repeated: the kind of work, the piece, the work for a size, and a size that is small for it."""

    kind: str
    piece: str
    work: Callable[[int], Work]
    size: int


def all_pumped() -> Iterator[Pumped]:
    """Yield all work there is, kind by kind."""
    for name, (file, made, size) in SHAPES.items():
        yield Pumped("a file of", name, _reading(file, made), size)
    for kind, (over, size, units) in TEXTS.items():
        for unit in units:
            yield Pumped(kind, unit, _repeated(over, unit), size)


def _reading(file: str, made: Callable[[int], bytes]) -> Callable[[int], Work]:
    def work(size: int) -> Work:
        content = made(size)
        return lambda: read_whole(file, content)

    return work


def _repeated(over: Callable[[str], Work], unit: str) -> Callable[[int], Work]:
    return lambda size: over(unit * (size // len(unit)))


def _plain(text: str) -> Work:
    def work() -> None:
        layout = read_plain(text, shipped_rules())
        assert "".join(passage.range.of(text) for passage in layout.passages) == text

    return work


def _page(text: str) -> Work:
    return _suppressed(lambda: read_page(STORY + text + STORY, "x"))


def _fragment(text: str) -> Work:
    return lambda: text_of_html("<p>" + text, "x")


def _is_page(text: str) -> Work:
    return lambda: is_html(text.encode(), "x")


def _feed(text: str) -> Work:
    return lambda: read_whole("x.xml", b"<rss><channel>" + text.encode())


def _news(text: str) -> Work:
    return lambda: read_whole("x.xml", b"<newsItem>" + text.encode())


def _table(text: str) -> Work:
    return lambda: read_whole("x.csv", b"title,text\n" + text.encode())


def _head(head: str) -> Callable[[str], Work]:
    def made(text: str) -> Work:
        content = f"MIME-Version: 1.0\n{head}{text}\n\nThe kite club won.\n".encode()
        return lambda: read_whole("x.eml", content)

    return made


def _names(text: str) -> Work:
    sentence = Sentence(Range(0, len(text)), ())
    return lambda: find_names(text, sentence)


def _attributions(text: str) -> Work:
    tokens, position = [], 0
    for index, word in enumerate(text.split(" ")):
        if word:
            tokens.append(Token(position, position + len(word), word, word, "VERB", "VBD", max(0, index - 1), "ccomp"))
        position += len(word) + 1
    kept = tuple(token for token in tokens if token.head < len(tokens))
    return lambda: find_attributions(text, (Sentence(Range(0, len(text)), kept),))


def _runs(text: str) -> Work:
    return lambda: passages(words_of(text), words_of(text + "b"))


def _robots(text: str) -> Work:
    target = read_web_address("http://news.example/" + "a" * 3900)

    def work() -> None:
        rules = rules_of(200, b"User-agent: *\n" + text.encode())
        assert rules.allow(target) in (True, False)
        assert rules.delay >= 0

    return work


def _suppressed(work: Work) -> Work:
    def quiet() -> None:
        with contextlib.suppress(RashomonError):
            work()

    return quiet


_LINES = (
    "(", ")", "[", '"', "\u201c", " ", "\t", "\n", "-", "\u2014", ".", ",", "#", "A", "AB ", "A.", "1", "1/", "word ",
    "Jan 3 ", "By A ", "Read also: ", "PARIS, ", "PARIS (AP) ", "(Photo by ", "\u202e", "\u0301", "\U0001f600",
    "lorem ipsum ", "ab\n", "A\n\n", "A man. (Photo by A)\n\n",
)  # fmt: skip
PIECES = (
    "<", "<!--", "<a ", "&", '<a ="', "<a ='", "</", "<!", "<script>", "<style", "&#", "<p>", "=", "<div>", "<br>",
    "<td>", "\x00", "<![CDATA[", "<h1>", "</div>", "&amp;", "<title>", "<a href=1>x</a>", "<svg><g>", "\ufffe", "&#1;",
    "<!-- -", '<script type="application/ld+json">[', "<?", "<b>", "- ", "kite\n",
)  # fmt: skip
_TAGS = ("<", "<!--", "<a ", "&", "<p>", "<b>", "<table><td>", "<a b='", "</p>", "&#", "&lt;", "<br>")
_XML = ("<item>", "<![CDATA[", "&", "<!--", "<?x ", "<!DOCTYPE ", "]]>", "<a b='", "\x00", "&#x", "<a:")
_HEADS = ("From: ", "Subject: =?utf-8?q?", "Date: ", "Message-ID: <", "Content-Type: text/plain; ", "X: y\n")
_IN_HEADS = ("a", "(", "<", '"', "=?utf-8?b?", ",", ";x=", "@", "\\", " ", "a@b,", "\n ", "=?")
TEXTS: Mapping[str, tuple[Callable[[str], Work], int, Sequence[str]]] = {
    "plain text of": (_plain, 500, _LINES),
    "a page of": (_page, 1_000, PIECES),
    "telling a page by": (_is_page, 1_000, ("<!--", "<!-- ", "<?xml ", " ", "<", "<!--a-", "<a ")),
    "a fragment of": (_fragment, 1_000, _TAGS),
    "a feed of": (_feed, 1_000, _XML),
    "an agency item of": (_news, 1_000, _XML),
    "a table of": (_table, 1_000, ('"', ",", "\n", "\r", '""', '",', "\x00", "a")),
    **{f"a mail of {head!r} and": (_head(head), 300, _IN_HEADS) for head in _HEADS},
    "robots.txt of": (
        _robots,
        2_000,
        ("Disallow: /" + "*a" * 100 + "$\n", "User-agent: *\n", "Disallow: /%\n", "x" * 1000, "Crawl-delay: 1e400\n"),
    ),
    "quantities in": (
        lambda text: lambda: find_quantities(text),
        200,
        (
            *("9", "1,", "1/", "1-", "million ", "one hundred ", "5 to ", "$1 ", "½٣²五", "5 km (", "half a ", "a@"),
            *("123-", "1 000 "),
        ),
    ),
    "names in": (_names, 200, ("A", "A.", "A-", "A'", "A ", "Ab of ", "Ab, ", "1", "Mr. ", "de ", "&", "A&")),
    "quotations in": (
        lambda text: lambda: find_quotations(text),
        500,
        ('"', "'", "“", "”a ", "a' ", '"a ', "``''", "s' ", "9" * 10, "。「”"),
    ),
    "dates in": (
        lambda text: lambda: find_timexes(text, date(2023, 9, 20)),
        250,
        (
            *(
                "1",
                "1 ",
                "1,",
                "9/",
                "7:",
                "May ",
                "last ",
                "the early ",
                "two and a half ",
                "one two ",
                "a ",
                "Sept. ",
            ),
            *("’", "–", "\n", "1990s ", "(GMT) ", "from 3 to ", "12.12.", "２０２３ ", "٣٤ ", "every ", "quarter "),
            *("Sept. ", "19", "q1", "'9", "o'", "new year "),
        ),
    ),
    "attributions in": (
        _attributions,
        600,
        ("according to he said, ", '"a" said ', "as reported by X ", "9", "said that "),
    ),
    "passages shared of": (_runs, 500, ("a ", "a b ", "7 ")),
}
