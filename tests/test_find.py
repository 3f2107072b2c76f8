"""The bar that finds words, in the window with tiny engines."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from conftest import Done, Tiny
from visavis.gui.reading_view.selection import Selection, TextPosition
from visavis.text.search import Hit
from window_under_test import MainWindow

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    """Return the window looking for "ecoles de la ville" and "la ville"."""
    opened.activateWindow()
    opened.acts["find"].trigger()
    qtbot.waitUntil(opened.find_bar.words.hasFocus)
    QTest.keyClicks(opened.find_bar.words, "ville")
    qtbot.waitUntil(lambda: len(opened.find_bar.hits) == 4)
    return opened


def test_words_are_found_counted_and_lit_on_both_sides(bar: MainWindow) -> None:
    assert bar.find_bar.count.text() == "1 of 4"
    assert bar.reading_view.caret == 0
    lit = bar.reading_view._finds
    assert {side for hit in lit[0] for side in [hit.side]} == {0, 1}
    french = bar.reading_view.page.side(0, 0).text
    assert french[lit[0][0].start : lit[0][0].end] == "ville"
    assert bar.reading_view._found == lit[0][0]


def test_enter_goes_on_and_shift_enter_back_and_round(bar: MainWindow) -> None:
    words = bar.find_bar.words
    for count, caret in (("2 of 4", 0), ("3 of 4", 3), ("4 of 4", 3), ("1 of 4", 0)):
        QTest.keyClick(words, Key.Key_Return)
        assert (bar.find_bar.count.text(), bar.reading_view.caret) == (count, caret)
    QTest.keyClick(words, Key.Key_Return, SHIFT)
    assert bar.find_bar.count.text() == "4 of 4"
    bar.acts["find_next"].trigger()
    assert bar.find_bar.count.text() == "1 of 4"
    bar.acts["find_previous"].trigger()
    assert bar.find_bar.count.text() == "4 of 4"


def test_escape_closes_and_puts_the_lights_out(bar: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(bar.find_bar.words, Key.Key_Escape)
    assert not bar.find_bar.isVisible()
    assert not bar.reading_view._finds
    assert bar.reading_view._found is None
    qtbot.waitUntil(bar.reading_view.hasFocus)


def test_what_is_not_there_is_told(bar: MainWindow, qtbot: QtBot) -> None:
    bar.find_bar.words.setText("brouillard")
    qtbot.waitUntil(lambda: bar.find_bar.count.text() == "Not found")
    assert not bar.reading_view._finds
    QTest.keyClick(bar.find_bar.words, Key.Key_Return)
    bar.find_bar.words.clear()
    qtbot.waitUntil(lambda: bar.find_bar.count.text() == "")


def test_the_search_begins_at_the_caret(opened: MainWindow, qtbot: QtBot) -> None:
    opened.reading_view.go_to(2)
    opened.acts["find"].trigger()
    opened.find_bar.words.setText("VILLE")
    qtbot.waitUntil(lambda: opened.find_bar.count.text() == "3 of 4")
    assert opened.reading_view.caret == 3


def test_what_is_marked_is_looked_for(opened: MainWindow, qtbot: QtBot) -> None:
    opened.reading_view.selection = Selection(0, TextPosition(1, 3), TextPosition(1, 10))
    opened.acts["find"].trigger()
    assert opened.find_bar.words.text() == "conseil"
    qtbot.waitUntil(lambda: len(opened.find_bar.hits) == 4)


def test_what_is_translated_meanwhile_is_found_too(
    window: MainWindow, article: object, done: Done, tiny: Tiny, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("visavis.gui.panels.find_bar.LATER_MS", 10)
    gate = tiny.shut()
    window.opening.open_text("a", "La ville dort.\n\nUne ville.\n\nLa ville.\n\nEncore une ville.")
    qtbot.waitUntil(lambda: window.document is not None)
    window.acts["find"].trigger()
    window.find_bar.words.setText("ville")
    qtbot.waitUntil(lambda: len(window.find_bar.hits) == 4)
    gate.set()
    done()
    qtbot.waitUntil(lambda: len(window.find_bar.hits) == 8)
    assert window.reading_view._finds[0][1] == Hit(0, 1, 7, 12)
    window.opening.open_text("b", "Autre chose. Rien de tel ici, dit le maire.")
    qtbot.waitUntil(lambda: window.find_bar.count.text() == "Not found", timeout=8000)
