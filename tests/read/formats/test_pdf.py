"""PDF files, and what means harm in them."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from datetime import datetime
from itertools import count

import pytest
from tests.steps import growth

from rashomon import Settings
from rashomon.errors import InputError, TooLarge, Unreadable
from rashomon.read.formats import pdf as formats_pdf
from rashomon.read.formats import read_source
from rashomon.read.formats.pdf import MOST_PAGES
from rashomon.read.found import Found, source_of

TEXT = ["Kites over the bay", "The kite club of Harrow Bay won the cup on", "Sunday after a long day."]


def drawn(lines: list[str]) -> bytes:
    steps = " 0 -14 Td ".join(f"({line}) Tj" for line in lines)
    return f"BT /F1 12 Tf 50 700 Td {steps} ET".encode("latin-1")


def pdf(streams: list[bytes], told: str = "", extra: tuple[bytes, ...] = (), resources: str = "") -> bytes:
    """Return a PDF with a page for each stream; `extra` are objects from the number 100 on."""
    objects: dict[int, bytes] = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 3: f"<< {told} >>".encode()}
    objects[4] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    kids = " ".join(f"{10 + 2 * n} 0 R" for n in range(len(streams)))
    objects[2] = f"<< /Type /Pages /Count {len(streams)} /Kids [{kids}] >>".encode()
    for n, stream in enumerate(streams):
        used = f"/Resources << /Font << /F1 4 0 R >> {resources} >>"
        objects[10 + 2 * n] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] {used} /Contents {11 + 2 * n} 0 R >>".encode()
        )
        packed = zlib.compress(stream)
        head = f"<< /Length {len(packed)} /Filter /FlateDecode >>".encode()
        objects[11 + 2 * n] = head + b"\nstream\n" + packed + b"\nendstream"
    objects |= {100_000 + n: content for n, content in enumerate(extra)}
    out = b"%PDF-1.7\n"
    places = {}
    for number, content in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(out)
    out += b"xref\n" + b"".join(b"%d 1\n%010d 00000 n \n" % place for place in sorted(places.items()))
    return out + b"trailer\n<< /Size 200000 /Root 1 0 R /Info 3 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


def outcome(content: bytes) -> Found | InputError:
    (found,) = [found for _, found in read_source(source_of(content, "x.pdf"), Settings())]
    return found


def test_the_text_of_the_pages_and_what_the_document_says_of_itself() -> None:
    told = "/Title (Kites) /Author (Jane Doe) /CreationDate (D:20240303233000Z)"
    found = outcome(pdf([drawn(TEXT), drawn(["A second page told more about the kites."])], told))
    assert isinstance(found, Found)
    assert found.text == (
        "Kites over the bay\n\nThe kite club of Harrow Bay won the cup on Sunday after a long day.\n\n"
        "A second page told more about the kites."
    )
    assert (found.metadata.title, found.metadata.byline) == ("Kites", "Jane Doe")
    assert found.metadata.published == datetime(2024, 3, 3, 23, 30)


@pytest.mark.parametrize("title", ["Microsoft Word - kites.doc", "kites.indd", "Untitled", ""])
def test_what_a_program_writes_is_no_title(title: str) -> None:
    found = outcome(pdf([drawn(TEXT)], f"/Title ({title}) /CreationDate (yesterday)"))
    assert isinstance(found, Found)
    assert (found.metadata.title, found.metadata.published) == (None, None)


def test_pages_that_are_pictures_are_named() -> None:
    assert "OCR" in str(outcome(pdf([b"0 0 m 10 10 l S"])))


def test_a_locked_document_says_what_to_do() -> None:
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf([drawn(TEXT)]))))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = BytesIO()
    writer.write(locked)
    found = outcome(locked.getvalue())
    assert isinstance(found, Unreadable)
    assert "password" in str(found)


def test_pages_are_bounded() -> None:
    assert isinstance(outcome(pdf([drawn(["A"])] * (MOST_PAGES + 1))), TooLarge)


@pytest.mark.parametrize("bound", ["MOST_STEPS", "MOST_CONTENT"])
def test_drawing_without_end_is_stopped(bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = pdf([b"BT /F1 12 Tf " + b"(a) Tj " * 400 + b"ET"])
    assert isinstance(outcome(drawing), Found)
    monkeypatch.setattr(formats_pdf, bound, 300)
    assert isinstance(outcome(drawing), TooLarge)


def test_a_drawing_is_unpacked_no_further_than_the_bound() -> None:
    assert isinstance(outcome(pdf([b"BT /F1 12 Tf " + b"(a) Tj " * 1_000_000 + b"ET"])), TooLarge)


def test_forms_inside_forms_do_not_multiply(monkeypatch: pytest.MonkeyPatch) -> None:
    forms = []
    for level in range(12):
        inside = f"/X {100_001 + level} 0 R" if level < 11 else ""
        stream = b"/X Do " * 10 if level < 11 else b"BT /F1 12 Tf (ha) Tj ET"
        head = f"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length {len(stream)} "
        head += f"/Resources << /Font << /F1 4 0 R >> /XObject << {inside} >> >> >>"
        forms.append(head.encode() + b"\nstream\n" + stream + b"\nendstream")
    most, drawings = 1_000, count()
    counted = formats_pdf._Steps.__call__

    def counting(self: formats_pdf._Steps, *given: object) -> None:
        next(drawings)
        counted(self, *given)

    monkeypatch.setattr(formats_pdf, "MOST_STEPS", most)
    monkeypatch.setattr(formats_pdf._Steps, "__call__", counting)
    found = outcome(pdf([b"/X Do"], extra=tuple(forms), resources="/XObject << /X 100000 0 R >>"))
    assert isinstance(found, InputError)
    # Drawn to the end it would be 100,000,000,000.
    assert most < next(drawings) < 20 * most


def test_what_is_drawn_within_a_form_is_not_lost_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library swallows what is raised within a form, and the words of the form with it."""
    stream = b"BT /F1 12 Tf " + b"(a) Tj " * 400 + b"ET"
    head = f"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length {len(stream)} "
    head += "/Resources << /Font << /F1 4 0 R >> >> >>"
    letterhead = head.encode() + b"\nstream\n" + stream + b"\nendstream"
    drawing = pdf([drawn(TEXT) + b" /X Do"], extra=(letterhead,), resources="/XObject << /X 100000 0 R >>")
    assert isinstance(outcome(drawing), Found)
    monkeypatch.setattr(formats_pdf, "MOST_STEPS", 300)
    assert isinstance(outcome(drawing), TooLarge)


def test_a_packed_page_of_blanks_is_refused() -> None:
    assert isinstance(outcome(pdf([b" " * 50_000_000])), InputError)


def test_a_lost_beginning_is_not_sought_without_end() -> None:
    def lost(size: int) -> Callable[[], object]:
        whole = pdf([drawn(TEXT)], extra=(b"<< >>",) * size)
        content = whole.replace(b"/Root", b"/Boot").replace(b"/Catalog", b"/Dialogs") + b" " * 1_000 * size
        return lambda: outcome(content)

    assert isinstance(lost(100)(), InputError)
    assert growth(lost, 100) < 5


@pytest.mark.parametrize("keep", [9, 30, 200, 400])
def test_a_torn_file_is_named_and_nothing_is_printed(keep: int, capfd: pytest.CaptureFixture[str]) -> None:
    assert isinstance(outcome(pdf([drawn(TEXT)])[:keep]), Unreadable)
    assert capfd.readouterr() == ("", "")
