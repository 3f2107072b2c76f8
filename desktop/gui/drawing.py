"""Draw rows of facing text: rules, lit sentences, selection, flags."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QTextCharFormat, QTextLayout

from desktop.core.article import Role
from desktop.gui.page import GUTTER, Column, Page
from desktop.gui.selection import Selection
from desktop.gui.typography import STYLES, Colours, colours, marks


def draw(
    painter: QPainter,
    page: Page,
    rows: range,
    y: float,
    lit: tuple[tuple[int, bool], ...],
    selection: Selection | None,
    palette: QPalette,
    view: QRect,
) -> None:
    """Draw `rows` with the page's top at `y`; `lit` holds sentences and whether the caret is on them."""
    paint = colours(palette)
    painter.fillRect(view, paint.page)
    if rows and not page.stacked:
        x = page.left[1] - GUTTER / 2
        painter.setPen(QPen(paint.rule, 1))
        painter.drawLine(QLineF(x, max(0.0, y), x, min(float(view.bottom()), y + page.height)))
    for number in rows:
        laid = page.laid(number)
        for index, column in enumerate(laid.columns):
            origin = page.origin(number, index) + QPointF(0, y)
            _lights(painter, column, origin, lit, paint)
            if selection and selection.column == index:
                span = selection.within(number, len(column.side.text))
                _fill(painter, column, origin, span, paint.selection)
            _text(painter, page, number, column, origin, paint)


def _lights(
    painter: QPainter, column: Column, origin: QPointF, lit: tuple[tuple[int, bool], ...], paint: Colours
) -> None:
    for sentence, at_caret in lit:
        _fill(painter, column, origin, column.side.span(sentence), paint.lit if at_caret else paint.hover)


def _fill(painter: QPainter, column: Column, origin: QPointF, span: tuple[int, int] | None, colour: QColor) -> None:
    if span and span[0] < span[1]:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for rect in marks(column.layout, *span):
            painter.drawRoundedRect(rect.translated(origin), 3, 3)


def _text(painter: QPainter, page: Page, number: int, column: Column, origin: QPointF, paint: Colours) -> None:
    row = page.rows[number]
    painter.setPen(paint.quiet if STYLES[row.role].quiet else paint.text)
    if row.role is Role.LIST and row.first:
        line = column.layout.lineAt(0)
        painter.setFont(column.layout.font())
        painter.drawText(origin + QPointF(-page.laid(number).indent * 0.75, line.y() + line.ascent()), "•")
    column.layout.draw(painter, origin, _flags(page, column, paint))


def _flags(page: Page, column: Column, paint: Colours) -> list[QTextLayout.FormatRange]:
    """Underline what a check has flagged, on the side of the translation and of the original."""
    passages = page.document.passages if page.document else {}
    found = []
    for start, end, sentence in column.side.spans:
        passage = passages.get(sentence)
        if passage and passage.flags:
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = start, end - start
            style = QTextCharFormat()
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            style.setUnderlineColor(paint.warning)
            mark.format = style
            found.append(mark)
    return found
