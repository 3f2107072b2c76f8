"""Tracks table positions while walking through a document, and tells data tables from layout tables."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from visavis.model.article import Cell, Role
from visavis.readers.block import Block

_LONGEST_CELL = 1000  # maximum characters in a cell of a data table; more means layout
_NEAR = 60  # edges within this distance are the same, in twentieths of a point
_MOST = 10_000  # rows or columns; the repeat count in a file may be any number


@dataclass
class _Table:
    number: int
    row: int = 0
    column: int = 0
    next_row: int = 1
    next_column: int = 1
    wide: int = 1
    inside: bool = False


class TableTracker:
    """Tracks nested tables, rows and cells as they begin and end."""

    def __init__(self) -> None:
        self.layouts: set[int] = set()  # numbers of tables that contain tables
        self._open: list[_Table] = []
        self._count = 0

    @property
    def current_cell(self) -> Cell | None:
        """The innermost cell, or None."""
        return next((Cell(t.number, t.row, t.column, t.wide) for t in reversed(self._open) if t.inside), None)

    def begin_table(self) -> None:
        """Begin a table."""
        if self._open:
            self.layouts.add(self._open[-1].number)
        self._count += 1
        self._open.append(_Table(self._count))

    def end_table(self) -> None:
        """End a table."""
        if self._open:
            self._open.pop()

    def begin_row(self, times: int = 1) -> None:
        """Begin a row, repeated `times` times."""
        if self._open:
            table = self._open[-1]
            table.row, table.next_row = table.next_row, table.next_row + _bounded(times)
            table.column, table.next_column, table.inside = 0, 1, False

    def begin_cell(self, steps: int = 1, wide: int = 1) -> None:
        """Begin a cell that spans `wide` columns; the next one begins `steps` columns after it."""
        if self._open:
            table = self._open[-1]
            table.column, table.next_column = table.next_column, table.next_column + _bounded(steps)
            table.wide = _bounded(wide)
            table.row, table.inside = max(table.row, 1), True


def parse_span(text: str) -> int:
    """Return how many columns a file says that a cell spans; 1 if it says nothing of sense."""
    return int(text) if text.isdecimal() and len(text) < 5 else 1


def keep_data_tables(blocks: Iterable[Block], layouts: Iterable[int] = ()) -> list[Block]:
    """Keep the cells of data tables, numbered with their places; turn those of layout tables into paragraphs."""
    all_blocks = list(blocks)
    cells: dict[int, dict[Cell, int]] = defaultdict(lambda: defaultdict(int))
    plain = set(layouts)
    for block in all_blocks:
        if block.cell:
            cells[block.cell.table][block.cell] += len(block.text)
            if block.role in {Role.TITLE, Role.HEADING} or cells[block.cell.table][block.cell] > _LONGEST_CELL:
                plain.add(block.cell.table)
    data = [number for number, members in cells.items() if number not in plain and len(members) > 1]
    numbers = {number: count for count, number in enumerate(data, 1)}
    return [_placed(block, numbers) if block.cell else block for block in all_blocks]


def align_columns(blocks: Iterable[Block], sides: dict[Cell, tuple[int, int]]) -> list[Block]:
    """Number columns by their left and right edges, for tables whose rows have different numbers of cells."""
    all_blocks = list(blocks)
    edges: dict[int, list[int]] = defaultdict(list)
    for cell, (left, _) in sorted(sides.items(), key=lambda item: item[1]):
        if not edges[cell.table] or left > edges[cell.table][-1] + _NEAR:
            edges[cell.table].append(left)
    for i, block in enumerate(all_blocks):
        if block.cell in sides:
            left, right = sides[block.cell]
            column = bisect_right(edges[block.cell.table], left)
            last = bisect_right(edges[block.cell.table], right - _NEAR)
            all_blocks[i] = block._replace(cell=replace(block.cell, column=column, wide=max(1, last - column + 1)))
    return all_blocks


def _placed(block: Block, numbers: dict[int, int]) -> Block:
    assert block.cell
    number = numbers.get(block.cell.table)
    if number is None:
        return block._replace(cell=None)
    cell = replace(block.cell, table=number)
    return block._replace(cell=cell, place=f"table {number}, row {cell.row}, column {cell.column}")


def _bounded(times: int) -> int:
    return min(max(times, 1), _MOST)
