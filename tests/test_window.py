"""The window with tiny engines: everything a user does with an article."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from conftest import ARTICLE, Done, Tiny, shown
from visavis.exports.excerpts.summary import Language
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.requests import name_text
from window_under_test import MainWindow

ENGLISH = "The council adopted the budget of the city. The mayor said that it was good for the schools.\n" * 3
LEFT = Qt.MouseButton.LeftButton


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def drop(window: MainWindow, mime: QMimeData) -> bool:
    """Drop something on the window; return whether it would take it."""
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), copy, mime, LEFT, none)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), copy, mime, LEFT, none))
    return enter.isAccepted()


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def words(text: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(text)
    return mime


# before there is an article


def test_an_empty_window_says_how_to_begin(window: MainWindow) -> None:
    assert window.stack.currentWidget() is window.welcome
    assert window.windowTitle().startswith("Vis-à-vis")
    assert window.status_bar.network.text() == "No connection made"
    assert not window.status_bar.progress.isVisible()
    assert not window.status_bar.button.isVisible()
    enabled = {name for name, action in window.acts.items() if action.isEnabled()}
    assert not enabled & {
        "save",
        "copy",
        "copy_translation",
        "copy_summary",
        "copy_fr",
        "copy_both",
        "cancel",
        "resume",
    }
    assert {"open", "paste", "quit", "packages", "keys"} <= enabled


def test_what_needs_an_article_does_nothing_without_one(window: MainWindow, qtbot: QtBot) -> None:
    for act in (window.export.save, window.export.copy, window.export.copy_translation):
        act()
    window.export.copy_summary(Language.ENGLISH)
    assert window.message_bar.text == ""


# opening


def by_dialog(window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Dialogs, "open_paths", lambda parent, folder: [path])
    window.acts["open"].trigger()


def by_welcome(window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Dialogs, "open_paths", lambda parent, folder: [path])
    window.welcome.open.emit()


def by_drop(window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert drop(window, files(path))


def by_pasted_file(window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    QGuiApplication.clipboard().setMimeData(files(path))
    window.acts["paste"].trigger()


def by_argument(window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window.open_path(path)


@pytest.mark.parametrize("way", [by_dialog, by_welcome, by_drop, by_pasted_file, by_argument])
def test_a_file_is_opened(
    window: MainWindow,
    article: Path,
    done: Done,
    monkeypatch: pytest.MonkeyPatch,
    way: Callable[[MainWindow, Path, pytest.MonkeyPatch], None],
) -> None:
    way(window, article, monkeypatch)
    done()
    assert window.document and window.document.complete
    assert window.document.article.path == str(article)
    assert shown(window, 0)[0] == "Le conseil adopte le budget de la ville"
    assert shown(window, 1)[0] == "EN: LE CONSEIL ADOPTE LE BUDGET DE LA VILLE"
    assert window.stack.currentWidget() is window.splitter
    assert window.windowTitle().startswith("Le conseil adopte le budget de la ville — Vis-à-vis")
    assert window.settings.last_folder == str(article.parent)


@pytest.mark.parametrize("dropped", [False, True])
def test_a_text_is_opened(window: MainWindow, done: Done, dropped: bool) -> None:
    if dropped:
        assert drop(window, words(ARTICLE))
    else:
        QGuiApplication.clipboard().setText(ARTICLE)
        window.welcome.paste.emit()
    done()
    assert window.document and window.document.complete
    assert window.document.article.path == "Le conseil adopte le budget de la ville"
    assert window.summary.source.text().count("Le conseil adopte") == 1


def test_what_is_pasted_is_named_after_its_first_words() -> None:
    assert name_text("\n  Le conseil\tadopte le budget.\nIl est long.") == "Le conseil adopte le budget"
    assert name_text("M. Blanc : « 3.5 % » ou/et rien") == "M Blanc « 3 5 % » ou et rien"
    assert name_text("mot " * 40) == ("mot " * 12).strip()
    assert name_text(" \n … ?") == "…"
    assert name_text("?\n") == name_text("x" * 60) == ""


def test_a_picture_is_not_taken(window: MainWindow, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    assert not drop(window, mime)
    QGuiApplication.clipboard().setMimeData(mime)
    window.opening.paste()
    assert window.message_bar.text == "There is no text on the clipboard. Copy an article first, then paste."


def test_no_answer_opens_nothing(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Dialogs, "open_paths", lambda parent, folder: [])
    window.opening.ask_for_file()
    assert not window.session.is_busy


# what cannot be read


@pytest.mark.parametrize("before", [False, True], ids=["nothing open", "an article open"])
@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "there is no such file"),
        (b"", "it contains no text"),
        (b" \n\n ", "it contains no text"),
        (b"\x7fELF\x00\x01\x02\x00" * 90, "text"),
    ],
    ids=["missing", "empty", "blank", "binary"],
)
def test_a_bad_file_is_named_and_what_was_open_stays(
    window: MainWindow, article: Path, done: Done, tmp_path: Path, before: bool, content: bytes | None, reason: str
) -> None:
    if before:
        window.open_path(article)
        done()
    held, title = window.document, window.windowTitle()
    path = tmp_path / "bad.txt"
    if content is not None:
        path.write_bytes(content)
    window.open_path(path)
    done()
    assert window.message_bar.text.startswith(f"{path.name}: ")
    assert reason in window.message_bar.text
    assert not window.message_bar.action.isVisible()
    assert window.document is held
    assert window.windowTitle() == title
    assert window.status_bar.title.text() == ("Le conseil adopte le budget de la ville" if before else "")
    assert window.stack.currentWidget() is (window.splitter if before else window.welcome)
    window.open_path(article)
    done()
    assert window.message_bar.text == ""


def test_a_folder_is_refused(window: MainWindow, done: Done, tmp_path: Path) -> None:
    window.open_path(tmp_path)
    done()
    assert window.message_bar.text == f"{tmp_path.name}: it is a folder, not a file"


def test_what_is_not_french_is_asked_about(opened: MainWindow, done: Done, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "english.txt"
    path.write_text(ENGLISH)
    opened.open_path(path)
    done()
    assert opened.message_bar.text == "english.txt appears to be in English, not French."
    assert opened.document and opened.document.article.path.endswith("article.txt")
    QTest.mouseClick(opened.message_bar.action, LEFT)
    done()
    assert opened.document.article.path == str(path)
    assert opened.document.complete
    assert opened.message_bar.text == ""


def test_what_is_no_language_is_asked_about(window: MainWindow, done: Done) -> None:
    window.opening.open_text("x.txt", "qzx wkv xqj zzk pqw vvx kjq wqx zxk qqw " * 20)
    done()
    assert window.message_bar.text == "x.txt does not appear to be in French."


def test_an_engine_that_breaks_down_is_told(window: MainWindow, article: Path, done: Done, tiny: Tiny) -> None:
    tiny.translator.fail_after = 1
    window.open_path(article)
    done()
    assert window.message_bar.text == "translate-fr_en: the engine broke down"
    assert window.status_bar.button.text() == "Continue"
    assert window.acts["resume"].isEnabled()


# progress


def test_progress_is_a_real_fraction_and_goes_when_it_is_done(
    window: MainWindow, article: Path, done: Done, tiny: Tiny, qtbot: QtBot
) -> None:
    gate = tiny.shut()
    window.open_path(article)
    status = window.status_bar
    assert status.progress.isVisible()
    assert status.progress.maximum() == 0  # busy: nobody knows how long reading takes
    assert status.title.text() == "Reading article.txt…"
    qtbot.waitUntil(lambda: window.document is not None)
    assert (status.progress.value(), status.progress.maximum()) == (0, 1000)
    total = window.document.total if window.document else 0
    for batch in (1, 2):
        gate.let(1)
        share = round(3000 * batch / total)
        qtbot.waitUntil(lambda share=share: status.progress.value() == share)  # type: ignore[misc]
    assert status.button.text() == "Cancel"
    assert status.progress.text() == f"Translating {600 // total}%"
    gate.set()
    done()
    assert not status.progress.isVisible()
    assert not status.button.isVisible()
    assert status.title.text() == "Le conseil adopte le budget de la ville"
    assert status.package.text() == "translate-fr_en 0.0 (built-in)"


def test_cancel_and_continue(window: MainWindow, article: Path, done: Done, tiny: Tiny, qtbot: QtBot) -> None:
    gate = tiny.shut()
    window.open_path(article)
    gate.let(1)
    qtbot.waitUntil(lambda: bool(window.document and len(window.document.passages) == 3))
    assert window.acts["cancel"].isEnabled()
    QTest.mouseClick(window.status_bar.button, LEFT)
    gate.let(1)
    done()
    assert window.document
    assert len(window.document.passages) == 3
    assert not window.status_bar.progress.isVisible()
    assert window.status_bar.button.text() == "Continue"
    assert not window.acts["cancel"].isEnabled()
    gate.set()
    QTest.mouseClick(window.status_bar.button, LEFT)
    assert window.session.is_busy
    done()
    assert window.document.complete
    assert not window.status_bar.button.isVisible()


def test_the_menu_cancels_continues_and_translates_again(
    window: MainWindow, article: Path, done: Done, tiny: Tiny, qtbot: QtBot
) -> None:
    gate = tiny.shut()
    window.open_path(article)
    qtbot.waitUntil(lambda: window.document is not None)
    window.acts["cancel"].trigger()
    gate.set()
    done()
    window.acts["resume"].trigger()
    done()
    assert window.document and window.document.complete
    assert not window.acts["resume"].isEnabled()
    calls = tiny.translator.calls
    window.acts["again"].trigger()
    assert not window.acts["again"].isEnabled()
    done()
    assert tiny.translator.calls == calls + 1


def test_another_article_may_be_opened_meanwhile(
    window: MainWindow, article: Path, done: Done, tiny: Tiny, qtbot: QtBot
) -> None:
    gate = tiny.shut()
    window.open_path(article)
    gate.let(1)
    qtbot.waitUntil(lambda: bool(window.document and window.document.ranking))
    window.opening.open_text("second", "Un autre article. Il est court, et il parle de la pluie.")
    qtbot.waitUntil(lambda: bool(window.document and window.document.article.path == "second"))
    assert not window.summary.view.page.rows
    gate.set()
    done()
    assert window.document and window.document.complete
    assert shown(window, 0) == ["Un autre article. Il est court, et il parle de la pluie."]
