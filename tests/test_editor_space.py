"""The editor covers its own sentence only: the paragraph makes room for it, level on both sides."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from conftest import Done
from visavis.gui.reading_view.editor_space import isolate_sentence
from visavis.gui.reading_view.rows import RowText
from visavis.gui.reading_view.scrolling import PAD
from visavis.gui.reading_view.typography import list_rectangles
from window_under_test import MainWindow

TEXT = (
    "Le conseil municipal a adopté le budget de la ville. La séance a duré plus de quatre heures, et le maire a parlé "
    "longtemps des écoles. L’opposition a voté contre le texte. Les habitants paieront un peu plus.\n\n"
    "Le tramway coûtera cher. Les travaux commenceront au printemps."
)
BEFORE, EDITED, AFTER, NEXT = 0, 1, 2, 4


@pytest.fixture
def long(window: MainWindow, done: Done) -> MainWindow:
    """Return the window with the caret amid a paragraph of four sentences."""
    window.opening.open_text("a", TEXT)
    done()
    window.reading_view.go_to(EDITED)
    return window


def places(window: MainWindow, sentence: int, column: int) -> list[QRect]:
    """Return where in the view the lines of a sentence are."""
    page, top = window.reading_view.page, PAD - window.reading_view.verticalScrollBar().value()
    number = page.row_of(sentence)
    assert number is not None
    part, origin = page.row_layout(number).columns[column], page.origin(number, column)
    span = part.side.span_of(sentence)
    assert span
    return [rect.translated(origin.x(), origin.y() + top).toRect() for rect in list_rectangles(part.layout, *span)]


def test_the_editor_covers_no_other_sentence(long: MainWindow) -> None:
    long.acts["edit"].trigger()
    editor = long.correction.editor
    for text in ("Short.", "Long words. " * 40):
        editor.setPlainText(text)
        others = [place for sentence in (BEFORE, AFTER, 3, NEXT) for place in places(long, sentence, 1)]
        assert others
        assert not [place for place in others if place.intersects(editor.geometry())]
        assert all(editor.geometry().contains(place.center()) for place in places(long, EDITED, 1))


def test_the_sentence_and_what_follows_are_level_on_both_sides(long: MainWindow) -> None:
    long.acts["edit"].trigger()
    long.correction.editor.setPlainText("Long words. " * 40)
    for sentence in (EDITED, AFTER, NEXT):
        french, english = (places(long, sentence, column)[0].top() for column in (0, 1))
        assert french == english
    assert places(long, EDITED, 0)[0].left() == places(long, AFTER, 0)[0].left() == places(long, BEFORE, 0)[0].left()


def test_afterwards_the_paragraph_is_as_before(long: MainWindow) -> None:
    before = [places(long, sentence, column) for sentence in range(5) for column in (0, 1)]
    long.acts["edit"].trigger()
    assert [places(long, sentence, column) for sentence in range(5) for column in (0, 1)] != before
    long.correction.editor.discard()
    assert [places(long, sentence, column) for sentence in range(5) for column in (0, 1)] == before


def test_an_editor_that_grows_stays_in_view(long: MainWindow) -> None:
    long.resize(900, 480)
    QApplication.processEvents()
    long.acts["edit"].trigger()
    editor = long.correction.editor
    for number in range(1, 12):
        editor.setPlainText("Some more words. " * number)
        if editor.height() < long.reading_view.viewport().height():
            assert editor.geometry().bottom() < long.reading_view.viewport().height()


def test_one_language_makes_room_too(long: MainWindow) -> None:
    long.acts["show_en"].trigger()
    long.acts["edit"].trigger()
    editor = long.correction.editor.geometry()
    assert not [
        place for sentence in (BEFORE, AFTER) for place in places(long, sentence, 1) if place.intersects(editor)
    ]


def test_what_is_written_can_be_undone_but_not_the_sentence_itself(long: MainWindow) -> None:
    long.acts["edit"].trigger()
    editor = long.correction.editor
    before = editor.toPlainText()
    editor.insertPlainText(" More.")
    for _ in range(3):
        editor.undo()
    assert editor.toPlainText() == before


def test_lines_end_around_the_sentence_and_nothing_else_changes() -> None:
    side = RowText("A b. C d. E f.", ((0, 4, 7), (5, 9, 8), (10, 14, 9)))
    assert isolate_sentence(side, 8) == "A b.\u2028C d.\u2028E f."
    assert isolate_sentence(side, 7) == "A b.\u2028C d. E f."
    assert isolate_sentence(side, 9) == "A b. C d.\u2028E f."
    assert isolate_sentence(side, 1) == side.text
