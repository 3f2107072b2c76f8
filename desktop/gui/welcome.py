"""What the window shows before there is an article."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.gui.typography import reading_font


class Welcome(QWidget):
    """Says how to begin."""

    open = Signal()
    paste = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        column.addStretch(3)
