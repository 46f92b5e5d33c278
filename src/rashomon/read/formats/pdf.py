"""PDF: the text of its pages, its lines put together again, with what the document says of itself."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from rashomon.errors import InputError, TooLarge, Unreadable
from rashomon.read.characters import without_surrogates
from rashomon.read.found import Found, Source
from rashomon.read.metadata import Metadata
from rashomon.read.printed import running_text
from rashomon.settings import Settings
from rashomon.tables import thresholds

_THRESHOLDS = thresholds("rashomon.read.formats")

MOST_PAGES = _THRESHOLDS.integer("most_pages")
MOST_STEPS = _THRESHOLDS.integer("most_steps")
MOST_CONTENT = _THRESHOLDS.integer("most_content")
MOST_SOUGHT = _THRESHOLDS.integer("most_sought")
_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d))?")
# What programs write into the title of a document by themselves.
_NO_TITLE = re.compile(
    r"\A\s{0,20}(?:untitled|microsoft \w{1,40}|[^.]{1,200}\.(?:pdf|docx?|indd|qxp|rtf|odt|txt))\b.*", re.IGNORECASE
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f]")


def is_pdf(head: bytes, name: str) -> bool:
    """Say whether the bytes begin as a PDF does; a few others may stand before."""
    return b"%PDF-" in head[:1024]


def read_pdf(source: Source, settings: Settings) -> Iterator[Found]:
    """Yield the text of a PDF as a report.

    Raises `TooLarge` over the limits of pages and steps, `Unreadable` where it is locked, broken, or pictures alone.
    """
    content = source.content(settings.largest_file)
    try:
        with _silence():
            yield _report(content, source.label)
    except InputError:
        raise
    except Exception as error:  # whatever a parser of others does with hostile input
        raise Unreadable(f"{source.label}: is not a whole PDF ({type(error).__name__}); save it again") from error


def _report(content: bytes, label: str) -> Found:
    from pypdf import PdfReader  # takes a tenth of a second: who reads no PDF need not wait

    reader = PdfReader(io.BytesIO(content), strict=False, root_object_recovery_limit=MOST_SOUGHT)
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable(f"{label}: is locked by a password; save a copy without one")
    if len(reader.pages) > MOST_PAGES:
        raise TooLarge(f"{label}: has more than {MOST_PAGES} pages, which no report has; save those that hold it")
    pages = _pages(reader, label)
    text = _CONTROL.sub("", without_surrogates(running_text(pages)))
    if not text.strip():
        raise Unreadable(f"{label}: holds no text (pictures of pages?); have the letters recognised first (OCR)")
    return Found(text, _metadata(reader), content=content)


def _pages(reader: Any, label: str) -> list[str]:  # noqa: ANN401 - of a library loaded late
    """Return the text of each page; every step that a page draws is counted, so that the time has an end."""
    size = 0
    pages = []
    count = _Steps(label)
    for page in reader.pages:
        contents = page.get_contents()
        size += len(contents.get_data()) if contents is not None else 0
        if size > MOST_CONTENT:
            raise TooLarge(f"{label}: unpacks to more than {MOST_CONTENT:,} bytes of drawing, which no report takes")
        pages.append(page.extract_text(visitor_operand_before=count))
        count.check()  # the library swallows what is raised within a form (findings/pypdf-errors-in-forms.sh)
    return pages


class _Steps:
    """Counts the steps of drawing, those in forms inside forms too."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._taken = 0

    def __call__(self, *_: object) -> None:
        self._taken += 1
        self.check()

    def check(self) -> None:
        """Raise `TooLarge` where there were more steps than a report takes."""
        if self._taken > MOST_STEPS:
            raise TooLarge(f"{self._label}: takes more than {MOST_STEPS:,} steps to draw, which no report does")


def _metadata(reader: Any) -> Metadata:  # noqa: ANN401 - of a library loaded late
    told = reader.metadata or {}
    title = _words(told.get("/Title"))
    return Metadata(
        title=title if title and not _NO_TITLE.fullmatch(title) else None,
        byline=_words(told.get("/Author")),
        published=_moment(_words(told.get("/CreationDate")) or ""),
    )


def _words(value: object) -> str | None:
    return without_surrogates(" ".join(value[:300].split())) or None if isinstance(value, str) else None


def _moment(words: str) -> datetime | None:
    found = _DATE.match(words)
    try:
        return datetime(*(int(part) for part in found.groups() if part)) if found else None  # type: ignore[arg-type]
    except ValueError:
        return None


@contextmanager
def _silence() -> Iterator[None]:
    """Keep what the library says of each broken object from the terminal: a broken file is told in one sentence."""
    logger = logging.getLogger("pypdf")
    before, logger.propagate = logger.propagate, False
    logger.addHandler(quiet := logging.NullHandler())
    try:
        yield
    finally:
        logger.removeHandler(quiet)
        logger.propagate = before
