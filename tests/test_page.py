"""The geometry of facing rows."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from test_reading_view import opened, text, translate, translated
from visavis.gui.reading_view.layout import MOST_LAID, PageLayout
from visavis.gui.reading_view.rows import MOST_CHARACTERS, build_rows, make_english_text, make_french_text
from visavis.gui.style.fonts import reading_font
from visavis.model.document import Document

fitting = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def page(document: Document, width: float = 900, points: float = 11) -> PageLayout:
    made = PageLayout(reading_font(points))
    made.set_width(width)
    made.set_rows(document, list(build_rows(document.article.paragraphs)))
    return made


@fitting
@given(st.integers(1, 30), st.integers(120, 2400), st.floats(7, 30), st.data())
def test_rows_are_level_and_follow_each_other(
    qapp: QApplication, paragraphs: int, width: int, points: float, data: st.DataObject
) -> None:
    document = opened(text(paragraphs))
    translate(document, range(data.draw(st.integers(0, document.total))))
    made = page(document, width, points)
    assert not made.measure_some(60)
    y = 0.0
    for number in range(len(made.rows)):
        laid = made.row_layout(number)
        assert made.top(number) == pytest.approx(y)
        assert made.row_at(made.top(number) + 0.5) == number
        left, right = made.origin(number, 0), made.origin(number, 1)
        assert (right.y() > left.y()) if made.stacked else (right.y() == left.y())
        for column, part in enumerate(laid.columns):
            bottom = made.origin(number, column).y() + part.layout.boundingRect().height()
            assert bottom <= made.top(number) + laid.height + 0.5
        y += laid.height
    assert made.height == pytest.approx(y)
    assert made.left[0] >= 0
    assert made.left[1] + made.width <= max(width, 200)


@fitting
@given(st.floats(-1e4, 1e6))
def test_there_is_a_row_at_every_height(qapp: QApplication, y: float) -> None:
    made = page(opened(text(12)))
    number = made.row_at(y)
    assert 0 <= number < len(made.rows)
    assert y < 0 or y >= made.height or made.top(number) <= y < made.top(number) + made.row_height(number)


def test_what_changes_is_measured_again(qapp: QApplication) -> None:
    document = opened(text(40))
    made = page(document)
    made.measure_some(60)
    height = made.height
    translate(document, range(document.total))
    made.invalidate_rows(range(document.total))
    assert made.measure_rows(range(5))
    made.measure_some(60)
    assert made.height > height


def test_no_more_rows_are_kept_laid_out_than_needed(qapp: QApplication) -> None:
    made = page(translated(text(MOST_LAID + 50)))
    made.measure_some(60)
    assert len(made._laid) == MOST_LAID
    made.row_layout(0)
    assert len(made._laid) == MOST_LAID


def test_an_empty_page_has_no_height(qapp: QApplication) -> None:
    made = PageLayout(reading_font(11))
    made.set_width(500)
    assert made.height == 0
    assert made.row_at(10) == 0
    assert made.row_of(3) is None


def test_a_very_long_paragraph_is_shown_in_several_rows() -> None:
    document = translated(" ".join(f"Voici la phrase numéro {n}." for n in range(1000)))
    rows = list(build_rows(document.article.paragraphs))
    assert len(rows) > 5
    assert [row.first for row in rows] == [True] + [False] * (len(rows) - 1)
    assert [s for row in rows for s in row.sentences] == list(document.article.sentences())
    assert all(len(make_french_text(row, document).text) <= MOST_CHARACTERS for row in rows)
    assert all(len(make_english_text(row, document).spans) == len(row.sentences) for row in rows)
