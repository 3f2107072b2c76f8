"""Files that the system asks the running program to open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent


class FileOpenFilter(QObject):
    """Receives QFileOpenEvent: on macOS a double-clicked file is not passed as an argument."""

    file = Signal(str)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Handle a QFileOpenEvent."""
        if isinstance(event, QFileOpenEvent):
            self.file.emit(event.file())
        return isinstance(event, QFileOpenEvent)
