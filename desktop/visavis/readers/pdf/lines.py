"""A line of a PDF."""

from __future__ import annotations

from typing import NamedTuple

from visavis.readers.pdf.characters import TextStyle


class Line(NamedTuple):
    """A line of a column; `left` and `right` are the column's edges, `column` counts through the file, `page` from 1.

    `row` is true if it has wide gaps, like a table row; `numbered` if it began with the raised number of a note.
    """

    x0: float
    x1: float
    y: float
    size: float
    pieces: tuple[tuple[str, TextStyle], ...]
    left: float
    right: float
    column: int
    page: int
    row: bool
    numbered: bool = False

    @property
    def text(self) -> str:
        """The text without styles."""
        return "".join(text for text, _ in self.pieces)
