"""The dialogs that ask for a file, in one place, so that tests can answer for the user."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop import __version__


def tr(text: str) -> str:
    """Return a text of this file in the user's language."""
    return QCoreApplication.translate("Dialogs", text)


class Dialogs:
    """Asks the user."""

    @classmethod
    def open_path(cls, parent: QWidget, folder: str) -> Path | None:
        """Ask for a file to open."""
        kinds = f"{tr('Articles')} (*.txt *.md *.markdown);;{tr('All files')} (*)"
        name, _ = QFileDialog.getOpenFileName(parent, tr("Open a French article"), folder, kinds)
        return Path(name) if name else None

    @classmethod
    def save_path(cls, parent: QWidget, suggestion: str) -> tuple[Path, bool] | None:
        """Ask where to save, and whether French and English go there, or English only."""
        both = tr("French and English")
        kinds = f"{tr('Translation')} (*.txt);;{both} (*.txt)"
        name, kind = QFileDialog.getSaveFileName(parent, tr("Save translation"), suggestion, kinds)
        if not name:
            return None
        path = Path(name)
        return (path if path.suffix else path.with_suffix(".txt")), kind.startswith(both)

    @classmethod
    def package_path(cls, parent: QWidget) -> Path | None:
        """Ask for a language package to install."""
        kinds = f"{tr('Language packages')} (*.argosmodel *.zip);;{tr('All files')} (*)"
        name, _ = QFileDialog.getOpenFileName(parent, tr("Install a language package"), "", kinds)
        return Path(name) if name else None

    @classmethod
    def agree(cls, parent: QWidget, title: str, question: str, yes: str) -> bool:
        """Ask a question whose answer is `yes` or Cancel."""
        box = QMessageBox(QMessageBox.Icon.Question, title, question, QMessageBox.StandardButton.Cancel, parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        agreed = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        return box.clickedButton() is agreed

    @classmethod
    def about(cls, parent: QWidget) -> None:
        """Tell what the program is."""
        words = tr("Reads French articles in English, side by side, on your own machine. Nothing leaves it.")
        QMessageBox.about(parent, tr("About Vis-à-vis"), f"<b>Vis-à-vis {__version__}</b><p>{words}</p>")

    @classmethod
    def keys(cls, parent: QWidget, rows: list[tuple[str, str]]) -> None:
        """Show the keys."""
        cells = "".join(
            f"<tr><td style='padding:3px 24px 3px 0'>{what}</td><td><b>{key}</b></td></tr>" for what, key in rows
        )
        QMessageBox.information(parent, tr("Keys"), f"<table>{cells}</table>")
