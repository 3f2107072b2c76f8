"""The crash report, which the user can copy."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from visavis.gui.style.spacing import LARGE, MEDIUM


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
