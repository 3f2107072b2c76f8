"""Footnotes: their calls are left out of the lines, and the notes at the foot of a page are found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from visavis.readers.office.note_calls import without_calls
from visavis.readers.pdf.characters import TextStyle
from visavis.readers.pdf.lines import Line

# How a note begins: "1. Selon", "(1) Selon", "1 Selon", "* Selon"; a number alone is not followed by a small letter.
_MARK = re.compile(r"\s*(?:[(\[]\d{1,3}[)\]]|\d{1,3}\s?[.):–-](?!\d)|\d{1,3}\s+(?=[«“(A-ZÀ-Þ])|\*{1,3}|[†‡])\s*\S")
_SMALLER = 0.955  # notes are set at most this share of the size of the text
# A raised figure behind these is an exponent, and a raised o behind n is a degree sign.
_UNIT = re.compile(r"(?<![^\W\d_])(?:[kcdmhµ]?m|dam)$")
_EXPONENTS = {"2": "²", "3": "³"}


def remove_note_calls(pieces: Iterable[tuple[str, TextStyle]]) -> tuple[tuple[tuple[str, TextStyle], ...], bool]:
    """Return the pieces of a line without the calls of notes, and whether it began with the number of a note."""
    whole = list(pieces)
    if not any(style.raised for _, style in whole) and not re.search("[⁰¹²³⁴-⁹]", "".join(text for text, _ in whole)):
        return tuple(whole), False
    kept, numbered, _ = without_calls([text for text, _ in whole], [style.raised for _, style in whole])
    done: list[tuple[str, TextStyle]] = []
    before = ""
    for text, (_, style) in zip(kept, whole, strict=True):
        shown = _exponent(before, text) if style.raised else text
        before += shown
        if shown:
            done.append((shown, style._replace(raised=False)))
    return tuple(done), numbered


def _exponent(before: str, text: str) -> str:
    if text in _EXPONENTS and _UNIT.search(before):
        return _EXPONENTS[text]
    return "°" if text == "o" and re.search(r"\b[nN]$", before) else text


def find_notes(paragraphs: Sequence[Sequence[Line]], size: float) -> set[int]:
    """Return the indexes of the paragraphs that are notes: below the text of their page, smaller, and marked.

    `size` is that of the text. A raised number marks a note in any size. What follows a note in its column, in smaller
    type, belongs to it.
    """
    notes: set[int] = set()
    texts = [p_line for p in paragraphs if not p[0].numbered for p_line in p if p_line.size > _SMALLER * size]
    for index, paragraph in enumerate(paragraphs):
        first = paragraph[0]
        large = first.size > _SMALLER * size and not first.numbered
        if large or any(_is_below(line, first) for line in texts):
            continue
        follows = index - 1 in notes and paragraphs[index - 1][0].column == first.column
        if first.numbered or _MARK.match(first.text) or follows:
            notes.add(index)
    return notes


def _is_below(line: Line, other: Line) -> bool:
    return line.page == other.page and line.y < other.y and line.x0 < other.x1 and other.x0 < line.x1
