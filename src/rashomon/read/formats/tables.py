"""Tables: CSV and Parquet, one report a row. Columns are known by their names (`read/dialects.py`), or are named."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from rashomon.errors import InputError, NotAReport, TooLarge, Unreadable
from rashomon.read.dialects import Columns, id_in, known_columns, metadata_in, text_in
from rashomon.read.formats.text import TEXT_SUFFIXES
from rashomon.read.found import Found, Outcome, Source
from rashomon.settings import Settings
from rashomon.tables import thresholds

_THRESHOLDS = thresholds("rashomon.read.formats")

MOST_COLUMNS = _THRESHOLDS.integer("most_columns")
LARGEST_GROUP = _THRESHOLDS.integer("largest_group")
_SAMPLE = _THRESHOLDS.integer("tables_sample")
_ROWS = 64  # of Parquet that are held at once
_SUFFIXES = (".csv", ".tsv")
_DELIMITERS = (",", ";", "\t", "|")


def is_csv(head: bytes, name: str) -> bool:
    """Say whether the file is named so, or its first line names a text and something else that we know."""
    if name.endswith(_SUFFIXES):
        return True
    if name.endswith(TEXT_SUFFIXES) or b"\n" not in head:
        return False
    names = _split(_decoded(head).partition("\n")[0])
    known = known_columns(names, ())
    return len(known) >= 2 and text_in(dict.fromkeys(known, "")) is not None


def is_parquet(head: bytes, name: str) -> bool:
    """Say whether the bytes begin as a Parquet file does."""
    return head.startswith(b"PAR1")


def read_csv(source: Source, settings: Settings) -> Iterator[Outcome]:
    """Yield the report of each row, or what is wrong with it; rows are read one at a time.

    Raises `NotAReport` where no column holds the text, `TooLarge` over a limit, `Unreadable` where the table is broken.
    """
    with source.open() as stream:
        lines = _lines(stream, settings.largest_file)
        first = next(lines, "")
        rows = _rows(lines, first, source.label, settings)
        names = next(rows, [])
        _demand(names, source.label, settings.columns)
        for number, row in enumerate(rows, start=1):
            if any(cell.strip() for cell in row):
                yield _outcome(dict(zip(names, row, strict=False)), number, source.label, settings.columns)


def read_parquet(source: Source, settings: Settings) -> Iterator[Outcome]:
    """Yield the report of each row, or what is wrong with it; a few rows are held at a time.

    Raises `Unreadable` where pyarrow is missing or cannot read the file, else as `read_csv`.
    """
    try:
        from pyarrow import parquet  # an extra: forty megabytes that few need
    except ImportError as error:
        raise Unreadable(f"{source.label}: is Parquet, which needs pyarrow: pip install 'rashomon[parquet]'") from error
    number = 0
    try:
        with source.open() as stream:
            opened = stream if stream.seekable() else io.BytesIO(source.content(settings.largest_file))
            table = parquet.ParquetFile(opened)
            names = list(table.schema_arrow.names)
            _demand(names, source.label, settings.columns)
            _bound(table.metadata, source.label)
            wanted = known_columns(names, settings.columns)
            for batch in table.iter_batches(batch_size=_ROWS, columns=wanted, use_threads=False):
                for record in batch.to_pylist():
                    number += 1
                    yield _outcome(_written(record), number, source.label, settings.columns)
    except InputError:
        raise
    except Exception as error:  # whatever a parser of others does with hostile input
        reason = f"cannot be read as Parquet after row {number} ({type(error).__name__})"
        raise Unreadable(f"{source.label}: {reason}") from error


def _outcome(record: Mapping[str, Any], number: int, label: str, columns: Columns) -> Outcome:
    text = text_in(record, columns)
    if not text or not text.strip():
        return NotAReport(f"{label}, row {number}: has no text")
    return Found(text, metadata_in(record, columns), id=id_in(record, columns), part=f"row {number}")


def _demand(names: Sequence[str], label: str, columns: Columns) -> None:
    if len(names) > MOST_COLUMNS:
        raise TooLarge(f"{label}: has more than {MOST_COLUMNS:,} columns")
    missing = [column for _, column in columns if column not in names]
    if text_in(dict.fromkeys(names, ""), columns) is None or missing:
        told = ", ".join(names)[:300]
        sought = f"no column {missing[0]}" if missing else "no column that is known for its text"
        raise NotAReport(f"{label}: has {sought} (it has {told}); name it: rashomon read --column text=NAME")


def _bound(metadata: Any, label: str) -> None:  # noqa: ANN401 - of a library loaded late
    for group in range(metadata.num_row_groups):
        if metadata.row_group(group).total_byte_size > LARGEST_GROUP:
            raise TooLarge(f"{label}: has a row group of more than {LARGEST_GROUP:,} bytes; write it in smaller ones")


def _written(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of typed values with its dates as words."""
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in record.items()}


def _rows(lines: Iterable[str], first: str, label: str, settings: Settings) -> Iterator[list[str]]:
    """Yield the rows of a table as lists of cells, quotes and line breaks inside them resolved."""
    delimiter = max(_DELIMITERS, key=lambda mark: (_known(first, mark, settings.columns), first.count(mark)))
    reader = csv.reader(_chained(first, lines), delimiter=delimiter)
    while True:
        # The library keeps its limit for the whole process: it is lifted for one row and put back.
        usual = csv.field_size_limit(settings.largest_file)
        try:
            row = next(reader, None)
        except csv.Error as error:
            where = f"{label}, line {reader.line_num}"
            raise Unreadable(f"{where}: the table is broken ({error}); is a quote left open?") from error
        finally:
            csv.field_size_limit(usual)
        if row is None:
            return
        yield row


def _known(line: str, delimiter: str, columns: Columns) -> int:
    return len(known_columns((name.strip().strip('"') for name in line.split(delimiter)), columns))


def _chained(first: str, lines: Iterable[str]) -> Iterator[str]:
    yield first
    yield from lines


def _lines(stream: BinaryIO, largest: int) -> Iterator[str]:
    """Yield the lines of a table in its encoding, long ones in pieces."""
    sample = stream.read(_SAMPLE)
    encoding = _encoding(sample)
    buffered = io.BufferedReader(_Continued(sample, stream))
    text = io.TextIOWrapper(buffered, encoding=encoding, errors="replace", newline="")
    yield from iter(lambda: text.readline(largest).replace("\x00", "\N{REPLACEMENT CHARACTER}"), "")


class _Continued(io.RawIOBase):
    """A stream with what was already read of it put back in front."""

    def __init__(self, begun: bytes, stream: BinaryIO) -> None:
        self._begun = begun
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        piece = self._begun[: len(buffer)] or self._stream.read(len(buffer))
        self._begun = self._begun[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


def _encoding(sample: bytes) -> str:
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(sample) - 4:
            return "cp1252"
    return "utf-8-sig"


def _decoded(head: bytes) -> str:
    return head.decode(_encoding(head), errors="replace")


def _split(line: str) -> list[str]:
    cells = max((line.strip().split(mark) for mark in _DELIMITERS), key=len)
    return [cell.strip().strip('"') for cell in cells]
