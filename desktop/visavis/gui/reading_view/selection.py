"""A stretch of text that the user has marked on one side of a page."""

from __future__ import annotations

from dataclasses import dataclass

from visavis.gui.reading_view.layout import PageLayout


@dataclass(frozen=True, slots=True, order=True)
class TextPosition:
    """A place between two characters of a row's side."""

    row: int
    offset: int


@dataclass(frozen=True, slots=True)
class Selection:
    """What lies between two places in one column (0 French, 1 English)."""

    column: int
    anchor: TextPosition
    head: TextPosition

    @property
    def empty(self) -> bool:
        """Tell whether nothing is marked."""
        return self.anchor == self.head

    def within(self, row: int, length: int) -> tuple[int, int] | None:
        """Return (start, end) of what is marked in a row whose side has `length` characters."""
        first, last = sorted((self.anchor, self.head))
        if not first.row <= row <= last.row:
            return None
        return first.offset if row == first.row else 0, last.offset if row == last.row else length

    def text(self, page: PageLayout) -> str:
        """Return what is marked, an empty line between paragraphs."""
        first, last = sorted((self.anchor, self.head))
        text = ""
        for number in range(first.row, last.row + 1):
            side = page.side(number, self.column)
            start, end = self.within(number, len(side.text)) or (0, 0)
            text += ("\n\n" if page.rows[number].first else " ") * bool(text) + side.text[start:end]
        return text
