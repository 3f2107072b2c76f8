"""What is on the clipboard is translated in a small window, from the menu or the tray."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from conftest import Done, Tiny
from visavis.gui.quick.window import QuickWindow
from window_under_test import MainWindow


def show(window: MainWindow, text: str) -> QuickWindow:
    QGuiApplication.clipboard().setText(text)
    window.acts["quick"].trigger()
    assert window.quick.quick
    return window.quick.quick


def test_the_clipboard_is_translated_copied_and_opened(window: MainWindow, qtbot: QtBot, done: Done) -> None:
    quick = show(window, "Le maire a parlé. La ville dort.")
    qtbot.waitUntil(quick.copy_button.isEnabled)
    assert quick.english.toPlainText() == "EN: LE MAIRE A PARLÉ. EN: LA VILLE DORT."
    assert quick.state.text() == ""
    quick.copy_button.click()
    assert QGuiApplication.clipboard().text() == "EN: LE MAIRE A PARLÉ. EN: LA VILLE DORT."
    assert window.document is None
    quick.open_button.click()
    done()
    assert window.document and window.document.complete and not quick.isVisible()
    assert window.document.article.text.startswith("Le maire a parlé.")


def test_without_text_it_says_so(window: MainWindow) -> None:
    quick = show(window, " ")
    assert quick.state.text() == "There is no text on the clipboard. Copy French text first."
    assert not quick.copy_button.isEnabled() and not quick.open_button.isEnabled()


def test_a_text_that_is_not_french_is_told(window: MainWindow, qtbot: QtBot) -> None:
    quick = show(window, "The council has approved the budget of the town on Friday evening, and the mayor was there.")
    qtbot.waitUntil(quick.copy_button.isEnabled)
    assert quick.state.text() == "The text appears to be in English, not French"


def test_a_long_message_leaves_the_window_as_wide_as_it_was(window: MainWindow, qtbot: QtBot) -> None:
    quick = show(window, "https://exemple.fr/un/article")
    width = quick.width()
    qtbot.waitUntil(lambda: "no page is fetched" in quick.state.text())
    assert quick.minimumSizeHint().width() <= width


def test_an_engine_that_fails_is_told(window: MainWindow, qtbot: QtBot, tiny: Tiny) -> None:
    tiny.translator.fail_after = 0
    quick = show(window, "Le maire a parlé.")
    qtbot.waitUntil(lambda: "engine" in quick.state.text())


@pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)  # of the offscreen platform
def test_the_tray_is_there_while_it_is_wanted(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    assert window.quick.tray is None
    window.settings.tray = True
    assert window.quick.tray
    QGuiApplication.clipboard().setText("Le maire a parlé.")
    window.quick.tray.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert window.quick.quick
    qtbot.waitUntil(window.quick.quick.copy_button.isEnabled)
    window.settings.tray = False
    assert not window.quick.tray.isVisible()
