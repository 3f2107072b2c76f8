"""Reads the pages of a PDF in a separate process: even a small file can make PDFium crash, or use hours and all memory.

The process runs this module as a program: it reads the file from stdin, then writes one line of JSON with the metadata
or the error, and one for each page. It exits when its reader closes the pipe.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Generator, Iterator
from typing import Any, NamedTuple

from visavis.infrastructure.worker_process import limit_process, read_within, send_input, start_worker
from visavis.readers.pdf.characters import Fragment, PageFragments, TextStyle, read_fragments
from visavis.readers.pdf.exponents import rewrite_exponents

_PATIENCE = 15.0  # seconds per page
_FEW_LETTERS = 60  # what a scanning program prints on a page that is only a picture
_MEMORY = 1000 * 1000 * 1000  # bytes of address space


class WorkerStopped(Exception):
    """The process was killed, or ended before it had read everything."""


class Page(NamedTuple):
    """A page of a PDF; `pictured` is true if it is only an image."""

    sheet: PageFragments
    pictured: bool


def read_pages(data: bytes) -> Generator[Any, None, None]:
    """Yield the metadata, or just "password" or "damaged"; then each page. Raises WorkerStopped."""
    with start_worker("visavis.readers.pdf.worker") as process:
        try:
            send_input(process, data)
            facts = json.loads(_line(process))
            yield facts
            if isinstance(facts, dict):
                for _ in range(json.loads(_line(process))):
                    if page := json.loads(_line(process)):
                        yield _page(*page)
        finally:
            process.kill()


def _line(process: subprocess.Popen[bytes]) -> bytes:
    """Return the process's next line; kill it after a timeout."""
    assert process.stdout
    line = read_within(process, _PATIENCE, process.stdout.readline)
    if not line.endswith(b"\n"):
        raise WorkerStopped
    return line


def _page(sheet: list[Any], pictured: bool) -> Page:
    return Page(_sheet(*sheet), pictured)


def _sheet(height: float, fragments: list[Any], letters: int, unknown: int, *more: Any) -> PageFragments:
    across, left_out = more
    made = [
        Fragment(x0, x1, y, size, tuple((text, TextStyle(*style)) for text, style in pieces))
        for x0, x1, y, size, pieces in fragments
    ]
    return PageFragments(height, made, letters, unknown, tuple(_sheet(*other) for other in across), left_out)


def serve() -> None:
    """Read a PDF from stdin and print its content as JSON."""
    limit_process(_MEMORY)
    for said in _said(sys.stdin.buffer.read()):
        print(json.dumps(said), flush=True)


def _said(data: bytes) -> Iterator[Any]:
    """Yield the metadata or the error, the number of pages, and the pages; None for a damaged page."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(rewrite_exponents(data))
    except pdfium.PdfiumError as error:
        yield "password" if "password" in str(error).lower() else "damaged"
        return
    yield _facts(document)
    yield len(document)
    for number in range(len(document)):
        try:
            page = document[number]
        except pdfium.PdfiumError:
            yield None
            continue
        try:
            read = read_fragments(page)
            yield [read, read.letters < _FEW_LETTERS and _has_picture(page)]
        except pdfium.PdfiumError:
            yield None
        finally:
            page.close()


def _facts(document: Any) -> dict[str, str]:
    facts = {}
    for key in ("Title", "Author", "CreationDate"):
        with contextlib.suppress(UnicodeError):  # skip damaged metadata
            facts[key] = document.get_metadata_value(key)
    return facts


def _has_picture(page: Any) -> bool:
    from pypdfium2 import raw

    return any(thing.type == raw.FPDF_PAGEOBJ_IMAGE for thing in page.get_objects(max_depth=3))


if __name__ == "__main__":
    serve()
