"""Files that the system asks the running program to open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent


class FileOpenFilter(QObject):
    """Hears macOS ask the application to open a file: there a double click is no argument."""

    file = Signal(str)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Take the event if it is such a wish."""
        if isinstance(event, QFileOpenEvent):
            self.file.emit(event.file())
        return isinstance(event, QFileOpenEvent)
