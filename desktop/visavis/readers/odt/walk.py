"""Walk through an OpenDocument text: its paragraphs in the order in which they begin, its notes apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from visavis.model.article import Cell, Role
from visavis.readers.block import Block, Piece, make_block
from visavis.readers.odt.styles import Styles, TextLook, choose_first, format_marker, get_number, qualify_name
from visavis.readers.table_walk import TableTracker

_P, _H, _SPAN, _NOTE = (
    qualify_name("text:p"),
    qualify_name("text:h"),
    qualify_name("text:span"),
    qualify_name("text:note"),
)
_LIST, _ITEM = qualify_name("text:list"), qualify_name("text:list-item")
_SPACES = frozenset(map(qualify_name, ("text:s", "text:tab", "text:line-break")))
_CELLS = frozenset(map(qualify_name, ("table:table-cell", "table:covered-table-cell")))
_TABLE, _ROW = qualify_name("table:table"), qualify_name("table:table-row")
#: What is a place of its own, whose paragraphs are in none of the lists around it.
_APART = frozenset((_NOTE, qualify_name("draw:text-box")))
_CONTENTS = frozenset(
    qualify_name(f"text:{name}")
    for name in "table-of-content illustration-index table-index object-index user-index alphabetical-index bibliography".split()  # noqa: SIM905, E501
)
#: What is no text of the article: what was struck out, remarks, a note's number, what stands over words, descriptions.
_DROPPED = frozenset(
    map(
        qualify_name,
        ("text:tracked-changes", "office:annotation", "text:note-citation", "text:ruby-text", "office:forms"),
    )
) | {f"{{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}}{name}" for name in ("title", "desc")}


@dataclass
class _Paragraph:
    """A paragraph that is open: where its block goes, its words so far, and the looks of the spans open in it."""

    place: list[Block]
    index: int
    looks: list[TextLook]
    pieces: list[Piece] = field(default_factory=list)


@dataclass
class _List:
    style: str
    continued: bool
    count: int = 0


class TextWalker:
    """Gathers the blocks of a text, and those of its notes."""

    def __init__(self, styles: Styles) -> None:
        self.blocks: list[Block] = []
        self.notes: list[Block] = []
        self._styles = styles
        self._grid = TableTracker()
        self._open: list[_Paragraph] = []
        self._lists: list[_List] = []
        self._outer: list[list[_List]] = []
        self._counts: dict[tuple[str, int], int] = {}
        self._new = False  # an item whose number has not been shown
        self._note = ""
        self._numbers: dict[str, int] = {}
        self._contents = 0

    @property
    def layouts(self) -> set[int]:
        """Return which tables are layouts."""
        return self._grid.layouts

    def walk(self, root: Any) -> None:
        """Walk."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self._leave(element)
                if element is not root:
                    self._say(element.tail)
            elif element.tag in _DROPPED or element.get(qualify_name("text:display")) == "none":
                walk.skip_subtree()
            else:
                self._enter(element)
                self._say(element.text)

    def _say(self, text: str | None) -> None:
        if text and self._open:
            looks = self._open[-1].looks[::-1]
            if not choose_first(look.hidden for look in looks):
                bold, italic = choose_first(look.bold for look in looks), choose_first(look.italic for look in looks)
                self._open[-1].pieces.append(Piece(text, bold, italic))

    def _enter(self, element: Any) -> None:
        kind = element.tag
        if kind in {_P, _H}:
            place = self.notes if self._note else self.blocks
            look = self._styles.look("paragraph", element.get(qualify_name("text:style-name"), ""))
            self._open.append(_Paragraph(place, len(place), [look]))
            place.append(Block(Role.BODY, "", cell=None if self._note else self._grid.current_cell))
        elif kind == _SPAN and self._open:
            self._open[-1].looks.append(self._styles.look("text", element.get(qualify_name("text:style-name"), "")))
        elif kind in _SPACES:
            self._say(" ")
        elif kind == _LIST:
            around = self._lists[-1].style if self._lists else ""
            goes_on = element.get(qualify_name("text:continue-numbering")) == "true" or element.get(
                qualify_name("text:continue-list")
            )
            self._lists.append(_List(element.get(qualify_name("text:style-name"), around), bool(goes_on)))
        elif kind == _ITEM and self._lists:
            self._new = True
            self._lists[-1].count = get_number(element, "text:start-value", self._lists[-1].count + 1)
        elif kind == _TABLE:
            self._grid.begin_table()
        elif kind == _ROW:
            self._grid.begin_row(get_number(element, "table:number-rows-repeated", 1))
        elif kind in _CELLS:
            self._grid.begin_cell(get_number(element, "table:number-columns-repeated", 1))
        elif kind in _APART:
            self._outer.append(self._lists)
            self._lists = []
            if kind == _NOTE:
                sort = "endnote" if element.get(qualify_name("text:note-class")) == "endnote" else "footnote"
                self._numbers[sort] = self._numbers.get(sort, 0) + 1
                self._note = f"{sort} {self._numbers[sort]}"
        elif kind in _CONTENTS:
            self._contents += 1

    def _leave(self, element: Any) -> None:
        kind = element.tag
        if kind in {_P, _H} and self._open:
            paragraph = self._open.pop()
            block = paragraph.place[paragraph.index]
            paragraph.place[paragraph.index] = self._block(element, paragraph.pieces, block.cell)
        elif kind == _SPAN and self._open:
            self._open[-1].looks.pop()
        elif kind == _LIST and self._lists:
            self._lists.pop()
        elif kind == _TABLE:
            self._grid.end_table()
        elif kind in _APART:
            self._lists = self._outer.pop()
            self._note = "" if kind == _NOTE else self._note
        elif kind in _CONTENTS:
            self._contents -= 1

    def _block(self, element: Any, pieces: list[Piece], cell: Cell | None) -> Block:
        role, level = self._styles.role(element)
        if self._note or self._contents:
            return make_block(Role.ASIDE, pieces, place=self._note, cell=cell)
        if not self._lists or role not in {Role.BODY, Role.LIST}:
            return make_block(role, pieces, level=level, cell=cell)
        depth = len(self._lists)
        level = max(depth - 1, level)
        plain = make_block(Role.LIST, pieces, level=level, cell=cell)
        if not plain.text or not self._new:
            return plain
        before, self._new = self._marker(self._styles.list_of(element), depth), False
        return make_block(Role.LIST, [before, *pieces], level=level, cell=cell) if before else plain

    def _marker(self, own: str, depth: int) -> str:
        """Count the item, and return its number."""
        open_list = self._lists[-1]
        style = open_list.style or own
        level = self._styles.level(style, depth)
        if level is None:
            return ""
        start = get_number(level, "text:start-value", 1)
        if open_list.continued:
            open_list.count, open_list.continued = self._counts.get((style, depth), start - 1) + 1, False
        elif open_list.count == 1:
            open_list.count = start
        self._counts[style, depth] = open_list.count
        return format_marker(level, open_list.count)
