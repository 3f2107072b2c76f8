"""Draws the items of a list with some of their words marked."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QPainter, QTextDocument, QTextOption
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
        accent, text, quiet = colours.accent.name(), colours.text.name(), colours.quiet.name()
        body = mark_words(index.data(), index.data(MARKS) or (), f'<b style="color:{accent}">')
        note = f'<br><span style="color:{quiet}">{escape(index.data(NOTE))}</span>' if index.data(NOTE) else ""
        made.setHtml(f'<span style="color:{text}">{body}</span>{note}')
        made.setTextWidth(width)
        return made


def mark_words(text: str, marks: Iterable[tuple[int, int]], opening: str) -> str:
    """Return a text as HTML, with an opening tag and </b> around what is marked."""
    markup, at = "", 0
    for start, end in marks:
        markup += f"{escape(text[at:start])}{opening}{escape(text[start:end])}</b>"
        at = end
    return markup + escape(text[at:])
