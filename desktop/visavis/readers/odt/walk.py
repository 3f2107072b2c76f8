"""Walk through an OpenDocument text: its paragraphs in the order in which they begin, its notes apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lxml import etree

from visavis.model.article import Cell, Picture, Role
from visavis.readers.block import Block, Piece, make_block
from visavis.readers.odt.styles import Styles, TextLook, format_marker, get_number, qualify_name
from visavis.readers.office import line_breaks
from visavis.readers.office.formulas import read_formula
from visavis.readers.office.note_calls import Shown, without_calls
from visavis.readers.office.omissions import Omission, Omissions
from visavis.readers.office.symbol_fonts import UNREADABLE, decode_font
from visavis.readers.pictures import PictureFinder
from visavis.readers.table_walk import TableTracker

_P, _H, _SPAN, _NOTE = (
    qualify_name("text:p"),
    qualify_name("text:h"),
    qualify_name("text:span"),
    qualify_name("text:note"),
)
_LIST, _ITEM = qualify_name("text:list"), qualify_name("text:list-item")
_SPACES = {
    qualify_name("text:s"): " ",
    qualify_name("text:tab"): line_breaks.TAB,
    qualify_name("text:line-break"): line_breaks.BREAK,
}
_STYLE_NAME = qualify_name("text:style-name")
_WORDS = frozenset((_P, _H, _SPAN))
_IMAGE, _ABOUT = qualify_name("draw:image"), (qualify_name("svg:desc"), qualify_name("svg:title"))
_OBJECT, _FORMULA = qualify_name("draw:object"), qualify_name("math:math")
_CELLS = frozenset(map(qualify_name, ("table:table-cell", "table:covered-table-cell")))
_TABLE, _ROW = qualify_name("table:table"), qualify_name("table:table-row")
#: What is a place of its own, whose paragraphs are in none of the lists around it.
_COMMENT, _NOTE_CLASS = qualify_name("office:annotation"), qualify_name("text:note-class")
_BESIDE = frozenset((_NOTE, _COMMENT))
_APART = _BESIDE | {qualify_name("draw:text-box")}
_CONTENTS = frozenset(
    qualify_name(f"text:{name}")
    for name in "table-of-content illustration-index table-index object-index user-index alphabetical-index bibliography".split()  # noqa: SIM905, E501
)
#: What is no text of the article: what was struck out, a note's number, what stands over words, descriptions, who
#: commented.
_DROPPED = frozenset(
    qualify_name(name)
    for name in "text:tracked-changes text:note-citation text:ruby-text office:forms svg:title svg:desc dc:creator dc:date meta:creator-initials meta:date-string".split()  # noqa: SIM905, E501
)
#: What is left out, and is told.
_LEFT_OUT = {
    qualify_name("text:placeholder"): Omission.PROMPT,
    qualify_name("draw:object-ole"): Omission.OBJECT,
}
_HIDDEN, _HIDDEN_PARAGRAPH = qualify_name("text:is-hidden"), qualify_name("text:hidden-paragraph")
_CONTROL, _SHOWS_PROMPT = qualify_name("loext:content-control"), qualify_name("loext:showing-place-holder")


class Source(NamedTuple):
    """Where a piece of a paragraph is in the file: the text of an element, or what follows it (its tail)."""

    element: Any
    tail: bool


@dataclass
class _Paragraph:
    """A paragraph that is open: where its block goes, its words so far, and the looks of the spans open in it."""

    place: list[Block]
    index: int
    looks: list[TextLook]
    pieces: list[Piece] = field(default_factory=list)
    raised: list[bool] = field(default_factory=list)  # of each piece
    sources: list[Source] = field(default_factory=list)
    hidden: bool = False
    pictures: tuple[Picture, ...] = ()


@dataclass
class _List:
    style: str
    continued: bool
    count: int = 0


class TextWalker:
    """Gathers the blocks of a text, and those of its notes."""

    def __init__(self, styles: Styles, objects: Callable[[str], Any], keep: bool = False) -> None:
        self._keep = keep  # what each place in the file shows
        self.omissions = Omissions()
        self.called: set[str] = set()  # the numbers of the notes that are called
        self.markers: dict[str, str] = {}  # the numbers before the items that have one, by their addresses
        self.shown: dict[Source, Shown] = {}
        self.keys: dict[Any, str] = {}  # the addresses of the paragraphs
        self.skipped: set[Any] = set()  # what is passed over where it stands in something else
        self.pictures = PictureFinder(lambda _: None)
        self._objects = objects
        self._hidden = False  # whether what was last said was
        self.blocks: list[Block] = []
        self.notes: list[Block] = []
        self.styles = styles
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

    def walk(self, root: Any, place: str = "", name: str = "text") -> None:
        """Walk through the text, or a part that has another `name`, or what is beside it at a `place`: "header 1"."""
        self._note = place
        self.keys |= {element: f"{place or name} {number}" for number, element in enumerate(root.iter(_P, _H))}
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self._leave(element)
                if element is not root:
                    self._say(element.tail, Source(element, tail=True))
            elif self._is_left_out(element) or (element in self.skipped and element is not root):
                walk.skip_subtree()
            else:
                self._enter(element)
                self._say(element.text, Source(element, tail=False))

    def _is_left_out(self, element: Any) -> bool:
        kind = element.tag
        if kind in _WORDS:
            return False
        if kind in _DROPPED:
            return True
        if kind in _LEFT_OUT or (kind == _CONTROL and element.get(_SHOWS_PROMPT) == "true"):
            self.omissions.count(_LEFT_OUT.get(kind, Omission.PROMPT))
            return True
        if kind in {_OBJECT, _FORMULA}:
            formula = element if kind == _FORMULA else self._objects(element.get(qualify_name("xlink:href"), ""))
            formula = element.find(_FORMULA) if formula is None else formula
            if formula is None or formula.tag != _FORMULA:
                self.omissions.count(Omission.OBJECT)
            else:
                self._add(read_formula(formula), Source(element, tail=False))
            return True
        if element.get(qualify_name("text:display")) == "none" or element.get(_HIDDEN) == "true":
            if kind == _HIDDEN_PARAGRAPH and self._open:
                self._open[-1].hidden = True
            self.omissions.count(Omission.HIDDEN)
            return True
        return False

    def _say(self, text: str | None, source: Source) -> None:
        if not text or not self._open:
            return
        look = self._open[-1].looks[-1]
        hidden = bool(look.hidden)
        if hidden and not self._hidden and text.strip():
            self.omissions.count(Omission.HIDDEN)
        self._hidden = hidden
        if hidden:
            return
        seen = decode_font(text.replace("\n", " ").replace("\t", " "), look.font or "")
        if UNREADABLE in seen and UNREADABLE not in text:
            self.omissions.count(Omission.SIGN, seen.count(UNREADABLE))
        self._add(seen, source, bool(look.bold), bool(look.italic), bool(look.raised))

    def _add(self, text: str, source: Source, bold: bool = False, italic: bool = False, raised: bool = False) -> None:
        if self._open:
            self._open[-1].pieces.append(Piece(text, bold, italic))
            self._open[-1].raised.append(raised)
            if self._keep:
                self._open[-1].sources.append(source)

    def _enter(self, element: Any) -> None:
        kind = element.tag
        if kind in {_P, _H}:
            place = self.notes if self._note else self.blocks
            look = self.styles.look("paragraph", element.get(_STYLE_NAME, ""))
            self._open.append(_Paragraph(place, len(place), [look]))
            place.append(Block(Role.BODY, "", cell=None if self._note else self._grid.current_cell))
        elif kind == _SPAN and self._open:
            looks = self._open[-1].looks
            looks.append(self.styles.within(looks[-1], element.get(_STYLE_NAME, "")))
        elif kind in _SPACES:
            self._add(_SPACES[kind], Source(element, tail=False))
        elif kind == _IMAGE:
            self._show(element)
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
            self._grid.begin_cell(
                get_number(element, "table:number-columns-repeated", 1),
                get_number(element, "table:number-columns-spanned", 1),
            )
        elif kind in _APART:
            self._outer.append(self._lists)
            self._lists = []
            if kind in _BESIDE:
                sort = "comment" if kind == _COMMENT else element.get(_NOTE_CLASS, "footnote")
                self._numbers[sort] = self._numbers.get(sort, 0) + 1
                self._note = f"{sort} {self._numbers[sort]}"
        elif kind in _CONTENTS:
            self._contents += 1

    def _show(self, image: Any) -> None:
        """Add a picture; those of objects only stand in for them."""
        frame = image.getparent()
        if self._note or frame is None or frame.find(_OBJECT) is not None:
            return
        told = next((text for name in _ABOUT if (text := frame.findtext(name))), "")
        picture = self.pictures.find(image.get(qualify_name("xlink:href"), ""), told)
        if picture and self._open:
            self._open[-1].pictures += (picture,)
        elif picture:
            self.blocks.append(Block(Role.BODY, "", pictures=(picture,)))

    def _leave(self, element: Any) -> None:
        kind = element.tag
        if kind in {_P, _H} and self._open:
            paragraph = self._open.pop()
            block = paragraph.place[paragraph.index]
            made_of = list(self._blocks(element, paragraph, block.cell))
            if paragraph.pictures:
                made_of.insert(0, Block(Role.BODY, "", pictures=paragraph.pictures))
            paragraph.place[paragraph.index : paragraph.index + 1] = made_of
        elif kind == _SPAN and self._open:
            self._open[-1].looks.pop()
        elif kind == _LIST and self._lists:
            self._lists.pop()
        elif kind == _TABLE:
            self._grid.end_table()
        elif kind in _APART:
            self._lists = self._outer.pop()
            self._note = "" if kind in _BESIDE else self._note
        elif kind in _CONTENTS:
            self._contents -= 1

    def _blocks(self, element: Any, paragraph: _Paragraph, cell: Cell | None) -> Iterator[Block]:
        """Yield the blocks of a paragraph: one, or several where breaks part it."""
        role, level = self.styles.role(element)
        whole = [piece.text for piece in paragraph.pieces]
        texts, labelled, calls = without_calls(whole, paragraph.raised)
        self.called.update(calls)
        if self._keep:
            self.shown.update(zip(paragraph.sources, map(Shown, whole, texts), strict=True))
        key = self.keys.get(element, "")
        pieces = [piece._replace(text=text) for piece, text in zip(paragraph.pieces, texts, strict=True) if text]
        if paragraph.hidden:
            pieces = []
        if self._note or self._contents or (labelled and role in {Role.BODY, Role.LIST}):
            role, level = Role.ASIDE, 0
        elif self._lists and role in {Role.BODY, Role.LIST}:
            role, level = Role.LIST, max(len(self._lists) - 1, level)
        one = role in {Role.TITLE, Role.HEADING}
        for part in [line_breaks.put_on_one_line(pieces)] if one else line_breaks.split_paragraphs(pieces):
            plain = make_block(role, part, level=level, place=self._note, cell=cell, key=key)
            if role is Role.LIST and self._lists and plain.text and self._new:
                before, self._new = self._marker(self.styles.list_of(element), len(self._lists)), False
                plain = make_block(role, [before, *part], level=level, cell=cell, key=key) if before else plain
                self.markers[key] = before
            yield plain

    def _marker(self, own: str, depth: int) -> str:
        """Count the item, and return its number."""
        open_list = self._lists[-1]
        style = open_list.style or own
        level = self.styles.level(style, depth)
        if level is None:
            return ""
        start = get_number(level, "text:start-value", 1)
        if open_list.continued:
            open_list.count, open_list.continued = self._counts.get((style, depth), start - 1) + 1, False
        elif open_list.count == 1:
            open_list.count = start
        self._counts[style, depth] = open_list.count
        return format_marker(level, open_list.count)
