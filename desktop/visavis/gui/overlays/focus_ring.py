"""A ring around a reading view that the Tab key has led to; after a click the sentence that is lit says enough."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from visavis.gui.style.colours import choose_colours

_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_WIDTH = 2  # pixels


class FocusRing(QWidget):
    """Lies over the view, which gets all of its mouse events."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view, self._by_key = view, False
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)
        view.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus and the size of the view."""
        if isinstance(event, QFocusEvent):
            self._by_key = event.gotFocus() and event.reason() in _BY_KEY
            self.hide()
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FocusIn):
            self.setGeometry(self._view.rect())
        return super().eventFilter(watched, event)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        # Qt gives the reason of the Tab key also where a button that had the focus is hidden or disabled
        if new is self._view and self._by_key and old and old.isVisible() and old.isEnabled():
            self.show()
            self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(choose_colours(self.palette()).accent, _WIDTH))
        inside = _WIDTH // 2
        painter.drawRect(self.rect().adjusted(inside, inside, -inside, -inside))
        painter.end()
