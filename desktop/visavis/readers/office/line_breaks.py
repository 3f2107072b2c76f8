"""Line breaks and tabs inside a paragraph: which part sentences, which part paragraphs, and which are but spaces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from visavis.readers.block import LINE_END, Piece
from visavis.text.endings import ends_with

#: How readers write what stands between the words: a line break, a tab, and the end of a page or column.
BREAK, TAB, PAGE = "\n", "\t", "\f"

_BREAKS = re.compile(r"[\n\t\f]")
_BETWEEN = re.compile(r"(?<![ \u00a0])[ \u00a0]*[\n\t\f][ \u00a0\n\t\f]*")
_ENDED = ".!?…:;"
_HYPHEN = re.compile(r"[^\W\d_]-$")
_MARKER = re.compile(r"\W*(?:\(?(?:\w{1,3}|[ivxlIVXL]{1,6})[.)°]+)?\W*")
#: Lines that were wrapped at a column: how many there are at least, how wide, and the share that is full.
_FEWEST, _NARROWEST, _WIDEST, _MOST = 4, 40, 120, 0.7


def split_paragraphs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the paragraphs that breaks make of one: two breaks, or a page's end, part it; lines are kept."""
    text = "".join(piece.text for piece in pieces)
    if not _BREAKS.search(text):
        return [list(pieces)]
    gaps = list(_BETWEEN.finditer(text))
    starts = [0, *(gap.end() for gap in gaps)]
    ends = [*(gap.start() for gap in gaps), len(text)]
    lines = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    wrapped = _are_wrapped(lines)
    parts: list[list[Piece]] = [[]]
    for number, held in enumerate(_cut(pieces, starts, ends)):
        parts[-1] += held
        if number < len(gaps):
            sign = _sign(gaps[number][0], lines[number], lines[number + 1], wrapped)
            if sign == PAGE:
                parts.append([])
            else:
                parts[-1].append(Piece(sign))
    return parts


def put_on_one_line(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces of a heading, whose breaks are but spaces."""
    return [piece._replace(text=_BETWEEN.sub(" ", piece.text)) for piece in pieces]


def _sign(gap: str, line: str, following: str, wrapped: bool) -> str:
    """Return what a gap between two lines is: a space, the end of a line, or that of a paragraph."""
    tabbed = BREAK not in gap and PAGE not in gap
    if not line.strip() or not following.strip():
        return " "
    joined = not ends_with(line, _ENDED) and (following[:1].islower() or _HYPHEN.search(line) is not None)
    if tabbed:
        return " " if joined or _MARKER.fullmatch(line) else LINE_END
    if gap.count(BREAK) > 1 or (PAGE in gap and not joined):
        return PAGE
    return " " if joined or wrapped else LINE_END


def _are_wrapped(lines: Sequence[str]) -> bool:
    """True if lines end where the next word did not fit."""
    width = max(map(len, lines))
    if len(lines) < _FEWEST or not _NARROWEST <= width <= _WIDEST:
        return False
    full = [len(line) + 1 + len(following.split(" ", 1)[0]) > width for line, following in pairwise(lines)]
    return sum(full) >= _MOST * len(full)


def _cut(pieces: Iterable[Piece], starts: Sequence[int], ends: Sequence[int]) -> list[list[Piece]]:
    """Return the pieces of each line, which begins and ends at a place in their joined text."""
    lines: list[list[Piece]] = [[] for _ in starts]
    number = at = 0
    for piece in pieces:
        end = at + len(piece.text)
        while number < len(lines) and starts[number] < end:
            first, last = max(starts[number], at), min(ends[number], end)
            if first < last:
                lines[number].append(piece._replace(text=piece.text[first - at : last - at]))
            if ends[number] > end:
                break
            number += 1
        at = end
    return lines
