"""What a web page shows, in reading order: its paragraphs, headings, items, cells and captions."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from visavis.model.article import Cell, Picture, Role
from visavis.readers.block import Block, Piece, make_block
from visavis.readers.html import elements, lines, note_calls, prompts
from visavis.readers.html.lines import BREAK
from visavis.readers.html.note_calls import CALL, Span
from visavis.readers.html.tables import Table, is_data
from visavis.readers.office.formulas import read_formula
from visavis.readers.pictures import FindPicture

_INITIAL = re.compile(r"[A-ZÀ-ÖØ-Þ]")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INLINE = frozenset(
    """a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp
    small span strike strong sub sup time tt u var wbr""".split()  # noqa: SIM905
)
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_MOST_PIECES = 2000  # in a block; one with more is no prose, and its emphasis says nothing


class Box:
    """A block element around text; `words` and what follows are counted by who asks what is in it."""

    __slots__ = ("cards", "form", "furniture", "linked", "parent", "signature", "sure", "teasers", "words")

    def __init__(self, parent: Box | None, signature: str = "", furniture: bool = False) -> None:
        self.parent, self.signature, self.furniture = parent, signature, furniture
        self.form = False
        self.words = self.sure = self.teasers = self.cards = 0
        self.linked = 0.0


class PageBlock(NamedTuple):
    """A block of the page: its text without the number of its item, how much of it is linked, and what it is in.

    `around` says that the page sets it beside its main matter, `note` that it is at the foot, `embedded` that it is a
    message of a social network, `away` that it is linked to another page; `language` is what the page says, or nothing.
    """

    block: Block
    text: str
    linked: float
    around: bool
    box: Box | None = None
    note: bool = False
    embedded: bool = False
    away: bool = False
    language: str = ""


def list_blocks(page: HtmlElement, find_picture: FindPicture | None = None) -> list[PageBlock]:
    """Return the blocks of a page parsed without its comments; scripts, controls and what is hidden are left out."""
    walk = _Walk(note_calls.find_called_ids(page), find_picture)
    events = etree.iterwalk(page, events=("start", "end"))
    for event, element in events:
        if event == "start" and walk.passes_over(element):
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


class _Walk:
    """Gathers the pieces of a block until one ends or begins; knows what is open around them."""

    def __init__(self, notes: frozenset[str], find_picture: FindPicture | None) -> None:
        self._find_picture = find_picture
        self._pictures: tuple[Picture, ...] = ()  # that stand before the next block
        self.found: list[PageBlock] = []
        self.skipped: HtmlElement | None = None
        self._notes = notes
        self._spans: list[Span] = []
        self._open = dict.fromkeys(("bold", "italic", "link", "away", "caption", "around", "note", "embedded"), 0)
        self._languages: list[str] = []
        self._opened: list[list[str]] = []  # what holds for the text in each open element
        self._box: Box | None = None
        self._heading = 0
        self._lists: list[list[int]] = []  # of each open list, its next number; 0 where it has none
        self._items = 0
        self._marker = ""
        self._tables: list[Table | None] = []  # None for a layout
        self._count = 0
        self._break = self._gap = self._is_note = self._is_away = False
        self._language = ""
        self._prompt: HtmlElement | None = None  # where one ends that stands in a paragraph

    def text(self, text: str | None) -> None:
        """Add text as it is set here; words that only the border of an element parts are parted by a space."""
        if not text:
            return
        if not self._spans and text.isspace():  # most of a page's pieces
            self._gap = False
            return
        if text.strip():
            self._break = False
            self._is_away = self._is_away or self._open["away"] > 0
            self._language = self._language or (self._languages[-1] if self._languages else "")
        before = self._before(1)
        glued = before.islower() or (before.isdigit() and text[1:2].islower())
        if (glued and text[0].isupper()) or (self._gap and before.isalnum() and text[0].isalnum()):
            text = f" {text}"
        self._gap = False
        opened = self._open
        self._spans.append(Span(text, opened["bold"] > 0, opened["italic"] > 0, opened["link"] > 0))

    def _before(self, count: int) -> str:
        """Return the last characters of the block so far."""
        text = ""
        for span in reversed(self._spans):
            if span.text in {CALL, BREAK}:
                break
            text = span.text + text
            if len(text) >= count:
                break
        return text[-count:]

    def passes_over(self, element: HtmlElement) -> bool:
        """True if what is in an element is no text of the page; what stands for it is added."""
        if element.tag == "math" and not elements.is_unseen(element):
            self.text(read_formula(element))
            return True
        if elements.is_dropped(element):
            self._gap = self._gap or elements.is_unseen(element)
            return True
        if element.tag == "img" and _INITIAL.fullmatch(element.get("alt", "")) and (element.tail or "")[:1].islower():
            self.text(element.get("alt") if not self._before(1).strip() else "")  # a drawn initial
            return True
        if element.tag not in {"a", "sup", "span", "font", "small"}:
            return False
        if elements.is_page_number(element):
            return True
        before = self._before(20)
        exponent = note_calls.read_exponent_before_call(element, before)
        if exponent or note_calls.is_call(element, before):
            self.text(exponent)
            self._spans.append(Span(CALL))
            self._is_note = self._is_note or self._leads_here(element)
            return True
        power = note_calls.read_exponent(element, before)
        if power:
            self._spans.append(Span(power, power=True))
        return bool(power)

    def _leads_here(self, element: HtmlElement) -> bool:
        """True if a call leads to what stands here."""
        return bool(self._notes & {element.get("id", ""), element.get("name", "")})

    def enter(self, element: HtmlElement) -> None:
        """Open an element."""
        tag = element.tag
        noted = bool(self._notes) and self._leads_here(element)
        flags = elements.list_flags(element, tag in _INLINE, noted)
        if tag == "img" and self._find_picture:
            picture = self._find_picture(element.get("src", "").strip(), element.get("alt", ""))
            self._pictures += (picture,) if picture else ()
        elif tag == "br":
            if self._break:  # two: a paragraph ends
                self.flush()
            elif self._spans:
                self._spans.append(Span(BREAK))
            self._break = not self._break
        elif tag not in _INLINE:
            self.flush()
            signature = f"{tag} {element.get('class')}" if element.get("class") else ""
            furniture = "around" in flags or elements.is_furniture(element)
            self._box = Box(self._box, signature, furniture)
            self._box.form = tag == "form"
        else:
            self._is_note = self._is_note or noted
            self._open_prompt(element)
        self._languages.append(element.get("lang") or (self._languages[-1] if self._languages else ""))
        self._opened.append(flags)
        for flag in flags:
            self._open[flag] += 1
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
            data = not any(self._tables) and is_data(element)
            self._count += data
            self._tables.append(Table(self._count) if data else None)
        elif tag in {"tr", "td", "th"} and self._tables and (table := self._tables[-1]):
            table.enter(element)

    def _open_prompt(self, element: HtmlElement) -> None:
        """End the block before a prompt that stands between two sentences."""
        end = prompts.find_prompt_end(element) if self._prompt is None and not self._heading else None
        if end is not None and self._before(2).rstrip()[-1:] in ".!?…»”":
            self.flush()
            self._prompt = end

    def leave(self, element: HtmlElement) -> None:
        """Close an element."""
        tag = element.tag
        if tag not in _INLINE:
            self.flush()
            self._box = self._box.parent if self._box else None
            self._prompt = None
        elif element is self._prompt:
            self.flush()
            self._prompt = None
        self._languages.pop()
        for flag in self._opened.pop():
            self._open[flag] -= 1
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

    def flush(self) -> None:
        """End the block that is being gathered."""
        if all(span.text.isspace() for span in self._spans):  # between most elements there is but space
            self._spans = []
            self._break = self._gap = self._is_note = self._is_away = False
            return
        spans, labelled = note_calls.without_calls(self._spans)
        self._spans, self._is_note = [], self._is_note or labelled
        if len(spans) > _MOST_PIECES:
            spans = [Span("".join(span.text for span in spans).replace(BREAK, " "))]
        table = self._tables[-1] if self._tables else None
        cell = table.cell if table and table.inside else None
        if self._heading or cell or self._open["caption"] or self._open["around"]:
            self._add([span._replace(text=" ") if span.text == BREAK else span for span in spans], cell)
        else:
            for some in lines.split_paragraphs(spans):
                self._add(some, None)
        self._break = self._gap = self._is_note = self._is_away = False
        self._language = ""

    def _add(self, spans: list[Span], cell: Cell | None) -> None:
        level, role = 0, Role.BODY
        if self._heading:
            role, level = Role.HEADING, self._heading
        elif self._open["caption"]:
            role, cell = Role.CAPTION, None
        elif self._items and not cell:
            role, level = Role.LIST, max(len(self._lists) - 1, 0)
        place = f"table {cell.table}, row {cell.row}, column {cell.column}" if cell else ""
        pieces = [Piece(span.text, span.bold, span.italic) for span in spans]
        plain = make_block(role, pieces, level=level, place=place, cell=cell)
        if not plain.text.strip():
            return
        block = (
            make_block(role, [self._marker, *pieces], level=level, place=place, cell=cell) if self._marker else plain
        )
        self._marker = ""
        block, self._pictures = block._replace(pictures=self._pictures), ()
        linked = sum(len(span.text.split()) for span in spans if span.linked) / max(len(plain.text.split()), 1)
        around, embedded = self._open["around"] > 0, self._open["embedded"] > 0
        note = self._is_note or self._open["note"] > 0
        part = PageBlock(block, plain.text, linked, around, self._box, note, embedded, self._is_away, self._language)
        self.found.append(part)
