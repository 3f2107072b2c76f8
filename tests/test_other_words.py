"""Other words of a sentence: where two versions differ, and what is offered for a word that is clicked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from conftest import Tiny
from visavis.gui.overlays.marked_text import MARKS
from visavis.gui.overlays.offers_popup import Offer, OffersPopup
from visavis.model.passage import Hypothesis, Status
from visavis.text.differences import find_differences, list_replacements
from visavis.text.search import Hit
from window_under_test import MainWindow

Key = Qt.Key
SECOND = "The council voted the budget on Friday."
BEAM = (
    "The council voted the budget on Friday.",
    "The council approved the budget on Friday.",
    "The board adopted the budget on Friday.",
    "The council approved the funds on Friday night.",
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("The council voted.", "The council approved.", [("voted", "approved")]),
        ("He said he came.", "He said that he came.", [("said", "said that")]),
        ("Very well done", "Well done", [("Very well", "Well")]),
        ("Yes.", "Yes.", []),
        ("It costs 3,5 million", "It costs 3.5 million", [("3,5", "3.5")]),
        (
            "The budget was adopted by the council.",
            "The council adopted the budget.",
            [("budget was adopted by the council", "council adopted the budget")],
        ),
        ("A a b c", "A x b y", [("a", "x"), ("c", "y")]),
    ],
)
def test_what_differs_is_as_short_as_makes_sense(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    found = [(old[slice(*one.old)], new[slice(*one.new)]) for one in find_differences(old, new)]
    assert found == expected


def test_other_words_are_put_in_one_by_one_and_never_twice() -> None:
    beam = (*BEAM, "The council voted the budget on Friday, night.")
    made = [(one.words, one.text) for one in list_replacements(BEAM[0], beam)]
    assert made == [
        ("approved", "The council approved the budget on Friday."),
        ("board adopted", "The board adopted the budget on Friday."),
        ("funds", "The council voted the funds on Friday."),
        ("Friday night", "The council voted the budget on Friday night."),
    ]


@pytest.mark.parametrize("other", ["The council voted the budget, on Friday!", BEAM[0], ""])
def test_signs_alone_are_no_other_words(other: str) -> None:
    assert list_replacements(BEAM[0], [other]) == []


@pytest.fixture
def at(opened: MainWindow, tiny: Tiny, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    beam = [Hypothesis(text, -0.1) for text in BEAM]
    monkeypatch.setattr(tiny.translator, "hypotheses", lambda sentences, count, begins: [beam])
    opened.session.edit(2, SECOND)
    opened.reading_view.go_to(5)
    return opened


Click = Callable[[str], None]


@pytest.fixture
def click(at: MainWindow) -> Click:
    def do(word: str) -> None:
        QTest.mouseClick(at.reading_view.viewport(), Qt.MouseButton.LeftButton, pos=find(at, word))

    return do


def find(window: MainWindow, word: str) -> QPoint:
    """Return where a word of sentence 2 is shown."""
    assert window.document
    start = window.document.passages[2].target.index(word)
    place = window.reading_view.rectangle_of_words(Hit(2, 1, start, start + len(word)))
    assert place
    return place.center()


def offers(popup: OffersPopup) -> list[str]:
    rows = [popup.list.item(row) for row in range(popup.list.count())]
    return [row.text()[slice(*row.data(MARKS)[0])] for row in rows]


def target(window: MainWindow) -> tuple[str, Status]:
    assert window.document
    return window.document.passages[2].target, window.document.passages[2].status


def test_a_second_click_on_a_word_offers_others_and_the_sentence_follows(
    at: MainWindow, click: Click, qtbot: QtBot
) -> None:
    popup = at.correction.alternatives.popup
    click("voted")
    assert at.reading_view.caret == 2
    qtbot.wait(QGuiApplication.styleHints().mouseDoubleClickInterval() + 50)
    assert not popup.isVisible()  # the first click lights the sentence
    click("voted")
    qtbot.waitUntil(popup.isVisible)
    assert offers(popup) == ["approved", "board adopted"]
    assert popup.list.item(0).text() == "council approved the"
    assert list(at.reading_view._flagged) == [Hit(2, 1, 12, 17)]  # what it would replace
    QTest.keyClick(popup.list, Key.Key_Down)
    assert list(at.reading_view._flagged) == [Hit(2, 1, 4, 17)]
    QTest.keyClick(popup.list, Key.Key_Return)
    assert target(at) == ("The board adopted the budget on Friday.", Status.EDITED)
    assert not at.reading_view._flagged
    at.acts["undo"].trigger()
    assert target(at)[0] == SECOND


def test_a_double_click_edits_and_offers_nothing(at: MainWindow, click: Click, qtbot: QtBot) -> None:
    at.reading_view.go_to(2)
    click("voted")
    QTest.mouseDClick(at.reading_view.viewport(), Qt.MouseButton.LeftButton, pos=find(at, "voted"))
    assert at.correction.editor.isVisible()
    qtbot.wait(QGuiApplication.styleHints().mouseDoubleClickInterval() + 50)
    assert not at.correction.alternatives.popup.isVisible()


def test_keys_walk_from_word_to_word(at: MainWindow, qtbot: QtBot) -> None:
    at.reading_view.go_to(2)
    QTest.keyClick(at.reading_view, Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    popup = at.correction.alternatives.popup
    qtbot.waitUntil(popup.isVisible)
    assert offers(popup) == ["board adopted"]
    seen = []
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Left):
        QTest.keyClick(popup.list, key)
        seen.append(offers(popup)[0])
    assert seen == ["approved", "funds", "Friday night", "funds"]
    QTest.keyClick(popup.list, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: popup.isVisible() and not popup.sentences.isVisible())
    assert popup.list.accessibleName() == "Other translations"


def test_the_context_menu_has_the_words_of_the_word_under_the_pointer(at: MainWindow, qtbot: QtBot) -> None:
    at.reading_view.go_to(2)
    menu = QMenu()
    menu.addActions(at.reading_view.actions())
    at.reading_view.menu_filled.emit(menu, 2, 1, SECOND.index("budget"))
    entry = next(action for action in menu.actions() if action.text() == "Other words for “budget”")
    entry.trigger()
    qtbot.waitUntil(at.correction.alternatives.popup.isVisible)
    assert offers(at.correction.alternatives.popup) == ["funds"]


def test_no_other_words_is_told(at: MainWindow, click: Click, qtbot: QtBot) -> None:
    at.reading_view.go_to(2)
    click("The")
    qtbot.waitUntil(
        lambda: at.status_bar.currentMessage() == "There are no other words here: correct the sentence with F2"
    )


def test_whole_sentences_have_their_differences_marked(at: MainWindow, qtbot: QtBot) -> None:
    at.session.edit(2, "EN: LA SÉANCE FUT LONGUE")
    at.reading_view.go_to(2)
    at.acts["alternatives"].trigger()
    popup = at.correction.alternatives.popup
    qtbot.waitUntil(popup.isVisible)
    first = popup.list.item(0)
    assert [first.text()[slice(*mark)] for mark in first.data(MARKS)] == ["A DURÉ PLUS DE QUATRE HEURES."]


@pytest.mark.parametrize(("top", "least"), [(60, 470), (330, 400), (700, 470)])
def test_all_of_the_popup_is_on_the_screen(qtbot: QtBot, top: int, least: int) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    screen = view.screen().availableGeometry()
    view.setGeometry(screen)
    view.show()
    popup = OffersPopup(view)
    place = QRect(40, top, 400, 60)
    popup.show_sentences([Offer("Le conseil " * 20, "The council " * 20)] * 9, place, view.font())
    assert screen.adjusted(0, 0, 2, 2).contains(popup.geometry())  # offscreen, Qt moves windows by a frame of 2
    assert not popup.geometry().intersects(place)
    assert popup.height() >= least
    popup.hide()


def test_one_offer_leaves_no_gap(qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    view.resize(600, 600)
    view.show()
    popup = OffersPopup(view)
    popup.show_words([Offer("a", "the word")], QRect(40, 60, 40, 20), view.font())
    row = popup.list.visualItemRect(popup.list.item(0))
    assert popup.list.viewport().height() - row.bottom() < row.height()
    popup.hide()
