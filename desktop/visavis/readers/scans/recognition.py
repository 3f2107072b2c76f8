"""Reads the text of a scan, page by page, and says how sure it is."""

from __future__ import annotations

import contextlib
from functools import partial
from typing import NamedTuple

from visavis.model.errors import InputError
from visavis.model.message import Message
from visavis.readers.block import check_size
from visavis.readers.pdf.characters import PageFragments
from visavis.readers.progress import report_page
from visavis.readers.scans.hocr import ScannedPage, level_sizes, parse_hocr, unify_apostrophes
from visavis.readers.scans.page_images import ScanUnreadable, read_page_images
from visavis.readers.scans.tesseract import TesseractFailed, recognise_page

_SHOWN = 12  # uncertain words that are told


class Scan(NamedTuple):
    """The pages of a scan, and what to tell of how they were read."""

    pages: list[PageFragments]
    notes: tuple[Message, ...]


def recognise_scan(program: str, data: bytes, name: str, kind: str) -> Scan:
    """Read a PDF or a picture with Tesseract, whose path is `program`. Raises InputError and ReadingCancelled."""
    pages: list[ScannedPage] = []
    heights: list[float] = []
    letters = 0
    with contextlib.closing(read_page_images(data, kind)) as images:
        try:
            count = next(images)
            for number, image in enumerate(images, 1):
                hocr = recognise_page(program, image.picture, image.dpi, partial(report_page, number, count))
                pages.append(parse_hocr(hocr, image.dpi, image.height))
                heights.append(image.height)
                letters += len(hocr) // 100
                check_size(letters, name)
        except ScanUnreadable as error:
            raise InputError(name, "the picture is damaged, or far larger than a page; it was not opened") from error
        except TesseractFailed as error:
            raise InputError(name, "Tesseract could not read page {0}", len(pages) + 1) from error
    return Scan(level_sizes(unify_apostrophes(pages), heights), _describe(pages))


def _describe(pages: list[ScannedPage]) -> tuple[Message, ...]:
    words = sum(page.words for page in pages)
    uncertain = [word for page in pages for word in page.uncertain]
    if not uncertain:
        return (Message("read by Tesseract from a scan; it is certain of all {0} words", words),)
    some = ", ".join(dict.fromkeys(uncertain[:_SHOWN])) + (", …" if len(uncertain) > _SHOWN else "")
    return (
        Message("read by Tesseract from a scan; it is uncertain of {0} of {1} words: {2}", len(uncertain), words, some),
    )
