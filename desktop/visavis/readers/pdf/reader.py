"""Reads PDFs: paragraphs in reading order, title and metadata."""

from __future__ import annotations

import contextlib
import re

from visavis.model.article import Role
from visavis.model.errors import EmptyInput, InputError
from visavis.model.message import Message
from visavis.readers.block import Block, Reading, check_size, make_block
from visavis.readers.file_metadata import clean_author, clean_title
from visavis.readers.pdf.characters import PageFragments
from visavis.readers.pdf.columns import build_lines
from visavis.readers.pdf.paragraphs import build_blocks
from visavis.readers.pdf.pictures import reading_pictures
from visavis.readers.pdf.worker import WorkerStopped, read_pages

_STAMPED = 60  # letters a page that only scanning programs put there
_DATE = re.compile(r"(?:D:)?((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")


def read(data: bytes, name: str) -> Reading:
    """Read the article in the bytes of a PDF. Raises InputError or a subclass about `name`."""
    with reading_pictures(data) as find_pictures:
        sheets, facts, pictures = _opened(data, name)
        unknown, letters = sum(page.unknown for page in sheets), sum(page.letters for page in sheets)
        blocks, notes = list[Block](), _notes(sheets, pictures)
        if unknown * 2 > letters > 0:
            blocks, notes = _recognised(data, name, Message("its fonts do not say which letters they draw"))
        elif pictures and letters < _STAMPED * pictures:
            blocks, notes = _recognised(data, name, Message("it is a scan: pictures of pages, no text"))
        else:
            blocks = build_blocks(build_lines(sheets), find_pictures())
    if not blocks:
        raise EmptyInput(name, "it contains no text")
    title = next((block.text for block in blocks if block.role is Role.TITLE), "")
    stated = clean_title(facts.get("Title"))
    if not title and stated:
        title, blocks = stated, [make_block(Role.TITLE, [stated]), *blocks] if blocks[0].text != stated else blocks
    date = _DATE.match(facts.get("CreationDate", ""))
    made = "-".join(date.groups()) if date else ""
    return Reading(blocks, title, clean_author(facts.get("Author")), made, notes=notes)


def _recognised(data: bytes, name: str, why: Message) -> tuple[list[Block], tuple[Message, ...]]:
    """Read the pages as pictures, and return their text and what to tell of it."""
    from visavis.readers.scans import tesseract
    from visavis.readers.scans.recognition import recognise_scan

    program = tesseract.find_tesseract()
    if not program:
        raise EmptyInput(name, "{0}; {1}", why, tesseract.describe_installation())
    scan = recognise_scan(program, data, name, "pdf")
    return build_blocks(build_lines(scan.pages)), scan.notes


def _notes(sheets: list[PageFragments], pictures: int) -> tuple[Message, ...]:
    """Say what is left out."""
    notes: list[Message] = []
    left_out = sum(page.left_out for page in sheets)
    if left_out == 1:
        notes.append(Message("1 short text set across the page was left out"))
    elif left_out:
        notes.append(Message("{0} short texts set across the page were left out", left_out))
    if pictures == 1:
        notes.append(Message("1 page is only a picture, and was not read"))
    elif pictures:
        notes.append(Message("{0} pages are only pictures, and were not read", pictures))
    return tuple(notes)


def _opened(data: bytes, name: str) -> tuple[list[PageFragments], dict[str, str], int]:
    """Return the pages, the metadata, and the number of pages that are only a picture."""
    sheets: list[PageFragments] = []
    pictures, letters = 0, 0
    with contextlib.closing(read_pages(data)) as said:
        try:
            facts = next(said)
            if facts == "password":
                raise InputError(name, "it is protected by a password; save it without one first")
            if facts == "damaged":
                raise InputError(name, "it is damaged, and cannot be read as a PDF; fetch it again")
            for page in said:
                sheets.append(page.sheet)
                pictures, letters = pictures + page.pictured, letters + page.sheet.letters
                check_size(letters, name)
        except WorkerStopped as error:
            raise InputError(name, "it is damaged, or far larger than an article; it was not opened") from error
    return sheets, facts, pictures
