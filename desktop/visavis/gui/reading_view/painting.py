"""Paints the rows: rule, highlighted sentences, selection, flags, status marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPalette, QPen, QTextCharFormat, QTextLayout

from visavis.gui.reading_view.layout import BOTH, PageLayout
from visavis.gui.reading_view.row_layout import ColumnLayout, RowLayout, choose_style
from visavis.gui.reading_view.selection import Selection
from visavis.gui.reading_view.typography import list_rectangles
from visavis.gui.style.colours import Colours, choose_colours, choose_rank_colour
from visavis.gui.style.spacing import GUTTER, MARGIN
from visavis.model.article import Role
from visavis.model.passage import Status
from visavis.text.search import Hit

UnderlineStyle = QTextCharFormat.UnderlineStyle

# Ranks of flags are told apart by shape as well as colour.
RANK_UNDERLINES = {1: UnderlineStyle.WaveUnderline, 3: UnderlineStyle.DotLine}


@dataclass(frozen=True, slots=True)
class PageMarks:
    """What is highlighted: sentences under pointer and caret, the selection, search hits, aligned words, flags."""

    hover: int = -1
    caret: int = -1
    selection: Selection | None = None
    finds: Mapping[int, Sequence[Hit]] = field(default_factory=dict)
    found: Hit | None = None
    words: Sequence[Hit] = ()
    flagged: Sequence[Hit] = ()


def draw_rows(
    painter: QPainter, page: PageLayout, rows: range, y: float, marked: PageMarks, palette: QPalette, view: QRect
) -> None:
    """Paint `rows`, with the top of the page at `y`."""
    paint = choose_colours(palette)
    painter.fillRect(view, paint.page)
    if rows and page.shown == BOTH and not page.stacked:
        x = page.left[1] - GUTTER / 2
        painter.setPen(QPen(paint.rule, 1))
        painter.drawLine(QLineF(x, max(0.0, y), x, min(float(view.bottom()), y + page.height)))
    for number in rows:
        laid = page.row_layout(number)
        _draw_pictures(painter, page, number, laid, y, paint)
        for index in page.shown:
            _draw_grid(painter, page, number, laid, index, y, paint)
            column = laid.columns[index]
            origin = page.origin(number, index) + QPointF(0, y)
            _draw_highlights(painter, column, origin, marked, paint)
            _draw_stretches(painter, index, column, origin, marked, paint)
            if marked.selection and marked.selection.column == index:
                span = marked.selection.within(number, len(column.side.text))
                _fill_span(painter, column, origin, span, paint.selection)
            _draw_text(painter, page, number, column, origin, paint)
            if index == page.shown[0]:
                _draw_pins(painter, page, column, origin, paint)
            if index == page.shown[-1]:
                _draw_statuses(painter, page, column, origin, paint)


def _draw_pictures(painter: QPainter, page: PageLayout, number: int, laid: RowLayout, y: float, paint: Colours) -> None:
    """Paint the thumbnails; a tinted place until one has been decoded."""
    corner = QPointF(page.left[page.shown[0]], page.top(number) + y)
    for picture, place in zip(page.rows[number].pictures, laid.pictures, strict=True):
        image, at = page.find_thumbnail(picture), place.translated(corner)
        if image is None:
            painter.fillRect(at, paint.window)
            continue
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = QSizeF(image.size()).scaled(at.size(), Qt.AspectRatioMode.KeepAspectRatio)  # it may have been turned
        painter.drawImage(QRectF(at.topLeft(), size), image)


def _draw_grid(
    painter: QPainter, page: PageLayout, number: int, laid: RowLayout, index: int, y: float, paint: Colours
) -> None:
    """Paint the borders of the cells of a table, on whole pixels; its head is tinted."""
    cells = page.rows[number].cells
    if not cells:
        return
    place, height = laid.frames[index]
    top, bottom = round(page.top(number) + place + y), round(page.top(number) + place + height + y)
    edges = [round(page.left[index] + edge) for edge in laid.edges]
    box = QRect(edges[0], top, edges[-1] - edges[0], bottom - top)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    if cells.head:
        painter.fillRect(box, paint.window)
    painter.setPen(QPen(paint.edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
    for edge in edges[1:-1]:
        painter.drawLine(edge, top, edge, bottom)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)


def _draw_highlights(
    painter: QPainter, column: ColumnLayout, origin: QPointF, marked: PageMarks, paint: Colours
) -> None:
    for sentence, colour in ((marked.hover, paint.hover), (marked.caret, paint.lit)):
        _fill_span(painter, column, origin, column.side.span_of(sentence), colour)


def _draw_stretches(
    painter: QPainter, index: int, column: ColumnLayout, origin: QPointF, marked: PageMarks, paint: Colours
) -> None:
    for begin, _, sentence in column.side.spans:
        for hit in marked.finds.get(sentence, ()):
            if hit.side == index:
                colour = paint.found if hit == marked.found else paint.find
                _fill_span(painter, column, origin, (begin + hit.start, begin + hit.end), colour)
        for stretches, colour in ((marked.flagged, paint.flagged), (marked.words, paint.word)):
            for hit in stretches:
                if (hit.sentence, hit.side) == (sentence, index):
                    _fill_span(painter, column, origin, (begin + hit.start, begin + hit.end), colour)


def _fill_span(
    painter: QPainter, column: ColumnLayout, origin: QPointF, span: tuple[int, int] | None, colour: QColor
) -> None:
    if span and span[0] < span[1]:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for rect in list_rectangles(column.layout, *span):
            painter.drawRoundedRect(rect.translated(origin), 3, 3)


def _draw_text(
    painter: QPainter, page: PageLayout, number: int, column: ColumnLayout, origin: QPointF, paint: Colours
) -> None:
    row, side = page.rows[number], page.row_layout(number).columns.index(column)
    painter.setPen(paint.quiet if choose_style(row).quiet else paint.text)
    if row.role is Role.LIST and row.first:
        line = column.layout.lineAt(0)
        painter.setFont(column.layout.font())
        if side != page.shown[0] or not any(y < line.rect().bottom() for y in _list_pinned_lines(page, column)):
            painter.drawText(origin + QPointF(-_hang(column), line.y() + line.ascent()), "•")
    column.layout.draw(painter, origin, _underline_flags(page, column, side, paint))


def _draw_pins(painter: QPainter, page: PageLayout, column: ColumnLayout, origin: QPointF, paint: Colours) -> None:
    """Paint a pin in the margin, where a sentence begins that the user has pinned to the summary."""
    unit = min(QFontMetricsF(column.layout.font()).xHeight() * 0.42, MARGIN / 8)  # grows with the text, in the margin
    for y in _list_pinned_lines(page, column):
        head = origin + QPointF(-_hang(column), y - 2.2 * unit)
        painter.setPen(QPen(paint.quiet, max(1.0, unit * 0.4), c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(head, head + QPointF(0, 3.6 * unit))
        painter.setBrush(paint.quiet)
        painter.drawEllipse(head, unit, unit)


def _list_pinned_lines(page: PageLayout, column: ColumnLayout) -> list[float]:
    """Return the y of the middle of each line in which a pinned sentence begins."""
    pinned = page.document.picks.pinned if page.document else ()
    spans = column.side.spans if pinned else ()
    begins = [list_rectangles(column.layout, *span)[0] for *span, sentence in spans if sentence in pinned]
    return sorted({rectangle.center().y() for rectangle in begins})


def _hang(column: ColumnLayout) -> float:
    """Return how far bullets and pins hang in the margin."""
    return min(QFontMetricsF(column.layout.font()).height() * 0.75, MARGIN * 0.6)  # never beyond the margin


def _draw_statuses(painter: QPainter, page: PageLayout, column: ColumnLayout, origin: QPointF, paint: Colours) -> None:
    """Paint a tick after verified sentences and a dot after edited ones; machine translations have no mark."""
    passages = page.document.passages if page.document else {}
    unit = QFontMetricsF(column.layout.font()).xHeight() * 0.42  # the marks scale with the text
    for start, end, sentence in column.side.spans:
        passage = passages.get(sentence)
        if not passage or not passage.human:
            continue
        last = list_rectangles(column.layout, start, end)[-1].translated(origin)
        place = QPointF(last.right() - 1, last.center().y() - 1.6 * unit)
        if passage.status is Status.VERIFIED:
            painter.setPen(QPen(paint.verified, max(1.4, unit * 0.55), c=Qt.PenCapStyle.RoundCap))
            painter.drawPolyline([place + p * unit for p in (QPointF(0, 0.1), QPointF(0.7, 0.9), QPointF(2.0, -0.9))])
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(paint.edited)
            painter.drawEllipse(place + QPointF(unit, 0), unit * 0.75, unit * 0.75)


def _underline_flags(
    page: PageLayout, column: ColumnLayout, side: int, paint: Colours
) -> list[QTextLayout.FormatRange]:
    """Return the underlines of flags.

    A flag's span has a wave, dashes or dots by its rank; where the other side has nothing that answers to it, the whole
    sentence is dotted there.
    """
    passages = page.document.passages if page.document else {}
    formats = []
    for start, end, sentence in column.side.spans:
        passage = passages.get(sentence)
        for flag in passage.open_flags if passage else ():
            first, last = (flag.source, flag.target)[side] or (0, end - start)
            lacking = (first, last) == (0, end - start) and (flag.source or flag.target) is not None
            style = UnderlineStyle.DotLine if lacking else RANK_UNDERLINES.get(flag.rank, UnderlineStyle.DashUnderline)
            colour = choose_rank_colour(paint, flag.rank)
            formats.append(_underline(start + first, min(start + last, end), style, colour))
    return sorted(formats, key=lambda mark: -mark.length)  # paint short underlines over long ones


def _underline(start: int, end: int, line: QTextCharFormat.UnderlineStyle, colour: QColor) -> QTextLayout.FormatRange:
    mark = QTextLayout.FormatRange()
    mark.start, mark.length = start, max(0, end - start)
    style = QTextCharFormat()
    style.setUnderlineStyle(line)
    style.setUnderlineColor(colour)
    mark.format = style
    return mark
