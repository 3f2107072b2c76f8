"""A message across the top of the article: what happened, and what the user can do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget


class Strip(QFrame):
    """Shows one message at a time, with at most one action."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action = QPushButton()
        self._close = QToolButton(autoRaise=True)
        self._close.setText("✕")
        self._close.setAccessibleName(self.tr("Close message"))
        self._close.setToolTip(self.tr("Close message"))
        self._close.clicked.connect(self.hide)
        self.action.clicked.connect(self._act)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 8, 12, 8)
        row.addWidget(self._label, 1)
        row.addWidget(self.action)
        row.addWidget(self._close)
        self._do: Callable[[], None] | None = None
        self.hide()

    @property
    def text(self) -> str:
        """Return the message, or nothing if none is shown."""
        return self._label.text() if not self.isHidden() else ""

    def tell(self, text: str, action: str = "", do: Callable[[], None] | None = None) -> None:
        """Show a message; with `action`, a button that does `do`."""
        self._label.setText(text)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self._do = do
        self.show()

    def _act(self) -> None:
        self.hide()
        if self._do:
            self._do()
