"""What a web page shows, in reading order: its paragraphs, headings, items, cells and captions."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from visavis.model.article import Cell, Role
from visavis.readers.block import Block, Piece, make_block

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_DROPPED = frozenset(
    """head script style template noscript iframe object embed svg math canvas audio video map select textarea
    button dialog progress meter""".split()  # noqa: SIM905
)
_INLINE = frozenset(
    """a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp
    small span strike strong sub sup time tt u var wbr""".split()  # noqa: SIM905
)
_BOLD, _ITALIC = frozenset(("b", "strong")), frozenset(("i", "em", "dfn", "var", "cite"))
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
#: What is around an article, by the page's own word.
_AROUND = frozenset(("nav", "aside", "footer", "form"))
#: A number that is a link to a note, or back from it: glued to a word, it is a figure that the text does not have.
_NOTE_LINKS = frozenset(("doc-noteref", "doc-backlink", "noteref", "backlink"))
_NOTE_SIGNS = re.compile(r"sd(?:foot|end)note(?:sym|anc)")  # LibreOffice's
_NOTES = frozenset(("doc-footnote", "doc-endnote", "doc-endnotes", "footnote", "footnotes", "endnote", "endnotes"))
#: What mail programs call an earlier mail that is quoted, and a signature.
_QUOTED = re.compile(
    r"(?:^|\s)(?:gmail_(?:quote|attr|signature)|moz-(?:cite-prefix|signature)|yahoo_quoted|protonmail_quote)(?:$|\s)"
)
_CAPTION = re.compile(r"(?:^|[\s_-])(?:caption|legende|légende|wp-caption-text)(?:$|[\s_-])", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MOST_PIECES = 2000  # in a block; one with more is no prose, and its emphasis says nothing
_LONGEST_CELL = 1000  # characters; more is a layout by tables


class PageBlock(NamedTuple):
    """A block of the page, its text without the number of its item, how much of it is linked, and what it is in."""

    block: Block
    text: str
    linked: float
    around: bool


def list_blocks(page: HtmlElement) -> list[PageBlock]:
    """Return the blocks of a page parsed without its comments; scripts, controls and what is hidden are left out."""
    walk = _Walk()
    events = etree.iterwalk(page, events=("start", "end"))
    for event, element in events:
        if event == "start" and _is_dropped(element):
            events.skip_subtree()
            walk.skipped = element
            walk.text(element.tail)
        elif event == "start":
            walk.enter(element)
            walk.text(element.text)
        elif element is walk.skipped:
            walk.skipped = None
        else:
            walk.leave(element)
            walk.text(element.tail)
    walk.flush()
    return walk.found


def _is_dropped(element: HtmlElement) -> bool:
    note = bool(_kinds(element) & _NOTE_LINKS) or _NOTE_SIGNS.match(element.get("class", "")) is not None
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return element.tag in _DROPPED or note or hidden or bool(_HIDDEN.search(element.get("style", "")))


def _kinds(element: HtmlElement) -> frozenset[str]:
    """Return what an element says that it is for, in the words of WAI-ARIA and of EPUB."""
    return frozenset(f"{element.get('role', '')} {element.get('epub:type', '')}".split())


def _is_quoted(element: HtmlElement) -> bool:
    cited = element.tag == "blockquote" and element.get("type") == "cite"
    return cited or bool(_QUOTED.search(element.get("class", "")))


class _Walk:
    """Gathers the pieces of a block until one ends or begins; knows what is open around them."""

    def __init__(self) -> None:
        self.found: list[PageBlock] = []
        self.skipped: HtmlElement | None = None
        self._pieces: list[Piece] = []
        self._linked = 0
        self._open: dict[str, int] = dict.fromkeys(("bold", "italic", "link", "caption", "around"), 0)
        self._heading = 0
        self._lists: list[list[int]] = []  # of each open list, its next number; 0 where it has none
        self._items = 0
        self._marker = ""
        self._tables: list[_Table | None] = []  # None for a layout
        self._count = 0
        self._break = False

    def text(self, text: str | None) -> None:
        """Add text as it is set here."""
        if not text:
            return
        if text.strip():
            self._break = False
        self._pieces.append(Piece(text, bold=self._open["bold"] > 0, italic=self._open["italic"] > 0))
        self._linked += len(text.split()) if self._open["link"] else 0

    def enter(self, element: HtmlElement) -> None:
        """Open an element."""
        tag = element.tag
        if tag == "br":
            if self._break:  # two: a paragraph ends
                self.flush()
            else:
                self.text(" ")
            self._break = not self._break
        elif tag not in _INLINE:
            self.flush()
        self._count_open(element, 1)
        if tag in _HEADINGS:
            self._heading = _HEADINGS[tag]
        elif tag in _LISTS:
            start = element.get("start", "")
            first = int(start) if start.isdecimal() and len(start) < 6 else 1
            self._lists.append([first if tag == "ol" else 0])
        elif tag == "li":
            self._items += 1
            number = self._lists[-1] if self._lists else [0]
            self._marker = f"{number[0]}. " if number[0] else ""
            number[0] += 1 if number[0] else 0
        elif tag == "table":
            data = not any(self._tables) and _is_data(element)
            self._count += data
            self._tables.append(_Table(self._count) if data else None)
        elif tag in {"tr", "td", "th"} and self._tables and (table := self._tables[-1]):
            table.enter(element)

    def leave(self, element: HtmlElement) -> None:
        """Close an element."""
        tag = element.tag
        if tag not in _INLINE:
            self.flush()
        self._count_open(element, -1)
        if tag in _HEADINGS:
            self._heading = 0
        elif tag in _LISTS:
            self._lists.pop()
        elif tag == "li":
            self._items -= 1
            self._marker = ""
        elif tag == "table":
            self._tables.pop()
        elif tag in {"td", "th"} and self._tables and (table := self._tables[-1]):
            table.inside = False

    def _count_open(self, element: HtmlElement, by: int) -> None:
        tag, style = element.tag, element.get("style", "").replace(" ", "").lower()
        self._open["bold"] += by * (tag in _BOLD or "font-weight:bold" in style or "font-weight:700" in style)
        self._open["italic"] += by * (tag in _ITALIC or "font-style:italic" in style)
        self._open["link"] += by * (tag == "a" and element.get("href") is not None)
        caption = tag in {"figcaption", "caption"} or (tag not in _INLINE and _CAPTION.search(element.get("class", "")))
        self._open["caption"] += by * bool(caption)
        self._open["around"] += by * (tag in _AROUND or bool(_kinds(element) & _NOTES) or _is_quoted(element))

    def flush(self) -> None:
        """End the block that is being gathered."""
        pieces, linked, self._pieces, self._linked, self._break = self._pieces, self._linked, [], 0, False
        table = self._tables[-1] if self._tables else None
        cell = table.cell if table and table.inside else None
        if len(pieces) > _MOST_PIECES:
            pieces = [Piece("".join(piece.text for piece in pieces))]
        level, role = 0, Role.BODY
        if self._heading:
            role, level = Role.HEADING, self._heading
        elif self._open["caption"]:
            role, cell = Role.CAPTION, None
        elif self._items and not cell:
            role, level = Role.LIST, max(len(self._lists) - 1, 0)
        place = f"table {cell.table}, row {cell.row}, column {cell.column}" if cell else ""
        plain = make_block(role, pieces, level=level, place=place, cell=cell)
        if not plain.text.strip():
            return
        block = (
            make_block(role, [self._marker, *pieces], level=level, place=place, cell=cell) if self._marker else plain
        )
        self._marker = ""
        words = len(plain.text.split())
        self.found.append(PageBlock(block, plain.text, linked / max(words, 1), self._open["around"] > 0))


class _Table:
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
        self.cell, self.inside = Cell(self.cell.table, max(self.cell.row, 1), self._next), True
        self._next += int(wide) if wide.isdecimal() and 1 < int(wide[:3]) < 100 else 1


def _is_data(table: HtmlElement) -> bool:
    """Tell a table of data from a layout of the page."""
    if table.get("role") in {"presentation", "none"} or table.xpath("boolean(.//table|.//h1|.//h2|.//h3|.//article)"):
        return False
    cells = table.xpath(".//td|.//th")
    return len(cells) > 1 and all(len(cell.xpath("string()")) <= _LONGEST_CELL for cell in cells)
