"""Several articles at once: a list, one of which is shown while the others go on; they are there after a restart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from conftest import Build, Done, Tiny
from visavis.gui.articles.model import PROGRESS_ROLE, STATE_ROLE
from visavis.gui.articles.view import place_close_button
from visavis.gui.requests import request_pair
from visavis.model.article import Article
from visavis.model.errors import InputError
from visavis.model.passage import Flag
from visavis.model.summary_picks import SummaryPicks
from visavis.readers.open import from_text
from visavis.session.request import Request
from window_under_test import MainWindow

WORDS = "Le maire {0} a parlé. Le conseil de la ville a voté le budget. La séance a duré trois heures."
ROLE = STATE_ROLE


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = [tmp_path / f"{name}.txt" for name in ("un", "deux", "trois")]
    for number, path in enumerate(made):
        path.write_text(f"Titre {number}\n\n{WORDS.format(number)}\n", encoding="utf-8")
    return made


def drop(window: MainWindow, paths: list[Path]) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window.opening.drop(mime)


def titles(window: MainWindow) -> list[str]:
    model = window.articles.model
    return [model.index(row).data() for row in range(model.rowCount())]


def shown(window: MainWindow) -> str:
    assert window.document
    return window.document.article.title


@pytest.fixture
def three(window: MainWindow, files: list[Path], done: Done) -> MainWindow:
    drop(window, files)
    done()
    return window


def test_several_files_become_a_list_with_the_first_in_front(three: MainWindow) -> None:
    assert titles(three) == ["Titre 0", "Titre 1", "Titre 2"]
    assert shown(three) == "Titre 0"
    assert three.article_list.isVisible() and three.article_list.currentIndex().row() == 0
    assert all(article.document.complete for article in three.session.articles.list)
    assert three.articles.model.index(1).data(ROLE) == "1 flag"


def test_a_translation_made_elsewhere_is_named(three: MainWindow, tmp_path: Path, done: Done) -> None:
    path = tmp_path / "agency.txt"
    path.write_text("Title 0\n\nThe mayor 0 has spoken. The council has voted the budget. It took three hours.\n")
    assert three.document
    three.opening.open_requests([request_pair(three.document.article, path)])
    done()
    assert three.articles.model.index(3).data(ROLE).startswith("agency.txt")


def test_one_article_needs_no_list(window: MainWindow, files: list[Path], done: Done) -> None:
    window.open_path(files[0])
    done()
    assert not window.article_list.isVisible()


def test_work_and_place_of_each_article_stay_while_another_is_read(three: MainWindow, qtbot: QtBot) -> None:
    three.session.edit(1, "The mayor has spoken.")
    three.session.pick(SummaryPicks((3,)))
    three.reading_view.go_to(2)
    QTest.keyClick(three, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert shown(three) == "Titre 1" and three.windowTitle().startswith("Titre 1")
    assert three.article_list.currentIndex().row() == 1
    assert not three.session.can_undo and not three.acts["undo"].isEnabled()
    three.session.verify(1)
    QTest.keyClick(three, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert shown(three) == "Titre 0" and three.document
    assert three.reading_view.caret == 2
    assert three.document.picks == SummaryPicks((3,))
    assert three.session.can_undo
    three.session.undo()
    three.session.undo()
    assert three.document.passages[1].target.startswith("EN: ")


def test_an_edit_in_progress_is_kept_when_another_article_is_chosen(three: MainWindow) -> None:
    three.reading_view.go_to(1)
    three.correction.edit()
    three.correction.editor.setPlainText("The mayor has spoken.")
    three.articles.step(1)
    three.articles.step(-1)
    assert three.document and three.document.passages[1].target == "The mayor has spoken."


def test_an_article_behind_goes_on_and_the_one_in_front_comes_first(
    window: MainWindow, files: list[Path], tiny: Tiny, qtbot: QtBot, done: Done
) -> None:
    gate = tiny.shut()
    drop(window, files)
    model = window.articles.model
    qtbot.waitUntil(lambda: model.rowCount() == 3)
    assert [article.begun for article in window.session.articles.list] == [True, False, False]
    assert model.index(2).data(ROLE) == "Waiting"
    assert model.index(2).data(PROGRESS_ROLE) == 0
    window.articles.step(-1)
    assert shown(window) == "Titre 2"
    assert [article.begun for article in window.session.articles.list] == [True, False, True]
    gate.set()
    done()
    assert all(article.document.complete for article in window.session.articles.list)
    assert model.index(2).data(PROGRESS_ROLE) is None


def test_the_same_file_again_takes_the_place_of_the_first(three: MainWindow, files: list[Path], done: Done) -> None:
    three.open_path(files[1])
    done()
    assert titles(three) == ["Titre 0", "Titre 1", "Titre 2"]
    assert shown(three) == "Titre 1"


def test_opened_again_an_article_keeps_its_undo_history_unless_its_file_has_changed(
    three: MainWindow, files: list[Path], done: Done
) -> None:
    three.session.edit(2, "The council voted.")
    assert three.document
    three.reading_view.go_to(2)
    for path in (files[0], files[1], files[0]):
        three.open_path(path)
        done()
    assert titles(three) == ["Titre 0", "Titre 1", "Titre 2"]
    assert three.reading_view.caret == 2
    assert three.document.passages[2].target == "The council voted."
    three.acts["undo"].trigger()
    assert three.document.passages[2].target.startswith("EN: ")
    three.acts["redo"].trigger()
    files[0].write_text(files[0].read_text(encoding="utf-8") + "\nUne fin.\n", encoding="utf-8")
    three.open_path(files[0])
    done()
    assert three.document.total == 5
    assert three.document.passages[2].target == "The council voted."
    assert not three.session.can_undo


def test_closing_shows_the_neighbour_and_in_the_end_the_welcome_page(three: MainWindow, qtbot: QtBot) -> None:
    row = three.article_list.visualRect(three.articles.model.index(1))
    QTest.mouseClick(three.article_list.viewport(), Qt.MouseButton.LeftButton, pos=place_close_button(row).center())
    assert titles(three) == ["Titre 0", "Titre 2"] and shown(three) == "Titre 0"
    QTest.keyClick(three, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert titles(three) == ["Titre 2"] and shown(three) == "Titre 2"
    assert not three.article_list.isVisible()
    three.acts["close_article"].trigger()
    assert three.document is None
    assert three.stack.currentWidget() is three.welcome
    assert three.windowTitle() == "Vis-à-vis"
    assert not three.acts["save"].isEnabled() and not three.acts["close_article"].isEnabled()
    assert three.status_bar.package.text() == ""
    assert not three.status_bar.title.text() and not three.status_bar.answered.text()


def test_a_click_shows_and_a_move_reorders(three: MainWindow) -> None:
    model, view = three.articles.model, three.article_list
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(model.index(2)).topLeft() + QPoint(9, 9)
    )
    assert shown(three) == "Titre 2"
    view.moved.emit(2, 0)
    assert titles(three) == ["Titre 2", "Titre 0", "Titre 1"]
    assert view.currentIndex().row() == 0


def test_they_come_back_in_their_order_after_a_restart(
    three: MainWindow, build_window: Build, tiny: Tiny, qtbot: QtBot
) -> None:
    three.session.edit(1, "The mayor has spoken.")
    three.session.articles.move(2, 0)
    three.articles.close_row(2)
    three.close()
    calls = tiny.translator.calls
    again = build_window(tiny.engines)
    qtbot.waitUntil(lambda: len(titles(again)) == 2 and again.session.is_idle, timeout=15_000)
    assert titles(again) == ["Titre 2", "Titre 0"]
    assert shown(again) == "Titre 0"
    assert again.document and again.document.passages[1].target == "The mayor has spoken."
    assert tiny.translator.calls == calls
    again.close()
    again.settings.reopen = False
    last = build_window(tiny.engines)
    qtbot.waitUntil(lambda: bool(last.recents._menu and last.recents._menu.isEnabled()))
    assert last.session.is_idle and last.document is None


def test_files_that_cannot_be_opened_are_told_one_by_one_and_the_others_open(
    window: MainWindow, files: list[Path], tmp_path: Path, done: Done
) -> None:
    english = tmp_path / "english.txt"
    english.write_text("The council adopted the budget of the city. The mayor said that it was good.\n" * 3)
    drop(window, [files[0], tmp_path / "none.txt", english, files[1]])
    done()
    assert titles(window) == ["Titre 0", "Titre 1"]
    first, second = window.message_bar.text.split("\n")
    assert first.startswith("none.txt: ")
    assert second == "english.txt appears to be in English, not French."


def test_a_file_opened_while_others_wait_comes_first_and_none_is_lost(
    window: MainWindow, files: list[Path], tmp_path: Path, qtbot: QtBot, done: Done
) -> None:
    import threading

    go = threading.Event()

    def read() -> Article:
        go.wait(10)
        return from_text("slow", WORDS)

    window.open_path(files[0])
    done()
    slow: Callable[[], Article] = read
    window.session.open_all([Request("slow", slow, WORDS, beside=True)])
    with qtbot.waitSignal(window.session.opened):
        window.open_path(files[1])
    assert shown(window) == "Titre 1"
    go.set()
    done()
    assert len(titles(window)) == 3


def test_an_error_of_an_article_behind_is_told(window: MainWindow, files: list[Path], done: Done, tiny: Tiny) -> None:
    told: list[InputError] = []
    window.session.failed.connect(told.append)
    window.open_path(files[0])
    done()
    tiny.translator.fail_after = 0
    drop(window, [files[0], files[1]])
    done()
    assert told and "engine" in str(told[0])


def test_closing_while_it_is_translated_ends_its_work(
    window: MainWindow, files: list[Path], tiny: Tiny, qtbot: QtBot, done: Done
) -> None:
    gate = tiny.shut()
    drop(window, files[:2])
    qtbot.waitUntil(lambda: len(titles(window)) == 2)
    window.articles.close_row(0)
    assert shown(window) == "Titre 1"
    gate.set()
    done()
    assert titles(window) == ["Titre 1"]
    assert window.document and window.document.complete


def test_what_was_asked_for_one_article_is_not_done_in_another(three: MainWindow, qtbot: QtBot) -> None:
    assert three.document
    passage = three.document.passages[1]
    three.flags._fixing, three.flags._spot = (passage, Flag("glossary", "", (0, 2), None, "x")), (1, 0)
    three.correction.alternatives._wanting = passage
    three.articles.step(1)
    assert three.flags._fixing is None and three.flags._spot == (-1, 0)
    assert three.correction.alternatives._wanting is None
    three.flags._placed(passage, [])
    assert not three.session.can_undo
