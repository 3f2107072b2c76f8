"""A sentence is found in all articles, and leads there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from conftest import Done
from visavis.gui.dialogs.search import SearchDialog
from window_under_test import MainWindow


def search(window: MainWindow, words: str, qtbot: QtBot) -> SearchDialog:
    window.acts["find_all"].trigger()
    dialog = window.findChild(SearchDialog)
    assert isinstance(dialog, SearchDialog)
    dialog.list.show_entries(())
    dialog.words.setText(words)
    qtbot.waitUntil(lambda: dialog.list.rows.rowCount() > 0)
    return dialog


def test_it_finds_opens_and_goes_there(window: MainWindow, article: Path, qtbot: QtBot, done: Done) -> None:
    other = article.with_name("other.txt")
    other.write_text("Autre titre\n\nLa pluie tombe. Le vent souffle sur la ville. Il fait froid.\n", encoding="utf-8")
    for path in (other, article):
        window.open_path(path)
        done()
    window.articles.close_row(0)  # the other one
    assert window.session.autosave
    qtbot.waitUntil(lambda: bool(window.session.autosave and not window.session.autosave._timer.isActive()))
    qtbot.waitUntil(lambda: bool(window.session.autosave and not window.session.autosave._job))
    dialog = search(window, "SOUFFLE vent", qtbot)
    assert dialog.count.text() == "1 sentence"
    assert dialog.list.rows.entries[0].lines == (
        "EN: LE VENT SOUFFLE SUR LA VILLE.",
        "Le vent souffle sur la ville.",
        "Autre titre",
    )
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    done()
    assert window.document and window.document.article.path == str(other)
    assert window.reading_view.caret == 2
    window.articles.step(-1)
    dialog = search(window, "souffle", qtbot)
    dialog.wanted.emit(dialog.found[0])  # it is open now
    assert window.document.article.path == str(other)
    assert len(window.session.articles.list) == 2


def test_what_is_not_there_is_said(window: MainWindow, article: Path, qtbot: QtBot, done: Done) -> None:
    window.open_path(article)
    done()
    window.acts["find_all"].trigger()
    dialog = window.findChild(SearchDialog)
    assert isinstance(dialog, SearchDialog)
    dialog.words.setText("hippopotame")
    qtbot.waitUntil(lambda: dialog.count.text() == "Nothing found")
