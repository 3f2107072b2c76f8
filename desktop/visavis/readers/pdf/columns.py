"""Arranges the fragments of pages as lines in reading order: removes running heads, splits columns."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from visavis.readers.pdf.characters import Fragment, PageFragments, TextStyle

# Page numbers: "12", "page 3/8", "- iv -".
_NUMBER = re.compile(
    r"(?:p\.|page|-|–|—)?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*(?:(?:/|sur|of)\s*\d{1,4})?\s*(?:-|–|—)?", re.IGNORECASE
)
_EDGE = 0.15  # share of the page height at the top and bottom where running heads stand
_DEEPEST = 4  # maximum nesting of column splits; no page has nine columns


class Line(NamedTuple):
    """A line of a column; `left` and `right` are the column's edges, `column` counts through the file, `page` from 1.

    `row` is true if it has wide gaps, like a table row.
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

    @property
    def text(self) -> str:
        """The text without styles."""
        return "".join(text for text, _ in self.pieces)


def build_lines(sheets: list[PageFragments]) -> list[Line]:
    """Return the lines of all pages in reading order."""
    lines: list[Line] = []
    column = 0
    for page, fragments in enumerate(_bodies(sheets), 1):
        for group in _ordered(fragments, _DEEPEST):
            column += 1
            lines.extend(_column(group, column, page))
    return lines


def _bodies(sheets: list[PageFragments]) -> list[list[Fragment]]:
    """Return the fragments of each page without running heads and page numbers (repeated at the page edges)."""
    edges = [_edge(sheet) for sheet in sheets]
    seen = Counter(key for edge in edges for key in {_key(fragment) for fragment in edge})
    enough = 2 if len(sheets) <= 6 else 3  # on how many pages a running head must be repeated

    def runs(fragment: Fragment) -> bool:
        text, y = _key(fragment)
        repeated = sum(seen[text, near] for near in (y - 1, y, y + 1)) >= enough
        return repeated or _NUMBER.fullmatch(fragment.text.strip()) is not None

    bodies = []
    for sheet, edge in zip(sheets, edges, strict=True):
        running = {id(fragment) for fragment in edge if runs(fragment)}
        bodies.append([fragment for fragment in sheet.fragments if id(fragment) not in running])
    return bodies


def _edge(sheet: PageFragments) -> list[Fragment]:
    """Return the fragments on the two outermost lines at the top and bottom of a page."""
    heights = sorted({round(fragment.y) for fragment in sheet.fragments})
    low = [y for y in heights[:2] if y < sheet.height * _EDGE]
    high = [y for y in heights[-2:] if y > sheet.height * (1 - _EDGE)]
    return [fragment for fragment in sheet.fragments if round(fragment.y) in {*low, *high}]


def _key(fragment: Fragment) -> tuple[str, int]:
    # numbers vary from page to page, and positions by up to a step of 3 points
    return re.sub(r"\d+", "#", re.sub(r"\s+", "", fragment.text)), round(fragment.y / 3)


def _ordered(fragments: list[Fragment], depth: int) -> list[list[Fragment]]:
    """Return the fragments as columns in reading order; text that spans the gutter ends the columns above it."""
    gutter = _gutter(fragments) if depth else None
    if gutter is None:
        return [fragments] if fragments else []
    groups: list[list[Fragment]] = []
    left: list[Fragment] = []
    right: list[Fragment] = []
    spanning: list[Fragment] = []

    def close() -> None:
        groups.extend([*_ordered(list(left), depth - 1), *_ordered(list(right), depth - 1)])
        left.clear()
        right.clear()

    for fragment in sorted(fragments, key=lambda fragment: -fragment.y):
        if fragment.x1 <= gutter or fragment.x0 >= gutter:
            if spanning:
                groups.append(list(spanning))
                spanning.clear()
            (left if fragment.x1 <= gutter else right).append(fragment)
        else:
            if left or right:
                close()
            spanning.append(fragment)
    if spanning:
        groups.append(list(spanning))
    close()
    return groups


def _gutter(fragments: list[Fragment]) -> float | None:
    """Return the x coordinate of a gutter between two columns of prose, or None."""
    prose = [fragment for fragment in fragments if len(fragment.text) >= 12]
    if len(prose) < 6:
        return None
    starts = Counter(round(fragment.x0) for fragment in prose)
    begin, end = min(fragment.x0 for fragment in fragments), max(fragment.x1 for fragment in fragments)
    best: tuple[int, float] | None = None
    for start, count in starts.most_common(8):
        if start < begin + (end - begin) * 0.15 or count < 3:
            continue
        gutter = start - 2.0
        left = [fragment for fragment in prose if fragment.x1 <= gutter and fragment.x1 > begin]
        right = [fragment for fragment in prose if fragment.x0 >= gutter]
        if len(left) < 3 or len(right) < 3 or not _side_by_side(left, right):
            continue
        crossing = sum(fragment.x0 < gutter < fragment.x1 for fragment in fragments)
        score = len(left) + len(right) - crossing
        if crossing < len(left) + len(right) and (best is None or score > best[0]):
            best = (score, gutter)
    return best[1] if best else None


def _side_by_side(left: list[Fragment], right: list[Fragment]) -> bool:
    """True if both sides are prose that fills its column, unlike table cells and scattered words."""
    top = min(max(f.y for f in side) for side in (left, right))
    foot = max(min(f.y for f in side) for side in (left, right))
    beside = [[f for f in side if foot - 1 <= f.y <= top + 1] for side in (left, right)]
    if min(map(len, beside)) < 3:
        return False
    return all(median(len(f.text) for f in side) >= 16 for side in beside)


def _column(fragments: list[Fragment], column: int, page: int) -> list[Line]:
    """Return the lines of a column from top to bottom, joining fragments on the same baseline."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda fragment: -fragment.y):
        if rows and abs(rows[-1][0].y - fragment.y) < 0.4 * max(rows[-1][0].size, fragment.size):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    left, right = min(f.x0 for f in fragments), max(f.x1 for f in fragments)
    lines = []
    for row in rows:
        row.sort(key=lambda fragment: fragment.x0)
        pieces = [piece for i, fragment in enumerate(row) for piece in (_gap(row, i), *fragment.pieces) if piece]
        big = max(row, key=lambda fragment: len(fragment.text))
        end, gapped = max(f.x1 for f in row), any(b.x0 - a.x1 > 2 * big.size for a, b in pairwise(row))
        lines.append(Line(row[0].x0, end, big.y, big.size, tuple(pieces), left, right, column, page, gapped))
    return lines


def _gap(row: list[Fragment], index: int) -> tuple[str, TextStyle] | None:
    """Return the space before a fragment in a row, or None if it touches the previous one, like a raised sign."""
    if not index or row[index].x0 - row[index - 1].x1 < 0.1 * row[index].size:
        return None
    return " ", row[index].pieces[0][1]
