"""The message bar above the article: what happened, and what the user can do about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from visavis.gui.menu import KeyCapturingMenu
from visavis.gui.style.icons import show_icon


class MessageBar(QFrame):
    """Shows one message at a time, with a button or a menu of choices."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action = QPushButton()
        self._close = QToolButton(autoRaise=True)
        self._close.setObjectName("plain")
        show_icon(self._close, "x")
        self._close.setAccessibleName(self.tr("Close message"))
        self._close.setToolTip(self.tr("Close message"))
        self._close.clicked.connect(self.hide)
        self.action.clicked.connect(lambda: self._act(self._do))
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 8, 12, 8)
        row.addWidget(self._label, 1)
        row.addWidget(self.action)
        row.addWidget(self._close)
        self._do: Callable[[], None] | None = None
        self.hide()

    @property
    def text(self) -> str:
        """The message shown, or an empty string."""
        return self._label.text() if not self.isHidden() else ""

    def show_message(self, text: str, action: str = "", do: Callable[[], None] | None = None) -> None:
        """Show a message; with `action`, also a button that calls `do`."""
        self._label.setText(text)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self._do = do
        self.action.setMenu(None)  # type: ignore[arg-type]  # the stubs don't allow None
        self.show()

    def show_choices(self, text: str, action: str, choices: Sequence[tuple[str, Callable[[], None]]]) -> None:
        """Show a message with a button that opens a menu of choices."""
        self.show_message(text, action)
        menu = KeyCapturingMenu(self.action)
        for name, do in choices:
            menu.addAction(name.replace("&", "&&")).triggered.connect(lambda _=False, do=do: self._act(do))
        self.action.setMenu(menu)

    def _act(self, do: Callable[[], None] | None) -> None:
        if do:
            self.hide()
            do()
