"""Tables of a web page: which hold data, and where in one a cell is."""

from __future__ import annotations

from lxml.html import HtmlElement

from visavis.model.article import Cell

_LONGEST_CELL = 1000  # characters; more is a layout by tables


class Table:
    """Where we are in a table."""

    def __init__(self, number: int) -> None:
        self.cell = Cell(number, 0, 0)
        self.inside = False
        self._next = 1

    def enter(self, element: HtmlElement) -> None:
        """Begin a row or a cell."""
        if element.tag == "tr":
            self.cell, self._next = Cell(self.cell.table, self.cell.row + 1, 0), 1
            return
        wide = element.get("colspan", "1")
        columns = int(wide) if wide.isdecimal() and 1 < int(wide[:3]) < 100 else 1
        self.cell, self.inside = Cell(self.cell.table, max(self.cell.row, 1), self._next, columns), True
        self._next += columns


def is_data(table: HtmlElement) -> bool:
    """Tell a table of data from a layout of the page."""
    if table.get("role") in {"presentation", "none"} or table.xpath("boolean(.//table|.//h1|.//h2|.//h3|.//article)"):
        return False
    cells = table.xpath(".//td|.//th")
    return len(cells) > 1 and all(len(cell.xpath("string()")) <= _LONGEST_CELL for cell in cells)
