"""The reading view: French and English side by side, sentences highlighted on both sides, text selected on one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from visavis.gui.menu import KeyCapturingMenu
from visavis.gui.messages import translate_message
from visavis.gui.reading_view import accessibility
from visavis.gui.reading_view.painting import PageMarks, draw_rows
from visavis.gui.reading_view.rows import Row
from visavis.gui.reading_view.scrolling import PAD, RowsView
from visavis.gui.reading_view.selection import Selection, TextPosition, find_word
from visavis.gui.tips import format_tooltip
from visavis.model.document import Document
from visavis.text.search import Hit

NOWHERE = (-1, 0, 0)  # the spot when the pointer is not over a sentence


class FacingView(RowsView):
    """Shows rows of a document, with a caret that moves by sentence; its context menu has the widget's actions."""

    moved = Signal(int)  # sentence id, after the caret has moved
    chosen = Signal(int)  # sentence id, after a click or Enter
    edit_wanted = Signal()  # after a double click on the English, once the caret is on it
    alternatives_wanted = Signal()  # for the sentence under the caret
    menu_filled = Signal(QMenu, int, int, int)  # the context menu, and the sentence, side and character it is about
    spot_clicked = Signal(int, int, int)  # sentence id, side and character
    pointed = Signal(int, int, int)  # sentence id (or -1), side and character under the pointer

    def __init__(self, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(font, parent)
        self.caret = -1  # sentence id, -1 for none
        self.hover = -1
        self.selection: Selection | None = None
        self._spot = NOWHERE  # under the pointer: sentence, side, character
        self._words: Sequence[Hit] = ()
        self._flagged: Sequence[Hit] = ()
        self._finds: Mapping[int, Sequence[Hit]] = {}
        self._found: Hit | None = None
        self._order: list[int] = []
        self._column = 1  # the side the caret was last placed on
        self.moved.connect(self._describe)
        accessibility.install_accessibility()
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def show_rows(self, document: Document | None, rows: Sequence[Row], keep: bool = False) -> None:
        """Show other rows; with `keep` the scroll position stays."""
        self._order = [s.id for row in rows for s in row.sentences]
        self.selection, self.hover, self._words = None, -1, ()
        if not keep:
            self.caret = -1
        super().show_rows(document, rows, keep)

    def refresh(self, sentences: Iterable[int]) -> None:
        """Update these sentences; announce the caret's to a screen reader if it has changed."""
        changed = list(sentences)
        super().refresh(changed)
        if self.caret in changed:
            self._describe(self.caret)

    def go_to(self, sentence: int) -> None:
        """Move the caret to a sentence and scroll it into view."""
        if self.page.row_of(sentence) is None:
            return
        self.reveal(sentence)
        self.put_caret(sentence)

    def put_caret(self, sentence: int) -> None:
        """Move the caret to a sentence without scrolling."""
        self.caret, self.selection, self._flagged = sentence, None, ()
        self.viewport().update()
        self.moved.emit(sentence)

    def _describe(self, sentence: int) -> None:
        """Announce the caret's sentence to a screen reader, English first."""
        texts = accessibility.describe_sentence(self, sentence)
        self.setAccessibleDescription("\n".join(texts))
        accessibility.announce(self, "\n".join(texts[1:]))

    def show_finds(self, finds: Mapping[int, Sequence[Hit]], current: Hit | None) -> None:
        """Highlight the search hits by sentence, and the current one more strongly."""
        self._finds, self._found = finds, current
        self.viewport().update()

    def show_flagged(self, places: Sequence[Hit]) -> None:
        """Highlight the spans of the current flag until the caret moves."""
        self._flagged = places
        self.viewport().update()

    def show_words(self, words: Sequence[Hit]) -> None:
        """Highlight words."""
        if words or self._words:
            self._words = words
            self.viewport().update()

    def pointed_words(self) -> Hit | None:
        """Return the place of the French word under the pointer, or aligned with the English one there, if known."""
        return next((hit for hit in self._words if hit.side == 0), None)

    def selected_text(self) -> str:
        """Return the selected text, or the caret's sentence on its side, or an empty string."""
        if self.selection and not self.selection.empty:
            return self.selection.text(self.page)
        number = self.page.row_of(self.caret)
        if number is None:
            return ""
        side = self.page.side(number, self._column)
        span = side.span_of(self.caret)
        return side.text[slice(*span)] if span else ""

    def selected_span(self) -> Hit | None:
        """Return the place of the selected text in its sentence, or None if it is not within one."""
        selection = self.selection
        if not selection or selection.empty:
            return None
        first, last = sorted((selection.anchor, selection.head))
        side = self.page.side(first.row, selection.column)
        for start, end, sentence in side.spans:
            if first.row == last.row and start <= first.offset and last.offset <= end:
                return Hit(sentence, selection.column, first.offset - start, last.offset - start)
        return None

    def select(self, place: Hit) -> None:
        """Select characters of a sentence."""
        number = self.page.row_of(place.sentence)
        span = self.page.side(number, place.side).span_of(place.sentence) if number is not None else None
        if number is not None and span:
            ends = (TextPosition(number, span[0] + offset) for offset in (place.start, place.end))
            self.selection = Selection(place.side, *ends)
            self.viewport().update()

    def copy(self) -> None:
        """Copy the selected text."""
        text = self.selected_text()
        if text:
            QGuiApplication.clipboard().setText(text)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = PageMarks(self.hover, self.caret, self.selection, self._finds, self._found, self._words, self._flagged)
        top, view = PAD - self.verticalScrollBar().value(), self.viewport().rect()
        draw_rows(painter, self.page, self.visible_rows(), top, marked, self.palette(), view)
        painter.end()  # explicitly, in case a debugger or traceback keeps this frame alive

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        if event.buttons() & Qt.MouseButton.LeftButton and self.selection:
            self._mark_to(self.selection, position)
            return
        spot = self.spot_at(position)
        if spot != self._spot:
            self._spot, self.hover = spot, spot[0]
            self.pointed.emit(*spot)
            self.viewport().update()

    def _mark_to(self, selection: Selection, position: QPointF) -> None:
        """Extend the selection to a point; scroll if it is outside the view."""
        over = position.y() - min(max(position.y(), 0), self.viewport().height())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + int(over / 2))
        left = self.page.left[selection.column]
        column, place = self.position_at(QPointF(min(max(position.x(), left), left + self.page.width), position.y()))
        if column == selection.column:
            self.selection = Selection(column, selection.anchor, place)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = KeyCapturingMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions())
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        self.menu_filled.emit(menu, *(self.spot_at(QPointF(event.pos())) if by_mouse else (self.caret, 1, -1)))
        menu.popup(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:  # the context menu applies to the sentence under the pointer
            sentence = self.sentence_at(event.position())
            if sentence >= 0 and sentence != self.caret:
                self.put_caret(sentence)
        if event.button() != Qt.MouseButton.LeftButton or not self.page.rows:
            return
        self._column, place = self.position_at(event.position())
        selection = self.selection
        extend = (
            event.modifiers() & Qt.KeyboardModifier.ShiftModifier and selection and selection.column == self._column
        )
        self.selection = Selection(self._column, selection.anchor if extend and selection else place, place)
        sentence = self.sentence_at(event.position())
        if sentence >= 0:
            self.caret, self._flagged = sentence, ()
            self.moved.emit(sentence)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.selection and self.selection.empty:
            spot = self.spot_at(event.position())
            if spot[0] >= 0:
                self.chosen.emit(spot[0])
                self.spot_clicked.emit(*spot)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self.page.rows:
            return
        column, place = self.position_at(event.position())
        if column == 1 and self.sentence_at(event.position()) == self.caret >= 0:
            self.edit_wanted.emit()
            return
        text = self.page.side(place.row, column).text
        start, end = find_word(text, place.offset)
        self.selection = Selection(column, TextPosition(place.row, start), TextPosition(place.row, end))
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        self._spot, self.hover = NOWHERE, -1
        self.pointed.emit(*NOWHERE)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            note = format_tooltip(self.note(self.sentence_at(QPointF(event.pos()))))
            QToolTip.showText(event.globalPos(), note, self.viewport())
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
            end = len(self.page.side(last, self._column).text)
            self.selection = Selection(self._column, TextPosition(0, 0), TextPosition(last, end))
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
        """Move to the next (1) or previous (-1) sentence; the first step goes to the first visible one."""
        if not self._order:
            return
        if self.page.row_of(self.caret) is None:
            row = self.page.rows[self.visible_rows().start]
            self.go_to(row.sentences[0].id)
            return
        at = self._order.index(self.caret) + by
        self.go_to(self._order[min(max(at, 0), len(self._order) - 1)])

    def notes_before(self, sentence: int) -> list[str]:
        """Return the notes on a sentence to show before those on its translation."""
        document = self.page.document
        return [self.tr("Pinned in the summary")] if document and sentence in document.picks.pinned else []

    def note(self, sentence: int) -> str:
        """Return all notes on a sentence, one per line."""
        document = self.page.document
        passage = document.passages.get(sentence) if document else None
        if not document or not passage:
            return ""
        notes = [*self.notes_before(sentence), *(translate_message(flag.detail) for flag in passage.open_flags)]
        if passage.terms:
            notes.append(self.tr("By your glossary: {0}").format(", ".join(passage.terms)))
        if passage.recalled:
            notes.append(self.tr("From your translation memory"))
        if passage.package and passage.package != document.package:
            notes.append(self.tr("Translated with {0} {1}").format(passage.package.name, passage.package.version))
        return "\n".join(notes)
