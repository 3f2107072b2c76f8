"""Words are replaced in the English: previewed, ticked, as one step."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from conftest import Done
from visavis import pipeline
from visavis.checks import check_passages
from visavis.gui.dialogs.replace import ReplaceDialog
from visavis.model.passage import Passage, Status
from visavis.session import history
from visavis.text.replacing import find_occurrences, replace_text
from window_under_test import MainWindow


@pytest.mark.parametrize(
    ("text", "wanted", "new", "expected"),
    [
        ("The council met. Council members left.", "council", "board", "The board met. Board members left."),
        ("THE COUNCIL", "council", "board", "THE BOARD"),
        ("The councillor", "council", "board", "The councillor"),
        ("the  town hall", "town hall", "city hall", "the  city hall"),
        ("a (b) c", "(b)", "b", "a b c"),
        ("a very good day", "very", "", "a  good day"),
        ("Nothing", "", "x", "Nothing"),
        ("a (b) c", " (b) ", "d", "a d c"),
        ("One  two , three", "  ", " ", "One two , three"),
        ("One  two , three", " ,", ",", "One  two, three"),
        ("10 %, 20 %", " %", "%", "10%, 20%"),
    ],
)
def test_words_are_replaced_as_they_are_written(text: str, wanted: str, new: str, expected: str) -> None:
    assert replace_text(text, find_occurrences(0, text, wanted, new)) == expected


def test_capitals_and_parts_of_words_are_heeded_if_wanted() -> None:
    assert len(find_occurrences(0, "The council. Council", "council", "board", case=True)) == 1
    assert len(find_occurrences(0, "The councillor", "council", "board", whole=False)) == 1


def show(window: MainWindow, wanted: str, new: str, qtbot: QtBot) -> ReplaceDialog:
    window.acts["replace"].trigger()
    dialog = window.findChild(ReplaceDialog)
    assert isinstance(dialog, ReplaceDialog)
    dialog.wanted.setText(wanted)
    dialog.new.setText(new)
    qtbot.waitUntil(lambda: dialog.list.count() > 0)
    return dialog


def test_what_is_ticked_is_replaced_and_taken_back_in_one_step(
    opened: MainWindow, qtbot: QtBot, article: Path, done: Done
) -> None:
    assert opened.document
    before = {id_: passage.target for id_, passage in opened.document.passages.items()}
    dialog = show(opened, "conseil", "council", qtbot)
    found = dialog.list.count()
    assert found > 1
    assert "[CONSEIL → COUNCIL]" in dialog.list.item(0).text()
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.count.text() == f"{found - 1} of {found} will be replaced"
    dialog.button.click()
    changed = [id_ for id_, passage in opened.document.passages.items() if passage.target != before[id_]]
    assert changed and all(opened.document.passages[id_].status is Status.EDITED for id_ in changed)
    assert all("COUNCIL" in opened.document.passages[id_].target for id_ in changed)
    assert opened.session.can_undo
    opened.session.undo()
    assert {id_: passage.target for id_, passage in opened.document.passages.items()} == before
    assert not opened.session.can_undo
    opened.session.redo()
    autosave, memory = opened.session.autosave, opened.session.engines.memory
    assert autosave
    qtbot.waitUntil(lambda: not autosave._timer.isActive() and not autosave._job)
    restored = autosave.work.restore(opened.document.article)
    assert restored and [p.sentence.id for p in restored.passages if p.status is Status.EDITED] == changed
    if memory:
        assert memory.similar(opened.document.passages[changed[0]].sentence.text)


def test_what_was_replaced_is_checked_in_a_thread(
    opened: MainWindow, qtbot: QtBot, done: Done, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[str] = []

    def note(*given: Any) -> Iterable[Passage]:
        threads.append(threading.current_thread().name)
        return check_passages(*given)

    for module in (pipeline, history):
        monkeypatch.setattr(module, "check_passages", note)
    dialog = show(opened, "conseil", "17", qtbot)
    dialog.button.click()
    done()
    assert opened.document
    assert threads and set(threads) == {"job"}
    assert any("17" in flag.detail for flag in opened.document.passages[1].open_flags)
    opened.session.undo()
    done()
    assert set(threads) == {"job"}
    assert not any("17" in flag.detail for flag in opened.document.passages[1].open_flags)


def test_what_is_not_there_is_said(opened: MainWindow, qtbot: QtBot) -> None:
    dialog = show(opened, "conseil", "council", qtbot)
    dialog.wanted.setText("hippopotamus")
    qtbot.waitUntil(lambda: dialog.count.text() == "Not found")
    assert not dialog.button.isEnabled()


def test_what_was_found_in_another_article_or_for_other_words_is_not_replaced(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path, done: Done
) -> None:
    dialog = show(opened, "conseil", "council", qtbot)
    dialog.wanted.setText("conseiller")
    assert not dialog.button.isEnabled()  # not looked for yet
    dialog.wanted.setText("conseil")
    qtbot.waitUntil(dialog.button.isEnabled)
    other = tmp_path / "other.txt"
    other.write_text("Un titre\n\nLe vent souffle sur la ville. Il fait froid.\n", encoding="utf-8")
    opened.open_path(other)
    done()
    assert opened.document
    before = {id_: passage.target for id_, passage in opened.document.passages.items()}
    dialog._replace()
    assert {id_: passage.target for id_, passage in opened.document.passages.items()} == before
    for number in range(2):
        opened.articles.close_row(1 - number)
    assert dialog.list.count() == 0 and not dialog.button.isEnabled()


def test_an_open_editor_is_committed_before_words_are_replaced(opened: MainWindow, qtbot: QtBot) -> None:
    dialog = show(opened, "conseil", "council", qtbot)
    opened.reading_view.go_to(1)
    opened.correction.edit()
    opened.correction.editor.setPlainText("Quite different words.")
    dialog.button.click()
    assert opened.document and opened.document.passages[1].target == "Quite different words."
