"""Tables: which sentence stands in which cell, and how wide the columns are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from visavis.model.article import Paragraph, Sentence

MOST_COLUMNS = 8  # side by side; those of a wider table are shown in several lines of cells
_NARROWEST, _WIDEST = 4, 36  # characters that a column counts for when the columns share the width
_LONGEST_WORD = 18

# The paragraphs of a cell, each with its sentences.
CellText = tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, slots=True)
class TableCells:
    """A row of a table, or a part of a wide one: what is in each column, and the edges of the columns.

    `edges` are shares of the width, from 0 to 1. `head` is true for the row that names the columns; `first` and `last`
    are true for the ends of the table.
    """

    columns: tuple[CellText, ...]
    edges: tuple[float, ...]
    head: bool = False
    first: bool = False
    last: bool = False


def arrange_table(paragraphs: Sequence[Paragraph]) -> list[TableCells]:
    """Return the rows of a table, whose paragraphs are given; columns without words are left out."""
    bands = list(_list_bands(sorted({_column(paragraph) for paragraph in paragraphs})))
    edges = [_share_width([[p for p in paragraphs if _column(p) == column] for column in band]) for band in bands]
    lines = [list(line) for _, line in groupby(paragraphs, lambda paragraph: paragraph.cell and paragraph.cell.row)]
    made: list[TableCells] = []
    for number, line in enumerate(lines):
        for band, shares in zip(bands, edges, strict=True):
            shown = _list_shown(line, band)
            columns = tuple(tuple(p.sentences for p in line if _column(p) == band[at]) for at in shown)
            if any(columns):
                sides = (*(shares[at] for at in shown), 1.0)
                made.append(TableCells(columns, sides, head=number == 0 and len(lines) > 1))
    made[0] = replace(made[0], first=True)
    made[-1] = replace(made[-1], last=True)
    return made


def _column(paragraph: Paragraph) -> int:
    return paragraph.cell.column if paragraph.cell else 0


def _list_shown(line: Sequence[Paragraph], band: Sequence[int]) -> list[int]:
    """Return which columns of a band a row shows: not those that a cell to their left spans."""
    covered = {
        column
        for paragraph in line
        if paragraph.cell
        for column in range(paragraph.cell.column + 1, paragraph.cell.column + paragraph.cell.wide)
    }
    filled = {_column(paragraph) for paragraph in line}
    return [at for at, column in enumerate(band) if not at or column in filled or column not in covered]


def _list_bands(columns: list[int]) -> Iterator[list[int]]:
    """Yield the columns that are shown side by side: all, or parts of equal size."""
    parts = -(-len(columns) // MOST_COLUMNS)
    size = -(-len(columns) // parts)
    for start in range(0, len(columns), size):
        yield columns[start : start + size]


def _share_width(columns: Sequence[Sequence[Paragraph]]) -> tuple[float, ...]:
    """Return the edges of columns; one with more words is wider, and the longest word fits if it can.

    What spans several columns counts for none, unless there is nothing else.
    """
    weights = []
    for paragraphs in columns:
        single = [p for p in paragraphs if not p.cell or p.cell.wide == 1] or paragraphs
        texts = [sentence.text for paragraph in single for sentence in paragraph.sentences]
        word = max((len(word) for text in texts for word in text.split()), default=0)
        weights.append(max(_NARROWEST, min(word, _LONGEST_WORD), min(max(map(len, texts), default=0), _WIDEST)) + 2)
    return tuple(at / sum(weights) for at in accumulate(weights, initial=0))
