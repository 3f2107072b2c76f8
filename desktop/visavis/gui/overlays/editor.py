"""The editor laid over an English sentence: Enter commits the text, Esc discards it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from visavis.gui.overlays.spelling_marks import SpellingHighlighter
from visavis.gui.reading_view.editor_space import EDGE
from visavis.gui.style.colours import choose_colours
from visavis.model.passage import Passage
from visavis.model.ports import Speller

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
FRAME, MARGIN = 2, round(EDGE)  # pixels
# Losing the focus for one of these reasons does not end the editing.
PASSING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class Editor(QTextEdit):
    """Edits one sentence, growing with its text. Losing the focus commits it."""

    written = Signal(str)
    left = Signal()
    grown = Signal(int)  # the new height

    def __init__(self, parent: QWidget, speller: Speller | None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Correct the English sentence"))
        self.document().setDocumentMargin(MARGIN)
        self._spacing, self._lowest, self._told = 1.0, 0, 0
        self._spelling = SpellingHighlighter(self.document(), speller) if speller else None
        self.textChanged.connect(self._grow)
        self.hide()

    def open_over(self, passage: Passage, place: QRect, font: QFont, spacing: float) -> None:
        """Open the editor over `place` with the translation of a passage, in the article's font and spacing."""
        self._spacing = spacing
        self.set_text_font(font)
        self.replace_text(passage.target)
        self.document().clearUndoRedoStacks()
        if self._spelling:
            self._spelling.begin(passage.sentence.text, choose_colours(self.palette()).warning)
        self.show()
        self.move_over(place)
        self.setFocus()

    def set_text_font(self, font: QFont) -> None:
        """Set the font of the text."""
        self.setFont(font)
        # the article's first line is lower by half a line gap
        self._level(QFontMetricsF(font).height() * (self._spacing - 1) / 2 - 0.5)

    def replace_text(self, text: str) -> None:
        """Replace the text in the editor."""
        cursor, lines = self.textCursor(), QTextBlockFormat()
        lines.setLineHeight(100 * self._spacing, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(lines)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def move_over(self, place: QRect) -> None:
        """Move the editor over a rectangle in the view."""
        around = place.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
        self._lowest = around.height()
        self.setGeometry(QRect(around.topLeft(), QSize(around.width(), self._height(around.width()))))
        self._grow()

    def commit(self) -> None:
        """Commit the text and close."""
        if self.isVisible():
            self.hide()
            self.written.emit(self.toPlainText())

    def discard(self) -> None:
        """Discard the text and close."""
        self.hide()
        self.left.emit()

    def _level(self, gap: float) -> None:
        """Align the text with the article below: there a line has half the gap above it, in Qt all of it below."""
        frame = self.document().rootFrame()
        margins = frame.frameFormat()
        margins.setTopMargin(MARGIN + gap)
        margins.setBottomMargin(max(0.0, MARGIN - gap))
        frame.setFrameFormat(margins)

    def _grow(self) -> None:
        height = self._height(self.width())
        self.resize(self.width(), height)
        if height != self._told:
            self._told = height
            self.grown.emit(height)

    def _height(self, width: int) -> int:
        """Return the height of the editor: never less than what it covers."""
        self.document().setTextWidth(width)
        return max(round(self.document().size().height()), self._lowest)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self.palette().highlight(), FRAME))
        painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
        painter.end()

    def event(self, event: QEvent) -> bool:
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and event.key() in (*ENTER, Qt.Key.Key_Escape):
            event.accept()  # keeps the shortcuts on these keys from firing
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show spelling suggestions above the standard context menu."""
        menu, cursor = self.createStandardContextMenu(), self.textCursor()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            cursor = self.cursorForPosition(event.pos())
        span = self._spelling.misspelt_at(cursor.position()) if self._spelling else None
        if self._spelling and span:
            cursor.setPosition(span[0])
            cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
            self._spelling.offer(cursor.selectedText(), menu, cursor.insertText)
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.commit()
        elif event.key() == Qt.Key.Key_Escape:
            self.discard()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in PASSING:
            self.commit()
