"""An open menu has the keys: none of them does what it does in the article or the summary below."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from conftest import Done, Tiny
from visavis.model.passage import Status
from visavis.model.summary_picks import SummaryPicks
from window_under_test import MainWindow

Key = Qt.Key
KEYS = (
    *((key, Qt.KeyboardModifier.NoModifier) for key in (Key.Key_P, Key.Key_Delete, Key.Key_Return, Key.Key_Enter)),
    (Key.Key_Return, Qt.KeyboardModifier.ShiftModifier),
    *((key, Qt.KeyboardModifier.ControlModifier) for key in (Key.Key_Up, Key.Key_Down)),
)


def bar(window: MainWindow, name: str) -> QMenu:
    return next(menu for menu in window.menuBar().findChildren(QMenu) if menu.title().replace("&", "") == name)


def popped(qtbot: QtBot) -> QMenu:
    """Return the menu that is open."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def context(window: MainWindow, qtbot: QtBot) -> QMenu:
    view = window.summary.view
    place = QPoint(60, 30)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    return popped(qtbot)


def offered(window: MainWindow, qtbot: QtBot) -> QMenu:
    window.message_bar.show_choices("Two came", "Open", [("one", lambda: None), ("two", lambda: None)])
    menu = window.message_bar.action.menu()
    assert isinstance(menu, QMenu)
    menu.popup(window.mapToGlobal(QPoint(10, 10)))
    return popped(qtbot)


def dropped(window: MainWindow, qtbot: QtBot) -> QMenu:
    menu = window.summary.copy_button.menu()
    menu.popup(window.mapToGlobal(QPoint(10, 10)))
    return popped(qtbot)


def titled(name: str) -> Callable[[MainWindow, QtBot], QMenu]:
    def pop(window: MainWindow, qtbot: QtBot) -> QMenu:
        bar(window, name).popup(window.mapToGlobal(QPoint(10, 10)))
        return popped(qtbot)

    pop.__name__ = name
    return pop


MENUS = (context, offered, dropped, *map(titled, ("File", "Edit", "Line spacing", "Sentence", "Help")))


@pytest.mark.parametrize("place", ["article", "summary"])
@pytest.mark.parametrize("pop", MENUS, ids=lambda pop: pop.__name__)
def test_a_key_in_a_menu_does_nothing_below_it(
    opened: MainWindow, qtbot: QtBot, pop: Callable[[MainWindow, QtBot], QMenu], place: str
) -> None:
    assert opened.document
    view = opened.reading_view if place == "article" else opened.summary.view
    opened.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.go_to(opened.summary.shown[0])
    done: list[str] = []
    for name, action in opened.acts.items():
        action.triggered.connect(lambda _=False, name=name: done.append(name))
    for key, modifier in KEYS:
        menu = pop(opened, qtbot)
        allowed = {action.text() for action in menu.actions()}
        QTest.keyClick(menu, key, modifier)
        menu.close()
        assert all(opened.acts[name].text() in allowed for name in done), (key, done)
        done.clear()
    assert all(passage.status is Status.MACHINE for passage in opened.document.passages.values())


def test_a_letter_chooses_the_entry_of_the_menu(opened: MainWindow, done: Done, qtbot: QtBot, tiny: Tiny) -> None:
    opened.activateWindow()
    opened.summary.view.setFocus()
    qtbot.waitUntil(opened.summary.view.hasFocus)
    opened.summary.view.go_to(opened.summary.shown[0])
    QGuiApplication.clipboard().setText("Un autre article. Il est court, et il parle de la pluie et du beau temps.")
    bar(opened, "File").popup(opened.mapToGlobal(QPoint(10, 10)))
    QTest.keyClick(popped(qtbot), Key.Key_P)
    done()
    assert opened.document
    assert opened.document.article.path == "Un autre article Il est court, et il parle de la"
    assert opened.document.picks == SummaryPicks()


def test_the_keys_work_again_when_the_menu_is_gone(opened: MainWindow, qtbot: QtBot) -> None:
    assert opened.document
    opened.activateWindow()
    opened.summary.view.setFocus()
    qtbot.waitUntil(opened.summary.view.hasFocus)
    opened.summary.view.go_to(opened.summary.shown[0])
    menu = context(opened, qtbot)
    QTest.keyClick(menu, Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    QTest.keyClick(opened.summary.view, Key.Key_P)
    assert opened.document.picks.pinned
