"""The card of a flag: opened by key and by mouse, says what may be wrong, and offers what works."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from flagging import TERM, TOO_SHORT, place_of
from visavis.checks import NAMES
from visavis.gui.flag_filter import KINDS
from visavis.gui.overlays.flag_card import FlagCard
from visavis.gui.overlays.focus_ring import FocusRing
from visavis.model.passage import Status
from window_under_test import MainWindow

pytestmark = pytest.mark.usefixtures("unchecked")
Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def ring(window: MainWindow) -> FocusRing:
    found = window.reading_view.findChild(FocusRing)
    assert isinstance(found, FocusRing)
    return found


def card(window: MainWindow) -> FlagCard:
    return window.flags.cards.card


def test_f8_opens_the_card_and_goes_on(flagged: MainWindow) -> None:
    QTest.keyClick(flagged.reading_view, Key.Key_F8)
    shown = card(flagged)
    assert shown.isVisible()
    assert (shown.reason.text(), shown.position.text()) == ("Quatre is not four", "1 of 3")
    assert (shown.french.text(), shown.english.text()) == ("quatre", "QUATRE")
    assert not shown.fix.isVisible()
    QTest.keyClick(flagged.reading_view, Key.Key_F8)
    assert (shown.position.text(), shown.fix.text(), shown.fix.isVisible()) == ("2 of 3", "Put right: SITTING", True)
    shown.next_wanted.emit()
    assert (shown.position.text(), shown.reason.text()) == ("3 of 3", "Too short")
    assert not shown.french.isVisible()
    shown.previous_wanted.emit()
    assert shown.position.text() == "2 of 3"


def test_the_card_stays_in_view_when_the_window_shrinks(flagged: MainWindow) -> None:
    QTest.keyClick(flagged.reading_view, Key.Key_F8)
    flagged.resize(800, 560)
    assert flagged.reading_view.viewport().rect().contains(card(flagged).geometry())


def test_the_card_covers_nothing_of_its_sentence(flagged: MainWindow) -> None:
    for width, height in ((700, 800), (800, 600), (1240, 860), (1900, 1000)):
        flagged.resize(width, height)
        QTest.keyClick(flagged.reading_view, Key.Key_F8)
        place = flagged.reading_view.rectangle_of(flagged.reading_view.caret)
        assert place
        assert not card(flagged).geometry().intersects(place)
        assert flagged.reading_view.viewport().rect().contains(card(flagged).geometry())


def test_the_top_of_a_card_without_room_is_seen(flagged: MainWindow) -> None:
    flagged.reading_view.setFixedHeight(90)
    QApplication.processEvents()
    QTest.keyClick(flagged.reading_view, Key.Key_F8)
    shown = card(flagged)
    assert shown.height() > flagged.reading_view.viewport().height()
    assert 0 <= shown.y() < 20


@pytest.mark.parametrize("side", [0, 1])
def test_a_click_on_flagged_words_opens_their_card(flagged: MainWindow, side: int) -> None:
    spans = (TERM.source, TERM.target)[side]
    assert spans
    view = flagged.reading_view.viewport()
    QTest.mouseClick(view, LEFT, pos=place_of(flagged, 2, side, *spans))
    assert card(flagged).reason.text() == TERM.detail
    card(flagged).hide()
    QTest.mouseClick(view, LEFT, pos=place_of(flagged, 2, side, 14, 16))
    assert not card(flagged).isVisible()


def test_esc_closes_the_card_and_cancels_nothing(flagged: MainWindow) -> None:
    QTest.keyClick(flagged.reading_view, Key.Key_F8)
    flagged.acts["cancel"].setEnabled(True)
    QTest.keyClick(flagged.reading_view, Key.Key_Escape)
    assert not card(flagged).isVisible()
    assert flagged.reading_view.hasFocus()
    assert flagged.reading_view.caret == 2


def test_the_card_stays_until_one_moves_on(flagged: MainWindow) -> None:
    QTest.keyClick(flagged.reading_view, Key.Key_F8)
    flagged.reading_view.verticalScrollBar().setValue(40)
    assert card(flagged).isVisible()
    QTest.keyClick(flagged.reading_view, Key.Key_Down)
    assert not card(flagged).isVisible()


def test_put_right_puts_right_and_closes(flagged: MainWindow) -> None:
    flagged.flags.next()
    flagged.flags.next()
    assert flagged.reading_view._flagged
    QTest.mouseClick(card(flagged).fix, LEFT)
    assert not flagged.reading_view._flagged  # it would light other words
    assert flagged.document
    assert flagged.document.passages[2].target == "EN: LA SITTING A DURÉ PLUS DE QUATRE HEURES."
    assert flagged.document.passages[2].status is Status.EDITED
    assert not card(flagged).isVisible()


def test_a_fix_without_a_place_is_offered_once_it_has_one(flagged: MainWindow, qtbot: QtBot) -> None:
    assert flagged.document
    passages = flagged.document.passages
    passages[2] = replace(passages[2], flags=(replace(TERM, target=None),))
    flagged.flags.next()
    qtbot.waitUntil(card(flagged).fix.isVisible)
    assert card(flagged).english.text() == "SÉANCE"
    passages[5] = replace(passages[5], flags=(replace(TERM, source=None, target=None),))
    flagged.flags.next()
    assert not card(flagged).fix.isVisible()


def test_it_is_right_dismisses_and_shows_the_next(flagged: MainWindow) -> None:
    flagged.flags.next()
    for reason, position in ((TERM.detail, "1 of 2"), (TOO_SHORT.detail, "1 of 1")):
        QTest.mouseClick(card(flagged).dismiss, LEFT)
        assert (card(flagged).reason.text(), card(flagged).position.text()) == (reason, position)
    card(flagged).dismiss.setFocus()
    QTest.mouseClick(card(flagged).dismiss, LEFT)
    assert not card(flagged).isVisible()
    assert not flagged.reading_view._flagged  # nothing is wrong there
    assert flagged.reading_view.hasFocus()
    assert not ring(flagged).isVisible()  # a click has led there


def test_the_ring_follows_the_tab_key(flagged: MainWindow) -> None:
    QTest.keyClick(flagged.reading_view, Key.Key_Tab)
    assert not ring(flagged).isVisible()
    after = QApplication.focusWidget()
    assert after
    QTest.keyClick(after, Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert flagged.reading_view.hasFocus()
    assert ring(flagged).isVisible()


def test_edit_opens_the_editor_in_place_of_the_card(flagged: MainWindow) -> None:
    flagged.flags.next()
    QTest.mouseClick(card(flagged).edit, LEFT)
    assert flagged.correction.editor.isVisible()
    assert not card(flagged).isVisible()


def test_every_check_belongs_to_one_kind() -> None:
    listed = [check for checks in KINDS.values() for check in checks]
    assert sorted(listed) == sorted({*NAMES, "degenerate"})


def test_only_flags_of_a_kind_are_gone_through(flagged: MainWindow) -> None:
    kinds = flagged.side_panel.kinds
    kinds.setCurrentIndex(kinds.findData("terms"))
    for _ in range(2):
        flagged.flags.next()
        assert (card(flagged).reason.text(), card(flagged).position.text()) == (TERM.detail, "1 of 1")
    kinds.setCurrentIndex(kinds.findData("names"))
    flagged.flags.next()
    assert flagged.status_bar.currentMessage() == "There are no flags of this kind: choose “All flags” in the list"
