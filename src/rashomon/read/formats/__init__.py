"""What can be read: one table of formats, told by their content; each format is one small module.

A format is asked in the order of the table whether bytes are its own, and the first that says so reads them. Text is
last and takes what is left. To add a format, write its module and its line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rashomon.errors import InputError, NotAReport, TooLarge, Unreadable
from rashomon.read.formats import (
    feeds,
    html,
    mail,
    newsml,
    packed,
    packed_records,
    pdf,
    records,
    tables,
    tars,
    text,
    warc,
    xml,
    zips,
)
from rashomon.read.found import Inner, Outcome, Reader, Source
from rashomon.settings import Settings
from rashomon.tables import thresholds

_THRESHOLDS = thresholds("rashomon.read.formats")

DEEPEST = _THRESHOLDS.integer("deepest")


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name for people, the suffixes its files bear, how it is told by its first bytes, its reader.

    `tells` gets the first bytes and the file's name; the name only settles what the bytes leave open.
    """

    name: str
    suffixes: frozenset[str]
    tells: Callable[[bytes, str], bool]
    reads: Reader


FORMATS: tuple[Format, ...] = (
    Format("WARC", frozenset(), packed_records.is_packed_warc, packed_records.read_packed_warc),
    Format("gzip", frozenset({".gz", ".tgz"}), packed.is_gzip, packed.read_gzip),
    Format("zip", frozenset({".zip"}), zips.is_zip, zips.read_zip),
    Format("tar", frozenset({".tar"}), tars.is_tar, tars.read_tar),
    Format("WARC", frozenset({".warc"}), warc.is_warc, warc.read_warc),
    Format("feed", frozenset({".rss", ".atom", ".rdf"}), feeds.is_feed, feeds.read_feed),
    Format("NewsML", frozenset({".xml", ".nitf", ".newsml"}), newsml.is_newsml, newsml.read_newsml),
    Format("PDF", frozenset({".pdf"}), pdf.is_pdf, pdf.read_pdf),
    Format("JSON", frozenset({".json"}), records.is_json, records.read_json),
    Format("JSON lines", frozenset({".jsonl", ".ndjson"}), records.is_json_lines, records.read_json_lines),
    Format("mailbox", frozenset({".mbox"}), mail.is_mailbox, mail.read_mailbox),
    Format("mail", frozenset({".eml"}), mail.is_mail, mail.read_mail),
    Format("HTML", frozenset(html.PAGE_SUFFIXES), html.is_html, html.read_html),
    Format("Parquet", frozenset({".parquet"}), tables.is_parquet, tables.read_parquet),
    Format("CSV", frozenset({".csv", ".tsv"}), tables.is_csv, tables.read_csv),
    Format("XML", frozenset({".xml"}), xml.is_xml, xml.read_other_xml),
    Format("text", frozenset(text.TEXT_SUFFIXES), text.is_text, text.read_text),
)


def suffixes() -> frozenset[str]:
    """Return the suffixes, in small letters, of files that may hold reports: by these a folder is searched."""
    return frozenset().union(*(form.suffixes for form in FORMATS))


def format_of(source: Source) -> Format:
    """Return the format of a source by its first bytes. Raises `Unreadable` where they cannot be read."""
    head = source.head()
    return next(form for form in FORMATS if form.tells(head, source.name.lower()))


def read_source(
    source: Source, settings: Settings, wanted: Callable[[str], bool] = lambda label: True
) -> Iterator[tuple[Source, Outcome]]:
    """Yield each report of a source, or the error in its place, with the source it stands in: archives are opened.

    Whatever is wrong with one report ends there: the others are still read, one at a time. A source that `wanted` says
    no to, given its label, is passed over unread, and so is one inside it.
    """
    if not wanted(source.label):
        return
    try:
        form, empty = format_of(source), True
        for outcome in form.reads(source, settings):
            if isinstance(outcome, Inner) and outcome.listed and _suffix(outcome.source) not in suffixes():
                continue
            empty = False
            if not isinstance(outcome, Inner):
                yield source, outcome
            elif outcome.source.depth > DEEPEST:
                yield source, TooLarge(f"{outcome.source.label}: lies in more than {DEEPEST} archives; unpack it first")
            else:
                yield from read_source(outcome.source, settings, wanted)
        if empty:
            yield source, NotAReport(f"{source.label}: is {form.name} but holds no report")
    except InputError as error:
        yield source, error
    except OSError as error:
        yield source, Unreadable(f"{source.label}: cannot be read ({error.strerror or error})")
    except (RecursionError, MemoryError) as error:
        yield (
            source,
            InputError(f"{source.label}: could not be read within the machine's limits ({type(error).__name__})"),
        )


def _suffix(source: Source) -> str:
    return Path(source.name.lower()).suffix
