"""The column headers."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from visavis.gui.reading_view.view import FacingView
from visavis.gui.style.colours import choose_colours


class ColumnHeaders(QWidget):
    """Shows "French" and "English, machine translation" above the columns of a view."""

    def __init__(self, view: FacingView) -> None:
        super().__init__()
        self._view = view
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # small windows squeezed it
        view.fitted.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(400, round(self.fontMetrics().height() * 1.9))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint = choose_colours(self.palette())
        painter.fillRect(self.rect(), paint.page)
        painter.setPen(paint.quiet)
        page = self._view.page
        given = page.document is not None and page.document.translation_path
        english = self.tr("English · translation made elsewhere") if given else self.tr("English · machine translation")
        names = (self.tr("French · original"), english)
        placed = [(page.left[index], names[index]) for index in page.shown]
        for x, text in [(page.left[0], " / ".join(names))] if page.stacked else placed:
            place = QRectF(x, 0, page.width, self.height())
            shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(page.width))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setPen(paint.rule)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()
