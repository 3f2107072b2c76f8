"""The marks of the three ranks of flags: told apart by shape as well as by colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from visavis.gui.style.colours import Colours, choose_colours, choose_rank_colour


def draw_rank(painter: QPainter, mark: QRectF, rank: int, colours: Colours) -> None:
    """Draw a triangle, a diamond or a small disc, for the ranks 1 to 3."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(choose_rank_colour(colours, rank))
    middle = mark.center()
    if rank == 1:
        painter.drawPolygon([QPointF(middle.x(), mark.top()), mark.bottomRight(), mark.bottomLeft()])
    elif rank == 2:
        sides = (QPointF(middle.x(), mark.top()), QPointF(mark.right(), middle.y()))
        painter.drawPolygon([*sides, QPointF(middle.x(), mark.bottom()), QPointF(mark.left(), middle.y())])
    else:
        painter.drawEllipse(middle, mark.width() * 0.26, mark.width() * 0.26)


class RankMark(QWidget):
    """Shows the mark of a rank, as high as a line of text."""

    def __init__(self) -> None:
        super().__init__()
        self.rank = 1

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(line, line)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = self.fontMetrics().ascent() * 0.8
        middle = self.height() / 2
        draw_rank(painter, QRectF(1, middle - size / 2, size, size), self.rank, choose_colours(self.palette()))
        painter.end()
