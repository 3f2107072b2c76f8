"""The reading view: French and English face to face, rows level, one scroll bar, sentences lit on both sides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from desktop.core.document import Document
from desktop.gui.drawing import draw
from desktop.gui.page import Page
from desktop.gui.rows import Row
from desktop.gui.selection import Place, Selection
from desktop.gui.typography import marks

PAD = 18.0  # above the first row
IDLE_SECONDS = 0.008  # spent on measuring at a time, so that keys and clicks never wait


class FacingView(QAbstractScrollArea):
    """Shows rows of a document; tells which sentence the reader is at, and never changes the document."""

    moved = Signal(int)  # the sentence the caret has come to
    chosen = Signal(int)  # the sentence that was clicked, or entered with the Enter key
    fitted = Signal()  # the columns have another width

    def __init__(self, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = Page(font)
        self.caret = -1  # sentence id, -1: none
        self.hover = -1
        self.selection: Selection | None = None
        self._order: list[int] = []
        self._column = 1  # the side that the caret was last put on
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._measure)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    # what is shown

    def show_rows(self, document: Document | None, rows: Sequence[Row], keep: bool = False) -> None:
        """Show other rows; with `keep` the place in them stays."""
        self.page.show(document, rows)
        self._order = [s.id for row in rows for s in row.sentences]
        self.selection, self.hover = None, -1
        if not keep:
            self.caret = -1
            self.verticalScrollBar().setValue(0)
        self._settle()
        self._idle.start()

    def refresh(self, sentences: Iterable[int]) -> None:
        """Show what has become of these sentences."""
        self.page.changed(sentences)
        self._settle()
        self._idle.start()

    def set_reading_font(self, font: QFont) -> None:
        """Set the text in another font."""
        anchor = self._anchor()
        self.page.set_font(font)
        self.page.fit(self.viewport().width())
        self._settle(anchor)
        self._idle.start()

    def go_to(self, sentence: int) -> None:
        """Put the caret on a sentence and bring it into view."""
        number = self.page.row_of(sentence)
        if number is None:
            return
        self.caret, self.selection = sentence, None
        self._settle()
        bar, view = self.verticalScrollBar(), self.viewport().height()
        top, bottom = self.extent(sentence)
        for _ in range(3):  # heights on the way may turn out other than estimated
            if bar.value() + 8 <= top and bottom <= bar.value() + view - 8:
                break
            bar.setValue(int(top - view / 3))
            top, bottom = self.extent(sentence)
        self.viewport().update()
        self.moved.emit(sentence)

    def extent(self, sentence: int) -> tuple[float, float]:
        """Return the top and the bottom of a sentence, both sides together, in the scroll bar's pixels."""
        number = self.page.row_of(sentence) or 0
        self.page.settle((number,))
        tops, bottoms = [], []
        for column, part in enumerate(self.page.laid(number).columns):
            span = part.side.span(sentence)
            rects = marks(part.layout, *span) if span else []
            if rects:
                y = PAD + self.page.origin(number, column).y()
                tops.append(y + rects[0].top())
                bottoms.append(y + rects[-1].bottom())
        return min(tops, default=0.0), max(bottoms, default=0.0)

    def selected_text(self) -> str:
        """Return what is marked, or the caret's sentence on the side it is on, or nothing."""
        if self.selection and not self.selection.empty:
            return self.selection.text(self.page)
        number = self.page.row_of(self.caret)
        if number is None:
            return ""
        side = self.page.laid(number).columns[self._column].side
        span = side.span(self.caret)
        return side.text[slice(*span)] if span else ""

    def copy(self) -> None:
        """Copy what is marked."""
        text = self.selected_text()
        if text:
            QGuiApplication.clipboard().setText(text)

    def visible_rows(self) -> range:
        """Return the numbers of the rows in view."""
        if not self.page.rows:
            return range(0)
        y = self.verticalScrollBar().value() - PAD
        return range(self.page.row_at(y), self.page.row_at(y + self.viewport().height()) + 1)

    def place_at(self, position: QPointF) -> tuple[int, Place]:
        """Return the column and the place under a point of the viewport, or the nearest."""
        y = position.y() + self.verticalScrollBar().value() - PAD
        number = self.page.row_at(y)
        column = self.page.column_at(number, position.x(), y)
        layout = self.page.laid(number).columns[column].layout
        inside = position - self.page.origin(number, column)
        inside.setY(y - self.page.origin(number, column).y())
        lines = [layout.lineAt(i) for i in range(layout.lineCount())]
        line = next((line for line in lines if inside.y() < line.y() + line.height() * 1.16), lines[-1])
        offset = line.xToCursor(inside.x())
        return column, Place(number, offset[0] if isinstance(offset, tuple) else offset)

    def sentence_at(self, position: QPointF) -> int:
        """Return the sentence under a point of the viewport, or -1."""
        y = position.y() + self.verticalScrollBar().value() - PAD
        if not self.page.rows or not 0 <= y < self.page.height:
            return -1
        column, place = self.place_at(position)
        return self.page.laid(place.row).columns[column].side.at(place.offset)

    # Qt's own

    def sizeHint(self) -> QSize:
        return QSize(900, 500)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = ((self.hover, False), (self.caret, True))
        draw(painter, self.page, self.visible_rows(), PAD - self.verticalScrollBar().value(), lit, self.selection,
             self.palette(), self.viewport().rect())  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        anchor = self._anchor()
        self.page.fit(self.viewport().width())
        self._settle(anchor)
        self._idle.start()
        self.fitted.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._settle()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        if event.buttons() & Qt.MouseButton.LeftButton and self.selection:
            over = position.y() - min(max(position.y(), 0), self.viewport().height())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + int(over / 2))
            place = self.place_at(
                QPointF(self.page.left[self.selection.column] if over else position.x(), position.y())
            )
            if place[0] == self.selection.column:
                self.selection = Selection(place[0], self.selection.anchor, place[1])
            self.viewport().update()
            return
        sentence = self.sentence_at(position)
        if sentence != self.hover:
            self.hover = sentence
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self.page.rows:
            return
        self._column, place = self.place_at(event.position())
        held = self.selection
        extend = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and held and held.column == self._column
        self.selection = Selection(self._column, held.anchor if extend and held else place, place)
        sentence = self.sentence_at(event.position())
        if sentence >= 0:
            self.caret = sentence
            self.moved.emit(sentence)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.selection and self.selection.empty:
            sentence = self.sentence_at(event.position())
            if sentence >= 0:
                self.chosen.emit(sentence)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self.page.rows:
            return
        column, place = self.place_at(event.position())
        text = self.page.laid(place.row).columns[column].side.text
        start = end = min(place.offset, max(0, len(text) - 1))
        while start > 0 and text[start - 1].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum():
            end += 1
        self.selection = Selection(column, Place(place.row, start), Place(place.row, end))
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        self.hover = -1
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._note(self.sentence_at(QPointF(event.pos()))), self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self.leaveEvent(event)
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bar = event.key(), self.verticalScrollBar()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll) and self.page.rows:
            last = len(self.page.rows) - 1
            end = len(self.page.laid(last).columns[self._column].side.text)
            self.selection = Selection(self._column, Place(0, 0), Place(last, end))
            self.viewport().update()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            self.step(1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Left):
            self.step(-1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._order:
            self.go_to(self._order[0 if key == Qt.Key.Key_Home else -1])
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            bar.setValue(bar.value() + bar.pageStep())
        elif key == Qt.Key.Key_PageUp:
            bar.setValue(bar.value() - bar.pageStep())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.caret >= 0:
            self.chosen.emit(self.caret)
        else:
            super().keyPressEvent(event)

    def step(self, by: int) -> None:
        """Walk to the next (1) or the previous (-1) sentence; the first step enters what is in view."""
        if not self._order:
            return
        if self.page.row_of(self.caret) is None:
            row = self.page.rows[self.visible_rows().start]
            self.go_to(row.sentences[0].id)
            return
        at = self._order.index(self.caret) + by
        self.go_to(self._order[min(max(at, 0), len(self._order) - 1)])

    # places

    def _note(self, sentence: int) -> str:
        document = self.page.document
        passage = document.passages.get(sentence) if document else None
        return "\n".join(flag.detail for flag in passage.flags) if passage else ""

    def _anchor(self) -> tuple[int, float]:
        """Return the row at the top of the view and how far it is above it."""
        y = self.verticalScrollBar().value() - PAD
        number = self.page.row_at(y)
        return number, y - self.page.top(number) if self.page.rows else 0.0

    def _settle(self, anchor: tuple[int, float] | None = None) -> None:
        """Measure what is in view, keeping in place what the reader is looking at."""
        bar = self.verticalScrollBar()
        anchor = anchor or self._anchor()
        for _ in range(4):
            moved = self.page.settle(self.visible_rows())
            self._range()
            if anchor[0] < len(self.page.rows) and bar.value() > 0:
                bar.blockSignals(True)
                bar.setValue(round(self.page.top(anchor[0]) + anchor[1] + PAD))
                bar.blockSignals(False)
            if not moved:
                break
        self.viewport().update()

    def _measure(self) -> None:
        anchor = self._anchor()
        more = self.page.settle_some(IDLE_SECONDS)
        self._settle(anchor)
        if not more:
            self._idle.stop()

    def _range(self) -> None:
        bar, view = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, round(self.page.height + 2 * PAD - view)))
        bar.setPageStep(max(1, view - 40))
        bar.setSingleStep(round(self.fontMetrics().height() * 1.5))
