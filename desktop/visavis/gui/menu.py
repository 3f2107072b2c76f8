"""A menu whose keys are not taken by shortcuts."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QMenu


class KeyCapturingMenu(QMenu):
    """Accepts every key while it is open.

    A menu does not take the focus from the widget below it. A key such as P or Del would therefore trigger that
    widget's shortcut before it selects an entry of the menu.
    """

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)
