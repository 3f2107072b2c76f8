"""Reads PDFs: paragraphs in reading order, title and metadata."""

from __future__ import annotations

import contextlib
import re

from visavis.model.article import Role
from visavis.model.errors import EmptyInput, InputError
from visavis.model.message import Message
from visavis.readers.block import Reading, check_size, make_block
from visavis.readers.file_metadata import stated_author, stated_title
from visavis.readers.pdf.characters import PageFragments
from visavis.readers.pdf.columns import build_lines
from visavis.readers.pdf.paragraphs import build_blocks
from visavis.readers.pdf.worker import WorkerStopped, read_pages

_DATE = re.compile(r"(?:D:)?((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")


def read(data: bytes, name: str) -> Reading:
    """Read the article in the bytes of a PDF. Raises InputError or a subclass about `name`."""
    sheets, facts, pictures = _opened(data, name)
    unknown, letters = sum(page.unknown for page in sheets), sum(page.letters for page in sheets)
    blocks = build_blocks(build_lines(sheets))
    if unknown * 2 > letters > 0:
        raise InputError(name, "its fonts do not say which letters they draw; have it recognised (OCR) first")
    if not blocks and pictures:
        raise EmptyInput(name, "it holds pictures of pages, no text; have it recognised (OCR) first")
    if not blocks:
        raise EmptyInput(name, "it contains no text")
    title = next((block.text for block in blocks if block.role is Role.TITLE), "")
    stated = stated_title(facts.get("Title"))
    if not title and stated:
        title, blocks = stated, [make_block(Role.TITLE, [stated]), *blocks] if blocks[0].text != stated else blocks
    date = _DATE.match(facts.get("CreationDate", ""))
    made = "-".join(date.groups()) if date else ""
    return Reading(blocks, title, stated_author(facts.get("Author")), made, notes=_notes(sheets))


def _notes(sheets: list[PageFragments]) -> tuple[Message, ...]:
    left_out = sum(page.left_out for page in sheets)
    if left_out == 1:
        return (Message("1 short text set across the page was left out"),)
    return (Message("{0} short texts set across the page were left out", left_out),) if left_out else ()


def _opened(data: bytes, name: str) -> tuple[list[PageFragments], dict[str, str], bool]:
    """Return the pages, the metadata, and whether there are pictures."""
    sheets: list[PageFragments] = []
    pictures, letters = False, 0
    with contextlib.closing(read_pages(data)) as said:
        try:
            facts = next(said)
            if facts == "password":
                raise InputError(name, "it is protected by a password; save it without one first")
            if facts == "damaged":
                raise InputError(name, "it is damaged, and cannot be read as a PDF")
            for page in said:
                sheets.append(page.sheet)
                pictures, letters = pictures or page.pictured, letters + page.sheet.letters
                check_size(letters, name)
        except WorkerStopped as error:
            raise InputError(name, "it is damaged, or far larger than an article; it was not opened") from error
    return sheets, facts, pictures
