"""Arranges the fragments of pages as lines in reading order, column by column."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from statistics import median

from visavis.readers.pdf.characters import Fragment, PageFragments
from visavis.readers.pdf.drop_caps import join_drop_caps
from visavis.readers.pdf.lines import Line
from visavis.readers.pdf.margins import remove_margins
from visavis.readers.pdf.notes import remove_note_calls
from visavis.readers.pdf.rows import join_pieces, join_rows

_DEEPEST = 4  # maximum nesting of column splits; no page has nine columns


def build_lines(sheets: list[PageFragments]) -> list[Line]:
    """Return the lines of all pages in reading order."""
    lines: list[Line] = []
    column = 0
    pages = [(page, sheet) for page, whole in enumerate(sheets, 1) for sheet in (whole, *whole.across)]
    bodies = remove_margins([sheet for _, sheet in pages])
    for (page, _), fragments in zip(pages, bodies, strict=True):
        for group in _ordered(join_drop_caps(fragments), _DEEPEST):
            column += 1
            lines.extend(_column(group, column, page))
    return lines


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
    left, right = min(f.x0 for f in fragments), max(f.x1 for f in fragments)
    lines = []
    for row in join_rows(fragments):
        big = max(row, key=lambda fragment: len(fragment.text))
        end, gapped = max(f.x1 for f in row), any(b.x0 - a.x1 > 2 * big.size for a, b in pairwise(row))
        pieces, numbered = remove_note_calls(join_pieces(row))
        lines.append(Line(row[0].x0, end, big.y, big.size, pieces, left, right, column, page, gapped, numbered))
    return lines
