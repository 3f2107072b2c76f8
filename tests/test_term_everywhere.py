"""A term made from selected words is used in the whole article, as one step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from conftest import Build, Tiny
from visavis import services
from visavis.gui.dialogs.term import TermDialog
from visavis.gui.reading_view.selection import Selection, TextPosition
from visavis.model.glossary import Term
from visavis.model.passage import Status
from window_under_test import MainWindow

TEXT = "Le tramway arrive.\n\nLe tramway roule bien.\n\nLes tramways roulent.\n\nLe maire attend le tramway."


@pytest.fixture
def window(build_window: Build, tiny: Tiny, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """Return the window with an article whose engine leaves "TRAMWAY" in capitals, and the user's glossary."""
    article = tmp_path / "article.txt"
    article.write_text(TEXT.replace("tramway", "TRAMWAY"), encoding="utf-8")
    made = build_window(replace(tiny.engines, glossary=services.load_glossary))
    made.open_path(article)
    qtbot.waitUntil(lambda: made.session.is_idle, timeout=15_000)
    made.session.edit(3, "EN: The mayor waits for the TRAMWAY.")
    return made


def targets(window: MainWindow) -> list[str]:
    assert window.document
    return [passage.target for _, passage in sorted(window.document.passages.items())]


def use_term(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, english: str) -> list[str]:
    """Select the French words, choose the action, write the English; return what was offered."""
    offered: list[str] = []

    def answer(dialog: TermDialog) -> int:
        qtbot.waitUntil(lambda: bool(dialog.english.text()))
        offered.extend((dialog.french.text(), dialog.english.text()))
        dialog.english.setText(english)
        return 1

    monkeypatch.setattr(TermDialog, "exec", answer)
    window.reading_view.put_caret(0)
    window.reading_view.selection = Selection(0, TextPosition(0, 10), TextPosition(0, 3))
    with qtbot.waitSignal(window.session.reworded):
        window.acts["use_term"].trigger()
    qtbot.waitUntil(lambda: window.session.is_idle)
    return offered


def test_it_revises_all_that_is_the_machine_s_in_one_step(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.add_term(Term("TRAMWAY", ("trolley",), ("streetcar",)))
    before = targets(window)
    assert use_term(window, qtbot, monkeypatch, "light rail") == ["TRAMWAY", "TRAMWAY"]
    after = targets(window)
    assert after[:2] == ["EN: LE light rail ARRIVE.", "EN: LE light rail ROULE BIEN."]
    assert after[2:] == before[2:]  # another number, and the user's own words
    assert window.document
    assert "By your glossary: light rail" in window.reading_view.note(0)
    assert "in your glossary" in window.reading_view.note(2)
    assert window.document.passages[3].status is Status.EDITED
    assert window.status_bar.currentMessage().startswith("Sentences changed by your glossary: 2; flagged only")
    window.acts["undo"].trigger()
    assert targets(window) == before
    assert "By your glossary" not in window.reading_view.note(0)
    assert "in your glossary" in window.reading_view.note(0)  # the term stays in the glossary
    window.acts["redo"].trigger()
    assert targets(window) == after
    term = next(term for term in services.load_glossary().terms.values() if term.own)
    assert (term.french, term.english, term.avoid) == ("TRAMWAY", ("light rail",), ("streetcar", "TRAMWAY"))


def test_nothing_is_asked_without_french_words(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TermDialog, "exec", lambda dialog: pytest.fail("it asks"))
    across = Selection(0, TextPosition(0, 3), TextPosition(1, 3))
    english = Selection(1, TextPosition(0, 3), TextPosition(0, 5))
    for selection in (None, across, english):
        window.reading_view.selection = selection
        window.acts["use_term"].trigger()
        assert window.status_bar.currentMessage() == "Point at a word, or select the French words within a sentence"


def test_a_glossary_that_cannot_be_written_is_told(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr("visavis.paths.get_glossaries_folder", lambda: tmp_path / "file" / "glossaries")
    before = targets(window)

    def answer(dialog: TermDialog) -> int:
        dialog.english.setText("light rail")
        return 1

    monkeypatch.setattr(TermDialog, "exec", answer)
    window.reading_view.selection = Selection(0, TextPosition(0, 3), TextPosition(0, 10))
    window.acts["use_term"].trigger()
    qtbot.waitUntil(lambda: "own.csv" in window.message_bar.text)
    assert targets(window) == before


def test_the_other_open_articles_are_checked_again(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Le TRAMWAY est neuf.", encoding="utf-8")
    window.open_path(other)
    qtbot.waitUntil(lambda: window.session.is_idle, timeout=15_000)
    window.articles.step(1)
    use_term(window, qtbot, monkeypatch, "light rail")
    window.articles.step(1)
    assert targets(window) == ["EN: LE TRAMWAY EST NEUF."]  # as it was: it is not looked at
    assert "in your glossary" in window.reading_view.note(0)
