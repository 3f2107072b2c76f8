"""A popup list of alternative translations below a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from visavis.gui.style.spacing import SMALL, TIGHT

HIGHEST = 480  # pixels


class AlternativesPopup(QFrame):
    """A popup; Enter or a click chooses a translation, Esc closes it."""

    chosen = Signal(str)

    def __init__(self, view: QWidget) -> None:
        super().__init__(view, Qt.WindowType.Popup)
        self._view = view
        self.setObjectName("popup")
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setSpacing(TIGHT)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Other translations"))
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)

    def show_alternatives(self, offers: Mapping[str, str], place: QRect, font: QFont) -> None:
        """Show translations with a note on their origin (or none) below `place`, in the view's coordinates."""
        self.list.clear()
        self.list.setFont(font)
        for text, origin in offers.items():
            item = QListWidgetItem(f"{text}\n({origin})" if origin else text)
            item.setData(Qt.ItemDataRole.UserRole, text)
            self.list.addItem(item)
        self.resize(place.width(), HIGHEST)
        self.move(self._view.mapToGlobal(place.bottomLeft()))
        self.show()
        heights = self._set_heights(self.list.verticalScrollBar().sizeHint().width())
        self.resize(self.width(), min(sum(heights) + 4, HIGHEST))
        self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _set_heights(self, bar: int) -> list[int]:
        """Give each item the height of its lines; Qt forgets the space between the items and cuts some off."""
        width = self.width() - 2 * TIGHT - 2 * SMALL - bar
        metrics, heights = QFontMetrics(self.list.font()), []
        for item in (self.list.item(row) for row in range(self.list.count())):
            lines = metrics.boundingRect(0, 0, width, HIGHEST * 9, Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(width, lines.height() + 2 * TIGHT))
            heights.append(lines.height() + 4 * TIGHT)
        return heights

    def _choose(self, item: QListWidgetItem) -> None:
        if self.isVisible():  # a click may also emit itemActivated
            self.hide()
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
