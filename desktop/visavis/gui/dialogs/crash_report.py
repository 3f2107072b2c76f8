"""The crash report: saves the work, logs the error, and shows the user a report to copy."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from visavis.gui.style.spacing import LARGE, MEDIUM
from visavis.infrastructure import log


class CrashDialog(QDialog):
    """Shows a report with a button to copy it. Accepted: continue; rejected: quit."""

    def __init__(self, report: str, saved: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Vis-à-vis"))
        head = QLabel(self.tr("Something went wrong in the program."))
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        work = (
            self.tr("Your work is saved.")
            if saved
            else self.tr("Your work could not be saved. Choose Continue, then save the translation (Ctrl+S).")
        )
        plea = self.tr(
            "This report says where it went wrong, and holds no text of yours. "
            "Copy it and send it to whoever gave you the program."
        )
        self.words = QLabel(f"{work} {plea}")
        self.words.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setAccessibleName(self.tr("Report"))
        self.buttons = QDialogButtonBox()
        self.copy = self.buttons.addButton(self.tr("&Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        quit_ = self.buttons.addButton(self.tr("&Quit"), QDialogButtonBox.ButtonRole.RejectRole)
        go_on = self.buttons.addButton(self.tr("C&ontinue"), QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setDefault(True)
        go_on.setFocus()
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        quit_.clicked.connect(self.reject)
        go_on.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        for widget in (head, self.words, self.report, self.buttons):
            column.addWidget(widget)
        self.resize(640, 420)


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
        from visavis.diagnostics import list_versions  # slow to import, and rarely needed

        dialog = CrashDialog(f"{trace}\n\n{list_versions()}", saved, self._window)
        dialog.finished.connect(self._answered)
        dialog.open()

    def _answered(self, answer: int) -> None:
        self._shown = False
        if answer == QDialog.DialogCode.Rejected:
            self._window.close()
