"""What the window shows before there is an article."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QCommandLinkButton, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.gui.fonts import reading_font


class Welcome(QWidget):
    """Says how to begin."""

    open = Signal()
    paste = Signal()
    painted = Signal()  # once, when it is first on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen = False
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        title = QLabel(self.tr("Drop a French article here"))
        font = reading_font(0)
        font.setPointSizeF(font.pointSizeF() * 1.9)
        title.setFont(font)
        note = QLabel(self.tr("It is translated on this computer. Nothing is sent anywhere."))
        open_button, paste_button = QPushButton(self.tr("Open…")), QPushButton(self.tr("Paste text"))
        open_button.setDefault(True)
        open_button.clicked.connect(self.open)
        paste_button.clicked.connect(self.paste)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(open_button)
        buttons.addWidget(paste_button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(2)
        for label in (title, note):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addSpacing(16)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addLayout(self._recent)
        centred.addStretch(1)
        column.addLayout(centred)
        column.addStretch(3)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            self.painted.emit()

    def show_recent(self, entries: Sequence[tuple[str, str]], choose: Callable[[int], None]) -> None:
        """Show articles that were open before, each with its state; `choose` is told the number of the one wanted."""
        while held := self._recent.takeAt(0):
            widget = held.widget()
            if widget:
                widget.hide()
                widget.deleteLater()
        for number, (name, state) in enumerate(entries):
            button = QCommandLinkButton(name.replace("&", "&&"), state)
            button.setIconSize(QSize(0, 0))
            button.clicked.connect(lambda _=False, number=number: choose(number))
            self._recent.addWidget(button)
