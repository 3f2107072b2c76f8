"""A menu that has the keyboard for itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QMenu


class KeyCapturingMenu(QMenu):
    """Takes every key while it is open.

    A menu takes no focus from the widget below, so Qt would find a key such as P or Del there, as a shortcut of that
    widget alone, before it chooses an entry of the menu.
    """

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)
