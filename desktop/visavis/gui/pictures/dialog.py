"""A picture of the article, shown large."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from visavis.gui.style.spacing import MEDIUM


class PictureDialog(QDialog):
    """Shows an image, and what the file says of it; a click or Esc closes it."""

    def __init__(self, parent: QWidget, image: QImage, text: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Picture"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        self.picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(parent.devicePixelRatioF())
        self.picture.setPixmap(pixmap)
        self.picture.setAccessibleName(text or self.tr("Picture"))
        layout.addWidget(self.picture)
        if text:
            said = QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(said)
