"""A ring around a reading view that the Tab key has led to; after a click the sentence that is lit says enough."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from visavis.gui.style.colours import choose_colours

_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_WIDTH = 2  # pixels


class FocusRing(QWidget):
    """Lies over the view, which gets all of its mouse events."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view = view
        view.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus and the size of the view."""
        if isinstance(event, QFocusEvent):
            self.setVisible(event.gotFocus() and event.reason() in _BY_KEY)
            self.raise_()
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FocusIn):
            self.setGeometry(self._view.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(choose_colours(self.palette()).accent, _WIDTH))
        inside = _WIDTH // 2
        painter.drawRect(self.rect().adjusted(inside, inside, -inside, -inside))
        painter.end()
