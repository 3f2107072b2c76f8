"""What a screen reader is given: the article as a text with a caret, and each sentence that the reader comes to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
)
from PySide6.QtWidgets import QApplication

from conftest import Done
from visavis.gui.reading_view import accessibility
from visavis.gui.reading_view.view import FacingView
from visavis.model.passage import Flag
from visavis.model.summary_picks import SummaryPicks
from window_under_test import MainWindow

THIRD = "La séance a duré plus de quatre heures."


def text_of(view: FacingView) -> QAccessibleTextInterface:
    found = QAccessible.queryAccessibleInterface(view)
    assert found.role() == QAccessible.Role.Document
    assert found.state().readOnly and found.state().focusable
    return found.textInterface()


def line_at(text: QAccessibleTextInterface, offset: int) -> str:
    return text.text(0, text.characterCount())[offset:].split("\n")[0]


def test_the_article_is_a_text_of_lines_english_then_french(opened: MainWindow) -> None:
    text, document = text_of(opened.reading_view), opened.document
    assert document
    lines = text.text(0, text.characterCount()).split("\n")
    wanted = [(document.target(sentence), sentence.text) for sentence in document.article.sentences()]
    assert lines == [line for both in wanted for line in both]


def test_the_caret_is_on_the_english_of_its_sentence_and_can_be_set(opened: MainWindow) -> None:
    text = text_of(opened.reading_view)
    opened.reading_view.go_to(2)
    assert line_at(text, text.cursorPosition()) == f"EN: {THIRD.upper()}"
    place = text.text(0, text.characterCount()).index("L’opposition a voté") + 5
    text.setCursorPosition(place)
    assert opened.reading_view.caret == 4
    opened.session.edit(4, "Quite other words.")
    assert line_at(text, text.cursorPosition()) == "Quite other words."


def test_places_on_the_screen_are_those_of_the_characters(opened: MainWindow) -> None:
    text = text_of(opened.reading_view)
    offset = text.text(0, text.characterCount()).index("séance")
    found = text.characterRect(offset)
    assert (
        opened.reading_view.rect()
        .translated(opened.reading_view.mapToGlobal(opened.reading_view.rect().topLeft()))
        .contains(found)
    )
    assert text.offsetAtPoint(found.center()) == offset


def test_without_an_article_there_is_no_text(window: MainWindow) -> None:
    text = text_of(window.reading_view)
    assert (text.characterCount(), text.cursorPosition(), text.selectionCount()) == (0, 0, 0)
    assert text.characterRect(0).isEmpty()
    text.setCursorPosition(7)
    assert window.reading_view.caret == -1


def test_the_summary_is_a_text_too(opened: MainWindow) -> None:
    text = text_of(opened.summary.view)
    assert text.characterCount() > 0
    assert text.text(0, text.characterCount()).count("\n") == 2 * opened.summary.length - 1


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[QAccessibleEvent]]:
    """Return what a screen reader is told."""
    told: list[QAccessibleEvent] = []
    monkeypatch.setattr(accessibility, "send", told.append)
    QAccessible.setActive(True)
    yield told
    QAccessible.setActive(False)


def announced(heard: list[QAccessibleEvent]) -> list[str]:
    return [event.message().split("\n") for event in heard if isinstance(event, QAccessibleAnnouncementEvent)][-1]


@pytest.mark.usefixtures("unchecked")
def test_every_move_is_told_with_state_and_flags(window: MainWindow, heard: list[QAccessibleEvent], done: Done) -> None:
    window.opening.open_text("a", f"Le conseil adopte le budget de la ville\n\nLe maire a parlé. {THIRD}")
    done()
    view, text = window.reading_view, text_of(window.reading_view)
    view.go_to(2)
    assert announced(heard) == [THIRD]
    moves = [event for event in heard if isinstance(event, QAccessibleTextCursorEvent)]
    assert moves[-1].cursorPosition() == text.cursorPosition() > 0
    window.session.edit(2, "It took three hours.")
    assert announced(heard) == [THIRD, "edited"]
    assert window.document
    flagged = replace(window.document.passages[2], flags=(Flag("figure", "“quatre” became “three”"),))
    window.document.passages[2] = flagged
    window.session.pick(SummaryPicks().pin(2))
    view.step(-1)
    view.step(1)
    assert announced(heard) == [THIRD, "edited", "Pinned in the summary", "“quatre” became “three”"]
    window.session.verify(2)
    assert announced(heard) == [THIRD, "edited", "verified", "Pinned in the summary"]
    assert view.accessibleDescription().split("\n")[0] == "It took three hours."


def test_views_come_and_go(qapp: QApplication, window: MainWindow) -> None:
    for _ in range(30):
        view = FacingView(window.reading_view.page.font)
        assert text_of(view).characterCount() == 0
        view.deleteLater()
        del view
        qapp.processEvents()
