"""Joins lines into paragraphs, also across columns and pages; recognises headings by their size."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from visavis.model.article import Role
from visavis.readers.block import Block, Piece, make_block
from visavis.readers.pdf.lines import Line
from visavis.readers.pdf.notes import find_notes
from visavis.readers.pdf.pictures import PlacedPicture, place_pictures
from visavis.readers.pictures import hang_pictures
from visavis.readers.plain.text import join_lines as joined
from visavis.text.endings import ends_with

_BULLET = re.compile(r"^[\s]*[-*•◦‣▪·●○■–—o∙◆◇❖➢➤►▸▶✓✔→⇒□☐][\s\u00a0]+(?=\S)")
_NUMBER = re.compile(r"^\s*(?:\d{1,2}[.)]|[a-z][.)])[\s\u00a0]+(?=\S)")
_ENDED = ".!?…:;"  # the end of a sentence, or an introduction to what follows
# a possible start of a sentence
_OPENS = re.compile(r"^[\s\u00a0«“\"'’(\[–—]*[A-ZÀ-ÖØ-ÞŒ0-9]")
_HYPHEN = re.compile(r"[^\W\d_][-\u00ad]$")  # a word hyphenated at the end of a line
# The first word with punctuation attached to it by a no-break space.
_FIRST = re.compile(r"(?:[«“(–—]\s)?\S+(?:\s[»:;?!%]+)?")
_HEADED = 15  # maximum words of a bold paragraph that counts as a heading


class _Typesetting(NamedTuple):
    """The file's body text: its size, and its line distance as a multiple of the size."""

    size: float
    leading: float
    indented: bool


def build_blocks(lines: list[Line], pictures: Sequence[PlacedPicture] = ()) -> list[Block]:
    """Return the paragraphs, headings and list items of the lines; the largest text of the first page is the title.

    The pictures are hung above the paragraphs below them.
    """
    if not lines:
        return []
    usual = _usual(lines)
    paragraphs: list[list[Line]] = []
    for line in lines:
        into = _continued(paragraphs, line, usual)
        if into is None:
            paragraphs.append([line])
        else:
            into.append(line)
    # headings are at least 12 % larger than the body text
    sizes = sorted({_step(p[0].size) for p in paragraphs if p[0].size > usual.size * 1.12}, reverse=True)
    first = [p[0].size for p in paragraphs if p[0].page == lines[0].page]
    title = max(first) if sizes and first and _step(max(first)) == sizes[0] else 0.0
    blocks: list[Block] = []
    notes = find_notes(paragraphs, usual.size)
    for index, paragraph in enumerate(paragraphs):
        block = _block(paragraph, usual, sizes)
        if index in notes:
            block = block._replace(role=Role.ASIDE, level=0)
        if title and paragraph[0].size == title and paragraph[0].page == lines[0].page and block.role is Role.HEADING:
            block, title = block._replace(role=Role.TITLE, level=0), 0.0
        blocks.append(block)
    return [block for block in hang_pictures(place_pictures(blocks, paragraphs, pictures)) if block.text]


def _step(size: float) -> float:
    return round(size * 2) / 2


def _usual(lines: list[Line]) -> _Typesetting:
    sizes = Counter[float]()
    for line in lines:
        sizes[line.size] += len(line.text)
    size = sizes.most_common(1)[0][0]
    pairs = [(a, b) for a, b in pairwise(lines) if a.column == b.column and a.size == b.size == size]
    gaps = [gap for a, b in pairs if 0 < (gap := a.y - b.y) < 3 * size]
    leading = median(gaps) if gaps else 1.2 * size
    indents = sum(0.8 * size < b.x0 - b.left < 5 * size and a.x0 - a.left < 0.5 * size for a, b in pairs)
    spaces = sum(gap > 1.3 * leading for gap in gaps)
    return _Typesetting(size, leading / max(size, 0.1), indents > max(spaces, 1))


def _continued(paragraphs: list[list[Line]], line: Line, usual: _Typesetting) -> list[Line] | None:
    """Return the paragraph that a line continues, or None."""
    if not paragraphs:
        return None
    above = paragraphs[-1][-1]
    if above.column == line.column:
        return paragraphs[-1] if _runs_on(paragraphs[-1], line, usual) else None
    if _likeness(above) == _likeness(line) and _crosses(paragraphs[-1], line, usual):
        return paragraphs[-1]
    # A footnote or caption may stand between the two halves of a paragraph.
    for earlier in reversed(paragraphs[-4:-1]):
        if _likeness(earlier[-1]) == _likeness(line) and abs(line.size - usual.size) < 0.1:
            broken = not ends_with(earlier[-1].text.rstrip(), _ENDED) and line.text.lstrip()[:1].islower()
            return earlier if broken else None
    return None


def _likeness(line: Line) -> tuple[float, bool]:
    return _step(line.size), _is_bold(line)


def _is_bold(line: Line) -> bool:
    return all(style.bold for text, style in line.pieces if text.strip())


