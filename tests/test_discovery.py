"""What can be done is found: context menus, what a click would do, hints for a new user, the welcome page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from conftest import Build, Done, Tiny
from flagging import place_of
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.panels.welcome import RecentArticleButton
from visavis.model.passage import Flag
from window_under_test import MainWindow

LEFT = Qt.MouseButton.LeftButton
HOURS = Flag("figure", "Quatre is not four", source=(25, 31), target=(29, 35))


@pytest.fixture(autouse=True)
def _no_popup_stays() -> Iterator[None]:
    yield
    close_menu()


@pytest.fixture
def flagged(unchecked: None, opened: MainWindow) -> MainWindow:
    """Return the window with a flag in sentence 2."""
    assert opened.document
    opened.document.passages[2] = replace(opened.document.passages[2], flags=(HOURS,))
    opened.reading_view.refresh([2])
    return opened


def close_menu() -> None:
    popup = QApplication.activePopupWidget()
    if popup:
        popup.close()


def open_menu(widget: QWidget, place: QPoint) -> dict[str, QAction]:
    """Open the context menu of a widget at a place; return its actions by their texts."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return {action.text().replace("&", ""): action for action in menu.actions() if not action.isSeparator()}


def test_a_word_can_be_copied_found_and_made_a_term(flagged: MainWindow, qtbot: QtBot) -> None:
    view = flagged.reading_view.viewport()
    offers = open_menu(view, place_of(flagged, 2, 0, 3, 9))
    assert "Use a term for “séance” everywhere…" in offers
    offers["Copy “séance”"].trigger()
    assert QGuiApplication.clipboard().text() == "séance"
    offers["Find “séance”"].trigger()
    assert flagged.find_bar.isVisible()
    qtbot.waitUntil(lambda: len(flagged.find_bar.hits) == 2)


def test_a_term_is_made_of_the_word_under_the_pointer(flagged: MainWindow) -> None:
    asked: list[str] = []
    flagged.acts["use_term"].triggered.connect(lambda: asked.append(flagged.reading_view.selected_text()))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("visavis.gui.dialogs.term.TermDialog.exec", lambda _: 0)
        open_menu(flagged.reading_view.viewport(), place_of(flagged, 2, 0, 3, 9))[
            "Use a term for “séance” everywhere…"
        ].trigger()
    assert asked == ["séance"]


def test_what_is_about_flags_is_offered_where_there_is_one(flagged: MainWindow) -> None:
    view = flagged.reading_view.viewport()
    assert "Put right" in open_menu(view, place_of(flagged, 2, 1, 5, 9))
    close_menu()
    assert "Put right" not in open_menu(view, place_of(flagged, 1, 1, 5, 9))


def test_the_lists_and_the_summary_offer_what_can_be_done(flagged: MainWindow, qtbot: QtBot) -> None:
    flagged.acts["side"].trigger()
    listed = flagged.side_panel.flags
    qtbot.waitUntil(lambda: listed.rows.rowCount() == 1)
    offers = open_menu(listed.viewport(), listed.visualRect(listed.rows.index(0)).center())
    assert flagged.reading_view.caret == 2
    offers["It is right: dismiss the flag"].trigger()
    assert flagged.document
    assert flagged.document.passages[2].open_flags == ()
    close_menu()
    summary = flagged.summary.view
    place = summary.rectangle_of(flagged.summary.shown[0])
    assert place
    offers = open_menu(summary.viewport(), place.center())
    assert {"Leave out of the summary", "Copy summary"} <= offers.keys()


def test_the_pointer_tells_what_a_click_would_do(flagged: MainWindow) -> None:
    view, title = flagged.reading_view.viewport(), flagged.status_bar.title
    before = title.text()
    for side, span, shape, hint in (
        (0, (25, 31), Qt.CursorShape.PointingHandCursor, "Click to see what may be wrong"),
        (1, (14, 16), Qt.CursorShape.IBeamCursor, "double-click to edit it"),
        (0, (14, 16), Qt.CursorShape.IBeamCursor, "Click to light the sentence in both languages"),
    ):
        QTest.mouseMove(view, place_of(flagged, 2, side, *span))
        assert title.text().endswith(hint)
        assert view.cursor().shape() is shape
    flagged.reading_view.pointed.emit(-1, 0, 0)
    assert title.text() == before


def test_the_hints_come_once_and_go_for_good(opened: MainWindow) -> None:
    assert not opened.hints_bar.isVisible()
    opened.acts["hints"].trigger()
    assert opened.hints_bar.isVisible()
    QTest.mouseClick(opened.hints_bar.done, LEFT)
    assert not opened.hints_bar.isVisible()
    assert not opened.settings.hints


def test_the_example_is_opened(window: MainWindow, done: Done) -> None:
    next(b for b in window.welcome.findChildren(QPushButton) if b.text() == "Try an example").click()
    done()
    assert window.document
    assert window.document.article.title.startswith("Saint-Aubin")


def test_recent_articles_tell_folder_and_date_and_can_be_forgotten(
    window: MainWindow, article: Path, build_window: Build, tiny: Tiny, done: Done, qtbot: QtBot
) -> None:
    window.open_path(article)
    done()
    window.close()
    again = build_window(tiny.engines)
    qtbot.waitUntil(lambda: bool(again.welcome.findChildren(RecentArticleButton)))
    (button,) = again.welcome.findChildren(RecentArticleButton)
    assert button.where.startswith(f"{article.parent.name} · ")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Dialogs, "agree", lambda *_: True)
        button.customContextMenuRequested.emit(QPoint(5, 5))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert [action.text() for action in menu.actions() if action.text()][:2] == ["&Open", "Show in &folder"]
        menu.actions()[-1].trigger()
    qtbot.waitUntil(lambda: not any(b.isVisible() for b in again.welcome.findChildren(RecentArticleButton)))
