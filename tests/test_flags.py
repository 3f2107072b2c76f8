"""Flags in the window with tiny engines: shown at their place, listed, gone through, put right."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from flagging import HOURS, TERM, TOO_SHORT
from visavis.gui.reading_view.painting import _underline_flags
from visavis.gui.reading_view.typography import list_rectangles
from visavis.gui.style.colours import choose_colours
from visavis.model.passage import Status
from visavis.text.search import Hit
from window_under_test import MainWindow

pytestmark = pytest.mark.usefixtures("unchecked")
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def underlined(window: MainWindow, sentence: int, side: int) -> list[str]:
    page = window.reading_view.page
    number = page.row_of(sentence)
    assert number is not None
    column = page.row_layout(number).columns[side]
    found = _underline_flags(page, column, side, choose_colours(window.palette()))
    return [column.side.text[mark.start : mark.start + mark.length] for mark in found]


def test_flags_are_underlined_at_their_place_on_both_sides(flagged: MainWindow) -> None:
    assert underlined(flagged, 2, 0) == ["quatre", "séance"]
    assert underlined(flagged, 2, 1) == ["QUATRE", "SÉANCE"]
    assert underlined(flagged, 5, 0) == ["Les habitants paieront un peu plus d’impôts dès janvier."]
    flagged.showing.refresh()
    assert flagged.status_bar.answered.text() == "3 flags"


def test_where_one_side_lacks_it_the_sentence_is_dotted(flagged: MainWindow) -> None:
    assert flagged.document
    passages = flagged.document.passages
    passages[2] = replace(passages[2], flags=(replace(HOURS, target=None), TERM))
    assert underlined(flagged, 2, 0) == ["quatre", "séance"]
    assert underlined(flagged, 2, 1) == ["EN: LA SÉANCE A DURÉ PLUS DE QUATRE HEURES.", "SÉANCE"]


def test_f8_goes_from_flag_to_flag_and_round(flagged: MainWindow) -> None:
    view = flagged.reading_view
    expected = [
        (2, HOURS, [Hit(2, 0, 25, 31), Hit(2, 1, 29, 35)]),
        (2, TERM, [Hit(2, 0, 3, 9), Hit(2, 1, 7, 13)]),
        (5, TOO_SHORT, []),
        (2, HOURS, [Hit(2, 0, 25, 31), Hit(2, 1, 29, 35)]),
    ]
    for sentence, flag, places in expected:
        QTest.keyClick(view, Key.Key_F8)
        assert view.caret == sentence
        assert list(view._flagged) == places
        assert flagged.status_bar.currentMessage().startswith(flag.detail)
    QTest.keyClick(view, Key.Key_F8, SHIFT)
    assert view.caret == 5
    view.go_to(3)
    assert list(view._flagged) == []
    QTest.keyClick(view, Key.Key_F8, SHIFT)
    assert (view.caret, next(iter(view._flagged))) == (2, Hit(2, 0, 3, 9))
    view.go_to(3)
    QTest.keyClick(view, Key.Key_F8)
    assert view.caret == 5


def test_without_flags_f8_says_so(opened: MainWindow) -> None:
    opened.acts["next_flag"].trigger()
    assert opened.status_bar.currentMessage() == "There are no flags"


def test_what_is_verified_is_flagged_no_longer(flagged: MainWindow, qtbot: QtBot) -> None:
    flagged.acts["side"].trigger()
    qtbot.waitUntil(lambda: flagged.side_panel.flags.rows.rowCount() == 3)
    flagged.reading_view.go_to(2)
    QTest.keyClick(flagged.reading_view, Key.Key_Return)
    assert underlined(flagged, 2, 0) == []
    qtbot.waitUntil(lambda: flagged.side_panel.flags.rows.rowCount() == 1)
    flagged.acts["next_flag"].trigger()
    assert flagged.reading_view.caret == 5
    flagged.acts["undo"].trigger()
    assert underlined(flagged, 2, 0) == ["quatre", "séance"]


def test_the_reason_is_at_the_pointer(flagged: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    view = flagged.reading_view
    column = view.page.row_layout(1).columns[0]
    start = column.side.text.index("séance")
    rect = list_rectangles(column.layout, start, start + 6)[0]
    place = (view.page.origin(1, 0) + rect.center() + QPointF(0, 18 - view.verticalScrollBar().value())).toPoint()
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda point, text, *_: told.append(text))
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(QPoint())))
    assert told == ["Quatre is not four\n“séance” is “sitting”"]


# the list


def test_the_side_panel_lists_the_flags_and_leads_to_them(flagged: MainWindow, qtbot: QtBot) -> None:
    assert not flagged.side_panel.isVisible()
    flagged.acts["side"].trigger()
    assert flagged.side_panel.isVisible()
    assert flagged.settings.side
    listed = flagged.side_panel.flags
    qtbot.waitUntil(lambda: flagged.side_panel.tabText(0) == "Flags (3)")
    texts = [listed.rows.index(row).data() for row in range(3)]
    assert texts[2] == "Too short\nEN: LES HABITANTS PAIERONT UN PEU PLUS D’IMPÔTS DÈS JANVIER."
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualRect(listed.rows.index(1)).center())
    assert flagged.reading_view.caret == 2
    assert list(flagged.reading_view._flagged) == [Hit(2, 0, 3, 9), Hit(2, 1, 7, 13)]
    flagged.acts["next_flag"].trigger()
    assert listed.currentIndex().row() == 2
    flagged.acts["side"].trigger()
    assert not flagged.side_panel.isVisible()


@pytest.mark.usefixtures("unchecked")
def test_an_empty_list_says_what_would_be_there(opened: MainWindow, qtbot: QtBot) -> None:
    opened.acts["side"].trigger()
    listed = opened.side_panel.flags
    assert "Nothing is flagged" in listed.accessibleDescription()
    qtbot.waitUntil(lambda: listed.viewport().width() > 100)
    assert not listed.rows.rowCount()
    blank = listed.viewport().grab().toImage()
    assert len({blank.pixel(x, y) for x in range(blank.width()) for y in range(40)}) > 3
    opened.side_panel.ranks.setCurrentIndex(1)
    assert "of this kind" in listed.accessibleDescription()


def test_thousands_of_flags_are_listed(flagged: MainWindow, qtbot: QtBot) -> None:
    assert flagged.document
    passage = flagged.document.passages[2]
    flagged.document.passages[2] = replace(passage, flags=(HOURS,) * 20_000)
    flagged.acts["side"].trigger()
    qtbot.waitUntil(lambda: flagged.side_panel.tabText(0) == "Flags (20001)")


# putting right


def test_what_the_check_knows_is_put_right_by_one_key(flagged: MainWindow) -> None:
    assert flagged.document
    flagged.reading_view.go_to(2)
    QTest.keyClick(flagged.reading_view, Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    passage = flagged.document.passages[2]
    assert (passage.target, passage.status) == ("EN: LA SITTING A DURÉ PLUS DE QUATRE HEURES.", Status.EDITED)
    assert flagged.status_bar.currentMessage() == "Put right: SITTING"


def test_a_term_without_a_place_is_put_where_its_words_stand(flagged: MainWindow, qtbot: QtBot) -> None:
    assert flagged.document
    passages = flagged.document.passages
    passages[2] = replace(passages[2], flags=(replace(TERM, target=None),))
    flagged.reading_view.go_to(2)
    flagged.acts["fix"].trigger()
    qtbot.waitUntil(lambda: passages[2].target == "EN: LA SITTING A DURÉ PLUS DE QUATRE HEURES.")


def test_a_term_whose_place_is_not_clear_is_left_to_the_reader(flagged: MainWindow, qtbot: QtBot) -> None:
    assert flagged.document
    passages = flagged.document.passages
    passages[2] = replace(passages[2], flags=(replace(TERM, source=None, target=None),))
    flagged.reading_view.go_to(2)
    flagged.acts["fix"].trigger()
    qtbot.waitUntil(lambda: "correct the sentence with F2" in flagged.status_bar.currentMessage())
    assert not flagged.session.can_undo


def test_nothing_else_is_touched(flagged: MainWindow) -> None:
    flagged.reading_view.go_to(5)
    flagged.acts["fix"].trigger()
    assert (
        flagged.status_bar.currentMessage()
        == "Nothing here can be put right automatically: correct the sentence with F2"
    )
    assert not flagged.session.can_undo


# ranks


def test_ranks_are_told_apart_by_the_shape_of_the_line(flagged: MainWindow) -> None:
    assert flagged.document
    passages = flagged.document.passages
    style = replace(TERM, check="spelling")
    passages[2] = replace(passages[2], flags=(HOURS, style, replace(TERM, source=(10, 12))))
    page = flagged.reading_view.page
    number = page.row_of(2)
    assert number is not None
    column = page.row_layout(number).columns[0]
    marks = _underline_flags(page, column, 0, choose_colours(flagged.palette()))
    styles = {mark.start - column.side.text.index("La séance"): mark.format.underlineStyle() for mark in marks}
    line = QTextCharFormat.UnderlineStyle
    assert styles == {25: line.WaveUnderline, 3: line.DotLine, 10: line.DashUnderline}


def test_only_the_flags_of_a_rank_are_listed_and_gone_through(flagged: MainWindow, qtbot: QtBot) -> None:
    flagged.acts["side"].trigger()
    qtbot.waitUntil(lambda: flagged.side_panel.flags.rows.rowCount() == 3)
    flagged.side_panel.ranks.setCurrentIndex(1)
    qtbot.waitUntil(lambda: flagged.side_panel.flags.rows.rowCount() == 1)
    for _ in range(2):
        flagged.acts["next_flag"].trigger()
        assert flagged.reading_view.caret == 2
        assert next(iter(flagged.reading_view._flagged)) == Hit(2, 0, 25, 31)
    flagged.side_panel.ranks.setCurrentIndex(3)
    flagged.acts["next_flag"].trigger()
    assert flagged.status_bar.currentMessage() == "There are no flags of this kind: choose “All flags” in the list"


# dismissing


def test_a_flag_is_dismissed_and_the_next_one_shown(flagged: MainWindow, qtbot: QtBot) -> None:
    flagged.acts["next_flag"].trigger()
    flagged.acts["dismiss"].trigger()
    assert flagged.document
    assert underlined(flagged, 2, 0) == ["séance"]
    assert list(flagged.reading_view._flagged) == [Hit(2, 0, 3, 9), Hit(2, 1, 7, 13)]
    flagged.acts["dismiss"].trigger()
    assert flagged.reading_view.caret == 5
    flagged.acts["dismiss"].trigger()
    assert flagged.status_bar.currentMessage() == "That was the last flag"
    flagged.showing.refresh()
    assert flagged.status_bar.answered.text() == ""
    flagged.acts["undo"].trigger()
    flagged.acts["undo"].trigger()
    assert flagged.status_bar.answered.text() == "2 flags"
    flagged.reading_view.go_to(0)
    flagged.acts["dismiss"].trigger()
    assert flagged.status_bar.currentMessage() == "There is no flag here: F8 goes to the next"


# found with the mouse


def test_a_click_on_the_counter_goes_to_the_next_flag(flagged: MainWindow) -> None:
    flagged.showing.refresh()
    counter = flagged.status_bar.answered
    QTest.mouseClick(counter, Qt.MouseButton.LeftButton)
    assert flagged.flags.cards.card.isVisible()
    assert flagged.reading_view.caret == 2
    QTest.mouseClick(counter, Qt.MouseButton.LeftButton)
    assert list(flagged.reading_view._flagged) == [Hit(2, 0, 3, 9), Hit(2, 1, 7, 13)]


def test_the_context_menu_acts_on_the_sentence_under_the_pointer(flagged: MainWindow, qtbot: QtBot) -> None:
    view = flagged.reading_view
    place = view.rectangle_of(5)
    assert place
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=place.topLeft() + QPoint(20, 8))
    assert view.caret == 5
    point = place.topLeft() + QPoint(20, 8)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, view.viewport().mapToGlobal(point))
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert "&Correct" in texts
    assert "&It is right: dismiss the flag" in texts
    next(action for action in menu.actions() if action.text().startswith("&It is right")).trigger()
    menu.close()
    assert flagged.document
    assert flagged.document.passages[5].open_flags == ()


def test_a_double_click_on_the_english_edits_it(flagged: MainWindow) -> None:
    view = flagged.reading_view
    place = view.rectangle_of(2)
    assert place
    english = QPoint(round(view.page.left[1]) + 30, place.top() + 8)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=english)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=english)
    assert flagged.correction.editor.isVisible()
    assert flagged.document
    assert flagged.correction.editor.toPlainText() == flagged.document.passages[view.caret].target
