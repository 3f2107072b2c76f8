"""A list of places in the article, such as flags or quotations, in two lines each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from visavis.gui.menu import KeyCapturingMenu
from visavis.gui.style.colours import choose_colours
from visavis.gui.style.rank_marks import draw_rank
from visavis.gui.style.spacing import MEDIUM, RADIUS, SMALL
from visavis.gui.tips import format_tooltip
from visavis.text.search import Hit

PAD = SMALL
RANK_ROLE = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class LocationEntry:
    """An entry: its lines, the full text for the tool tip, and the sentence and spans it leads to.

    `rank` is that of a flag, 0 for anything else.
    """

    lines: tuple[str, ...]
    note: str
    sentence: int
    places: tuple[Hit, ...] = ()
    number: int = 0  # index among the entries of the same sentence
    rank: int = 0


class LocationModel(QAbstractListModel):
    """A list model of entries: the view asks only for those it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[LocationEntry] = ()

    def show_entries(self, entries: Sequence[LocationEntry]) -> None:
        """Replace the entries."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "\n".join(entry.lines)
            case Qt.ItemDataRole.ToolTipRole:
                return format_tooltip(entry.note)
            case Qt.ItemDataRole.AccessibleTextRole:
                return entry.note
            case _ if role == RANK_ROLE:
                return entry.rank
        return None


class LocationDelegate(QStyledItemDelegate):
    """Paints an entry: its first line, and the others in a muted colour below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = index.data().count("\n") + 1
        return QSize(80, round(lines * QFontMetrics(option.font).lineSpacing() + 2 * PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        first, *others = index.data().split("\n")
        metrics, paint = option.fontMetrics, choose_colours(option.palette)
        place, rank = option.rect.adjusted(PAD + 2, PAD, -PAD, 0), index.data(RANK_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, over = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_MouseOver
        ground = paint.lit if option.state & chosen else paint.hover if option.state & over else None
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), RADIUS, RADIUS)
        if rank:
            size = metrics.ascent()
            mark = QRectF(place.left(), place.top() + metrics.lineSpacing() * 0.5 - size * 0.35, size * 0.7, size * 0.7)
            draw_rank(painter, mark, rank, paint)
            place.adjust(size + PAD // 2, 0, 0, 0)
        painter.setFont(option.font)
        for number, line in enumerate((first, *others)):
            painter.setPen(paint.quiet if number else paint.text)
            text = metrics.elidedText(line, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place.topLeft() + QPoint(0, number * metrics.lineSpacing() + metrics.ascent()), text)
        painter.restore()


class LocationListView(QListView):
    """Shows entries; a click or Enter goes to the place in the article."""

    wanted = Signal(object)  # Entry
    shown = Signal()

    def __init__(self, name: str, empty: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._empty = ""
        self.explain_empty(empty)
        self.rows = LocationModel()
        self.setModel(self.rows)
        self.setItemDelegate(LocationDelegate(self))
        self.setUniformItemSizes(True)  # otherwise Qt asks for the height of every entry
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.clicked.connect(self._want)
        self.activated.connect(self._want)

    def explain_empty(self, text: str) -> None:
        """Say this in place of entries while there are none."""
        self._empty = text
        self.setAccessibleDescription(text)
        self.viewport().update()

    def show_entries(self, entries: Sequence[LocationEntry]) -> None:
        """Show other entries, keeping the scroll position and the current row."""
        if entries != self.rows.entries:
            place, row = self.verticalScrollBar().value(), self.currentIndex().row()
            self.rows.show_entries(entries)
            self.verticalScrollBar().setValue(place)
            if 0 <= row < len(entries):
                self.setCurrentIndex(self.rows.index(row))

    def mark(self, sentence: int, number: int) -> None:
        """Select an entry, if it is listed; entries are sorted by sentence."""
        key = sentence, number
        row = bisect_left(self.rows.entries, key, key=lambda one: (one.sentence, one.number))
        listed = self.rows.entries[row] if row < len(self.rows.entries) else None
        same = listed is not None and (listed.sentence, listed.number) == key
        self.setCurrentIndex(self.rows.index(row) if same else QModelIndex())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Go to the entry, and show what can be done there."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self._want(index)
            menu = KeyCapturingMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(self.actions())
            menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.rows.entries:
            painter = QPainter(self.viewport())
            painter.setPen(choose_colours(self.palette()).quiet)
            room = self.viewport().rect().adjusted(MEDIUM, MEDIUM, -MEDIUM, -MEDIUM)
            painter.drawText(room, Qt.TextFlag.TextWordWrap, self._empty)
            painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _want(self, index: QModelIndex) -> None:
        self.wanted.emit(self.rows.entries[index.row()])
