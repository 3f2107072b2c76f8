"""Tables in the reading view: cells beside each other, level on both sides, and used like any sentence."""

from __future__ import annotations

import itertools
import time

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from test_page import page
from test_reading_view import Show, measured, show, translate
from tiny import TinySegmenter
from visavis.gui.reading_view.editor_space import EditorSpace
from visavis.gui.reading_view.layout import PageLayout
from visavis.gui.reading_view.row_layout import ColumnLayout
from visavis.gui.reading_view.scrolling import PAD
from visavis.gui.reading_view.selection import Selection, TextPosition
from visavis.gui.reading_view.tables import MOST_COLUMNS
from visavis.gui.reading_view.typography import list_rectangles
from visavis.model.document import Document
from visavis.pipeline import NO_PACKAGE, segment_article
from visavis.readers.open import from_text

__all__ = ["show"]  # a fixture

ROWS = [
    ["Armée", "Effectifs"],
    ["Terre", "Il y a du monde. Il en manque encore beaucoup."],
    ["Mer", "<p>Un</p><p>Deux</p>"],
]


def table(rows: list[list[str]]) -> Document:
    """Return a document with a table between two paragraphs."""
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    html = f"<html><body><p>Avant tout.</p><table>{cells}</table><p>Après cela.</p></body></html>"
    document = Document(segment_article(from_text("a", html), TinySegmenter()), NO_PACKAGE)
    translate(document, range(document.total))
    return document


def sentence_of(document: Document, text: str) -> int:
    return next(sentence.id for sentence in document.article.sentences() if sentence.text == text)


def place(made: PageLayout, sentence: int, side: int) -> tuple[float, float]:
    """Return the x and the y at which a sentence begins on a side."""
    number = made.row_of(sentence)
    assert number is not None
    part: ColumnLayout = made.row_layout(number).columns[side]
    span = part.side.span_of(sentence)
    assert span
    corner = list_rectangles(part.layout, *span)[0].topLeft() + made.origin(number, side)
    return corner.x(), corner.y()


def test_a_cell_that_spans_columns_takes_their_width(qapp: QApplication) -> None:
    long = "Un texte assez long pour ne pas tenir dans une seule des trois colonnes de ce tableau."
    rows = [f"<td colspan=3>{long}", "<td>Un<td>Deux<td>Trois", "<td>Quatre<td colspan=2>Cinq"]
    lines = "".join(f"<tr>{row}</td></tr>".replace("<td", "</td><td").replace("<tr></td>", "<tr>") for row in rows)
    html = f"<html><body><p>Avant tout.</p><table>{lines}</table><p>Après cela.</p></body></html>"
    document = Document(segment_article(from_text("a", html), TinySegmenter()), NO_PACKAGE)
    translate(document, range(document.total))
    made = page(document)
    made.measure_some(60)
    layouts = [made.row_layout(number) for number in (1, 2, 3)]
    whole, three, two = (one.edges for one in layouts)
    assert whole == (three[0], three[-1])
    assert two == (three[0], three[1], three[-1])
    assert layouts[0].columns[0].layout.lineCount() < 3
    assert max(b - a for a, b in itertools.pairwise(three)) < 1.5 * min(b - a for a, b in itertools.pairwise(three))


def test_cells_of_a_row_stand_beside_each_other_and_columns_below_each_other(qapp: QApplication) -> None:
    document = table(ROWS)
    made = page(document)
    made.measure_some(60)
    for side in (0, 1):
        first, second = (place(made, sentence_of(document, name), side) for name in ("Armée", "Effectifs"))
        below = place(made, sentence_of(document, "Un"), side)
        assert first[1] == second[1] < below[1]
        assert first[0] < second[0] == below[0]
    for sentence in document.article.sentences():
        assert place(made, sentence.id, 0)[1] >= made.top(made.row_of(sentence.id) or 0)
    levels = {
        sentence.id: [place(made, sentence.id, side)[1] for side in (0, 1)] for sentence in document.article.sentences()
    }
    tops = ("Armée", "Effectifs", "Terre", "Mer", "Un")
    assert all(levels[sentence_of(document, name)][0] == levels[sentence_of(document, name)][1] for name in tops)


def test_paragraphs_of_a_cell_are_on_lines_of_their_own(qapp: QApplication) -> None:
    document = table(ROWS)
    made = page(document)
    one, two = (place(made, sentence_of(document, name), 0) for name in ("Un", "Deux"))
    assert one[0] == two[0]
    assert one[1] < two[1]


