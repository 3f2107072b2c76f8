"""The real window with the real built-in package: what a reporter does with the article, by the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from conftest import SEED, Build
from visavis.gui.reading_view.typography import list_rectangles
from visavis.model.passage import Status
from window_under_test import MainWindow

Key = Qt.Key


@pytest.fixture
def window(build_window: Build, qtbot: QtBot) -> MainWindow:
    """Return the window with the sample article translated and the caret on its third sentence."""
    made = build_window(None)
    made.open_path(SEED)
    qtbot.waitUntil(lambda: not made.session.is_busy, timeout=120_000)
    qtbot.waitUntil(lambda: not made.reading_view._idle.isActive())
    made.activateWindow()
    made.reading_view.setFocus()
    qtbot.waitUntil(made.reading_view.hasFocus)
    made.reading_view.go_to(2)
    return made


def test_a_sentence_is_taken_in_other_words_corrected_and_verified(window: MainWindow, qtbot: QtBot) -> None:
    assert window.document
    passages = window.document.passages
    before = passages[2].target
    QTest.keyClick(window.reading_view, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    offers = window.correction.alternatives.popup
    qtbot.waitUntil(offers.isVisible, timeout=30_000)
    texts = [offers.list.item(row).text() for row in range(offers.list.count())]
    assert len(set(texts)) == len(texts) >= 1
    assert before not in texts
    assert all("Stoltenberg" in text or "Friday" in text for text in texts)
    QTest.keyClick(offers.list, Key.Key_Return)
    qtbot.waitUntil(lambda: passages[2].target == texts[0])
    QTest.keyClick(window.reading_view, Key.Key_F2)
    QTest.keyClick(window.correction.editor, Key.Key_End)
    QTest.keyClicks(window.correction.editor, " Indeed.")
    QTest.keyClick(window.correction.editor, Key.Key_Return)
    assert passages[2].target == f"{texts[0]} Indeed."
    QTest.keyClick(window.reading_view, Key.Key_Return)
    assert passages[2].status is Status.VERIFIED
    assert window.reading_view.caret == 3
    for _ in range(3):
        window.acts["undo"].trigger()
    assert (passages[2].target, passages[2].status) == (before, Status.MACHINE)


def test_the_word_under_the_pointer_lights_its_counterpart(window: MainWindow, qtbot: QtBot) -> None:
    view = window.reading_view
    number = view.page.row_of(1)
    assert number is not None
    column = view.page.row_layout(number).columns[1]
    start = column.side.text.index("NATO")
    rect = list_rectangles(column.layout, start, start + 4)[0]
    place = view.page.origin(number, 1) + rect.center() + QPointF(0, 18 - view.verticalScrollBar().value())
    QTest.mouseMove(view.viewport(), place.toPoint())
    qtbot.waitUntil(lambda: bool(view._words), timeout=30_000)
    document = window.document
    assert document
    sentence = next(s for s in document.article.sentences() if s.id == 1)
    french = [sentence.text[hit.start : hit.end] for hit in view._words if hit.side == 0]
    assert any("OTAN" in word for word in french)


def test_a_name_is_found_in_both_languages_without_its_accents(window: MainWindow, qtbot: QtBot) -> None:
    window.acts["find"].trigger()
    window.find_bar.words.setText("securite NATIONALE")
    qtbot.waitUntil(lambda: bool(window.find_bar.hits))
    assert {hit.side for hit in window.find_bar.hits} == {0}
    window.find_bar.words.setText("kosovo")
    qtbot.waitUntil(lambda: len(window.find_bar.hits) > 10)
    assert {hit.side for hit in window.find_bar.hits} == {0, 1}


def test_the_numbers_of_the_article(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[str, list[tuple[str, str]]]] = []
    monkeypatch.setattr(
        "visavis.gui.dialogs.file_dialogs.Dialogs.table", lambda parent, title, sections: shown.extend(sections)
    )
    window.acts["statistics"].trigger()
    qtbot.waitUntil(lambda: bool(shown))
    assert window.document
    assert ("French", str(window.document.article.words)) in shown[0][1]


def test_the_caret_s_sentence_is_copied_with_its_source(window: MainWindow) -> None:
    window.acts["quote"].trigger()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("L’annonce a été faite vendredi par le secrétaire général")
    assert "otan-kosovo.txt" in text


def test_f8_goes_through_the_flags_and_each_has_its_reason(window: MainWindow) -> None:
    assert window.document
    for id_ in (2, 5):  # the sample's translation may have nothing to look at: a reader makes two mistakes
        window.session.edit(id_, "It was made on Monday.")
    flagged = [id_ for id_, passage in sorted(window.document.passages.items()) for _ in passage.open_flags]
    assert {2, 5} <= set(flagged)
    window.reading_view.go_to(0)
    visited = []
    for _ in flagged:
        QTest.keyClick(window.reading_view, Key.Key_F8)
        visited.append(window.reading_view.caret)
        reasons = [flag.detail for flag in window.document.passages[window.reading_view.caret].flags]
        told = window.status_bar.currentMessage().lower()
        assert any(told.startswith(reason.lower()) for reason in reasons)
    assert sorted(visited) == flagged


def test_a_quotation_is_copied_with_who_says_it(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(window.quotations._found))
    quoted = next(one for one in window.quotations._found if one.speaker == "John Kirby")
    window.reading_view.go_to(quoted.sentences[0])
    QTest.keyClick(
        window.reading_view, Key.Key_Q, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    english, french, *_ = QGuiApplication.clipboard().text().splitlines()
    assert english.startswith("“")
    assert "Serbia" in english
    assert ",” John Kirby, spokes" in english
    assert english.endswith(" said.")
    assert french.startswith("«\u00a0Nous demandons à la Serbie de retirer ses forces")
    assert "John Kirby" in french