def _runs_on(paragraph: list[Line], line: Line, usual: _Typesetting) -> bool:
    """True if a line continues the paragraph above it in its column."""
    above, size = paragraph[-1], max(line.size, 1.0)
    if abs(above.size - line.size) > 0.08 * size or _BULLET.match(line.text) or above.row or line.row:
        return False
    if line.numbered:
        return False
    bold = _is_bold(above) != _is_bold(line)
    if bold and (_is_bold(paragraph[0]) and all(map(_is_bold, paragraph))):  # a bold heading above its text
        return False
    gap, leading = above.y - line.y, usual.leading if abs(size - usual.size) < 0.1 else max(usual.leading, 1.25)
    if len(paragraph) > 1:
        own = paragraph[-2].y - above.y
        leading = own / size if 0 < own < 1.6 * leading * size else leading
    if gap > 1.3 * leading * size:
        return False
    ended, text = ends_with(above.text.rstrip(), _ENDED), line.text
    if _NUMBER.match(text) and (ended or _NUMBER.match(paragraph[0].text)):
        return False
    listed = _BULLET.match(paragraph[0].text) or _NUMBER.match(paragraph[0].text)
    if 0.8 * size < line.x0 - above.x0 < 5 * size and not listed and line.x0 - line.left < 5 * size:
        return False  # a paragraph indent
    if listed and 0.4 * size < line.x0 - paragraph[0].x0 < 5 * size:
        return True  # it hangs under the text of the item
    if ends_with(above.text, ",") and above.x1 - above.x0 > (above.right - above.left) / 2:
        return True  # a name opens it, no sentence
    return not (_has_room(above, line) and (ended or _OPENS.match(text)) and not _HYPHEN.search(above.text.rstrip()))


def _crosses(paragraph: list[Line], line: Line, usual: _Typesetting) -> bool:
    """True if the first line of a column continues the last paragraph of another column."""
    above, text = paragraph[-1], line.text.lstrip()
    further = (line.x0 - line.left) - (above.x0 - above.left) > 0.8 * line.size
    if _BULLET.match(line.text) or _NUMBER.match(line.text) or further:
        return False
    under = above.page == line.page and above.x0 < line.x1 and line.x0 < above.x1
    if under and above.y - line.y > 1.5 * usual.leading * line.size:
        return False
    if _HYPHEN.search(above.text.rstrip()):
        return True
    if not ends_with(above.text.rstrip(), _ENDED):
        return text[:1].islower() or not _has_room(above, line) or not _OPENS.match(text)
    if usual.indented:
        return not _has_room(above, line)
    return text[:1].islower()


def _has_room(above: Line, line: Line) -> bool:
    """True if the line's first word would have fitted on the line above, which therefore ended its paragraph."""
    word = _FIRST.match(line.text.strip())
    wide = (line.x1 - line.x0) / max(len(line.text.strip()), 1)
    return above.right - above.x1 > (len(word[0] if word else "") + 1) * wide + 0.3 * line.size


def _block(paragraph: list[Line], usual: _Typesetting, sizes: list[float]) -> Block:
    pieces: list[Piece] = []
    for line in paragraph:
        parts = [Piece(text, style.bold, style.italic) for text, style in line.pieces]
        _append(pieces, parts)
    text, place, size = "".join(piece.text for piece in pieces).strip(), f"page {paragraph[0].page}", paragraph[0].size
    if _step(size) in sizes and len(text) < 250:
        plain = [piece._replace(bold=False) for piece in pieces]
        return make_block(Role.HEADING, plain, level=min(sizes.index(_step(size)) + 1, 6), place=place)
    if all(map(_is_bold, paragraph)) and len(text.split()) <= _HEADED and not text.endswith((".", ";", ",", ":")):
        plain = [piece._replace(bold=False) for piece in pieces]
        return make_block(Role.HEADING, plain, level=min(len(sizes) + 1, 6), place=place)
    bullet = _BULLET.match(text)
    if bullet and text[0] not in "–—":  # in French, dashes open direct speech
        return make_block(Role.LIST, _without(pieces, text[bullet.end() :]), place=place)
    return make_block(Role.LIST if _NUMBER.match(text) else Role.BODY, pieces, place=place)


def _append(pieces: list[Piece], parts: list[Piece]) -> None:
    """Add a line to a paragraph, dropping a hyphen inserted by the line break."""
    parts = [part for part in parts if part.text]
    if not pieces or not parts:
        pieces.extend(parts)
        return
    last, first = pieces[-1]._replace(text=pieces[-1].text.rstrip()), parts[0]._replace(text=parts[0].text.lstrip())
    before, after = last.text[-60:], first.text[:60]
    whole = before[:-1] + after if before.endswith("\u00ad") else joined(before, after)
    kept = last.text[:-1] if whole == before[:-1] + after else last.text
    pieces[-1] = last._replace(text=kept if len(whole) <= len(before) + len(after) else kept + " ")
    pieces.extend([first, *parts[1:]])


def _without(pieces: list[Piece], rest: str) -> list[Piece]:
    """Remove text from the start of the pieces, so that `rest` is left."""
    over = sum(len(piece.text) for piece in pieces) - len(rest)
    over -= len("".join(piece.text for piece in pieces)) - len("".join(piece.text for piece in pieces).rstrip())
    left = []
    for piece in pieces:
        left.append(piece._replace(text=piece.text[over:] if over > 0 else piece.text))
        over -= len(piece.text)
    return left
