"""Answering for sentences in the window with tiny engines: correct, verify, choose, undo; words under the pointer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from conftest import Done, Tiny, shown
from visavis.gui.reading_view.typography import list_rectangles
from visavis.model.passage import Passage, Status
from visavis.text.search import Hit
from window_under_test import MainWindow

pytestmark = pytest.mark.usefixtures("unchecked")
Key = Qt.Key
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SECOND = "EN: LA SÉANCE A DURÉ PLUS DE QUATRE HEURES."


def passage(window: MainWindow, sentence: int) -> Passage:
    assert window.document
    return window.document.passages[sentence]


@pytest.fixture
def at(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    """Return the window with the caret on the second sentence of the first paragraph."""
    opened.activateWindow()
    opened.reading_view.setFocus()
    qtbot.waitUntil(opened.reading_view.hasFocus)
    opened.reading_view.go_to(2)
    return opened


def write(window: MainWindow, text: str, key: Key = Key.Key_Return) -> None:
    window.acts["edit"].trigger()
    window.correction.editor.selectAll()
    QTest.keyClicks(window.correction.editor, text)
    QTest.keyClick(window.correction.editor, key)


# correcting


def test_f2_corrects_a_sentence_in_place(at: MainWindow, qtbot: QtBot) -> None:
    editor = at.correction.editor
    QTest.keyClick(at.reading_view, Key.Key_F2)
    assert editor.isVisible()
    qtbot.waitUntil(editor.hasFocus)
    assert editor.toPlainText() == SECOND
    place = at.reading_view.rectangle_of(2)
    assert place and editor.geometry().contains(place.center())
    editor.selectAll()
    QTest.keyClicks(editor, "It took four hours.")
    QTest.keyClick(editor, Key.Key_Return)
    assert not editor.isVisible()
    assert (passage(at, 2).target, passage(at, 2).status) == ("It took four hours.", Status.EDITED)
    assert shown(at, 1)[1].endswith("It took four hours.")
    assert at.status_bar.answered.text() == "1 edited"
    qtbot.waitUntil(at.reading_view.hasFocus)


def test_ctrl_enter_keeps_too_and_escape_leaves(at: MainWindow) -> None:
    at.acts["edit"].trigger()
    at.correction.editor.setPlainText("Something else.")
    QTest.keyClick(at.correction.editor, Key.Key_Escape)
    assert not at.correction.editor.isVisible()
    assert passage(at, 2).target == SECOND
    at.acts["edit"].trigger()
    at.correction.editor.setPlainText("Something else.")
    QTest.keyClick(at.correction.editor, Key.Key_Return, CONTROL)
    assert passage(at, 2).target == "Something else."


def test_what_is_unchanged_or_empty_is_no_correction(at: MainWindow) -> None:
    for text in (SECOND, "  "):
        at.acts["edit"].trigger()
        at.correction.editor.setPlainText(text)
        QTest.keyClick(at.correction.editor, Key.Key_Return)
        assert passage(at, 2).status is Status.MACHINE
    assert not at.acts["undo"].isEnabled()


def test_going_elsewhere_keeps_what_was_written(at: MainWindow, qtbot: QtBot) -> None:
    at.acts["edit"].trigger()
    qtbot.waitUntil(at.correction.editor.hasFocus)
    at.correction.editor.setPlainText("Kept.")
    at.summary.view.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(lambda: passage(at, 2).target == "Kept.")


def test_another_article_or_the_end_keeps_it_too(at: MainWindow, done: Done) -> None:
    before = at.document
    at.acts["edit"].trigger()
    at.correction.editor.setPlainText("Kept.")
    at.opening.open_text("b", "Un autre article, sur la pluie et le beau temps dans la ville.")
    done()
    assert before and before.passages[2].target == "Kept."
    assert at.document is not before
    at.reading_view.go_to(0)
    at.acts["edit"].trigger()
    at.correction.editor.setPlainText("Kept as well.")
    at.close()
    assert passage(at, 0).target == "Kept as well."


def test_the_editor_follows_its_sentence_and_grows(at: MainWindow) -> None:
    at.resize(900, 420)
    at.acts["larger"].trigger()
    at.acts["edit"].trigger()
    editor, bar = at.correction.editor, at.reading_view.verticalScrollBar()
    before, value = editor.y(), bar.value()
    bar.setValue(value + 30)
    assert editor.y() == before - (bar.value() - value)
    height = editor.height()
    editor.setPlainText("A very long sentence. " * 30)
    assert editor.height() > 2 * height
    QTest.keyClick(editor, Key.Key_Escape)


def test_undo_and_redo_go_to_the_sentence(at: MainWindow) -> None:
    write(at, "First.")
    at.reading_view.go_to(4)
    write(at, "Second.")
    at.acts["undo"].trigger()
    assert at.reading_view.caret == 4
    assert passage(at, 4).target.startswith("EN: ")
    at.reading_view.go_to(0)
    at.acts["undo"].trigger()
    assert at.reading_view.caret == 2
    assert passage(at, 2).target == SECOND
    assert not at.acts["undo"].isEnabled()
    at.acts["redo"].trigger()
    at.acts["redo"].trigger()
    assert (passage(at, 2).target, passage(at, 4).target) == ("First.", "Second.")
    assert not at.acts["redo"].isEnabled()


def test_what_is_not_yet_translated_cannot_be_edited(window: MainWindow, tiny: Tiny, qtbot: QtBot, done: Done) -> None:
    gate = tiny.shut()
    window.opening.open_text("a", "Le maire de la ville parle aux habitants.")
    qtbot.waitUntil(lambda: window.document is not None)
    window.reading_view.go_to(0)
    for act in ("edit", "verify", "unverify", "alternatives"):
        window.acts[act].trigger()
    assert not window.correction.editor.isVisible()
    gate.set()
    done()


# verifying


def test_enter_verifies_and_goes_on(at: MainWindow) -> None:
    QTest.keyClick(at.reading_view, Key.Key_Return)
    QTest.keyClick(at.reading_view, Key.Key_Enter)
    assert [passage(at, i).status is Status.VERIFIED for i in range(5)] == [False, False, True, True, False]
    assert at.reading_view.caret == 4
    assert at.status_bar.answered.text() == "2 of 10 verified"
    at.reading_view.go_to(2)
    QTest.keyClick(at.reading_view, Key.Key_Return)  # it stays verified
    assert passage(at, 2).status is Status.VERIFIED
    at.reading_view.go_to(2)
    QTest.keyClick(at.reading_view, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert passage(at, 2).status is Status.MACHINE
    write(at, "Mine.")
    assert at.status_bar.answered.text() == "1 edited · 1 of 10 verified"


def colours_after(window: MainWindow, sentence: int) -> set[str]:
    """Return the colours behind the end of a sentence."""
    view = window.reading_view
    QApplication.processEvents()
    number = view.page.row_of(sentence)
    assert number is not None
    column = view.page.row_layout(number).columns[1]
    last = list_rectangles(column.layout, *column.side.span_of(sentence) or (0, 0))[-1]
    origin = view.page.origin(number, 1) + QPointF(0, 18 - view.verticalScrollBar().value())
    area = last.translated(origin).toRect()
    image = view.viewport().grab(area.adjusted(area.width() - 3, 0, 9, 0)).toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_quiet_marks_tell_who_answers(at: MainWindow) -> None:
    at.reading_view.go_to(5)
    plain = colours_after(at, 2)
    at.reading_view.go_to(2)
    write(at, "Plain words.")
    at.reading_view.go_to(5)
    edited = colours_after(at, 2)
    assert "#1d4ed8" in edited - plain
    at.reading_view.go_to(2)
    at.acts["verify"].trigger()
    at.reading_view.go_to(5)
    assert "#15803d" in colours_after(at, 2) - edited


# other translations


def test_alt_down_offers_other_translations(at: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(at.reading_view, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    offers = at.correction.alternatives.popup
    qtbot.waitUntil(offers.isVisible)
    texts = [offers.list.item(row).text() for row in range(offers.list.count())]
    assert texts == [f"{SECOND} {n}" for n in range(1, 5)]
    QTest.keyClick(offers.list, Key.Key_Down)
    QTest.keyClick(offers.list, Key.Key_Return)
    qtbot.waitUntil(lambda: not offers.isVisible())
    assert (passage(at, 2).target, passage(at, 2).status) == (f"{SECOND} 2", Status.EDITED)


def test_another_translation_goes_into_the_editor(at: MainWindow, qtbot: QtBot) -> None:
    at.acts["edit"].trigger()
    at.acts["alternatives"].trigger()
    offers = at.correction.alternatives.popup
    qtbot.waitUntil(offers.isVisible)
    offers.list.itemClicked.emit(offers.list.item(0))
    assert at.correction.editor.isVisible()
    assert at.correction.editor.toPlainText() == f"{SECOND} 1"
    assert passage(at, 2).status is Status.MACHINE


def test_nothing_is_offered_once_the_reader_has_gone_on(at: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(at.session.details.offered):
        at.acts["alternatives"].trigger()
        at.reading_view.go_to(5)
    assert not at.correction.alternatives.popup.isVisible()


def test_that_there_is_no_other_is_told(
    at: MainWindow, tiny: Tiny, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tiny.translator, "alternatives", lambda sentence: [])
    at.acts["alternatives"].trigger()
    qtbot.waitUntil(
        lambda: at.status_bar.currentMessage() == "There is no other translation: correct the sentence with F2"
    )


# words


@pytest.fixture
def point(at: MainWindow) -> Callable[[int, str], None]:
    """Return what puts the pointer on a word of sentence 2, in French (0) or in English (1)."""

    def move(column: int, word: str) -> None:
        view = at.reading_view
        part = view.page.row_layout(1).columns[column]
        start = part.side.text.index(word)
        rect = list_rectangles(part.layout, start, start + len(word))[0]
        place = view.page.origin(1, column) + rect.center() + QPointF(0, 18 - view.verticalScrollBar().value())
        QTest.mouseMove(view.viewport(), place.toPoint())

    return move


def test_the_word_under_the_pointer_lights_its_source(
    at: MainWindow, point: Callable[[int, str], None], qtbot: QtBot
) -> None:
    french, english = Hit(2, 0, 3, 9), Hit(2, 1, 7, 13)
    point(1, "SÉANCE")
    qtbot.waitUntil(lambda: list(at.reading_view._words) == [french, english])
    point(0, "vendredi")
    qtbot.waitUntil(lambda: [hit.sentence for hit in at.reading_view._words] == [1, 1])
    point(0, "séance")
    qtbot.waitUntil(lambda: list(at.reading_view._words) == [french, english])
    at.reading_view.leaveEvent(None)  # type: ignore[arg-type]
    assert list(at.reading_view._words) == []
