#!/usr/bin/env bash
# pypdf 7.1.1: an error that the caller's own `visitor_text` raises ends `extract_text` where the text stands on the
# page, and is swallowed where the same text stands in a form XObject (letterheads, and pages placed into pages).
# Nothing is raised: one line goes to the log, and the words of the form are missing from what is returned.
# A guard that a visitor raises (too much text, a deadline) therefore holds for some pages and not for others.
# Seen: page: ValueError raised / form: no error, text of the form missing.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q pypdf==7.1.1
cat > "$work/try.py" <<'PY'
import io
import logging

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, NumberObject, ArrayObject

logging.disable(logging.CRITICAL)


def name(words):
    return NameObject(words)


def document(in_form):
    """One page that says "kites", on the page itself or in a form that the page draws."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    font = DictionaryObject({name("/Type"): name("/Font"), name("/Subtype"): name("/Type1"),
                             name("/BaseFont"): name("/Helvetica")})
    fonts = DictionaryObject({name("/Font"): DictionaryObject({name("/F1"): writer._add_object(font)})})
    text = b"BT /F1 12 Tf 20 100 Td (kites) Tj ET"
    content = DecodedStreamObject()
    if in_form:
        form = DecodedStreamObject()
        form.set_data(text)
        form.update({name("/Type"): name("/XObject"), name("/Subtype"): name("/Form"), name("/Resources"): fonts,
                     name("/BBox"): ArrayObject([NumberObject(n) for n in (0, 0, 200, 200)])})
        page[name("/Resources")] = DictionaryObject(
            {name("/XObject"): DictionaryObject({name("/X1"): writer._add_object(form)})})
        content.set_data(b"/X1 Do")
    else:
        page[name("/Resources")] = fonts
        content.set_data(text)
    page[name("/Contents")] = writer._add_object(content)
    written = io.BytesIO()
    writer.write(written)
    return PdfReader(io.BytesIO(written.getvalue())).pages[0]


def refuse(words, *_):
    if "kites" in words:
        raise ValueError("no kites")


def outcome(page):
    try:
        return repr(page.extract_text(visitor_text=refuse))
    except ValueError as error:
        return f"ValueError: {error}"


for in_form in (False, True):
    page = document(in_form)
    print("form:" if in_form else "page:", repr(page.extract_text()), "->", outcome(page))
PY
found=$("$work/venv/bin/python" "$work/try.py")
echo "$found"
expected="page: 'kites' -> ValueError: no kites
form: 'kites' -> ''"
[ "$found" = "$expected" ] || { echo "pypdf no longer does this" >&2; exit 1; }
