"""Turns a scan into grey, upright pages of about 300 dpi, in a separate process: a damaged picture can crash a library.

The process runs this module as a program: it reads the file from stdin, then writes the number of pages or "damaged" as
a line of JSON, and for each page such a line and its picture as PGM. It exits when its reader closes the pipe.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Generator, Iterator
from functools import partial
from typing import Any, NamedTuple

from visavis.infrastructure.worker_process import limit_process, read_within, send_input, start_worker

_PATIENCE = 60.0  # seconds per page
_MEMORY = 3 * 1000 * 1000 * 1000  # bytes of address space
_DPI = 300
_MOST_PIXELS = 40_000_000  # per page; A3 at 300 dpi has 17 million
_LEAST_SKEW = 0.15  # degrees
_MOST_PAGES = 500


class ScanUnreadable(Exception):
    """The picture is damaged or too large, or the process ended before it had read everything."""


class PageImage(NamedTuple):
    """A page as PGM, and its size in points."""

    picture: bytes
    width: float
    height: float
    dpi: int


def read_page_images(data: bytes, kind: str) -> Generator[Any, None, None]:
    """Yield the number of pages, then each PageImage, of a PDF or a picture. Raises ScanUnreadable."""
    with start_worker("visavis.readers.scans.page_images", kind) as process:
        assert process.stdout
        try:
            send_input(process, data)
            pages = json.loads(read_within(process, _PATIENCE, process.stdout.readline) or "0")
            if not isinstance(pages, int) or not 0 < pages <= _MOST_PAGES:
                raise ScanUnreadable
            yield pages
            for _ in range(pages):
                facts = json.loads(read_within(process, _PATIENCE, process.stdout.readline) or "0")
                if not facts:
                    raise ScanUnreadable
                size, *rest = facts
                yield PageImage(read_within(process, _PATIENCE, partial(process.stdout.read, size)), *rest)
        finally:
            process.kill()


def serve() -> None:
    """Read a scan from stdin and write its pages."""
    limit_process(_MEMORY)
    out = sys.stdout.buffer
    for facts, picture in _pages(sys.stdin.buffer.read(), sys.argv[-1]):
        out.write(json.dumps(facts).encode() + b"\n" + picture)
        out.flush()


def _pages(data: bytes, kind: str) -> Iterator[tuple[Any, bytes]]:
    images = _rendered(data) if kind == "pdf" else _decoded(data)
    yield next(images), b""
    from visavis.readers.scans.deskew import remove_noise

    for image, dpi in images:
        page = _straightened(image)
        grey = remove_noise(_array(page))
        picture = b"P5 %d %d 255\n%s" % (grey.shape[1], grey.shape[0], grey.tobytes())
        yield [len(picture), page.width() * 72 / dpi, page.height() * 72 / dpi, dpi], picture


def _rendered(data: bytes) -> Iterator[Any]:
    """Yield the number of pages of a PDF, then each as a picture with its dpi."""
    import pypdfium2 as pdfium
    from PySide6.QtGui import QImage

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        yield "damaged"
        return
    yield len(document)
    for page in document:
        width, height = page.get_size()
        scale = min(_DPI / 72, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
        grey = page.render(scale=scale, grayscale=True).to_numpy()
        grey = grey.reshape(grey.shape[0], grey.shape[1])
        made = QImage(grey.tobytes(), grey.shape[1], grey.shape[0], grey.shape[1], QImage.Format.Format_Grayscale8)
        yield made.copy(), round(scale * 72)


def _decoded(data: bytes) -> Iterator[Any]:
    """Yield the number of pictures in a file, then each with its dpi; small ones are enlarged."""
    from PySide6.QtCore import QBuffer, Qt
    from PySide6.QtGui import QImage, QImageReader, QPainter

    buffer = QBuffer()
    buffer.setData(data)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)  # telephones turn their photographs by a note in the file
    if not reader.canRead():
        yield "damaged"
        return
    pages = max(reader.imageCount(), 1)
    yield pages
    for number in range(pages):
        if number:
            reader.jumpToImage(number)
        size = reader.size()
        if size.width() * size.height() > 4 * _MOST_PIXELS:
            return
        image = reader.read()
        if image.isNull():
            return
        if image.hasAlphaChannel():  # text on nothing would become black on black
            white = QImage(image.size(), QImage.Format.Format_RGB32)
            white.fill(Qt.GlobalColor.white)
            painter = QPainter(white)
            painter.drawImage(0, 0, image)
            painter.end()
            white.setDotsPerMeterX(image.dotsPerMeterX())
            image = white
        dpi = round(image.dotsPerMeterX() * 0.0254)
        stated = dpi if 100 <= dpi <= 1200 else 96 if image.width() < 1300 else _DPI
        wanted = min(_DPI / stated, (_MOST_PIXELS / max(image.width() * image.height(), 1)) ** 0.5)
        if not 0.66 < wanted < 1.34:
            smooth = Qt.TransformationMode.SmoothTransformation
            image = image.scaledToWidth(round(image.width() * wanted), smooth)
            stated = round(stated * wanted)
        yield image.convertToFormat(QImage.Format.Format_Grayscale8), stated


def _straightened(image: Any) -> Any:
    """Return a picture turned back by its skew."""
    from PySide6.QtCore import QPointF, QRectF, Qt
    from PySide6.QtGui import QImage, QPainter

    from visavis.readers.scans.deskew import measure_skew

    angle = measure_skew(_array(image))
    if abs(angle) < _LEAST_SKEW:
        return image
    turned = QImage(image.size(), QImage.Format.Format_Grayscale8)
    turned.fill(Qt.GlobalColor.white)
    painter = QPainter(turned)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    middle = QRectF(image.rect()).center()
    painter.translate(middle)
    painter.rotate(-angle)
    painter.translate(-middle)
    painter.drawImage(QPointF(0, 0), image)
    painter.end()
    return turned


def _array(image: Any) -> Any:
    """Return the pixels of a grey picture."""
    import numpy as np

    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return np.ascontiguousarray(rows[:, : image.width()])


if __name__ == "__main__":
    serve()
