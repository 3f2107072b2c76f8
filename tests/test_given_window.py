"""A translation made elsewhere in the window: opened beside its article, flagged, corrected, kept, exported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from conftest import Build, Done, Tiny, shown
from test_check_command import ENGLISH, FRENCH, MACHINE
from visavis.analysis.sentence_counts import count_sentences
from visavis.exports.excerpts.summary import format_source_line
from visavis.exports.provenance import is_machine
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.panels.welcome import RecentArticleButton
from visavis.model.document import Document
from visavis.model.passage import Hypothesis, Status
from visavis.text.search import Hit
from window_under_test import MainWindow


@pytest.fixture(autouse=True)
def _bridge(tiny: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the tiny engine know English."""

    def translate(sentences: Sequence[str]) -> Iterator[list[tuple[int, Hypothesis]]]:
        yield [(number, Hypothesis(MACHINE[sentence], -0.1)) for number, sentence in enumerate(sentences)]

    monkeypatch.setattr(tiny.translator, "translate", translate)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    french, english = tmp_path / "article.txt", tmp_path / "agency.txt"
    french.write_text(FRENCH, encoding="utf-8")
    english.write_text(ENGLISH, encoding="utf-8")
    return french, english


def open_pair(window: MainWindow, pair: tuple[Path, Path], done: Done, monkeypatch: pytest.MonkeyPatch) -> None:
    window.open_path(pair[0])
    done()
    monkeypatch.setattr(Dialogs, "translation_path", lambda *_: pair[1])
    window.acts["translation"].trigger()
    done()


def find_checks(window: MainWindow) -> list[set[str]]:
    assert window.document
    return [{flag.check for flag in p.open_flags} for _, p in sorted(window.document.passages.items())]


