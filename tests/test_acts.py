"""How many acts a task takes from the open article: clicks, keys, notches of the wheel; a word typed is one act."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from conftest import ARTICLE, Build, Done, Tiny
from visavis import services
from visavis.gui.dialogs.folder import FolderDialog
from visavis.gui.dialogs.term import TermDialog
from visavis.model.document import Document
from visavis.text.search import Hit
from window_under_test import MainWindow

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE, Key = Qt.KeyboardModifier.NoModifier, Qt.Key
POLL_MS = 20


class User:
    """Drives a window by events alone, and counts its acts."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.acts = window, 0
        self._qtbot = qtbot
        window.activateWindow()
        window.reading_view.setFocus()
        qtbot.waitUntil(window.reading_view.hasFocus)

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        self.acts += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place or widget.rect().center())

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.acts += 1
        QTest.keyClick(focused(), key, modifiers)

    def write(self, text: str) -> None:
        """Type a word or a name over what is selected."""
        self.acts += 1
        QTest.keyClicks(focused(), text)

    def roll(self, widget: QWidget, notches: int) -> None:
        self.acts += abs(notches)
        at = QPointF(widget.rect().center())
        buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        for _ in range(abs(notches)):
            angle = QPoint(0, 120 if notches > 0 else -120)
            event = QWheelEvent(at, widget.mapToGlobal(at), QPoint(), angle, buttons, NONE, phase, False)
            QApplication.sendEvent(widget, event)

    def point(self, place: QPoint) -> None:
        """Rest the pointer somewhere in the article: no act."""
        QTest.mouseMove(self.window.reading_view.viewport(), place)

    def answer(self, kind: type[QDialog], do: Callable[[], None]) -> None:
        """Act in the modal dialog that the next act opens."""

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            field = QApplication.focusWidget()
            if isinstance(dialog, kind) and field and dialog.isAncestorOf(field):
                do()
            else:
                QTimer.singleShot(POLL_MS, look)

        QTimer.singleShot(POLL_MS, look)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget
    return widget


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def open_article(window: MainWindow, path: Path, done: Done) -> Document:
    window.open_path(path)
    done()
    assert window.document
    return window.document


def name_file(user: User, path: Path) -> Callable[[], None]:
    """Return the acts that give a file dialog a name."""

    def do() -> None:
        assert isinstance(focused(), QLineEdit)
        user.write(str(path))
        user.press(Key.Key_Return)

    return do


def test_a_summary_of_three_sentences_is_on_the_clipboard_in_two_acts(opened: MainWindow, qtbot: QtBot) -> None:
    settings = opened.settings  # "text only" has been chosen before, and is remembered
    settings.summary_facts = settings.summary_source = settings.summary_bullets = False
    user = User(opened, qtbot)
    user.roll(opened.summary.slider, -1)
    user.click(opened.summary.copy_button, QPoint(8, 8))
    assert opened.document
    assert clipboard() == " ".join(english for _, english in opened.document.chosen(3)) + "\n"
    assert user.acts <= 2


@pytest.fixture
def as_word(tmp_path: Path) -> Path:
    """Return the article as a Word file."""
    from docx import Document as WordDocument

    made = WordDocument()
    for text in ARTICLE.strip().split("\n\n"):
        made.add_paragraph(text)
    path = tmp_path / "article.docx"
    made.save(str(path))
    return path


def test_a_flag_is_mended_and_both_columns_are_exported_as_word_in_five_acts(
    window: MainWindow, as_word: Path, done: Done, qtbot: QtBot
) -> None:
    open_article(window, as_word, done)
    user = User(window, qtbot)
    user.press(Key.Key_F8)
    flagged = window.reading_view.caret
    user.press(Key.Key_F2)
    user.write("Friday. ")
    user.answer(QFileDialog, lambda: user.press(Key.Key_Return))
    user.press(Key.Key_S, CONTROL | SHIFT)
    done()
    written = as_word.with_name("article.fr-en.docx")
    xml = ZipFile(written).read("word/document.xml").decode()
    assert window.document
    assert window.document.passages[flagged].target.endswith("Friday. ".rstrip())
    assert re.search("<w:tbl>.*Le conseil municipal a adopté.*Friday\\.", xml, re.DOTALL)
    assert user.acts <= 5


def test_a_quotation_is_copied_with_its_attribution_in_two_acts(
    window: MainWindow, tmp_path: Path, done: Done, qtbot: QtBot
) -> None:
    path = tmp_path / "mairie.txt"
    said = "Nous allons ouvrir deux écoles neuves à la rentrée"
    path.write_text(f"Le maire répond\n\nLes habitants attendent. « {said} », a déclaré Jean Martin.\n", "utf-8")
    open_article(window, path, done)
    qtbot.waitUntil(lambda: bool(window.quotations._found))
    user = User(window, qtbot)
    number = next(id_ for id_, passage in (window.document.passages if window.document else {}).items() if id_ == 2)
    place = window.reading_view.rectangle_of_words(Hit(number, 1, 6, 12))
    assert place
    user.click(window.reading_view.viewport(), place.center())
    user.press(Key.Key_Q, CONTROL | SHIFT)
    assert clipboard().startswith(f"“{said.upper()},” Jean Martin said.\n")
    assert user.acts <= 2


def test_a_term_is_changed_everywhere_in_three_acts(
    build_window: Build, tiny: Tiny, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "tramway.txt"
    path.write_text("Le TRAMWAY arrive.\n\nLe TRAMWAY roule bien.\n\nLe maire attend le TRAMWAY.", "utf-8")
    window = build_window(replace(tiny.engines, glossary=services.load_glossary))
    document = open_article(window, path, lambda: qtbot.waitUntil(lambda: window.session.is_idle, timeout=15_000))
    user = User(window, qtbot)
    place = window.reading_view.rectangle_of_words(Hit(0, 1, 7, 14))
    assert place
    user.point(place.center())
    qtbot.waitUntil(lambda: window.reading_view.pointed_words() == Hit(0, 0, 3, 10))

    def answer() -> None:
        user.write("light rail")
        user.press(Key.Key_Return)

    user.answer(TermDialog, answer)
    with qtbot.waitSignal(window.session.reworded):
        user.press(Key.Key_T, CONTROL)
    assert all("light rail" in passage.target for passage in document.passages.values())
    assert user.acts <= 3


def test_ten_files_of_a_folder_become_word_files_in_four_acts(opened: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "ten"
    folder.mkdir()
    for number in range(10):
        (folder / f"{number}.txt").write_text(ARTICLE, encoding="utf-8")
    user = User(opened, qtbot)
    user.answer(QFileDialog, name_file(user, folder))
    user.press(Key.Key_D, CONTROL | SHIFT)
    (dialog,) = opened.findChildren(FolderDialog)
    assert isinstance(dialog, FolderDialog)
    qtbot.waitUntil(lambda: dialog.isActiveWindow() and QApplication.focusWidget() is not None)
    user.press(Key.Key_Return)
    qtbot.waitUntil(dialog.show_output.isVisible, timeout=60_000)
    made = sorted((folder / "English").glob("*.docx"))
    assert [path.name for path in made] == [f"{number}.en.docx" for number in range(10)]
    assert user.acts <= 4
