"""What the text of an RTF file makes on its pages: paragraphs, tables, notes and text boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from visavis.model.article import Cell, Role
from visavis.readers.block import Block, Piece, make_block
from visavis.readers.office import line_breaks
from visavis.readers.office.note_calls import mark_notes, without_calls
from visavis.readers.office.omissions import Omission, Omissions
from visavis.readers.office_styles import find_role, keep_one_title
from visavis.readers.table_walk import TableTracker, align_columns, keep_data_tables

_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]{1,5})(?:[.)]\w{0,4})+$|\d{1,3}$")
#: What programs that know no lists write before an item.
_TYPED_BULLETS = re.compile(r"\s*([•·▪◦‣✓✔➢❖→–—-]|\(?(?:\d{1,3}|[a-zA-Z])[.)])\t\s*")
_HALVES = re.compile("[\ud800-\udfff]")
_DEEPEST_LIST = 8
_INDENT = 360  # of a list in a list, in twentieths of a point
_BODY_TEXT = 9  # the outline's level of what is no heading


@dataclass
class TextSetting:
    """How text is set, and the paragraph it is in."""

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    deleted: bool = False
    raised: bool = False
    dropped: bool = False  # it is the large first letter of the paragraph that follows
    in_table: bool = False
    style: int = 0
    based: int = -1
    outline: int = _BODY_TEXT
    list: int = 0
    depth: int = 0
    indent: int = 0

    def reset(self) -> None:
        """Begin a paragraph without a style."""
        self.in_table, self.dropped, self.style, self.outline = False, False, 0, _BODY_TEXT
        self.list = self.depth = self.indent = 0


@dataclass
class _Style:
    name: str
    based: int
    outline: int
    bold: bool
    italic: bool


@dataclass
class _Story:
    """The text, a note, or a text box: where its blocks go, and the paragraph being made."""

    kind: str
    blocks: list[Block]
    place: str = ""
    pieces: list[tuple[bool, bool, bool, list[str]]] = field(default_factory=list)
    marker: str = ""
    marked: bool = False


class BlockCollector:
    """Gathers the blocks of the text and of its notes."""

    def __init__(self, omissions: Omissions) -> None:
        self._omissions = omissions
        self._hidden = False  # whether what was last said was
        self._called: set[str] = set()  # the numbers of the notes that are called
        self._text: list[Block] = []
        self._notes: list[Block] = []
        self._flows = [_Story("text", self._text)]
        self._numbers = {"footnote": 0, "endnote": 0}
        self._styles: dict[int, _Style] = {}
        self._style_name = ""
        self._grid = TableTracker()
        self._table = self._row = self._cell = False
        self._edges = [0]  # of the cells of a row: where they begin and, but for the last, end
        self._sides: dict[Cell, tuple[int, int]] = {}

    def finished(self, setting: TextSetting) -> list[Block]:
        """Return the blocks, once all has been said."""
        while len(self._flows) > 1:
            self.end_story(setting)
        self._end(setting)
        text = align_columns(self._text, self._sides)
        return keep_one_title([*mark_notes(keep_data_tables(text, self._grid.layouts), self._called), *self._notes])

    def add_text(self, text: str, setting: TextSetting) -> None:
        """Add text as it is set."""
        if setting.hidden and not setting.deleted and not self._hidden and text.strip():
            self._omissions.count(Omission.HIDDEN)
            self._hidden = True
        if setting.hidden or setting.deleted:
            return
        self._hidden = False
        style = self._styles.get(setting.style)  # its own emphasis is none
        bold, italic = setting.bold and not (style and style.bold), setting.italic and not (style and style.italic)
        pieces = self._flows[-1].pieces
        if not pieces or pieces[-1][:3] != (bold, italic, setting.raised):
            pieces.append((bold, italic, setting.raised, []))
        pieces[-1][3].append(text)

    def add_marker(self, text: str) -> None:
        """Add to what stands before an item of a list."""
        flow = self._flows[-1]
        flow.marker, flow.marked = (flow.marker + text)[:30], True

    def name_style(self, text: str, setting: TextSetting) -> None:
        """Add to the name of a style, which a semicolon ends."""
        name, ended, _ = (self._style_name + text).partition(";")
        self._style_name = "" if ended else name[:200]
        if ended:
            self._styles[setting.style] = _Style(name, setting.based, setting.outline, setting.bold, setting.italic)

    def begin_story(self, kind: str, setting: TextSetting) -> None:
        """Begin a note or, without a kind, a text box."""
        blocks = self._notes if kind or self._flows[-1].kind in self._numbers else self._text
        self._flows.append(_Story(kind or self._flows[-1].kind, blocks, self._flows[-1].place))
        setting.reset()

    def end_story(self, setting: TextSetting) -> None:
        """End it."""
        self._end(setting)
        if len(self._flows) > 1:
            self._flows.pop()

    def apply_word(self, word: str, number: int, setting: TextSetting) -> None:
        """Do what a word says."""
        flow = self._flows[-1]
        if word in {"par", "sect", "nestcell"}:
            if not (word == "par" and (setting.dropped or setting.deleted)):
                self._end(setting)
        elif word == "ftnalt" and flow.kind == "footnote":
            flow.kind = "endnote"
        elif word == "cell" and len(self._flows) == 1:
            self._here()
            setting.in_table = True
            self._end(setting)
            self._cell = False
        elif word == "row":
            self._row = False
        elif word == "trowd":
            self._edges = [0]
        elif word == "cellx":
            self._edges.append(number)

    def _here(self) -> Cell | None:
        """Return the cell that a paragraph of a table is in; table, row and cell begin where they are needed."""
        if not self._table:
            self._grid.begin_table()
        if not self._table or not self._row:
            self._grid.begin_row()
        if not self._table or not self._row or not self._cell:
            self._grid.begin_cell()
        self._table = self._row = self._cell = True
        here = self._grid.current_cell
        if here and here.column < len(self._edges):
            self._sides[here] = self._edges[here.column - 1], self._edges[here.column]
        return here

    def _end(self, setting: TextSetting) -> None:
        """End a paragraph."""
        flow = self._flows[-1]
        whole = [_whole("".join(parts)) for *_, parts in flow.pieces]
        texts, labelled, calls = without_calls(whole, [raised for *_, raised, _ in flow.pieces])
        self._called.update(calls)
        pieces = [Piece(text, *look[:2]) for text, look in zip(texts, flow.pieces, strict=True) if text]
        marker, marked = flow.marker.strip(), flow.marked
        flow.pieces, flow.marker, flow.marked = [], "", False
        cell = None
        if len(self._flows) == 1:
            if setting.in_table:
                cell = self._here()
            elif self._table:
                self._grid.end_table()
                self._table = self._row = self._cell = False
        if not any(piece.text.strip() for piece in pieces):
            return
        if flow.kind != "text":
            if not flow.place:
                self._numbers[flow.kind] += 1
                flow.place = f"{flow.kind} {self._numbers[flow.kind]}"
                pieces[0] = pieces[0]._replace(text=pieces[0].text.lstrip())  # what is set behind the note's number
            flow.blocks += (
                make_block(Role.ASIDE, part, place=flow.place) for part in line_breaks.split_paragraphs(pieces)
            )
            return
        for block in self._blocks(pieces, marker, marked, setting):
            role = Role.ASIDE if labelled and block.role in {Role.BODY, Role.LIST} else block.role
            flow.blocks.append(block._replace(role=role, cell=cell))

    def _blocks(self, pieces: list[Piece], marker: str, marked: bool, setting: TextSetting) -> Iterator[Block]:
        role, level = self._role(setting)
        if role is Role.HEADING:
            pieces = [piece._replace(bold=False) for piece in pieces]
        if role in {Role.TITLE, Role.HEADING}:
            pieces = line_breaks.put_on_one_line(pieces)
        if role in {Role.BODY, Role.LIST}:
            typed = _TYPED_BULLETS.match(pieces[0].text)
            if marker or (setting.list and not marked):  # one without a sign is a numbered list's heading
                role, level = Role.LIST, max(level, min(setting.depth, _DEEPEST_LIST))
            elif typed:
                marker, pieces = typed[1], [pieces[0]._replace(text=pieces[0].text[typed.end() :]), *pieces[1:]]
                role, level = Role.LIST, min(max(setting.indent // _INDENT - 1, 0), _DEEPEST_LIST)
            if role is Role.LIST and _NUMBER.match(marker):
                pieces = [Piece(f"{marker} "), *pieces]
        for part in line_breaks.split_paragraphs(pieces):
            yield make_block(role, part, level=level)

    def _role(self, setting: TextSetting) -> tuple[Role, int]:
        chain, number = list[_Style](), setting.style
        while (style := self._styles.get(number)) and style not in chain and len(chain) < 20:
            chain.append(style)
            number = style.based
        role, level = find_role(style.name for style in chain)
        if role in {Role.BODY, Role.LIST, Role.HEADING}:
            outlines = (setting.outline, *(style.outline for style in chain))
            outline = next((outline for outline in outlines if 0 <= outline < _BODY_TEXT), _BODY_TEXT)
            if outline < _BODY_TEXT:
                return Role.HEADING, outline + 1
        return role, level


def _whole(text: str) -> str:
    """Join the pairs in which characters beyond the first plane are written."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _HALVES.search(text) else text
