"""The pictures of a PDF, read in a process of their own beside that of the text: a damaged one costs only itself.

The process runs this module as a program: it reads the file from stdin, and writes a line of JSON for each picture. It
exits when its reader closes the pipe.
"""

from __future__ import annotations

import base64
import contextlib
import json
import re
import struct
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from visavis.infrastructure.worker_process import limit_process, read_within, send_input, start_worker
from visavis.model.article import Picture
from visavis.readers.block import Block
from visavis.readers.pdf.lines import Line
from visavis.readers.pictures import PictureFinder

_PATIENCE, _LONGEST = 5.0, 10.0  # seconds for a picture, and for all
_MEMORY = 1500 * 1000 * 1000  # bytes of address space
_MOST_PAGES, _MOST_ON_A_PAGE = 200, 12
_LEAST_SIDE, _WHOLE_PAGE = 50.0, 0.7  # points, and the share of a page that a background or a scan takes
_MOST_PIXELS = 24_000_000  # of one that is unpacked here
_WIDEST = 1200  # pixels of what is made of it
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")


class PlacedPicture(NamedTuple):
    """A picture, its page, counted from 1, and its box on it in points."""

    page: int
    x0: float
    x1: float
    bottom: float
    picture: Picture


@contextmanager
def reading_pictures(data: bytes) -> Iterator[Callable[[], list[PlacedPicture]]]:
    """Begin to read the pictures of a PDF; what is yielded returns those that can be shown, within a few seconds."""
    if not _PICTURE.search(data):
        yield list
        return
    with start_worker("visavis.readers.pdf.pictures") as process:
        # in a thread: the process does not read before it has started, and the text need not wait for that
        sender = threading.Thread(target=send_input, args=(process, data), daemon=True)
        sender.start()
        try:
            yield lambda: _collect(process)
        finally:
            process.kill()
            sender.join()


def _collect(process: subprocess.Popen[bytes]) -> list[PlacedPicture]:
    assert process.stdout
    placed: list[PlacedPicture] = []
    found: dict[str, bytes] = {}
    finder = PictureFinder(found.get)
    end = time.monotonic() + _LONGEST
    while time.monotonic() < end:
        line = read_within(process, _PATIENCE, process.stdout.readline)
        if not line.endswith(b"\n"):
            break
        page, x0, x1, bottom, packed = json.loads(line)
        found[packed] = base64.b64decode(packed)
        picture = finder.find(packed)
        if picture:
            placed.append(PlacedPicture(page, x0, x1, bottom, picture))
    return placed


def place_pictures(
    blocks: Sequence[Block], paragraphs: Sequence[Sequence[Line]], pictures: Sequence[PlacedPicture]
) -> list[Block]:
    """Hang each picture above the paragraph that begins below it, or else the first that begins on a later page."""
    placed = list(blocks)
    for picture in pictures:
        below = [
            (-lines[0].y, index)
            for index, lines in enumerate(paragraphs)
            if lines[0].page == picture.page
            and lines[0].y < picture.bottom
            and lines[0].x0 < picture.x1
            and picture.x0 < lines[0].x1
        ]
        later = (index for index, lines in enumerate(paragraphs) if lines[0].page > picture.page)
        index = min(below)[1] if below else next(later, len(placed) - 1)
        placed[index] = placed[index]._replace(pictures=(*placed[index].pictures, picture.picture))
    return placed


def serve() -> None:
    """Read a PDF from stdin and print its pictures as JSON."""
    limit_process(_MEMORY)
    for said in _said(sys.stdin.buffer.read()):
        print(json.dumps(said), flush=True)


def _said(data: bytes) -> Iterator[Any]:
    import pypdfium2 as pdfium
    from pypdfium2 import raw

    document = pdfium.PdfDocument(data)
    for number in range(min(len(document), _MOST_PAGES)):
        with contextlib.suppress(pdfium.PdfiumError):
            page = document[number]
            if raw.FPDFPage_GetRotation(page):  # its text is read as it is shown, and the places of both differ
                continue
            width, height = page.get_size()
            images = (thing for thing in page.get_objects(max_depth=3) if thing.type == raw.FPDF_PAGEOBJ_IMAGE)
            for _, image in zip(range(_MOST_ON_A_PAGE), images, strict=False):
                with contextlib.suppress(pdfium.PdfiumError):
                    x0, bottom, x1, top = image.get_bounds()
                    sides = x1 - x0, top - bottom
                    if min(sides) >= _LEAST_SIDE and sides[0] * sides[1] < _WHOLE_PAGE * width * height:
                        packed = _pack(image)
                        if packed:
                            yield [number + 1, x0, x1, bottom, base64.b64encode(packed).decode()]


def _pack(image: Any) -> bytes | None:
    """Return the file's own JPEG, or a PNG of the pixels."""
    if image.get_filters() == ["DCTDecode"]:
        return bytes(image.get_data())
    width, height = image.get_px_size()
    if width * height > _MOST_PIXELS:
        return None
    bitmap = image.get_bitmap(render=True, scale_to_original=width <= _WIDEST)
    pixels = bitmap.to_numpy()
    pixels = pixels.reshape(bitmap.height, bitmap.width, bitmap.n_channels)
    if bitmap.mode == "BGRX":  # the fourth says nothing
        pixels = pixels[:, :, :3]
    step = -(-bitmap.width // _WIDEST)
    return _write_png(pixels[::step, ::step])


def _write_png(pixels: Any) -> bytes:
    """Return a PNG of grey, BGR or BGRA pixels; Qt, which writes them too, is for the window."""
    import numpy as np

    height, width, channels = pixels.shape
    ordered = pixels[:, :, [2, 1, 0, 3][:channels]] if channels > 1 else pixels
    rows = np.zeros((height, 1 + width * channels), np.uint8)  # each begins with 0: it is not filtered
    rows[:, 1:] = ordered.reshape(height, width * channels)
    head = struct.pack(">IIBBBBB", width, height, 8, {1: 0, 3: 2, 4: 6}[channels], 0, 0, 0)
    chunks = (b"IHDR", head), (b"IDAT", zlib.compress(rows.tobytes(), 3)), (b"IEND", b"")
    parts = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


if __name__ == "__main__":
    serve()