def test_it_stands_beside_its_french_with_flags(
    window: MainWindow, pair: tuple[Path, Path], done: Done, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not window.acts["translation"].isEnabled()
    open_pair(window, pair, done, monkeypatch)
    assert shown(window, 1)[1] == (
        "The city council adopted the budget on Friday evening and the session lasted more than four hours."
    )
    assert window.document
    assert {passage.status for passage in window.document.passages.values()} == {Status.GIVEN}
    checks = find_checks(window)
    assert "figure" in checks[2]
    assert {"omission"} <= checks[3]
    assert {"addition"} <= checks[4]
    assert window.status_bar.package.text() == "Translation: agency.txt"
    assert not window.acts["again"].isEnabled()
    assert window.document.ranking


def test_a_correction_of_it_comes_back_and_the_machine_s_own_work_stays_apart(
    window: MainWindow,
    pair: tuple[Path, Path],
    done: Done,
    monkeypatch: pytest.MonkeyPatch,
    build_window: Build,
    tiny: Tiny,
    qtbot: QtBot,
) -> None:
    open_pair(window, pair, done, monkeypatch)
    window.session.edit(2, "The tramway will cost 42 million euros.")
    window.reading_view.go_to(4)
    window.acts["dismiss"].trigger()
    window.close()
    again = build_window(tiny.engines)
    qtbot.waitUntil(lambda: len(again.welcome.findChildren(RecentArticleButton)) == 2)
    buttons = again.welcome.findChildren(RecentArticleButton)
    names = [button.text() for button in buttons]
    assert names == ["Le conseil adopte le budget ↔ agency.txt", "Le conseil adopte le budget"]
    buttons[0].click()
    qtbot.waitUntil(lambda: bool(again.document and again.document.ranking and not again.session.is_busy))
    assert again.document
    assert again.document.translation_path == str(pair[1])
    assert again.document.passages[2].target == "The tramway will cost 42 million euros."
    assert "addition" not in find_checks(again)[4]
    assert "omission" in find_checks(again)[3]
    again.open_path(pair[0])
    qtbot.waitUntil(lambda: bool(again.document and not again.document.translation_path and again.document.complete))
    assert [p.target for _, p in sorted(again.document.passages.items())] == list(MACHINE.values())


def test_a_french_file_is_refused_and_the_article_stays(
    window: MainWindow, pair: tuple[Path, Path], done: Done, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair[1].write_text(FRENCH, encoding="utf-8")
    open_pair(window, pair, done, monkeypatch)
    assert "this is French too" in window.message_bar.text
    assert window.document
    assert not window.document.translation_path


def test_a_bilingual_file_is_opened_as_it_is(window: MainWindow, done: Done, tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    unit = "<tu><tuv xml:lang='fr'><seg>{}</seg></tuv><tuv xml:lang='en'><seg>{}</seg></tuv></tu>"
    units = [("Il est venu lundi.", "He came on Tuesday."), ("Elle a 3 chats.", "She has 3 cats.")]
    body = "".join(unit.format(*pair) for pair in units)
    header = "<header srclang='fr' segtype='sentence' adminlang='en' datatype='plaintext' o-tmf='x'/>"
    path.write_text(f"<?xml version='1.0'?><tmx version='1.4'>{header}<body>{body}</body></tmx>", encoding="utf-8")
    window.open_path(path)
    done()
    assert window.document
    assert [p.target for _, p in sorted(window.document.passages.items())] == [english for _, english in units]
    assert find_checks(window)[0] == {"date"}


def test_cancelled_while_it_is_laid_out_it_is_not_translated_by_the_machine(
    window: MainWindow, pair: tuple[Path, Path], done: Done, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cancel(document: Document) -> None:
        if document.translation_path:
            window.session.cancel()

    window.session.opened.connect(cancel)
    open_pair(window, pair, done, monkeypatch)
    window.session.resume()
    done()
    assert window.document
    assert {passage.status for passage in window.document.passages.values()} == {Status.GIVEN}
    assert window.document.complete


def test_the_memory_learns_the_user_s_words_only_and_a_mark_taken_off_leaves_it_as_given(
    window: MainWindow, pair: tuple[Path, Path], done: Done, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_pair(window, pair, done, monkeypatch)
    assert window.document
    window.reading_view.go_to(3)
    window.acts["dismiss"].trigger()  # French without English
    for _ in range(2):
        window.session.verify(2)
        counted = count_sentences(window.document)
        assert counted.edited == 0
        assert counted.given == counted.total
    assert window.document.passages[2].status is Status.GIVEN
    window.session.edit(4, "The English that has no French.")
    assert not is_machine(window.document)
    assert "made elsewhere, agency.txt" in format_source_line(window.document)
    window.reading_view.go_to(4)
    window.acts["copy"].trigger()
    assert QGuiApplication.clipboard().text().startswith("…\nThe English that has no French.")
    window.open_path(pair[0])
    done()
    assert window.document
    assert [p.target for _, p in sorted(window.document.passages.items())] == list(MACHINE.values())
    assert count_sentences(window.document).edited == 0


def test_a_correction_does_not_change_how_it_is_aligned(
    window: MainWindow, pair: tuple[Path, Path], done: Done, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_pair(window, pair, done, monkeypatch)
    assert window.document
    before = [passage.sentence.text for _, passage in sorted(window.document.passages.items())]
    window.session.edit(2, "Words like no others.")
    open_pair(window, pair, done, monkeypatch)
    assert [passage.sentence.text for _, passage in sorted(window.document.passages.items())] == before
    assert window.document.passages[2].target == "Words like no others."


def test_a_sentence_that_it_lacks_can_be_written(
    window: MainWindow, pair: tuple[Path, Path], done: Done, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    open_pair(window, pair, done, monkeypatch)
    assert window.document
    assert not window.document.target(window.document.passages[3].sentence)
    window.reading_view.go_to(3)
    place = window.reading_view.rectangle_of_words(Hit(3, 1, 0, 1))
    assert place
    QTest.mouseClick(window.reading_view.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert window.flags.cards.card.isVisible()
    window.flags.cards.card.edit.click()
    editor = window.correction.editor
    assert editor.isVisible()
    assert editor.toPlainText() == ""
    editor.replace_text("The work begins in spring.")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert window.document.passages[3].target == "The work begins in spring."


def test_the_head_of_the_column_says_who_has_translated(
    window: MainWindow, pair: tuple[Path, Path], done: Done, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    painted: list[bool] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and window.document:
                painted.append(bool(window.document.translation_path))
            return False

    watch = Watch()
    open_pair(window, pair, done, monkeypatch)
    window.column_headers.installEventFilter(watch)
    for given in (False, True):
        painted.clear()
        window.articles.step(1)
        qtbot.waitUntil(lambda: len(painted) > 0)
        assert painted[-1] is given
