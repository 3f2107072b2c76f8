"""The geometry of the rows: two aligned columns; a row is laid out when seen, and its height estimated until then."""

from __future__ import annotations

import time
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QImage

from visavis.gui.reading_view.editor_space import EditorSpace
from visavis.gui.reading_view.row_layout import (
    ColumnMetrics,
    RowLayout,
    choose_style,
    count_lines,
    lay_out_row,
    place_pictures,
)
from visavis.gui.reading_view.rows import Row, RowText, make_english_text, make_french_text
from visavis.gui.reading_view.typography import STYLES, RoleStyle, apply_style
from visavis.gui.style.fonts import measure_character
from visavis.gui.style.spacing import GUTTER, LINE, MARGIN, NARROWEST, WIDEST
from visavis.model.article import Picture
from visavis.model.document import Document

MOST_LAID = 300  # laid-out rows kept in the cache
BOTH = (0, 1)  # column indexes: French, English
_AFTER_TABLE = 0.9  # line heights


class PageLayout:
    """The rows of a document with their heights and positions, for a given width and font."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.spacing = LINE
        self.shown: tuple[int, ...] = BOTH
        self.rows: Sequence[Row] = ()
        self.document: Document | None = None
        self.width = 400.0  # of one column
        self.left = (MARGIN, MARGIN + 400.0 + GUTTER)
        self.room: EditorSpace | None = None  # space for the editor
        self.stacked = False  # True if English is below French instead of beside it
        self.find_thumbnail: Callable[[Picture], QImage | None] = lambda _: None
        self._row_of: dict[int, int] = {}
        self._heights: list[float] = []
        self._tops: list[float] = [0.0]
        self._stale: set[int] = set()
        self._laid: OrderedDict[int, RowLayout] = OrderedDict()

    def set_rows(self, document: Document | None, rows: Sequence[Row]) -> None:
        """Replace the rows."""
        self.document, self.rows = document, rows
        self._row_of = {s.id: number for number, row in enumerate(rows) for s in row.sentences}
        self.invalidate_all()

    @property
    def width_beside(self) -> float:
        """How wide a viewport must be to show the languages that are shown beside each other."""
        columns = len(self.shown)
        return 2 * MARGIN + columns * NARROWEST * measure_character(self.font) + (columns - 1) * GUTTER

    def set_width(self, viewport: float) -> None:
        """Adapt the columns to the width of the viewport."""
        character = measure_character(self.font)
        half = (viewport - 2 * MARGIN - GUTTER) / 2
        paired = self.shown == BOTH
        stacked = paired and viewport < self.width_beside
        beside = paired and not stacked
        width = max(80.0, min(half if beside else viewport - 1.5 * MARGIN, WIDEST * character))
        left = max(MARGIN * 0.75, (viewport - width - beside * (width + GUTTER)) / 2)
        self.left = (left, left + width + GUTTER if beside else left)
        if (width, stacked) != (self.width, self.stacked):
            self.width, self.stacked = width, stacked
            self.invalidate_all()

    def set_font(self, font: QFont, spacing: float = LINE) -> None:
        """Set the font, and the line spacing in line heights."""
        self.font, self.spacing = font, spacing
        self.invalidate_all()

    def show_columns(self, shown: tuple[int, ...]) -> None:
        """Show French (0), English (1) or both; call `set_width` next."""
        self.shown = shown
        self.invalidate_all()

    def invalidate_all(self) -> None:
        """Discard all layouts and estimate the heights again."""
        self._laid.clear()
        measures = {style: self._estimator(style) for style in set(map(choose_style, self.rows))}
        self._heights = []
        for number, row in enumerate(self.rows):
            letter, line, before = measures[choose_style(row)]
            lines = count_lines(row, letter, self.width) * (1 + self.stacked)
            above = place_pictures(row.pictures, self.width)[1]
            self._heights.append((lines + self._after(number)) * line + before + above)
        self._stale = set(range(len(self.rows)))
        self._sum()

    @property
    def column_edges(self) -> tuple[float, float]:
        """The x coordinates where the first column begins and the last one ends."""
        return self.left[0], self.left[1] + self.width

    @property
    def height(self) -> float:
        """Total height of the rows."""
        return self._tops[-1]

    def top(self, number: int) -> float:
        """Return the y at which a row begins."""
        return self._tops[number]

    def row_height(self, number: int) -> float:
        """Return the height of a row."""
        return self._heights[number]

    def row_at(self, y: float) -> int:
        """Return the row at a given y, clamped to the first and last."""
        return max(0, min(bisect_right(self._tops, y), len(self.rows)) - 1)

    def row_of(self, sentence: int) -> int | None:
        """Return the index of the row that contains a sentence, or None."""
        return self._row_of.get(sentence)

    def invalidate_rows(self, sentences: Iterable[int]) -> None:
        """Discard the layout of the rows with these sentences; they are laid out again when seen or when idle."""
        for number in {self._row_of[s] for s in sentences if s in self._row_of}:
            self._laid.pop(number, None)
            self._stale.add(number)

    def set_editor_space(self, room: EditorSpace | None) -> None:
        """Reserve space for the editor, or release it."""
        self.invalidate_rows(one.sentence for one in (self.room, room) if one)
        self.room = room

    def side(self, number: int, column: int) -> RowText:
        """Return the text of a row, in French (0) or in English (1)."""
        assert self.document, "rows come with their document"
        return (make_english_text if column else make_french_text)(self.rows[number], self.document)

    def row_layout(self, number: int) -> RowLayout:
        """Return a row laid out; call `measure_rows` first if its position matters."""
        known = self._laid.get(number)
        if known:
            self._laid.move_to_end(number)
            return known
        sides = [self.side(number, index) if index in self.shown else RowText("", ()) for index in BOTH]
        metrics = ColumnMetrics(self.font, self.width, self.spacing, self.shown, self.stacked)
        room = self.room if self.room and self.row_of(self.room.sentence) == number else None
        new_layout = lay_out_row(self.rows[number], sides, metrics, room, self._after(number))
        self._laid[number] = new_layout
        while len(self._laid) > MOST_LAID:
            self._laid.popitem(last=False)
        return new_layout

    def measure_rows(self, numbers: Iterable[int]) -> bool:
        """Measure these rows; return True if a height has changed."""
        moved = False
        for number in numbers:
            if number in self._stale:
                self._stale.discard(number)
                height = self.row_layout(number).height
                moved |= height != self._heights[number]
                self._heights[number] = height
        if moved:
            self._sum()
        return moved

    def measure_some(self, seconds: float) -> bool:
        """Measure unmeasured rows for at most `seconds`; return True if there are more."""
        end = time.monotonic() + seconds
        moved = False
        while self._stale and time.monotonic() < end:
            number = self._stale.pop()
            height = self.row_layout(number).height
            moved |= height != self._heights[number]
            self._heights[number] = height
        if moved:
            self._sum()
        return bool(self._stale)

    def column_at(self, number: int, x: float, y: float) -> int:
        """Return the column at a point (0 French, 1 English), or the nearest one."""
        if self.shown != BOTH:
            return self.shown[0]
        if self.stacked:
            laid = self.row_layout(number)
            return int(y - self.top(number) >= (laid.frames[1][0] if laid.frames else laid.offsets[1]))
        return int(x > self.left[1] - GUTTER / 2)

    def origin(self, number: int, column: int) -> QPointF:
        """Return the position at which the text of one side of a row begins."""
        laid = self.row_layout(number)
        return QPointF(self.left[column], self.top(number) + laid.offsets[column])

    def _after(self, number: int) -> float:
        """Return the space below a row, in line heights."""
        row, following = self.rows[number], self.rows[number + 1] if number + 1 < len(self.rows) else None
        if row.cells:
            return _AFTER_TABLE if row.cells.last else 0.35 * self.stacked
        return STYLES[row.role].after if following is None or following.first else 0.0

    def _estimator(self, style: RoleStyle) -> tuple[float, float, float]:
        """Return the width per character, the height per line and the space before a row, in pixels."""
        metrics = QFontMetricsF(apply_style(self.font, style))
        unit = metrics.height() * self.spacing
        # an estimate until the row is laid out: the average character, plus 2 %
        return metrics.averageCharWidth() * 1.02, unit, style.before * unit

    def _sum(self) -> None:
        self._tops = list(accumulate(self._heights, initial=0.0))
