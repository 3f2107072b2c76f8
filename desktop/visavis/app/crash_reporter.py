"""What happens in a crash: the work is saved, the error logged, and a report shown."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from visavis.infrastructure import log


class CrashReporter(QObject):
    """Handles uncaught exceptions of any thread, and shows them in the GUI thread."""

    caught = Signal(str)

    def __init__(self, window: QWidget, save: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._save, self._shown = window, save, False
        # queued, so that the dialog does not open inside the paint event that failed
        self.caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Install the exception hooks."""
        sys.excepthook = self._hear
        threading.excepthook = lambda failure: self._hear(failure.exc_type, failure.exc_value, failure.exc_traceback)

    def _hear(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None = None) -> None:
        if error is None or issubclass(kind, KeyboardInterrupt | SystemExit):
            return
        self.caught.emit(log.fault(error.with_traceback(trace)))

    def _show(self, trace: str) -> None:
        """Save the work and show the report; further errors while it is open are only logged."""
        if self._shown:
            return
        self._shown = True
        try:
            self._save()
            saved = True
        except Exception as error:  # whatever it is, the user must see the report of the first error
            log.fault(error)
            saved = False
        from visavis.diagnostics import list_versions  # slow to import, as is the dialog, and rarely needed
        from visavis.gui.dialogs.crash_report import CrashDialog

        dialog = CrashDialog(f"{trace}\n\n{list_versions()}", saved, self._window)
        dialog.finished.connect(self._answered)
        dialog.open()

    def _answered(self, answer: int) -> None:
        self._shown = False
        if answer == QDialog.DialogCode.Rejected:
            self._window.close()
