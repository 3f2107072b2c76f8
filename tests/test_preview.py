"""The preview: pages are laid out in the background, and lead on to saving and printing."""

from __future__ import annotations

from pathlib import Path, PurePath

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPdfWriter, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from conftest import ARTICLE, Done
from visavis.exports.registry import Layout
from visavis.exports.writers import pdf
from visavis.gui.controllers import preview
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.dialogs.preview import PreviewDialog
from visavis.gui.style.colours import DARK, make_palette
from window_under_test import MainWindow


def show(window: MainWindow, qtbot: QtBot) -> PreviewDialog:
    window.acts["preview"].trigger()
    (dialog,) = window.findChildren(PreviewDialog)
    assert isinstance(dialog, PreviewDialog)
    qtbot.waitUntil(lambda: bool(dialog._drawn), timeout=20_000)
    return dialog


@pytest.fixture
def composed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what has been laid out as pages."""
    texts: list[str] = []
    lay_out = pdf._lay_out

    def note(body: str, device: QPdfWriter) -> QTextDocument:
        texts.append(body)
        return lay_out(body, device)

    monkeypatch.setattr(pdf, "_lay_out", note)
    return texts


def is_drawn(dialog: PreviewDialog) -> bool:
    """True if the first page has ink on it."""
    first = dialog._drawn[0]
    return any(first.pixelColor(x, y).lightness() < 100 for x in range(0, 300) for y in range(0, 80))


def test_what_is_shown_is_previewed_in_its_layout(opened: MainWindow, qtbot: QtBot, composed: list[str]) -> None:
    dialog = show(opened, qtbot)
    assert dialog.layout_shown is Layout.COLUMNS
    assert "Le conseil adopte" in composed[-1] and "EN: LE CONSEIL ADOPTE" in composed[-1]
    assert is_drawn(dialog)
    assert dialog.note.text().startswith("1 page.")
    dialog.layouts.setCurrentIndex(dialog.layouts.findData(Layout.SUMMARY.value))
    qtbot.waitUntil(lambda: "Le conseil adopte" not in composed[-1], timeout=20_000)
    qtbot.waitUntil(lambda: dialog.note.text().startswith("1 page."))
    assert "EN: LE CONSEIL ADOPTE" in composed[-1]
    assert opened.document
    assert all(english in composed[-1] for _, english in opened.document.chosen(opened.summary.count))
    assert "EN: LES TRAVAUX COMMENCERONT" not in composed[-1]
    dialog.reject()


def test_pages_are_black_on_white_in_the_dark_too(opened: MainWindow, qtbot: QtBot, qapp: QApplication) -> None:
    before = qapp.palette()
    qapp.setPalette(make_palette(DARK))
    dialog = show(opened, qtbot)
    qapp.setPalette(before)
    assert is_drawn(dialog)
    dialog.reject()


def test_what_is_being_edited_is_in_it(opened: MainWindow, qtbot: QtBot, composed: list[str]) -> None:
    opened.reading_view.go_to(2)
    opened.acts["edit"].trigger()
    opened.correction.editor.replace_text("Mended words.")
    dialog = show(opened, qtbot)
    assert "Mended words." in composed[-1]
    dialog.reject()


def test_it_leads_to_saving_what_is_shown(
    opened: MainWindow, qtbot: QtBot, done: Done, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[PurePath] = []

    def choose(parent: object, title: str, suggestion: PurePath, ways: object) -> tuple[Path, int]:
        offered.append(suggestion)
        return tmp_path / "out.txt", 0

    monkeypatch.setattr(Dialogs, "save_path", choose)
    dialog = show(opened, qtbot)
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    done()
    assert [path.name for path in offered] == ["article.fr-en.txt"]
    assert "Le conseil adopte" in (tmp_path / "out.txt").read_text(encoding="utf-8")
    assert not opened.findChildren(PreviewDialog)


def test_it_leads_to_the_printer(opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(Dialogs, "printer", asked.append)
    dialog = show(opened, qtbot)
    QTest.mouseClick(dialog.print, Qt.MouseButton.LeftButton)
    assert asked == [opened]


def test_a_long_article_shows_its_first_pages_and_says_so(
    window: MainWindow, qtbot: QtBot, done: Done, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "MOST_PAGES", 2)
    path = tmp_path / "long.txt"
    path.write_text(ARTICLE * 12, encoding="utf-8")
    window.open_path(path)
    done()
    dialog = show(window, qtbot)
    assert dialog.pages.pageCount() == 2
    assert "the first 2 are shown" in dialog.note.text()
    dialog.reject()
