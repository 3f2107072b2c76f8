"""Spelling in the editor, by a dictionary made for the test."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from conftest import Build, Tiny
from visavis.engines.spelling import HunspellSpeller, find_dictionary
from window_under_test import MainWindow


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """Return a folder with two dictionaries, of which one is whole."""
    (tmp_path / "en_GB.aff").write_text("SET UTF-8\nTRY esiarn\nSFX S Y 1\nSFX S 0 s .\n", encoding="utf-8")
    (tmp_path / "en_GB.dic").write_text("4\nmayor\nsoldier/S\nisn't\nthe\n", encoding="utf-8")
    (tmp_path / "en_AU.aff").touch()
    return tmp_path


def test_a_dictionary_of_the_system_is_found(words: Path, tmp_path: Path) -> None:
    assert find_dictionary([str(tmp_path / "none"), str(words)]) == words / "en_GB"
    (words / "en_GB.dic").unlink()
    assert find_dictionary([str(words)]) is None
    (words / "en_AU.dic").touch()
    assert find_dictionary([str(words)]) == words / "en_AU"


def test_what_is_not_in_the_dictionary_is_misspelt(words: Path) -> None:
    speller = HunspellSpeller(words / "en_GB")
    asked = ["The", "mayor", "soldiers", "mayr", "soldierz", "isn't", "2nd", "G7"]
    assert speller.misspelt(asked) == {"mayr", "soldierz"}


def test_a_dictionary_that_cannot_be_read_marks_nothing(tmp_path: Path) -> None:
    assert HunspellSpeller(tmp_path / "en_US").misspelt(["anything"]) == frozenset()


class Strict:
    """Knows two words."""

    def misspelt(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset(words) - {"good", "word"}

    def suggestions(self, word: str) -> list[str]:
        return ["word"] if sorted(word) == sorted("word") else []


def marked(window: MainWindow) -> list[str]:
    block = window.correction.editor.document().firstBlock()
    formats = block.layout().formats()
    return [block.text()[f.start : f.start + f.length] for f in formats]


def test_misspelt_words_are_marked_but_not_those_of_the_french(build_window: Build, tiny: Tiny, qtbot: QtBot) -> None:
    window = build_window(replace(tiny.engines, speller=Strict()))
    window.opening.open_text("a", "Le maire Dupont parle aux habitants de la ville de Lille.")
    qtbot.waitUntil(lambda: not window.session.is_busy)
    window.reading_view.go_to(0)
    window.acts["edit"].trigger()
    window.correction.editor.replace_text("good wrod, Dupont isn't word")
    qtbot.waitUntil(lambda: marked(window) == ["wrod", "isn't"])
    window.correction.editor.replace_text("good word")
    qtbot.waitUntil(lambda: marked(window) == [])
    window.correction.editor.discard()


def test_what_may_be_meant_is_suggested(words: Path) -> None:
    assert HunspellSpeller(words / "en_GB").suggestions("mayr") == ["mayor"]
    assert HunspellSpeller(words / "en_US").suggestions("mayr") == []


@pytest.mark.parametrize("word", ["wrod", "xyzzy"])
def test_the_menu_of_the_editor_offers_other_words(
    word: str, build_window: Build, tiny: Tiny, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = build_window(replace(tiny.engines, speller=Strict()))
    window.opening.open_text("a", "Le maire Dupont parle aux habitants de la ville de Lille.")
    qtbot.waitUntil(lambda: not window.session.is_busy)
    window.reading_view.go_to(0)
    window.acts["edit"].trigger()
    editor = window.correction.editor
    editor.replace_text(f"good {word} word")
    qtbot.waitUntil(lambda: marked(window) == [word])
    shown: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, place: shown.append(menu))

    def menu_at(position: int) -> list[str]:
        cursor = editor.textCursor()
        cursor.setPosition(position)
        editor.setTextCursor(cursor)
        place = editor.cursorRect().center()
        QApplication.sendEvent(
            editor.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, editor.mapToGlobal(place))
        )
        return [action.text() for action in shown[-1].actions() if action.isVisible() and action.text()]

    plain = menu_at(2)
    assert menu_at(7)[0] == "Looking for words…"
    first = {"wrod": "word", "xyzzy": "No word is like it"}[word]
    qtbot.waitUntil(lambda: first in [action.text() for action in shown[-1].actions() if action.isVisible()])
    offered = [action for action in shown[-1].actions() if action.isVisible() and action.text()]
    assert [action.text() for action in offered] == [first, *plain]
    offered[0].trigger()
    assert editor.toPlainText() == ("good word word" if word == "wrod" else "good xyzzy word")
    shown[-1].aboutToHide.emit()
    editor.discard()
