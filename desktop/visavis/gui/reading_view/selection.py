"""Text selected on one side of the page."""

from __future__ import annotations

from dataclasses import dataclass

from visavis.gui.reading_view.layout import PageLayout


@dataclass(frozen=True, slots=True, order=True)
class TextPosition:
    """A position between two characters in one side of a row."""

    row: int
    offset: int


@dataclass(frozen=True, slots=True)
class Selection:
    """The text between two positions in one column (0 French, 1 English)."""

    column: int
    anchor: TextPosition
    head: TextPosition

    @property
    def empty(self) -> bool:
        """True if nothing is selected."""
        return self.anchor == self.head

    def within(self, row: int, length: int) -> tuple[int, int] | None:
        """Return the (start, end) selected in a row whose side has `length` characters, or None."""
        first, last = sorted((self.anchor, self.head))
        if not first.row <= row <= last.row:
            return None
        return first.offset if row == first.row else 0, last.offset if row == last.row else length

    def text(self, page: PageLayout) -> str:
        """Return the selected text, with an empty line between paragraphs, and tabs between the cells of a table."""
        first, last = sorted((self.anchor, self.head))
        text = ""
        for number in range(first.row, last.row + 1):
            side = page.side(number, self.column)
            start, end = self.within(number, len(side.text)) or (0, 0)
            text += page.rows[number].separator * bool(text) + side.copy_text(start, end)
        return text


def find_word(text: str, offset: int) -> tuple[int, int]:
    """Return the start and end of the letters and figures around an offset."""
    start = end = min(offset, max(0, len(text) - 1))
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end
