"""Articles that were open before: in the menu, on the welcome page, and back after a crash."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from conftest import ARTICLE, Build, Tiny
from visavis.analysis.sentence_counts import SentenceCounts
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.panels.welcome import RecentArticleButton
from visavis.model.passage import Status
from visavis.store.saved_work import LastOpen, Recent
from window_under_test import MainWindow

ROOT = Path(__file__).resolve().parent.parent
LEFT = Qt.MouseButton.LeftButton


def settled(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.session.is_idle, timeout=15_000)


def menu(window: MainWindow) -> QMenu:
    found = window.recents._menu
    assert found
    return found


def worked_on(window: MainWindow, article: Path, qtbot: QtBot) -> None:
    """Open an article, correct and verify sentences of it, and close the window."""
    window.open_path(article)
    settled(window, qtbot)
    window.session.edit(2, "It took four hours.")
    window.session.verify(3)
    window.reading_view.go_to(6)
    window.acts["close_article"].trigger()
    window.close()


def test_what_was_open_is_on_the_welcome_page_with_its_state(
    window: MainWindow, article: Path, build_window: Build, tiny: Tiny, qtbot: QtBot
) -> None:
    assert not window.welcome.findChildren(RecentArticleButton)
    worked_on(window, article, qtbot)
    again = build_window(tiny.engines)
    qtbot.waitUntil(lambda: bool(again.welcome.findChildren(RecentArticleButton)))
    (button,) = again.welcome.findChildren(RecentArticleButton)
    assert button.text() == "Le conseil adopte le budget de la ville"
    assert button.state == button.accessibleDescription() == "5 flags · 1 edited · 1 of 10 verified"
    assert again.document is None  # it was closed as it should be
    QTest.mouseClick(button, LEFT)
    settled(again, qtbot)
    assert again.document
    passages = again.document.passages
    assert (passages[2].target, passages[2].status) == ("It took four hours.", Status.EDITED)
    assert passages[3].status is Status.VERIFIED
    assert again.reading_view.caret == 6
    assert again.status_bar.answered.text() == "5 flags · 1 edited · 1 of 10 verified"


def test_a_file_that_changed_keeps_the_corrections_of_what_did_not(
    window: MainWindow, article: Path, build_window: Build, tiny: Tiny, qtbot: QtBot
) -> None:
    worked_on(window, article, qtbot)
    article.write_text(ARTICLE.replace("Le conseil municipal a adopté", "La ville a adopté"), encoding="utf-8")
    again = build_window(tiny.engines)
    again.open_path(article)
    settled(again, qtbot)
    assert again.document
    assert again.document.passages[2].target == "It took four hours."
    assert again.document.passages[1].target.startswith("EN: LA VILLE")


def test_the_menu_opens_files_and_pasted_texts_again(
    window: MainWindow, article: Path, build_window: Build, tiny: Tiny, qtbot: QtBot
) -> None:
    window.open_path(article)
    settled(window, qtbot)
    window.opening.open_text("Pasted text", "La pluie & le vent\n\nIl pleut sur la ville et les trains ne partent pas.")
    settled(window, qtbot)
    assert not menu(window).isEnabled()
    window.menuBar().findChildren(QMenu)[0].aboutToShow.emit()  # the user is about to look
    qtbot.waitUntil(menu(window).isEnabled)
    window.close()
    again = build_window(tiny.engines)
    qtbot.waitUntil(menu(again).isEnabled)
    texts = [action.text() for action in menu(again).actions()]
    assert texts[0] == "La pluie && le vent\t1 flag"
    assert texts[1] == "Le conseil adopte le budget de la ville\t6 flags"
    menu(again).actions()[0].trigger()
    settled(again, qtbot)
    assert again.document and again.document.article.title == "La pluie & le vent"
    menu(again).actions()[1].trigger()
    settled(again, qtbot)
    assert again.document.article.path == str(article)


def test_a_file_is_one_however_it_is_named_and_opens_again_from_another_folder(
    window: MainWindow, article: Path, build_window: Build, tiny: Tiny, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = article.parent
    (folder / "other").mkdir()
    monkeypatch.chdir(folder)
    for name in ("article.txt", "./article.txt", f"../{folder.name}/article.txt", str(article)):
        window.open_path(Path(name))
        settled(window, qtbot)
        assert window.document and window.document.article.path == str(article)
        assert window.settings.last_folder == str(folder)
    window.close()
    monkeypatch.chdir(folder / "other")
    again = build_window(tiny.engines)
    qtbot.waitUntil(lambda: bool(again.welcome.findChildren(RecentArticleButton)))
    (button,) = again.welcome.findChildren(RecentArticleButton)
    QTest.mouseClick(button, LEFT)
    settled(again, qtbot)
    assert again.message_bar.text == ""
    assert again.document and again.document.article.path == str(article)


def test_what_an_older_version_remembered_by_a_relative_path_is_listed_once_and_where_it_is_found(
    window: MainWindow, article: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def one(number: int, path: str) -> Recent:
        return Recent(number, path, f"title {number}", None, 0.0, SentenceCounts(1, 1))

    def listed() -> list[str]:
        return [action.text().split("\t")[0] for action in menu(window).actions()[:-2]]

    found = [one(1, str(article)), one(2, article.name), one(3, "gone.txt")]
    monkeypatch.chdir(article.parent)
    window.recents._looked(found, LastOpen())
    assert listed() == ["title 1"]
    window.recents._looked(found[1:], LastOpen())
    assert listed() == ["title 2"]
    monkeypatch.chdir("/")
    window.recents._looked(found[1:], LastOpen())
    assert not menu(window).isEnabled()


def test_half_a_translation_says_so(
    window: MainWindow, article: Path, build_window: Build, tiny: Tiny, qtbot: QtBot
) -> None:
    gate = tiny.shut()
    window.open_path(article)
    gate.let(1)
    qtbot.waitUntil(lambda: bool(window.document and len(window.document.passages) == 3))
    gate.set()
    window.close()
    again = build_window(tiny.engines)
    qtbot.waitUntil(menu(again).isEnabled)
    assert "% translated" in menu(again).actions()[0].text()


@pytest.mark.parametrize("agreed", [False, True])
def test_all_of_it_can_be_forgotten(
    window: MainWindow,
    article: Path,
    build_window: Build,
    tiny: Tiny,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    agreed: bool,
) -> None:
    worked_on(window, article, qtbot)
    monkeypatch.setattr(Dialogs, "agree", lambda *asked: agreed)
    again = build_window(tiny.engines)
    qtbot.waitUntil(menu(again).isEnabled)
    again.recents.forget()
    if agreed:
        qtbot.waitUntil(lambda: not menu(again).isEnabled())
        assert not any(button.isVisible() for button in again.welcome.findChildren(RecentArticleButton))
    else:
        assert not again.recents._query.is_busy


def test_after_a_kill_the_window_comes_back_with_the_work(
    build_window: Build, article: Path, tiny: Tiny, qtbot: QtBot
) -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])}
    command = [sys.executable, str(ROOT / "tests" / "dying.py"), str(article)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout and program.stdout.readline() == "ready\n"
        program.send_signal(signal.SIGKILL)
    window = build_window(tiny.engines)
    qtbot.waitUntil(lambda: window.document is not None, timeout=15_000)
    settled(window, qtbot)
    assert window.document and window.document.complete
    assert window.document.article.path == str(article)
    assert window.document.passages[2].target == "It took four hours."
    assert window.document.passages[3].status is Status.VERIFIED
    assert window.reading_view.caret == 6
    assert tiny.translator.calls == 0  # all was there
    window.close()
    assert build_window(tiny.engines).document is None
