"""Draws the items of a list with some of their words marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from visavis.gui.style.colours import choose_colours
from visavis.gui.style.spacing import SMALL, TIGHT

MARKS = Qt.ItemDataRole.UserRole + 1  # the (start, end) of the words marked
NOTE = Qt.ItemDataRole.UserRole + 2  # what is said below in quiet text


class MarkedTextDelegate(QStyledItemDelegate):
    """Sets marked words in semibold and in the accent colour."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        rect = option.rect
        painter.save()
        painter.translate(rect.left() + SMALL, rect.top() + TIGHT)
        self.lay_out(index, option.font, rect.width() - 2 * SMALL).drawContents(painter)
        painter.restore()

    def lay_out(self, index: QModelIndex | QPersistentModelIndex, font: QFont, width: float) -> QTextDocument:
        """Return the text of an item, `width` pixels wide, or as wide as it is for a width of -1."""
        colours = choose_colours(QApplication.palette())
        made = QTextDocument()
        made.setDocumentMargin(0)
        made.setDefaultFont(font)
        made.setDefaultTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        cursor = QTextCursor(made)
        text, at = index.data(), 0
        for start, end in index.data(MARKS) or ():
            cursor.insertText(text[at:start], _make_format(colours.text))
            cursor.insertText(text[start:end], _make_format(colours.accent, QFont.Weight.DemiBold))
            at = end
        cursor.insertText(text[at:], _make_format(colours.text))
        if index.data(NOTE):
            cursor.insertText(f"\n{index.data(NOTE)}", _make_format(colours.quiet))
        made.setTextWidth(width)
        return made


def _make_format(colour: QColor, weight: QFont.Weight = QFont.Weight.Normal) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(colour)
    made.setFontWeight(weight)
    return made
