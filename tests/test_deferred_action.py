"""What is taken away before all of it is translated says what is missing, and can be had again when it is there."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from conftest import Done, Tiny, Turnstile
from test_window import LEFT, clipboard
from visavis.exports.excerpts.summary import Language
from visavis.gui import clipboard as saving
from visavis.gui.dialogs.file_dialogs import Dialogs
from window_under_test import MainWindow

PENDING = "[…]"
MISSING = "7 of 10 sentences are not translated yet."


@pytest.fixture
def gate(tiny: Tiny) -> Turnstile:
    return tiny.shut()


@pytest.fixture
def unfinished(window: MainWindow, gate: Turnstile, article: Path, qtbot: QtBot) -> MainWindow:
    """Return the window with three of ten sentences translated, and the translator waiting."""
    window.open_path(article)
    gate.let(1)
    qtbot.waitUntil(lambda: bool(window.document and len(window.document.passages) == 3 and window.document.ranking))
    return window


def told(window: MainWindow, text: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.message_bar.text == text)


def test_an_unfinished_translation_is_copied_with_what_is_missing_and_again_when_it_is_there(
    unfinished: MainWindow, gate: Turnstile, done: Done, qtbot: QtBot
) -> None:
    window = unfinished
    window.acts["copy_translation"].trigger()
    told(window, f"Translation copied. {MISSING}", qtbot)
    assert PENDING in clipboard()
    assert window.message_bar.action.text() == "Copy again when the translation is complete"
    QTest.mouseClick(window.message_bar.action, LEFT)
    assert window.message_bar.text == "Waiting for the translation…"
    QGuiApplication.clipboard().setText("meanwhile")
    gate.let(1)
    qtbot.waitUntil(lambda: bool(window.document and len(window.document.passages) == 6))
    assert clipboard() == "meanwhile"
    gate.set()
    done()
    qtbot.waitUntil(lambda: window.status_bar.currentMessage() == "Translation copied")
    assert "EN: ILS DURERONT TROIS ANS" in clipboard()
    assert PENDING not in clipboard()
    assert window.message_bar.text == ""


def test_to_wait_goes_on_with_a_translation_that_was_cancelled(
    unfinished: MainWindow, gate: Turnstile, done: Done, qtbot: QtBot
) -> None:
    window = unfinished
    window.acts["cancel"].trigger()
    gate.set()
    done()
    assert window.document and not window.document.complete
    window.acts["copy_translation"].trigger()
    qtbot.waitUntil(lambda: "not translated yet" in window.message_bar.text)
    QTest.mouseClick(window.message_bar.action, LEFT)
    done()
    qtbot.waitUntil(lambda: window.status_bar.currentMessage() == "Translation copied")
    assert PENDING not in clipboard()


def test_nobody_need_wait(unfinished: MainWindow, gate: Turnstile, done: Done, qtbot: QtBot) -> None:
    window = unfinished
    window.acts["copy_translation"].trigger()
    told(window, f"Translation copied. {MISSING}", qtbot)
    QTest.mouseClick(window.message_bar.action, LEFT)
    assert window.message_bar.action.text() == "Do not wait"
    QTest.mouseClick(window.message_bar.action, LEFT)
    QGuiApplication.clipboard().setText("meanwhile")
    gate.set()
    done()
    assert clipboard() == "meanwhile"
    assert window.message_bar.text == ""


def test_another_article_is_not_waited_for(
    unfinished: MainWindow, gate: Turnstile, done: Done, qtbot: QtBot, tmp_path: Path
) -> None:
    window = unfinished
    window.acts["copy_translation"].trigger()
    told(window, f"Translation copied. {MISSING}", qtbot)
    QTest.mouseClick(window.message_bar.action, LEFT)
    QGuiApplication.clipboard().setText("meanwhile")
    window.opening.open_text("b", "Un autre article. Il est court, et il parle de la pluie et du beau temps.")
    gate.set()
    done()
    assert window.document and window.document.complete
    assert clipboard() == "meanwhile"


def test_a_summary_waits_for_its_own_sentences_only(
    unfinished: MainWindow, gate: Turnstile, done: Done, qtbot: QtBot
) -> None:
    window = unfinished
    window.summary.slider.setValue(2)
    assert window.document
    missing = [s.id for s, target in window.document.chosen(2) if not target]
    assert len(missing) == 2
    for language in (Language.ENGLISH, Language.BOTH):
        window.export.copy_summary(language)
        assert window.message_bar.text == "Summary copied. 2 of 2 sentences are not translated yet."
    window.export.copy_summary(Language.FRENCH)
    assert window.status_bar.currentMessage() == "Summary copied"
    window.export.copy_summary(Language.ENGLISH)
    QTest.mouseClick(window.message_bar.action, LEFT)
    while any(id_ not in window.document.passages for id_ in missing):
        before = len(window.document.passages)
        gate.let(1)
        qtbot.waitUntil(lambda before=before: len(window.document.passages) > before)  # type: ignore[misc]
    assert PENDING not in clipboard()
    assert window.message_bar.text == ""
    gate.set()
    done()


def test_one_sentence_is_one(unfinished: MainWindow, gate: Turnstile) -> None:
    window = unfinished
    window.reading_view.go_to(8)
    window.export.copy_quotation()
    assert window.message_bar.text == "Quotation copied. 1 of 1 sentences is not translated yet."
    window.reading_view.go_to(1)
    window.export.copy_quotation()
    assert window.status_bar.currentMessage() == "Quotation copied"
    gate.set()


def test_an_unfinished_file_is_saved_again_when_it_is_there(
    unfinished: MainWindow, gate: Turnstile, done: Done, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, out = unfinished, tmp_path / "out.txt"
    monkeypatch.setattr(Dialogs, "save_path", lambda *asked: (out, 0))
    window.acts["save"].trigger()
    told(window, f"Saved as out.txt. {MISSING}", qtbot)
    assert PENDING in out.read_text(encoding="utf-8")
    QTest.mouseClick(window.message_bar.action, LEFT)
    gate.set()
    done()
    qtbot.waitUntil(lambda: window.status_bar.currentMessage() == "Saved as out.txt")
    assert PENDING not in out.read_text(encoding="utf-8")


def test_a_long_translation_is_put_together_off_the_window_s_thread(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, seen = threading.Event(), []

    def slow(*_: object) -> Iterator[tuple[str, str]]:
        seen.append(threading.current_thread() is threading.main_thread())
        assert go.wait(20)
        yield "text", "<p>text</p>"

    monkeypatch.setattr(saving, "format_document", slow)
    opened.acts["copy_translation"].trigger()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [False]
    go.set()
    qtbot.waitUntil(lambda: clipboard() == "text")
