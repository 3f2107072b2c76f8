"""Reads pictures of text: PNG, JPEG and TIFF."""

from __future__ import annotations

from visavis.model.article import Role
from visavis.model.errors import EmptyInput, InputError
from visavis.readers.block import Reading
from visavis.readers.pdf.columns import build_lines
from visavis.readers.pdf.paragraphs import build_blocks
from visavis.readers.scans import tesseract
from visavis.readers.scans.recognition import recognise_scan


def read(data: bytes, name: str) -> Reading:
    """Read the text in a picture. Raises InputError or a subclass about `name`, and ReadingCancelled."""
    program = tesseract.find_tesseract()
    if not program:
        raise InputError(name, "it is a picture; {0}", tesseract.describe_installation())
    scan = recognise_scan(program, data, name, "image")
    blocks = build_blocks(build_lines(scan.pages))
    if not blocks:
        raise EmptyInput(name, "no text was found in the picture")
    title = next((block.text for block in blocks if block.role is Role.TITLE), "")
    return Reading(blocks, title, notes=scan.notes)
