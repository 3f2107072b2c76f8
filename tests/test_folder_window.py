"""A folder is translated in the window: a row for each file, errors one by one, cancelled and gone on with."""

from __future__ import annotations

import threading
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from conftest import ARTICLE, Tiny
from visavis import folder_translation
from visavis.exports.output_paths import walk_folder
from visavis.exports.registry import Layout
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.dialogs.folder import FolderDialog
from window_under_test import MainWindow

ENGLISH = "The council adopted the budget of the city. The mayor said that it was good for the schools.\n" * 3


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    top = tmp_path / "articles"
    (top / "sub").mkdir(parents=True)
    for name in ("a.txt", "b.txt", "sub/a.txt"):
        (top / name).write_text(ARTICLE, encoding="utf-8")
    (top / "c.txt").write_text(ENGLISH, encoding="utf-8")
    (top / "d.docx").write_bytes(b"PK\3\4no Word file")
    (top / "photo.raw").write_bytes(b"\0")
    return top


def show(window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> FolderDialog:
    monkeypatch.setattr(Dialogs, "folder_path", lambda parent, title, start: folder)
    window.acts["folder"].trigger()
    (dialog,) = window.findChildren(FolderDialog)
    assert isinstance(dialog, FolderDialog)
    qtbot.waitUntil(dialog.start.isEnabled)
    return dialog


def rows(dialog: FolderDialog) -> list[tuple[str, str]]:
    model = dialog.table.model()
    return [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())]


def test_all_articles_below_a_folder_become_word_files(
    window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    dialog = show(window, folder, monkeypatch, qtbot)
    assert [name for name, _ in rows(dialog)] == ["a.txt", "b.txt", "c.txt", "d.docx", str(Path("sub/a.txt"))]
    assert dialog.note.text() == "5 articles · 1 other file is left out"
    dialog.start.click()
    qtbot.waitUntil(dialog.show_output.isVisible, timeout=20_000)
    results = dict(rows(dialog))
    assert results["c.txt"] == "It appears to be in English, not French"
    assert "Word" in results["d.docx"]
    assert results["a.txt"] == "6 flags"
    assert dialog.note.text() == "3 articles translated · 2 could not be"
    made = sorted(str(path.relative_to(folder / "English")) for path in (folder / "English").rglob("*.docx"))
    assert made == ["a.en.docx", "b.en.docx", str(Path("sub/a.en.docx"))]
    text = ZipFile(folder / "English" / "a.en.docx").read("word/document.xml").decode()
    assert "EN: LE CONSEIL ADOPTE LE BUDGET DE LA VILLE" in text
    assert window.document is None  # nothing is opened in the window


def test_cancelled_it_goes_on_with_what_is_left(
    window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tiny: Tiny
) -> None:
    dialog = show(window, folder, monkeypatch, qtbot)
    gate = tiny.shut()
    dialog.start.click()
    gate.let(1)
    qtbot.waitUntil(lambda: rows(dialog)[0][1].startswith("Translating: 3"))
    dialog.start.click()
    assert dialog.start.text() == "Go on"
    assert rows(dialog)[0][1] == "Cancelled"
    gate.set()
    qtbot.waitUntil(lambda: not dialog._query._living)
    assert not list((folder / "English").rglob("*.docx"))
    dialog.start.click()
    qtbot.waitUntil(dialog.show_output.isVisible, timeout=20_000)
    assert len(list((folder / "English").rglob("*.docx"))) == 3


def test_layouts_are_those_of_the_format_and_a_summary_can_be_added(
    window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    dialog = show(window, folder, monkeypatch, qtbot)
    dialog.kind.setCurrentIndex(dialog.kind.findData("txt"))
    assert dialog.layout_box.findData(Layout.COLUMNS) == -1
    dialog.layout_box.setCurrentIndex(dialog.layout_box.findData(Layout.SUMMARY))
    dialog.output.setText(str(folder.parent / "out"))
    qtbot.waitUntil(dialog.start.isEnabled)
    dialog.start.click()
    qtbot.waitUntil(dialog.show_output.isVisible, timeout=20_000)
    short = (folder.parent / "out" / "a.en.txt").read_text(encoding="utf-8")
    assert 0 < short.count("EN: ") < 8


def test_a_dropped_folder_is_offered_for_translation(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder))])
    window.opening.drop(mime)
    (dialog,) = window.findChildren(FolderDialog)
    qtbot.waitUntil(lambda: len(rows(dialog)) == 5)
    dialog.close()
    QApplication.processEvents()


def test_no_file_that_is_there_is_replaced(
    window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (folder / "a.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "English").mkdir()
    (folder / "English" / "a.en.docx").write_bytes(b"mine")
    dialog = show(window, folder, monkeypatch, qtbot)
    dialog.output.setText("")
    assert not dialog.start.isEnabled()
    dialog.output.setText(str(folder / "English"))
    qtbot.waitUntil(dialog.start.isEnabled)
    dialog.start.click()
    qtbot.waitUntil(dialog.show_output.isVisible, timeout=20_000)
    assert (folder / "English" / "a.en.docx").read_bytes() == b"mine"
    assert {path.name for path in (folder / "English").glob("a*")} == {"a.en.docx", "a-2.en.docx", "a-3.en.docx"}


def test_results_of_before_are_left_out_wherever_they_are(
    window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    dialog = show(window, folder, monkeypatch, qtbot)
    dialog.output.setText(str(folder / "sub"))
    qtbot.waitUntil(dialog.start.isEnabled)
    assert [name for name, _ in rows(dialog)] == ["a.txt", "b.txt", "c.txt", "d.docx"]
    dialog.start.click()
    qtbot.waitUntil(dialog.show_output.isVisible, timeout=20_000)
    dialog.output.setText(str(folder / "Englisch"))
    qtbot.waitUntil(dialog.start.isEnabled)
    assert str(Path("sub/a.txt")) in dict(rows(dialog))
    assert "2 earlier translations are left out" in dialog.note.text()
    assert dialog.start.text() == "Translate"


def test_where_nothing_can_be_written_it_is_said_and_can_be_tried_again(
    window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    dialog = show(window, folder, monkeypatch, qtbot)
    out = folder.parent / "out"
    out.write_text("a file")
    dialog.output.setText(str(out))
    qtbot.waitUntil(dialog.start.isEnabled)
    dialog.start.click()
    qtbot.waitUntil(lambda: dialog.start.text() == "Try again")
    assert dict(rows(dialog))["a.txt"] == f"{out}: it is a file, not a folder"
    assert not dialog.show_output.isVisible()
    out.unlink()
    dialog.start.click()
    qtbot.waitUntil(dialog.show_output.isVisible, timeout=20_000)
    assert dialog.note.text() == "3 articles translated · 2 could not be"
    assert not dialog.start.isVisible()
    dialog.kind.activated.emit(dialog.kind.findData("txt"))
    qtbot.waitUntil(lambda: dialog.start.isVisible() and dialog.start.isEnabled())


def test_the_window_does_not_wait_for_a_large_folder(
    window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    go = threading.Event()
    monkeypatch.setattr(folder_translation, "walk_folder", lambda *folders: go.wait(10) and walk_folder(*folders))
    window.folder.show_dialog(folder)
    (dialog,) = window.findChildren(FolderDialog)
    assert dialog.note.text() == "Looking for articles…" and not dialog.start.isEnabled()
    go.set()
    qtbot.waitUntil(dialog.start.isEnabled)
