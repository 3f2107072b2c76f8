"""An article with flags, and where its words stand in the view."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF

from visavis.gui.reading_view.typography import list_rectangles
from visavis.model.passage import Flag
from window_under_test import MainWindow

HOURS = Flag("figure", "Quatre is not four", source=(25, 31), target=(29, 35))
TERM = Flag("glossary", "“séance” is “sitting”", source=(3, 9), target=(7, 13), fix="SITTING")
TOO_SHORT = Flag("length", "Too short")


def place_of(window: MainWindow, sentence: int, side: int, start: int, end: int) -> QPoint:
    """Return the middle of some characters of a sentence, in the viewport."""
    view = window.reading_view
    number = view.page.row_of(sentence)
    assert number is not None
    column = view.page.row_layout(number).columns[side]
    span = column.side.span_of(sentence)
    assert span
    rect = list_rectangles(column.layout, span[0] + start, span[0] + end)[0]
    return (view.page.origin(number, side) + rect.center() + QPointF(0, view.top)).toPoint()
