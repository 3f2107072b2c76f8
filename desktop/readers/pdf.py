"""Read a PDF: its paragraphs in reading order, its title, and what it says of itself."""

from __future__ import annotations

import contextlib
import re
import threading
from typing import Any

from desktop.core.article import Role
from desktop.core.errors import EmptyInput, InputError
from desktop.readers.block import Reading, bounded, made
from desktop.readers.facts import stated_author, stated_title
from desktop.readers.pdf_chars import Sheet, sheet
from desktop.readers.pdf_columns import lines
from desktop.readers.pdf_lines import blocks

_LOCK = threading.Lock()  # PDFium is not made for threads
_DATE = re.compile(r"(?:D:)?((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")


def read(data: bytes, name: str) -> Reading:
    """Read the article in the bytes of a PDF; raises the InputError family about `name`."""
    sheets, facts, pictures = _opened(data, name)
    unknown, letters = sum(page.unknown for page in sheets), sum(page.letters for page in sheets)
    found = blocks(lines(sheets))
    if unknown * 2 > letters > 0:
        raise InputError(name, "its fonts do not say which letters they draw; have it recognised (OCR) first")
    if not found and pictures:
        raise EmptyInput(name, "it holds pictures of pages, no text; have it recognised (OCR) first")
    if not found:
        raise EmptyInput(name, "it holds no text")
    title = next((block.text for block in found if block.role is Role.TITLE), "")
    stated = stated_title(facts.get("Title"))
    if not title and stated:
        title, found = stated, [made(Role.TITLE, [stated]), *found] if found[0].text != stated else found
    date = _DATE.match(facts.get("CreationDate", ""))
    return Reading(found, title, stated_author(facts.get("Author")), "-".join(date.groups()) if date else "")


def _opened(data: bytes, name: str) -> tuple[list[Sheet], dict[str, str], bool]:
    """Return the pages, the metadata, and whether there are pictures; others may read theirs between our pages."""
    import pypdfium2 as pdfium

    try:
        with _LOCK:
            document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError(name, "it is protected by a password; save it without one first") from error
        raise InputError(name, "it is damaged, and cannot be read as a PDF") from error
    sheets: list[Sheet] = []
    pictures, letters = False, 0
    try:
        with _LOCK:
            count, facts = len(document), _facts(document)
        for number in range(count):
            with _LOCK, contextlib.suppress(pdfium.PdfiumError):  # a damaged page; the others can be read
                page = document[number]
                try:
                    sheets.append(sheet(page))
                    pictures = pictures or (not sheets[-1].fragments and _has_picture(page))
                finally:
                    page.close()
                letters += sheets[-1].letters
            bounded(letters, name)
        return sheets, facts, pictures
    finally:
        with _LOCK:
            document.close()


def _facts(document: Any) -> dict[str, str]:
    facts = {}
    for key in ("Title", "Author", "CreationDate"):
        with contextlib.suppress(UnicodeError):  # what is damaged is not said
            facts[key] = document.get_metadata_value(key)
    return facts


def _has_picture(page: Any) -> bool:
    from pypdfium2 import raw

    return any(thing.type == raw.FPDF_PAGEOBJ_IMAGE for thing in page.get_objects(max_depth=3))
