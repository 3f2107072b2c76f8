"""Collects the letters of a page from PDFium into fragments of lines."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from pypdfium2 import raw

# Replacement characters: ligatures, Symbol's bullets, PDFium's code for a hyphen at the end of a line.
_SIGNS = {
    **dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)),
    **{0x02: "-", 0xF0B7: "•", 0xF0A7: "•", 0x2007: "\u00a0", 0x202F: "\u00a0"},
}
_UNKNOWN = frozenset((0, 0xFFFD, 0xFFFE, 0xFFFF))  # codes of letters without a Unicode value
# A soft hyphen is visible only at the end of a line, where some programs draw another hyphen after it.
_SOFT, _SOFT_END = re.compile(r"\u00ad(?!$)"), re.compile(r"\u00ad[-\u2010]?\s*$")
_BOLD = re.compile(r"bold|black|heavy|demi(?!light)", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obliq|slanted", re.IGNORECASE)
_FLAG_ITALIC, _FLAG_BOLD = 1 << 6, 1 << 18  # bits of the PDF font flags (7 and 19)
# In ems: the gap that separates words, the gap that separates fragments, the rise that starts another line. A space
# kerned on both sides may be as narrow as 0.13 em; poppler and pdfminer separate words at a tenth of an em, too.
_SPACE, _APART, _LIFT = 0.1, 1.2, 0.45
_STRETCHED = 3.0  # ems: the widest space drawn in justified text
# Raised and lowered letters, and initials, are fragments of their own: the rise in ems, and how small the smaller
# letter is next to the larger.
_RAISED, _SMALLER, _INITIAL = 0.1, 0.9, 0.65
# In ems: the foot of a font's own raised figures stands so high at least. They are read as figures of a smaller size.
_SUPERIOR_FOOT, _SUPERIOR, _SUPERIOR_RISE = 0.2, 0.6, 0.35
_FIGURES = frozenset(range(0x30, 0x3A))
_SHADOW = 0.2  # ems: how far above or below a letter its shadow is drawn
# Letters: shorter text in another direction is the credit of a photograph; if it is as short as a page number, nobody
# needs to know that it was left out.
_LEAST_ACROSS, _LEAST_SAID = 100, 15
_FEW = 5  # with fewer gaps than this, perhaps none is inside a word: "il y a"


class TextStyle(NamedTuple):
    """The style of a run; `size` is in points on the page; raised text is small and stands above the line."""

    size: float
    bold: bool
    italic: bool
    raised: bool = False


class Fragment(NamedTuple):
    """A part of a line: its start and end, its baseline measured from the bottom of the page, and its runs of text."""

    x0: float
    x1: float
    y: float
    size: float
    pieces: tuple[tuple[str, TextStyle], ...]

    @property
    def text(self) -> str:
        """The text without styles."""
        return "".join(text for text, _ in self.pieces)


class _Letter(NamedTuple):
    """A letter, the gap between it and the previous one in ems, and the space character drawn between them."""

    text: str
    style: TextStyle
    gap: float
    space: str


class PageFragments(NamedTuple):
    """A page: height, fragments in drawing order, number of letters, and of letters without a Unicode value.

    `across` is the text set in another direction than most of the page; `left_out` counts the directions whose text is
    too short to belong to the article.
    """

    height: float
    fragments: list[Fragment]
    letters: int
    unknown: int
    across: tuple[PageFragments, ...] = ()
    left_out: int = 0


def read_fragments(page: Any) -> PageFragments:
    """Read a page of pypdfium2: the text in the direction of most letters, and longer text in other directions."""
    shown, (width, height) = max(raw.FPDFPage_GetRotation(page), 0), page.get_size()
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        pen = _Writer(shown, (width, height))
        for index in range(count):
            pen.add(text_page, index)
        directions = pen.finish()
    finally:
        text_page.close()
    (most, *others) = directions
    across = tuple(_page(sheet, 0, 0) for sheet in others if _letters(sheet.fragments) >= _LEAST_ACROSS)
    left_out = sum(_LEAST_SAID <= _letters(sheet.fragments) < _LEAST_ACROSS for sheet in others)
    return _page(most, count, pen.unknown)._replace(across=across, left_out=left_out)


def _page(sheet: _Sheet, letters: int, unknown: int) -> PageFragments:
    return PageFragments(sheet.size[1], _hyphenated(sheet.fragments), letters, unknown)


def _letters(fragments: list[Fragment]) -> int:
    return sum(len(fragment.text) for fragment in fragments)


def _hyphenated(fragments: list[Fragment]) -> list[Fragment]:
    """Treat Unicode hyphens at line ends as soft, unless the page also has them inside lines."""
    within = any("\u2010" in fragment.text.rstrip()[:-1] for fragment in fragments)
    places = []
    for fragment in fragments:
        pieces = list(fragment.pieces)
        if not within:
            pieces[-1] = (re.sub(r"\u2010\s*$", "\u00ad", pieces[-1][0]), pieces[-1][1])
        places.append(fragment._replace(pieces=tuple((text.replace("\u2010", "-"), style) for text, style in pieces)))
    return places


class _Sheet:
    """The page turned so that the text of one direction is upright: its size, and the fragments found so far."""

    def __init__(self, turns: int, size: tuple[float, float]) -> None:
        self.turns, self.size = turns, size
        self.fragments: list[Fragment] = []
        self._letters: list[_Letter] = []
        self._x0 = self._x1 = self._y = 0.0
        self._space, self._apart = "", _APART
        self._drawn: dict[tuple[str, int, int], list[tuple[float, float]]] = {}

    def add(self, text: str, style: TextStyle, x0: float, x1: float, y: float) -> None:
        """Add the next letter, unless it is the shadow of another one."""
        em, gap = max(style.size, 1.0), 0.0
        if self._is_shadow(text, em, x0, x1, y):
            return
        if self._letters:
            gap, last = x0 - self._x1, max(self._letters[-1].style.size, 1.0)
            rise = abs(y - self._y)
            if rise > _LIFT * em or not -_APART < gap / em < self._apart or (em != last and _parts(em, last, rise)):
                self.lift()
            # a small letter next to a large one is measured by the larger size
            gap /= max(em, last) if self._letters else em
        if not self._letters:
            self._x0, self._y, self._x1 = x0, y, x1
        self._letters.append(_Letter(text, style, gap, self._space))
        self._space, self._apart = "", _APART
        self._x1 = max(self._x1, x1)

    def pause(self, space: str) -> None:
        """Record a space that was drawn."""
        if self._letters and not self._space:
            self._space, self._apart = space, _STRETCHED

    def lift(self) -> None:
        """End the current fragment."""
        pieces, self._letters, self._space, self._apart = _parted(self._letters), [], "", _APART
        if any(text.strip() for text, _ in pieces):
            size = max(pieces, key=lambda piece: len(piece[0]))[1].size
            pieces[-1] = _SOFT_END.sub("\u00ad", pieces[-1][0]), pieces[-1][1]
            texts = tuple((_SOFT.sub("", text), style) for text, style in pieces)
            self.fragments.append(Fragment(self._x0, self._x1, self._y, size, texts))

    def _is_shadow(self, text: str, em: float, x0: float, x1: float, y: float) -> bool:
        """True if the same letter was drawn here already: a shadow, or a bold face made by drawing twice."""
        high, wide = em * _SHADOW, max(x1 - x0, 0.2 * em)
        # of cells twice as large as a shadow reaches, the four nearest are looked at
        across, up = x0 / wide / 1.5, y / high / 2
        column, row = int(across), int(up)
        columns = column, column + 1 if across - column > 0.5 else column - 1
        rows = row, row + 1 if up - row > 0.5 else row - 1
        drawn = self._drawn
        for i in columns:
            for j in rows:
                for other_x, other_y in drawn.get((text, i, j), ()):
                    # of two letters side by side on a baseline, such as "ll", each has its width
                    near = wide * (0.5 if abs(other_y - y) < 0.02 * em else 0.75)
                    if abs(other_x - x0) < near and abs(other_y - y) < high:
                        return True
        drawn.setdefault((text, column, row), []).append((x0, y))
        return False


def _parts(em: float, last: float, rise: float) -> bool:
    """True if a letter is an initial or a raised sign to the last one, or the other way round."""
    small, large = (em, last) if em < last else (last, em)
    return small < _INITIAL * large or (small < _SMALLER * large and rise > _RAISED * large)


class _Writer:
    """Sorts the letters of a page, in drawing order, by the direction of their text."""

    def __init__(self, shown: int, size: tuple[float, float]) -> None:
        self.unknown = 0
        sizes = {0: size, 1: size[::-1]}
        self._sheets = {turns: _Sheet(turns, sizes[(turns - shown) % 2]) for turns in range(4)}
        self._last = self._upright = self._sheets[shown % 4]
        self._styles: dict[int, tuple[TextStyle, int | None]] = {}
        self._box, self._left, self._base = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()

    def add(self, page: Any, index: int) -> None:
        """Add the next letter."""
        code = raw.FPDFText_GetUnicode(page, index)
        thing = raw.FPDFText_GetTextObject(page, index)
        if code in {0x20, 0x0A, 0x0D, 0x09, 0xA0} or not thing:
            # PDFium also generates spaces, and drops those drawn one by one
            if code in {0x20, 0x09, 0xA0} and raw.FPDFText_IsGenerated(page, index) != 1:
                self._last.pause("\u00a0" if code == 0xA0 else " ")
            return
        if code in _UNKNOWN or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            self.unknown += 1
            return
        address = ctypes.addressof(thing.contents)
        if address not in self._styles:
            self._styles[address] = _style(thing)
        style, turns = self._styles[address]
        if turns is None:
            return
        raw.FPDFText_GetLooseCharBox(page, index, self._box)
        raw.FPDFText_GetCharOrigin(page, index, self._left, self._base)
        self._last = self._sheets[turns]
        x0, x1, y = self._place(self._last)
        if turns == 0 and code in _FIGURES and self._is_superior(page, index, style.size):
            style, y = style._replace(size=style.size * _SUPERIOR), y + style.size * _SUPERIOR_RISE
        if math.isfinite(x0 + x1 + y + style.size):  # a broken font or matrix gives no finite position
            self._last.add(_SIGNS.get(code) or chr(code), style, x0, x1, y)

    def _is_superior(self, page: Any, index: int, size: float) -> bool:
        """True for a raised figure of the font itself, which is drawn in the size of the text."""
        box = [ctypes.c_double() for _ in range(4)]
        raw.FPDFText_GetCharBox(page, index, *box)  # left, right, bottom, top
        return box[2].value - self._base.value > _SUPERIOR_FOOT * size

    def finish(self) -> list[_Sheet]:
        """Return the directions, the one with most letters first; among equals, that which is upright as displayed."""
        for sheet in self._sheets.values():
            sheet.lift()
        sheets = sorted(self._sheets.values(), key=lambda sheet: sheet is not self._upright)
        return sorted(sheets, key=lambda sheet: -_letters(sheet.fragments))

    def _place(self, sheet: _Sheet) -> tuple[float, float, float]:
        """Return start, end and baseline of the letter in the coordinates of the upright page."""
        box, (width, height) = self._box, sheet.size
        left, right, base, across = float(box.left), float(box.right), self._base.value, self._left.value
        match sheet.turns:
            case 1:
                return float(box.bottom), float(box.top), height - across
            case 2:
                return width - right, width - left, height - base
            case 3:
                return width - float(box.top), width - float(box.bottom), across
            case _:
                return left, right, base


def _parted(letters: list[_Letter]) -> list[tuple[str, TextStyle]]:
    """Group the letters by style, inserting spaces at gaps wider than the usual letter spacing."""
    return [("".join(text for text, _ in some), style) for style, some in groupby(_spaced(letters), itemgetter(1))]


def _spaced(letters: list[_Letter]) -> Iterator[tuple[str, TextStyle]]:
    gaps = sorted(letter.gap for letter in letters[1:] if not letter.space)
    usual = max(gaps[len(gaps) // 10], 0.0) if len(gaps) >= _FEW else 0.0
    for before, letter in zip([None, *letters], letters, strict=False):
        if before and (letter.space or letter.gap > usual + _SPACE):
            # a space between two styles gets the plainer one
            yield letter.space or " ", before.style if before.style[1:] < letter.style[1:] else letter.style
        yield letter.text, letter.style


def _style(thing: Any) -> tuple[TextStyle, int | None]:
    """Return the style of a text object, and by how many quarters of a turn it is set; None if it is oblique."""
    matrix, size = raw.FS_MATRIX(1, 0, 0, 1, 0, 0), ctypes.c_float()
    raw.FPDFPageObj_GetMatrix(thing, matrix)
    raw.FPDFTextObj_GetFontSize(thing, size)
    points = round(size.value * abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5, 1)
    length = 0.9 * (matrix.a**2 + matrix.b**2) ** 0.5
    directions = enumerate((matrix.a, matrix.b, -matrix.a, -matrix.b))
    turns = next((turns for turns, ahead in directions if ahead > length), None)
    font = raw.FPDFTextObj_GetFont(thing)
    if not font:
        return TextStyle(points, False, False), turns
    name = ctypes.create_string_buffer(200)
    raw.FPDFFont_GetBaseFontName(font, name, 200)
    named = name.value.decode("utf-8", "replace")
    flags = max(raw.FPDFFont_GetFlags(font), 0)
    bold = bool(_BOLD.search(named) or flags & _FLAG_BOLD)
    return TextStyle(points, bold, bool(_ITALIC.search(named) or flags & _FLAG_ITALIC)), turns
