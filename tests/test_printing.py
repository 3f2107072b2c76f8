"""Printing, into a file."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.readers.open import open_path
from window_under_test import MainWindow

TITLE = "Le conseil adopte le budget de la ville"


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file that the user chooses to print into."""
    path = tmp_path / "printed.pdf"

    def accept(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(path))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    return path


def foot(path: Path) -> str:
    """Return the last line of a page; PDFium leaves out spaces that are kerned, as Qt sets them in some fonts."""
    document = pypdfium2.PdfDocument(path)
    last = document[0].get_textpage().get_text_range().split("\n")[-1]
    document.close()
    return "".join(last.split())


@pytest.mark.parametrize("shown", ["show_both", "show_en"])
def test_what_is_shown_is_printed(opened: MainWindow, paper: Path, qtbot: QtBot, shown: str) -> None:
    opened.acts[shown].trigger()
    opened.acts["print"].trigger()
    qtbot.waitUntil(lambda: opened.status_bar.currentMessage() == "Sent to the printer", timeout=20_000)
    text = open_path(paper).text
    assert "EN: LE CONSEIL ADOPTE" in text
    assert ("Le conseil adopte" in text) is (shown == "show_both")
    assert "Machine translation" in text
    assert foot(paper) == "1/1"


def test_no_printer_no_printing(opened: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda dialog: QDialog.DialogCode.Rejected)
    opened.acts["print"].trigger()
    assert not opened.printing._query.is_busy


def test_a_fault_of_the_printer_is_told(opened: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(Dialogs, "printer", lambda parent: QPrinter())

    def fail(*_: object) -> None:
        raise RuntimeError("on fire")

    monkeypatch.setattr("visavis.exports.writers.pdf.print_document", fail)
    opened.acts["print"].trigger()
    qtbot.waitUntil(
        lambda: (
            opened.message_bar.text == "Printing failed. Try again, or save the translation as a PDF and print that."
        )
    )
