"""Lays out a row: a paragraph on both sides, or the cells of a row of a table."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

from visavis.gui.reading_view.editor_space import EditorSpace, compute_stops, isolate_sentence
from visavis.gui.reading_view.rows import Row, RowText
from visavis.gui.reading_view.typography import (
    STYLES,
    TABLE,
    TABLE_HEAD,
    Cells,
    RoleStyle,
    Stops,
    apply_style,
    lay_out_text,
)
from visavis.model.article import Picture

_CELL_MARGIN, _CELL_PAD = 6.0, 0.16  # beside the text of a cell in pixels, and above and below it in line heights
HIGHEST_PICTURE = 160.0  # pixels
_BESIDE_PICTURE, _BELOW_PICTURE = 8.0, 12.0  # pixels
_FEWEST_LETTERS = 4.5  # in the narrowest column; in less room the cells of a row stand below each other
_BELOW_FRENCH = 0.15  # line heights between French and the English below it


@dataclass(frozen=True, slots=True)
class ColumnMetrics:
    """What the layout of a row depends on: the font of the text, the width of a column, which columns are shown."""

    font: QFont
    width: float
    spacing: float
    shown: tuple[int, ...]
    stacked: bool


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """One side of a row, laid out."""

    side: RowText
    layout: QTextLayout


@dataclass(frozen=True, slots=True)
class RowLayout:
    """A row laid out: French and English, their y offsets from the top of the row, and its height, in pixels.

    `frames` are the y and the height of the cells on each side, and `edges` the x of their borders, if it is a row of a
    table; `pictures` are the places of
    its pictures in the first column that is shown.
    """

    columns: tuple[ColumnLayout, ColumnLayout]
    offsets: tuple[float, float]
    height: float
    frames: tuple[tuple[float, float], ...] = ()
    edges: tuple[float, ...] = ()
    pictures: tuple[QRectF, ...] = ()


def choose_style(row: Row) -> RoleStyle:
    """Return the style of a row."""
    if row.cells:
        return TABLE_HEAD if row.cells.head else TABLE
    return STYLES[row.role]


def lay_out_row(
    row: Row, sides: Sequence[RowText], metrics: ColumnMetrics, room: EditorSpace | None, after: float
) -> RowLayout:
    """Lay out the two sides of a row, with room for the editor, and `after` line heights below it."""
    style = choose_style(row)
    font = apply_style(metrics.font, style)
    unit = QFontMetricsF(font).height() * metrics.spacing
    pictures, above = place_pictures(row.pictures, metrics.width)
    before = above + (style.before * unit if row.first else 0.0)
    pad = _CELL_PAD * unit if row.cells else 0.0
    edges = _find_edges(row, metrics.width, QFontMetricsF(font).averageCharWidth())
    texts: list[str] = [side.text for side in sides]
    stops: list[Stops] = [(), ()]
    if room:
        texts = [isolate_sentence(side, room.sentence) for side in sides]
        stops = _make_room(sides, room, metrics, font, edges)
    heights, columns = [], []
    for index, (side, text, some) in enumerate(zip(sides, texts, stops, strict=True)):
        layout, height = lay_out_text(text, font, metrics.width, metrics.spacing, some, _place_cells(side, edges))
        heights.append(height + 2 * pad if index in metrics.shown else 0.0)
        columns.append(ColumnLayout(side, layout))
    second = before + heights[0] + unit * _BELOW_FRENCH if metrics.stacked else before
    bottom = max(before + heights[0], second + heights[1])
    frames: tuple[tuple[float, float], ...] = ()
    if row.cells:
        french = heights[0] if metrics.stacked else bottom - before
        frames = (before, french), (second, bottom - second)
    return RowLayout(
        (columns[0], columns[1]), (before + pad, second + pad), bottom + after * unit, frames, edges, pictures
    )


def place_pictures(pictures: Sequence[Picture], width: float) -> tuple[tuple[QRectF, ...], float]:
    """Return the places of thumbnails, beside each other where there is room, and the height they take."""
    places: list[QRectF] = []
    x = y = 0.0
    for picture in pictures:
        scale = min(HIGHEST_PICTURE / picture.height, width / picture.width, 1.0)
        size = max(1.0, picture.width * scale), max(1.0, picture.height * scale)
        if x + size[0] > width and places:
            x, y = 0.0, max(place.bottom() for place in places) + _BESIDE_PICTURE
        places.append(QRectF(x, y, *size))
        x += size[0] + _BESIDE_PICTURE
    return tuple(places), max((place.bottom() + _BELOW_PICTURE for place in places), default=0.0)


def count_lines(row: Row, letter: float, width: float) -> float:
    """Return about how many lines of `width` pixels a row has, if a letter is `letter` pixels wide."""
    if not row.cells:
        return -(-(row.sentences[-1].end - row.sentences[0].start) * letter // width)
    edges = _find_edges(row, width, letter)
    lines = [0.0]
    for index, cell in enumerate(row.cells.columns):
        left, right = edges[index : index + 2] if len(edges) > 2 else edges
        room = max(letter, right - left - 2 * _CELL_MARGIN)
        lines.append(sum(-(-(part[-1].end - part[0].start) * letter // room) for part in cell))
    return (max(lines) if len(edges) > 2 else sum(lines)) + 2 * _CELL_PAD


def _find_edges(row: Row, width: float, letter: float) -> tuple[float, ...]:
    """Return the borders of the cells of a table in pixels; only the outer ones if no word would fit between them."""
    if not row.cells:
        return ()
    edges = tuple(edge * width for edge in row.cells.edges)
    narrow = min(right - left for left, right in pairwise(edges)) - 2 * _CELL_MARGIN < _FEWEST_LETTERS * letter
    return (0.0, width) if narrow else edges


def _place_cells(side: RowText, edges: Sequence[float]) -> Cells:
    """Return where the cells of a table are that have words; one for all where they stand below each other."""
    starts = side.cells if len(edges) > 2 else ((0, 0),)
    return [
        (start, edges[column] + _CELL_MARGIN, max(8.0, edges[column + 1] - edges[column] - 2 * _CELL_MARGIN))
        for start, column in (starts if edges else ())
    ]


def _make_room(
    sides: Sequence[RowText], room: EditorSpace, metrics: ColumnMetrics, font: QFont, edges: Sequence[float]
) -> list[Stops]:
    """Return the stops that make room for the editor; in a table the other cells stay where they are."""
    parts = [_cut_cell(side, room.sentence) if len(edges) > 2 else (0, side) for side in sides]
    placed = [_place_cells(side, edges) for side in sides]
    widths = [cell[2] for (start, _), cells in zip(parts, placed, strict=True) for cell in cells if cell[0] == start]
    width = widths[0] if widths else metrics.width

    def lines(text: str, stops: Stops) -> tuple[QTextLayout, float]:
        return lay_out_text(text, font, width, metrics.spacing, stops)

    found = compute_stops(room, [part for _, part in parts], not metrics.stacked, lines)
    return [[(start + at, y) for at, y in some] for (start, _), some in zip(parts, found, strict=True)]


def _cut_cell(side: RowText, sentence: int) -> tuple[int, RowText]:
    """Return where the cell begins that a sentence stands in, and its text; all of a row that has no cells."""
    span = side.span_of(sentence)
    if not side.cells or not span:
        return 0, side
    starts = [start for start, _ in side.cells]
    number = bisect_right(starts, span[0]) - 1
    start = starts[number]
    end = starts[number + 1] - 1 if number + 1 < len(starts) else len(side.text)
    inside = ((first - start, last - start, id_) for first, last, id_ in side.spans if start <= first < end)
    return start, RowText(side.text[start:end], tuple(inside))
