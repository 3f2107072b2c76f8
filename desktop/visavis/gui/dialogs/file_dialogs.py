"""The file dialogs, in one place so that tests can answer them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QFileDialog, QFontDialog, QMessageBox, QWidget

from visavis import __version__
from visavis.model.errors import make_printable

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from visavis.gui.dialogs.table_dialog import Section

translate = QCoreApplication.translate


class Dialogs:
    """Modal dialogs that ask the user something."""

    @classmethod
    def open_paths(cls, parent: QWidget, folder: str) -> list[Path]:
        """Ask for files to open."""
        from visavis.readers.detect import BILINGUAL

        title, suffixes = translate("Dialogs", "Open French articles"), [*_list_suffixes(), *BILINGUAL]
        return [Path(name) for name in QFileDialog.getOpenFileNames(parent, title, folder, _article_kinds(suffixes))[0]]

    @classmethod
    def translation_path(cls, parent: QWidget, folder: str) -> Path | None:
        """Ask for the file of a translation made elsewhere."""
        title = translate("Dialogs", "Open an English translation of this article")
        name, _ = QFileDialog.getOpenFileName(parent, title, folder, _article_kinds(_list_suffixes()))
        return Path(name) if name else None

    @classmethod
    def folder_path(cls, parent: QWidget, title: str, folder: str) -> Path | None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(parent, title, folder)
        return Path(name) if name else None

    @classmethod
    def save_path(
        cls, parent: QWidget, title: str, suggestion: PurePath, ways: Sequence[tuple[str, str]]
    ) -> tuple[Path, int] | None:
        """Ask where to save; return the path and the index in `ways`, which are (name, suffix) pairs.

        The suffix typed decides if the file name was changed too; otherwise the file type chosen.
        """
        kinds = [_kinds((name, f"*{suffix}")) for name, suffix in ways]
        name, kind = QFileDialog.getSaveFileName(parent, title, str(suggestion), ";;".join(kinds))
        if not name:
            return None
        path, at = Path(name), kinds.index(kind) if kind in kinds else 0
        suffixes, typed = [suffix for _, suffix in ways], Path(name).suffix.lower()
        if typed == suffixes[at]:
            return path, at
        if path.name != suggestion.name and typed in suffixes:
            return path, suffixes.index(typed)
        # The dialog has asked about overwriting the name without this suffix only.
        path = path.with_suffix(suffixes[at]) if typed in suffixes else path.with_name(path.name + suffixes[at])
        question = translate("Dialogs", "{0} already exists. Replace it?").format(make_printable(path.name))
        if path.exists() and not cls.agree(parent, title, question, translate("Dialogs", "Replace")):
            return None
        return path, at

    @classmethod
    def package_path(cls, parent: QWidget) -> Path | None:
        """Ask for a language package to install."""
        packages = translate("Dialogs", "Language packages")
        kinds = _kinds((packages, "*.argosmodel *.zip"), (translate("Dialogs", "All files"), "*"))
        name, _ = QFileDialog.getOpenFileName(parent, translate("Dialogs", "Install a language package"), "", kinds)
        return Path(name) if name else None

    @classmethod
    def glossary_path(cls, parent: QWidget) -> Path | None:
        """Ask for a glossary to import."""
        kinds = _kinds(
            (translate("Dialogs", "Glossaries"), "*.csv *.tsv *.tbx *.xml"), (translate("Dialogs", "All files"), "*")
        )
        name, _ = QFileDialog.getOpenFileName(parent, translate("Dialogs", "Import a glossary"), "", kinds)
        return Path(name) if name else None

    @classmethod
    def font(cls, parent: QWidget, font: QFont) -> QFont | None:
        """Ask for a font."""
        # PySide returns (accepted, font)
        agreed, chosen = QFontDialog.getFont(font, parent, translate("Dialogs", "Font of the article"))
        return chosen if agreed and isinstance(chosen, QFont) else None

    @classmethod
    def agree(cls, parent: QWidget, title: str, question: str, yes: str) -> bool:
        """Ask a question; True if the user answers `yes`, not Cancel."""
        box = QMessageBox(QMessageBox.Icon.Question, title, question, QMessageBox.StandardButton.Cancel, parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        agreed = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        return box.clickedButton() is agreed

    @classmethod
    def about(cls, parent: QWidget) -> None:
        """Show what the program is."""
        words = translate(
            "Dialogs", "Reads French articles in English, side by side, on your own machine. Nothing leaves it."
        )
        QMessageBox.about(
            parent, translate("Dialogs", "About Vis-à-vis"), f"<b>Vis-à-vis {__version__}</b><p>{words}</p>"
        )

    @classmethod
    def table(cls, parent: QWidget, title: str, sections: Sequence[Section]) -> None:
        """Show tables."""
        from visavis.gui.dialogs.table_dialog import TableDialog

        TableDialog(title, sections, parent).exec()

    @classmethod
    def printer(cls, parent: QWidget) -> QPrinter | None:
        """Ask for a printer."""
        from PySide6.QtPrintSupport import QPrintDialog

        printer = make_printer()
        agreed = QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted
        return printer if agreed else None


def make_printer() -> QPrinter:
    """Return the usual printer, with the resolution and the margins of PDFs."""
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QPageLayout
    from PySide6.QtPrintSupport import QPrinter

    from visavis.exports.writers import pdf

    printer = QPrinter()
    printer.setResolution(pdf.DPI)
    printer.setPageMargins(QMarginsF(20, 20, 20, 16), QPageLayout.Unit.Millimeter)
    return printer


def _article_kinds(suffixes: Sequence[str]) -> str:
    """Return the name filter for files with these suffixes."""
    patterns = " ".join(f"*{suffix}" for suffix in suffixes)
    return _kinds((translate("Dialogs", "Articles"), patterns), (translate("Dialogs", "All files"), "*"))


def _list_suffixes() -> list[str]:
    """Return the suffixes of the files that can be read."""
    from visavis.readers.detect import SUFFIXES

    return [suffix for suffixes in SUFFIXES.values() for suffix in suffixes]


def _kinds(*kinds: tuple[str, str]) -> str:
    """Return (name, patterns) pairs as a name filter for QFileDialog."""
    return ";;".join(f"{name} ({patterns})" for name, patterns in kinds)
