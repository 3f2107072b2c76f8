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
_FEW = 5  # with fewer gaps than this, perhaps none is inside a word: "il y a"


class TextStyle(NamedTuple):
    """The style of a run; `size` is in points on the page."""

    size: float
    bold: bool
    italic: bool


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
    """A page: height, fragments in drawing order, number of letters, and of letters without a Unicode value."""

    height: float
    fragments: list[Fragment]
    letters: int
    unknown: int


def read_fragments(page: Any) -> PageFragments:
    """Read a page of pypdfium2: the text that is upright as displayed, or else the text in another orientation."""
    shown, (width, height) = max(raw.FPDFPage_GetRotation(page), 0), page.get_size()
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        for turns in range(shown, shown + 4):
            pen = _Writer(turns % 4, (width, height) if turns % 2 == shown % 2 else (height, width))
            for index in range(count):
                pen.add(text_page, index)
            pen.lift()
            if pen.fragments or not count:
                break
        return PageFragments(pen.size[1], _hyphenated(pen.fragments), count, pen.unknown)
    finally:
        text_page.close()


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


class _Writer:
    """Collects letters, in drawing order, into fragments."""

    def __init__(self, turns: int, size: tuple[float, float]) -> None:
        self.fragments: list[Fragment] = []
        self.unknown = 0
        self._turns, self.size = turns, size
        self._styles: dict[int, tuple[TextStyle, bool]] = {}
        self._letters: list[_Letter] = []
        self._x0 = self._x1 = self._y = 0.0
        self._space, self._apart = "", _APART
        self._box, self._left, self._base = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()

    def add(self, page: Any, index: int) -> None:
        """Add the next letter."""
        code = raw.FPDFText_GetUnicode(page, index)
        thing = raw.FPDFText_GetTextObject(page, index)
        if code in {0x20, 0x0A, 0x0D, 0x09, 0xA0} or not thing:
            self._pause(code, drawn=raw.FPDFText_IsGenerated(page, index) != 1)
            return
        if code in _UNKNOWN or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            self.unknown += 1
            return
        address = ctypes.cast(thing, ctypes.c_void_p).value or 0
        if address not in self._styles:
            self._styles[address] = _style(thing, self._turns)
        style, upright = self._styles[address]
        if not upright:
            return
        raw.FPDFText_GetLooseCharBox(page, index, self._box)
        raw.FPDFText_GetCharOrigin(page, index, self._left, self._base)
        x0, x1, y = self._place()
        if not math.isfinite(x0 + x1 + y + style.size):  # a broken font or matrix gives no finite position
            return
        em, gap = max(style.size, 1.0), 0.0
        if self._letters:
            gap = x0 - self._x1
            if abs(y - self._y) > _LIFT * em or not -_APART < gap / em < self._apart:
                self.lift()
            # a raised sign is small, so measure by the larger size
            gap /= max(em, self._letters[-1].style.size) if self._letters else em
        if not self._letters:
            self._x0, self._y, self._x1 = x0, y, x1
        self._letters.append(_Letter(_SIGNS.get(code) or chr(code), style, gap, self._space))
        self._space, self._apart = "", _APART
        self._x1 = max(self._x1, x1)

    def _pause(self, code: int, drawn: bool) -> None:
        """Record a space that was drawn; PDFium also generates spaces, and drops those drawn one by one."""
        if self._letters and drawn and code in {0x20, 0x09, 0xA0} and not self._space:
            self._space, self._apart = "\u00a0" if code == 0xA0 else " ", _STRETCHED

    def _place(self) -> tuple[float, float, float]:
        """Return start, end and baseline of the letter in the coordinates of the upright page."""
        box, (width, height) = self._box, self.size
        left, right, base, across = float(box.left), float(box.right), self._base.value, self._left.value
        match self._turns:
            case 1:
                return float(box.bottom), float(box.top), height - across
            case 2:
                return width - right, width - left, height - base
            case 3:
                return width - float(box.top), width - float(box.bottom), across
            case _:
                return left, right, base

    def lift(self) -> None:
        """End the current fragment."""
        pieces, self._letters, self._space, self._apart = _parted(self._letters), [], "", _APART
        if any(text.strip() for text, _ in pieces):
            size = max(pieces, key=lambda piece: len(piece[0]))[1].size
            pieces[-1] = _SOFT_END.sub("\u00ad", pieces[-1][0]), pieces[-1][1]
            texts = tuple((_SOFT.sub("", text), style) for text, style in pieces)
            self.fragments.append(Fragment(self._x0, self._x1, self._y, size, texts))


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


def _style(thing: Any, turns: int) -> tuple[TextStyle, bool]:
    """Return the style of a text object, and whether it is upright on a page turned this way."""
    matrix, size = raw.FS_MATRIX(1, 0, 0, 1, 0, 0), ctypes.c_float()
    raw.FPDFPageObj_GetMatrix(thing, matrix)
    raw.FPDFTextObj_GetFontSize(thing, size)
    points = round(size.value * abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5, 1)
    ahead = {0: matrix.a, 1: matrix.b, 2: -matrix.a, 3: -matrix.b}.get(turns, matrix.a)
    upright = ahead > 0.9 * (matrix.a**2 + matrix.b**2) ** 0.5
    font = raw.FPDFTextObj_GetFont(thing)
    if not font:
        return TextStyle(points, False, False), upright
    name = ctypes.create_string_buffer(200)
    raw.FPDFFont_GetBaseFontName(font, name, 200)
    named = name.value.decode("utf-8", "replace")
    flags = max(raw.FPDFFont_GetFlags(font), 0)
    bold = bool(_BOLD.search(named) or flags & _FLAG_BOLD)
    return TextStyle(points, bold, bool(_ITALIC.search(named) or flags & _FLAG_ITALIC)), upright
