"""A scroll area of rows: lays out what is visible, keeps the reading position stable, and maps points to text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QResizeEvent, QTextLine
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from visavis.gui.reading_view.editor_space import EditorSpace
from visavis.gui.reading_view.layout import PageLayout
from visavis.gui.reading_view.rows import Row
from visavis.gui.reading_view.selection import TextPosition
from visavis.gui.reading_view.typography import find_line, list_rectangles
from visavis.gui.style.spacing import LINE
from visavis.model.document import Document
from visavis.text.search import Hit

PAD = 18.0  # padding above the first row
IDLE_SECONDS = 0.008  # time slice for measuring rows when idle, short enough that keys and clicks never wait
NARROWEST = 160  # minimum width in pixels: less would cut letters off
LEAST_EDITED = 220.0  # width in pixels of the editor over a narrow cell of a table
NEAR = 8  # margin in pixels above and below a sentence scrolled into view


class RowsView(QAbstractScrollArea):
    """A viewport over a `Page`; never changes the document."""

    fitted = Signal()  # emitted when the column edges or the font may have changed

    def __init__(self, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = PageLayout(font)
        self.version = 0  # incremented whenever the content changes
        self._settling = False  # True while we move the scroll bar, not the user
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._measure)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # content

    def show_rows(self, document: Document | None, rows: Sequence[Row], keep: bool = False) -> None:
        """Show other rows; with `keep` the scroll position stays."""
        self.version += 1
        anchor = self._anchor() if keep else (0, -PAD)
        self.page.set_rows(document, rows)
        if not keep:
            self.verticalScrollBar().setValue(0)
        self._settle(anchor)
        self._idle.start()

    def refresh(self, sentences: Iterable[int]) -> None:
        """Update these sentences."""
        self.version += 1
        self.page.invalidate_rows(sentences)
        self._settle()
        self._idle.start()

    def set_reading_font(self, font: QFont, spacing: float = LINE) -> None:
        """Set the font, and the line spacing in line heights."""
        self._refit(lambda: self.page.set_font(font, spacing))

    def show_columns(self, shown: tuple[int, ...]) -> None:
        """Show French (0), English (1) or both."""
        self._refit(lambda: self.page.show_columns(shown))

    def set_editor_space(self, room: EditorSpace | None) -> None:
        """Reserve space for the editor over a sentence, or release it."""
        if room != self.page.room:
            self.page.set_editor_space(room)
            self._settle()

    def reveal(self, sentence: int) -> None:
        """Scroll a sentence into view, both sides of it."""
        bar, view = self.verticalScrollBar(), self.viewport().height()
        for _ in range(4):  # estimated heights may change as rows are laid out on the way
            top, bottom = self.extent(sentence)
            if bar.value() + NEAR <= top and bottom <= bar.value() + view - NEAR:
                break
            bar.setValue(int(max(top - view / 3, min(bottom + NEAR - view, top - NEAR))))
        self.viewport().update()

    @property
    def top(self) -> int:
        """The y coordinate in the viewport at which the page begins; negative once scrolled."""
        return round(PAD) - self.verticalScrollBar().value()

    def top_sentence(self) -> int:
        """Return the first sentence that begins in view, or else the first that ends there, or -1."""
        top, bottom = self.verticalScrollBar().value(), self.verticalScrollBar().value() + self.viewport().height()
        seen = [sentence.id for number in self.visible_rows() for sentence in self.page.rows[number].sentences]
        begins = (id_ for id_ in seen if top <= self.extent(id_)[0] < bottom)
        return next(begins, next((id_ for id_ in seen if self.extent(id_)[1] > top), -1))

    def scroll_to(self, sentence: int) -> None:
        """Scroll the beginning of a sentence to the top of the view."""
        if self.page.row_of(sentence) is not None:
            for _ in range(2):  # estimated heights may change as rows are laid out on the way
                top = int(self.extent(sentence)[0]) - NEAR
                self.verticalScrollBar().setValue(top if top > PAD else 0)  # near the very top, show the padding too

    def extent(self, sentence: int) -> tuple[float, float]:
        """Return the top and bottom of a sentence, both sides together, in scroll bar coordinates."""
        number = self.page.row_of(sentence) or 0
        if self.page.measure_rows((number,)):
            self._range()
        tops, bottoms = [], []
        for column, part in enumerate(self.page.row_layout(number).columns):
            span = part.side.span_of(sentence)
            rects = list_rectangles(part.layout, *span) if span else []
            if rects:
                y = PAD + self.page.origin(number, column).y()
                tops.append(y + rects[0].top())
                bottoms.append(y + rects[-1].bottom())
        return min(tops, default=0.0), max(bottoms, default=0.0)

    def visible_rows(self) -> range:
        """Return the indexes of the visible rows."""
        if not self.page.rows:
            return range(0)
        y = self.verticalScrollBar().value() - PAD
        return range(self.page.row_at(y), self.page.row_at(y + self.viewport().height()) + 1)

    # mapping points of the viewport to text

    def position_at(self, position: QPointF) -> tuple[int, TextPosition]:
        """Return the column and the nearest text position at a point."""
        return self._at(position, QTextLine.CursorPosition.CursorBetweenCharacters)

    def sentence_at(self, position: QPointF) -> int:
        """Return the sentence at a point, or -1."""
        return self.spot_at(position)[0]

    def spot_at(self, position: QPointF) -> tuple[int, int, int]:
        """Return the sentence at a point (or -1), its side, and the offset in the sentence."""
        y = position.y() + self.verticalScrollBar().value() - PAD
        if not self.page.rows or not 0 <= y < self.page.height:
            return -1, 0, 0
        column, place = self._at(position, QTextLine.CursorPosition.CursorOnCharacter)
        side = self.page.row_layout(place.row).columns[column].side
        sentence = side.sentence_at(place.offset)
        return sentence, column, place.offset - (side.span_of(sentence) or (0, 0))[0]

    def rectangle_of(self, sentence: int) -> QRect | None:
        """Return the rectangle of a sentence's English in the viewport, as wide as its column or cell, or None."""
        number, column = self.page.row_of(sentence), self.page.shown[-1]
        part = self.page.row_layout(number).columns[column] if number is not None else None
        span = part.side.span_of(sentence) if part else None
        if number is None or not part or not span:
            return None
        rects, origin = list_rectangles(part.layout, *span), self.page.origin(number, column)
        top = origin.y() + rects[0].top() + PAD - self.verticalScrollBar().value()
        line = part.layout.lineForTextPosition(span[0])
        width = max(line.width(), min(self.page.width, LEAST_EDITED))
        x = min(line.x(), self.page.width - width)
        return QRectF(origin.x() + x, top, width, rects[-1].bottom() - rects[0].top()).toRect()

    def rectangle_of_words(self, place: Hit) -> QRect | None:
        """Return the rectangle of words in the viewport, on the line where they end, or None if they are not shown."""
        number = self.page.row_of(place.sentence)
        part = self.page.row_layout(number).columns[place.side] if number is not None else None
        span = part.side.span_of(place.sentence) if part else None
        if number is None or not part or not span or place.side not in self.page.shown:
            return None
        last = list_rectangles(part.layout, span[0] + place.start, span[0] + place.end)[-1]
        return last.translated(self.page.origin(number, place.side) + QPointF(0, self.top)).toRect()

    def font_of(self, sentence: int) -> QFont:
        """Return the font of a sentence."""
        return self.page.row_layout(self.page.row_of(sentence) or 0).columns[0].layout.font()

    def _at(self, position: QPointF, cursor: QTextLine.CursorPosition) -> tuple[int, TextPosition]:
        y = position.y() + self.verticalScrollBar().value() - PAD
        number = self.page.row_at(y)
        column = self.page.column_at(number, position.x(), y)
        layout = self.page.row_layout(number).columns[column].layout
        inside = QPointF(position.x(), y) - self.page.origin(number, column)
        line = find_line(layout, inside)
        offset = line.xToCursor(inside.x(), cursor)
        return column, TextPosition(number, offset[0] if isinstance(offset, tuple) else offset)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(900, 500)

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._refit(lambda: None)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if not self._settling:
            self._settle()

    # measuring

    def _anchor(self) -> tuple[int, float]:
        """Return the row at the top of the view and how far it is scrolled past."""
        y = self.verticalScrollBar().value() - PAD
        number = self.page.row_at(y)
        return number, y - self.page.top(number) if self.page.rows else 0.0

    def _settle(self, anchor: tuple[int, float] | None = None) -> None:
        """Measure the visible rows while keeping the anchor row in place."""
        bar = self.verticalScrollBar()
        anchor = anchor or self._anchor()
        stay = bar.value() > 0 and anchor[0] < len(self.page.rows)
        self._settling = True
        for _ in range(4):
            moved = self.page.measure_rows(self.visible_rows())
            self._range()
            if stay:
                bar.setValue(round(self.page.top(anchor[0]) + anchor[1] + PAD))
            if not moved:
                break
        self._settling = False
        self.viewport().update()

    def _refit(self, change: Callable[[], None]) -> None:
        """Apply a change of the layout, keeping the same line at the top of the view."""
        number, above = self._anchor()
        before = self.page.row_height(number) if self.page.rows else 0.0
        change()
        # Always reserve the width of the scroll bar, even while it is hidden: the columns stay in place, aligned with
        # those of the summary, when it comes and goes.
        self.page.set_width(self.maximumViewportSize().width() - self.verticalScrollBar().sizeHint().width())
        if self.page.rows:
            self.page.measure_rows((number,))
            self._settle((number, above * self.page.row_height(number) / before if above > 0 else above))
            self._idle.start()
        self.fitted.emit()

    def _measure(self) -> None:
        anchor = self._anchor()
        more = self.page.measure_some(IDLE_SECONDS)
        self._settle(anchor)
        if not more:
            self._idle.stop()

    def _range(self) -> None:
        bar, view = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, round(self.page.height + 2 * PAD - view)))
        bar.setPageStep(max(1, view - 40))
        bar.setSingleStep(round(self.fontMetrics().height() * 1.5))
