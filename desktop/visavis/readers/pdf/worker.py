"""Read the pages of a PDF in a process of its own: a small one can make PDFium take hours and all memory, or crash.

The process is this module's, run as a program: the file comes in by its standard input; out of it come a line of JSON
with what the PDF says of itself, or what is wrong, and then one for each page. It ends when its reader goes.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator
from typing import Any, NamedTuple

from visavis.infrastructure.worker_process import limit_process, start_worker
from visavis.readers.pdf.characters import Fragment, PageFragments, TextStyle, read_fragments

_PATIENCE = 15.0  # seconds for a page
_MEMORY = 1000 * 1000 * 1000  # bytes of addresses


class WorkerStopped(Exception):
    """The process was stopped, or has ended before it had read all."""


class Page(NamedTuple):
    """A page of a PDF, and whether it is a picture."""

    sheet: PageFragments
    pictured: bool


def read_pages(data: bytes) -> Generator[Any, None, None]:
    """Yield the metadata, or "password" or "damaged" alone; then each Page. Raises Stopped."""
    with start_worker("visavis.readers.pdf.worker") as process:
        assert process.stdin and process.stdout
        try:
            with contextlib.suppress(OSError):  # it has ended: there is nothing to be read either
                process.stdin.write(data)
                process.stdin.close()
            facts = json.loads(_line(process))
            yield facts
            if isinstance(facts, dict):
                for _ in range(json.loads(_line(process))):
                    if page := json.loads(_line(process)):
                        yield _page(*page)
        finally:
            process.kill()


def _line(process: subprocess.Popen[bytes]) -> bytes:
    """Return what the process says next; if that takes too long, it is stopped."""
    assert process.stdout
    watch = threading.Timer(_PATIENCE, process.kill)
    watch.start()
    try:
        line = process.stdout.readline()
    finally:
        watch.cancel()
    if not line.endswith(b"\n"):
        raise WorkerStopped
    return line


def _page(height: float, fragments: list[Any], letters: int, unknown: int, pictured: bool) -> Page:
    made = [
        Fragment(x0, x1, y, size, tuple((text, TextStyle(*style)) for text, style in pieces))
        for x0, x1, y, size, pieces in fragments
    ]
    return Page(PageFragments(height, made, letters, unknown), pictured)


def serve() -> None:
    """Read a PDF from standard input and say what is in it."""
    limit_process(_MEMORY)
    for said in _said(sys.stdin.buffer.read()):
        print(json.dumps(said), flush=True)


def _said(data: bytes) -> Iterator[Any]:
    """Yield the metadata or what is wrong, how many pages there are, and the pages; of a damaged page nothing."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
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
            yield [*read, not read.fragments and _has_picture(page)]
        except pdfium.PdfiumError:
            yield None
        finally:
            page.close()


def _facts(document: Any) -> dict[str, str]:
    facts = {}
    for key in ("Title", "Author", "CreationDate"):
        with contextlib.suppress(UnicodeError):  # what is damaged is not said
            facts[key] = document.get_metadata_value(key)
    return facts


def _has_picture(page: Any) -> bool:
    from pypdfium2 import raw

    return any(thing.type == raw.FPDF_PAGEOBJ_IMAGE for thing in page.get_objects(max_depth=3))


if __name__ == "__main__":
    serve()
