"""Makes scans for tests and measurements: pages of text drawn as pictures, straight or askew, clean or noisy."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

DPI = 300


def drawn(html: str, family: str = "DejaVu Serif", points: float = 11.0, dpi: int = DPI) -> QImage:
    """Return the first A4 page of HTML as a grey picture."""
    return drawn_pages(html, family, points, dpi)[0]


def drawn_pages(html: str, family: str = "DejaVu Serif", points: float = 11.0, dpi: int = DPI) -> list[QImage]:
    """Return the A4 pages of HTML as grey pictures."""
    width, height = round(8.27 * dpi), round(11.69 * dpi)
    document = QTextDocument()
    font = QFont(family)
    font.setPointSizeF(points)
    document.setDefaultFont(font)
    document.documentLayout().setPaintDevice(blank(width, height, dpi))
    document.setDefaultStyleSheet(f"p {{ margin-bottom: {round(points * dpi / 72)}px }}")
    document.setHtml(html)
    inner = QSizeF(width * 0.76, height * 0.9)
    document.setPageSize(inner)
    pages = []
    for number in range(document.pageCount()):
        image = blank(width, height, dpi)
        painter = QPainter(image)
        painter.translate(width * 0.12, height * 0.05 - number * inner.height())
        document.drawContents(painter, QRectF(QPointF(0, number * inner.height()), inner))
        painter.end()
        pages.append(image)
    return pages


def blank(width: int, height: int, dpi: int = DPI) -> QImage:
    """Return a white page."""
    image = QImage(width, height, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    image.setDotsPerMeterX(round(dpi / 0.0254))
    image.setDotsPerMeterY(round(dpi / 0.0254))
    return image


def skewed(image: QImage, degrees: float) -> QImage:
    """Return the page turned, as a sheet lies askew on the glass."""
    turned = blank(image.width(), image.height(), round(image.dotsPerMeterX() * 0.0254))
    painter = QPainter(turned)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    middle = QRectF(image.rect()).center()
    painter.translate(middle)
    painter.rotate(degrees)
    painter.translate(-middle)
    painter.drawImage(QPointF(0, 0), image)
    painter.end()
    return turned


def noisy(image: QImage, strength: float = 25.0, specks: float = 0.0005, seed: int = 1) -> QImage:
    """Return the page on grey paper, with the noise of a sensor and specks of dust."""
    chance = np.random.default_rng(seed)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    grey = 40 + rows[:, : image.width()].astype(np.float32) * 0.75
    grey += chance.normal(0, strength, grey.shape)
    grey[chance.random(grey.shape) < specks] = 30
    made = np.ascontiguousarray(np.clip(grey, 0, 255).astype(np.uint8))
    copy = QImage(made.tobytes(), image.width(), image.height(), image.width(), QImage.Format.Format_Grayscale8).copy()
    copy.setDotsPerMeterX(image.dotsPerMeterX())
    copy.setDotsPerMeterY(image.dotsPerMeterY())
    return copy


def saved(image: QImage, kind: str = "PNG") -> bytes:
    """Return a picture as the bytes of a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind.lower().encode())).write(image)
    return bytes(buffer.data().data())


def scanned_pdf(*images: QImage) -> bytes:
    """Return a PDF with a picture on each page, as scanners make it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    writer.setResolution(DPI)
    painter = QPainter(writer)
    for number, image in enumerate(images):
        if number:
            writer.newPage()
        painter.drawImage(QRectF(0, 0, writer.width(), writer.height()), image)
    painter.end()
    buffer.close()
    return bytes(buffer.data().data())
