"""What nobody caught: saved, logged, told once, with a report to copy that holds no text."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from conftest import Done
from visavis import paths
from visavis.app import composition
from visavis.app.crash_reporter import CrashReporter
from visavis.gui.dialogs.crash_report import CrashDialog
from visavis.infrastructure import log
from visavis.infrastructure.settings import Settings
from visavis.paths import get_settings_file as settings_path
from window_under_test import MainWindow

SECRET = "Le maire a défendu les dépenses"


class Faulty(QObject):
    """Fails in a slot, as a part of the window might."""

    def slot(self) -> None:
        raise ValueError(SECRET)


class Work:
    """Counts how often the work was saved; may fail to."""

    def __init__(self) -> None:
        self.saved, self.fails = 0, False

    def save(self) -> None:
        if self.fails:
            raise OSError(SECRET)
        self.saved += 1


@pytest.fixture
def work() -> Work:
    return Work()


@pytest.fixture
def dialogs(window: MainWindow) -> Callable[[], list[CrashDialog]]:
    """Return what finds the dialogs that are open."""
    return lambda: [dialog for dialog in window.findChildren(CrashDialog) if dialog.isVisible()]


@contextmanager
def hearing(window: MainWindow, work: Work) -> Iterator[None]:
    """Have the hooks in place; not as a fixture, for pytest-qt puts its own in place before a test."""
    hooks = sys.excepthook, threading.excepthook
    log.start(paths.get_logs_folder(), "begun")
    CrashReporter(window, work.save).install()
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook = hooks
        log.stop()


def logged() -> str:
    return (paths.get_logs_folder() / "visavis.log").read_text(encoding="utf-8")


Dialogs = Callable[[], list[CrashDialog]]


def test_a_fault_in_a_slot_is_saved_logged_and_told(
    window: MainWindow, work: Work, dialogs: Dialogs, qtbot: QtBot
) -> None:
    faulty = Faulty()
    with hearing(window, work):
        QTimer.singleShot(0, faulty.slot)
        qtbot.waitUntil(lambda: bool(dialogs()))
    [shown] = dialogs()
    report = shown.report.toPlainText()
    assert work.saved == 1
    assert "ValueError" in report and "in slot" in report and "visavis" in report and SECRET not in report
    assert "in slot" in logged() and SECRET not in logged()
    shown.copy.click()
    assert QGuiApplication.clipboard().text() == report
    shown.accept()
    assert window.isVisible()


def test_a_fault_in_another_thread_is_told_in_the_window_s(
    window: MainWindow, work: Work, dialogs: Dialogs, qtbot: QtBot
) -> None:
    with hearing(window, work):
        thread = threading.Thread(target=Faulty().slot)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: bool(dialogs()))
    assert work.saved == 1 and SECRET not in dialogs()[0].report.toPlainText()
    dialogs()[0].reject()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_a_fault_that_comes_again_is_told_once(window: MainWindow, work: Work, dialogs: Dialogs, qtbot: QtBot) -> None:
    faulty = Faulty()
    timer = QTimer(interval=1)
    timer.timeout.connect(faulty.slot)
    with hearing(window, work):
        timer.start()
        qtbot.waitUntil(lambda: logged().count("ValueError") > 5)
        timer.stop()
        assert len(dialogs()) == 1 and work.saved == 1
        dialogs()[0].accept()
        QTimer.singleShot(0, faulty.slot)
        qtbot.waitUntil(lambda: work.saved == 2)
    dialogs()[0].accept()


def test_work_that_cannot_be_saved_is_told_too(window: MainWindow, work: Work, dialogs: Dialogs, qtbot: QtBot) -> None:
    work.fails = True
    with hearing(window, work):
        QTimer.singleShot(0, Faulty().slot)
        qtbot.waitUntil(lambda: bool(dialogs()))
    [shown] = dialogs()
    assert "could not be saved" in shown.words.text()
    assert "OSError" in logged() and SECRET not in logged()
    shown.accept()


def test_ctrl_c_is_no_fault(window: MainWindow, work: Work, dialogs: Dialogs) -> None:
    with hearing(window, work):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
        QCoreApplication.processEvents()
    assert not dialogs() and not work.saved


def test_what_a_crash_would_take_is_saved(window: MainWindow, article: Path, done: Done) -> None:
    keeper = window.session.autosave
    assert keeper
    keeper._timer.setInterval(1_000_000)  # nothing is saved by itself
    window.open_path(article)
    done()
    window.settings.last_folder = "here"
    assert keeper.work.recent() == []
    composition._save_work(window)
    assert [Path(recent.path) for recent in keeper.work.recent()] == [article]
    assert Settings.load(settings_path()).last_folder == "here"