@pytest.mark.parametrize("width", [1000, 320])
def test_the_pointer_finds_each_sentence_in_its_cell(qtbot: QtBot, show: Show, width: int) -> None:
    document = table(ROWS)
    view = show(document)
    view.resize(width, 1200)
    measured(qtbot, view)
    for sentence, side in itertools.product(document.article.sentences(), (0, 1)):
        x, y = place(view.page, sentence.id, side)
        assert view.spot_at(QPointF(x + 4, y + 8 + PAD))[:2] == (sentence.id, side)


def test_the_keys_walk_through_the_cells(qtbot: QtBot, show: Show) -> None:
    document = table(ROWS)
    view = show(document)
    view.go_to(0)
    seen = [0]
    while seen[-1] < document.total - 1:
        QTest.keyClick(view, Qt.Key.Key_Down)
        seen.append(view.caret)
    assert seen == list(range(document.total))


def test_copied_cells_are_parted_by_tabs_and_rows_by_lines(qapp: QApplication) -> None:
    made = page(table(ROWS))
    last = len(made.rows) - 1
    selection = Selection(0, TextPosition(0, 0), TextPosition(last, len(made.side(last, 0).text)))
    assert selection.text(made) == (
        "Avant tout.\n\nArmée\tEffectifs\nTerre\tIl y a du monde. Il en manque encore beaucoup."
        "\nMer\tUn\nDeux\n\nAprès cela."
    )


def test_the_editor_has_room_in_its_cell_and_moves_no_other_cell(qapp: QApplication) -> None:
    document = table(ROWS)
    made = page(document)
    made.measure_some(60)
    edited, after = (sentence_of(document, text) for text in ("Il y a du monde.", "Il en manque encore beaucoup."))
    number = made.row_of(edited)
    assert number is not None
    height, beside = made.row_layout(number).height, place(made, sentence_of(document, "Terre"), 1)
    made.set_editor_space(EditorSpace(edited, 1, 300.0))
    made.measure_some(60)
    assert made.row_layout(number).height > max(height, 300)
    assert place(made, after, 1)[1] >= place(made, edited, 1)[1] + 280
    assert place(made, sentence_of(document, "Terre"), 1) == beside


def test_in_too_little_room_the_cells_of_a_row_stand_below_each_other(qapp: QApplication) -> None:
    document = table([["Armée", *"12345"], ["Une observation qui tient une ligne au moins", *"67890"]])
    made = page(document, 260)
    first, *others = (place(made, sentence_of(document, name), 0) for name in ("Armée", "1", "5"))
    assert all(x == first[0] and y > first[1] for x, y in others)
    edited = sentence_of(document, "7")
    number = made.row_of(edited)
    assert number is not None
    height = made.row_layout(number).height
    made.set_editor_space(EditorSpace(edited, 1, 200.0))
    assert made.row_layout(number).height > height + 100


def test_a_wide_table_is_shown_in_several_lines_of_cells(qapp: QApplication) -> None:
    document = table([[f"Case {row}.{column}" for column in range(2 * MOST_COLUMNS + 1)] for row in range(3)])
    made = page(document)
    cells = [row.cells for row in made.rows if row.cells]
    assert len(cells) == 9
    assert all(len(each.columns) <= MOST_COLUMNS for each in cells)
    assert [s for row in made.rows for s in row.sentences] == list(document.article.sentences())


def test_a_narrow_cell_is_edited_in_a_wider_field(qtbot: QtBot, show: Show) -> None:
    document = table([["Nom", *("1234567"[:n] for n in range(1, 8))]] * 2)
    view = measured(qtbot, show(document))
    field = view.rectangle_of(document.total - 2)
    assert field and field.width() >= 200
    assert view.page.left[1] <= field.left() and field.right() <= view.page.left[1] + view.page.width + 1


def test_a_table_of_two_thousand_cells_scrolls(qtbot: QtBot, show: Show) -> None:
    rows = [[f"La case numéro {row}.{column} du tableau." for column in range(5)] for row in range(400)]
    view = show(table(rows))
    longest, bar = 0.0, view.verticalScrollBar()
    while bar.value() < bar.maximum():
        before = time.perf_counter()
        bar.setValue(bar.value() + bar.pageStep())
        view.viewport().repaint()
        longest = max(longest, time.perf_counter() - before)
    print(f"longest block: {longest * 1000:.0f} ms")
    assert longest < 0.5  # the bar is 50 ms; this machine may be busy
