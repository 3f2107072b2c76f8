"""The list of open articles: two lines each, with progress and a button that closes it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from visavis.gui.articles.model import PROGRESS_ROLE, STATE_ROLE
from visavis.gui.style.colours import choose_colours
from visavis.gui.style.spacing import RADIUS

PAD = 8  # padding in pixels
CLOSE = 16  # side of the button that closes an article, in pixels

Index = QModelIndex | QPersistentModelIndex


def place_close_button(row: QRect) -> QRect:
    """Return where the button that closes an article stands in its row."""
    return QRect(row.right() - PAD - CLOSE + 1, row.top() + PAD, CLOSE, CLOSE)


class ArticleDelegate(QStyledItemDelegate):
    """Paints an article: its title, its state in a muted colour below, and a line of progress."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(8 * PAD, round(2 * QFontMetrics(option.font).lineSpacing() + 2 * PAD + 3))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        row, metrics, paint = option.rect, option.fontMetrics, choose_colours(option.palette)
        place, close = row.adjusted(PAD, PAD, -PAD, 0), place_close_button(row)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(paint.lit if chosen else paint.hover)
            painter.drawRoundedRect(row.adjusted(2, 1, -2, -1), RADIUS, RADIUS)
        painter.setFont(option.font)
        title_width = place.width() - (CLOSE + PAD if hovered else 0)
        state = index.data(STATE_ROLE)
        lines = ((option.text, paint.text, title_width), (state, paint.quiet, place.width()))
        for number, (line, colour, width) in enumerate(lines):
            painter.setPen(colour)
            text = metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)
            painter.drawText(place.topLeft() + QPoint(0, number * metrics.lineSpacing() + metrics.ascent()), text)
        if hovered:
            painter.setPen(QPen(paint.quiet, 1.6))
            cross = QRectF(close).adjusted(4, 4, -4, -4)
            painter.drawLine(cross.topLeft(), cross.bottomRight())
            painter.drawLine(cross.topRight(), cross.bottomLeft())
        progress = index.data(PROGRESS_ROLE)
        if progress is not None:
            painter.fillRect(QRectF(place.left(), row.bottom() - 3, place.width() * progress, 2), paint.accent)
        painter.restore()


class ArticleList(QListView):
    """Shows the open articles; hidden while there are fewer than two."""

    closing = Signal(int)  # row of the article to close
    moved = Signal(int, int)  # row of an article, and the row it shall have

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Open articles"))
        self.setItemDelegate(ArticleDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.hide()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        on_cross = index.isValid() and place_close_button(self.visualRect(index)).contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and index.isValid():
            self.closing.emit(index.row())
        elif event.button() == Qt.MouseButton.LeftButton and on_cross:
            self.setState(QAbstractItemView.State.NoState)
            self.closing.emit(index.row())
        else:
            super().mouseReleaseEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.viewport().update()
        return super().viewportEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move: the articles' owner makes it, and the model follows."""
        if event.source() is not self:
            event.ignore()
            return
        row, index = self.currentIndex().row(), self.indexAt(event.position().toPoint())
        to = index.row() if index.isValid() else self.model().rowCount() - 1
        event.setDropAction(Qt.DropAction.CopyAction)  # otherwise Qt would remove the row
        event.accept()
        if row >= 0 and to != row:
            self.moved.emit(row, to)
