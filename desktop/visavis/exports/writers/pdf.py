"""Writes PDFs (A4): the HTML of html.py, laid out and printed by Qt, with or without a display."""

from __future__ import annotations

import os
import re
from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QEventLoop, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from visavis.exports import provenance
from visavis.exports.composition import Composition, compose
from visavis.exports.registry import Options
from visavis.exports.writers import html
from visavis.model.document import Document

_FONTS = ["Charter", "Source Serif 4", "Georgia", "Noto Serif", "Liberation Serif", "DejaVu Serif", "serif"]
# Font sizes in points; everything else in pixels of 3/4 point, because Qt accepts spacing in no other unit.
# Black is named because text without a colour has the window's, which may be dark.
_STYLE = """
p, li, td { color: #000000 }
p { line-height: 125%; margin-top: 0; margin-bottom: 9px }
li { line-height: 125%; margin-top: 0; margin-bottom: 5px }
.h { font-weight: bold; line-height: 110% }
.h1 { font-size: 18pt; margin-bottom: 14px }
.h2 { font-size: 14pt; margin-top: 16px; margin-bottom: 7px }
.h3, .h4, .h5, .h6 { font-size: 12pt; margin-top: 12px; margin-bottom: 5px }
.columns td { padding-bottom: 9px } .columns .h1 { font-size: 15pt } .columns .h2 { font-size: 12.5pt }
table.columns { margin-top: 7px } .list { margin-left: 20px }
.caption { font-size: 9.5pt; font-style: italic } .aside { font-size: 9.5pt; color: #555555 }
.notes p { font-size: 7.5pt; color: #555555; margin-bottom: 3px }
"""
_INDENT = 20  # indent of a list, in pixels
# HTML that Qt lays out differently or does not support. An empty column stands between the two columns.
_TAGS = {
    '<table class="columns">': '<table class="columns" width="100%" cellspacing="0" cellpadding="0">',
    "<table>": '<table width="100%" border="1" cellspacing="0" cellpadding="4">',
    '</td><td width="50%">': '</td><td width="6%"></td><td width="47%">',
    '<td width="50%">': '<td width="47%">',
    "<footer>": '<hr><div class="notes">',
    "</footer>": "</div>",
}
# Headings become paragraphs: Qt gives headings its own sizes, whatever the style sheet says.
_HEADING = re.compile(r"<h([1-6])\b(.*?)>(.*?)</h\1>")
DPI = 300
DRAWN_DPI = 150  # of pictures of pages
_FOOT = 12.0  # space at the bottom of a page for its number, in points


def write(document: Document, options: Options) -> bytes:
    """Return the document."""
    _application()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _make_writer(buffer)
    composed = compose(document, options)
    writer.setTitle(composed.title)
    writer.setCreator(provenance.PROGRAM)
    _paint(composed, writer)
    buffer.close()
    return bytes(data.data())


def draw_pages(document: Document, options: Options, most: int) -> tuple[list[QImage], int]:
    """Return pictures of the pages without their margins, at most this many, and the number of all pages.

    A document that is laid out stays in its thread, as its fonts do: pictures can be passed on.
    """
    _application()
    buffer, timers = QBuffer(), QEventLoop()  # the event loop as in _paint
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _make_writer(buffer)  # must outlive the document, which asks it for its measures
    laid = _lay_out(html.build_body(compose(document, options)), writer)
    share = DRAWN_DPI / DPI
    whole = laid.pageSize().grownBy(_foot()) * share
    images = []
    for number in range(min(most, laid.pageCount())):
        image = QImage(whole.toSize(), QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(share, share)
        _draw_page(laid, number, painter)
        painter.end()
        images.append(image)
    count = laid.pageCount()
    del laid, writer, timers
    return images, count


def _make_writer(buffer: QBuffer) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    # The margins are 20 mm, at the bottom 16 mm, in points.
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(57, 57, 57, 45))
    )
    writer.setResolution(DPI)
    return writer


def print_document(document: Document, options: Options, device: QPagedPaintDevice) -> None:
    """Print the document on a device with `DPI` dots per inch."""
    _paint(compose(document, options), device)


def _paint(composed: Composition, device: QPagedPaintDevice) -> None:
    timers = QEventLoop()  # a long layout starts a timer, which needs an event dispatcher in a thread not created by Qt
    _print(_lay_out(html.build_body(composed), device), device)
    del timers


def _lay_out(body: str, device: QPagedPaintDevice) -> QTextDocument:
    """Return the document laid out for the paper."""
    made = QTextDocument()
    font = QFont()
    font.setFamilies(_FONTS)
    font.setPointSizeF(10.5)
    made.setUndoRedoEnabled(False)
    made.documentLayout().setPaintDevice(device)
    made.setDocumentMargin(0)
    made.setDefaultFont(font)
    made.setDefaultStyleSheet(_STYLE)
    made.setIndentWidth(_INDENT)
    for tag, style in _TAGS.items():
        body = body.replace(tag, style)
    made.setHtml(_HEADING.sub(r'<p class="h h\1"\2>\3</p>', body))
    area = device.pageLayout().paintRectPixels(DPI)
    made.setPageSize(area.size().toSizeF().shrunkBy(_foot()))
    return made


def _print(laid: QTextDocument, device: QPagedPaintDevice) -> None:
    """Print page by page, each with its number."""
    painter = QPainter(device)
    for number in range(laid.pageCount()):
        if number:
            device.newPage()
        _draw_page(laid, number, painter)
    painter.end()


def _draw_page(laid: QTextDocument, number: int, painter: QPainter) -> None:
    size = laid.pageSize()
    painter.save()
    painter.translate(0, -number * size.height())
    # Clip one pixel at the top and bottom: otherwise a paragraph that only touches the page is drawn on it. Qt still
    # repeats the last line of a continued paragraph above the page, where it is invisible but searchable.
    laid.drawContents(painter, QRectF(0, number * size.height() + 1, size.width(), size.height() - 2))
    painter.restore()
    painter.setFont(QFont(laid.defaultFont(), laid.documentLayout().paintDevice()))
    foot = QRectF(0, size.height(), size.width(), _foot().bottom())
    painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, f"{number + 1} / {laid.pageCount()}")


def _foot() -> QMarginsF:
    return QMarginsF(0, 0, 0, 2 * _FOOT * DPI / 72)


@cache
def _application() -> QCoreApplication:
    """Return the running application, or one that needs no display: without one Qt has no fonts."""
    running = QCoreApplication.instance()
    if running:
        return running
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QGuiApplication([provenance.PROGRAM])
