"""The paragraphs of a shape or a table's cell, with what stands before them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from visavis.model.article import Role
from visavis.readers.block import Block, Piece, make_block
from visavis.readers.office import line_breaks
from visavis.readers.office.drawings import list_copies
from visavis.readers.office.formulas import read_formula
from visavis.readers.office.note_calls import Shown, without_calls
from visavis.readers.office.omissions import Omission, Omissions
from visavis.readers.office.symbol_fonts import UNREADABLE, decode_font, is_symbol_font
from visavis.readers.pptx.package import is_on, qn
from visavis.readers.pptx.styles import Numbering, find_bullet, get_depth

PARAGRAPH, RUN, FIELD, BREAK, TEXT, LOOK = map(qn, ("a:p", "a:r", "a:fld", "a:br", "a:t", "a:rPr"))
_FORMULA, _CHOICE, _ALTERNATIVE = qn("m:oMath"), qn("mc:Choice"), qn("mc:AlternateContent")
_OF_PAGE = ("slidenum", "datetime")  # fields that are no text
_LINE = str.maketrans({"\v": line_breaks.BREAK, "\n": " "})


class _Run(NamedTuple):
    """A part of a paragraph, what it shows, and whether it is raised above the line."""

    element: Any
    piece: Piece
    raised: bool = False


class TextReader:
    """Reads texts; counts what cannot be read, and keeps the numbers of the notes that are called.

    It also keeps what a writer needs that translates them: the addresses of the paragraphs, the numbers before them,
    and what their parts show.
    """

    def __init__(self, omissions: Omissions) -> None:
        self.called: set[str] = set()
        self.keys: dict[Any, str] = {}
        self.markers: dict[str, str] = {}
        self.shown: dict[Any, Shown] = {}
        self._omissions = omissions

    def begin_part(self, name: str, root: Any) -> None:
        """Give each paragraph of a part its address."""
        self.keys |= {paragraph: f"{name} {n}" for n, paragraph in enumerate(root.iter(PARAGRAPH))}

    def read_copies(self, pictures: Iterable[Any], body: Any) -> None:
        """Give what shows the paragraphs of a text once more their addresses."""
        for paragraph in body.iterfind(PARAGRAPH):
            for copy in list_copies(pictures, paragraph):
                self.keys.setdefault(copy, self.keys[paragraph])
                self.shown |= {run.element: Shown(run.piece.text, run.piece.text) for run in self._runs(copy)}

    def read(self, body: Any, styles: list[Any], role: Role = Role.BODY) -> Iterator[Block]:
        """Yield the blocks of a text; those of one without a `role` of its own are items where they have bullets."""
        numbering = Numbering()
        for paragraph in body.iterfind(PARAGRAPH):
            runs = list(self._runs(paragraph))
            if not any(run.piece.text.strip() for run in runs):
                continue
            bullet, depth = find_bullet(paragraph, styles), get_depth(paragraph)
            number = numbering.mark(bullet, depth)
            own, level = (Role.LIST, depth) if role is Role.BODY and bullet is not None else (role, 0)
            whole = [run.piece.text for run in runs]
            texts, labelled, calls = without_calls(whole, [run.raised for run in runs])
            self.called.update(calls)
            self.shown.update(zip([run.element for run in runs], map(Shown, whole, texts), strict=True))
            key = self.keys.get(paragraph, "")
            self.markers |= {key: number} if number else {}
            if labelled and own in {Role.BODY, Role.LIST}:
                own, level = Role.ASIDE, 0
            pieces = [run.piece._replace(text=text) for run, text in zip(runs, texts, strict=True) if text]
            one = own is Role.TITLE
            for part in [line_breaks.put_on_one_line(pieces)] if one else line_breaks.split_paragraphs(pieces):
                before, number = (number, "") if own is Role.LIST else ("", number)
                yield make_block(own, [before, *part], level=level, key=key)

    def _runs(self, paragraph: Any) -> Iterator[_Run]:
        for child in paragraph:
            element = child.find(_CHOICE) if child.tag == _ALTERNATIVE else child
            if element is None:
                continue
            if element.tag == BREAK:
                yield _Run(element, Piece(line_breaks.BREAK))
            elif element.tag == RUN or (element.tag == FIELD and not element.get("type", "").startswith(_OF_PAGE)):
                yield self._run(element)
            else:
                for formula in element.iter(_FORMULA):
                    yield _Run(formula, Piece(read_formula(formula)))

    def _run(self, run: Any) -> _Run:
        look, text = run.find(LOOK), (run.findtext(TEXT) or "").translate(_LINE)
        if look is None:
            return _Run(run, Piece(decode_font(text, "")))
        shown = decode_font(text, _find_font(look, text))
        if UNREADABLE in shown and UNREADABLE not in text:
            self._omissions.count(Omission.SIGN, shown.count(UNREADABLE))
        height = look.get("baseline", "")
        raised = height.rstrip("%").isdecimal() and height.strip("0%") != ""
        return _Run(run, Piece(shown, is_on(look, "b"), is_on(look, "i")), raised)


def _find_font(look: Any, text: str) -> str:
    """Return the font of a run; PowerPoint's arrows are a letter in a font for signs alone."""
    latin, signs = look.find(qn("a:latin")), look.find(qn("a:sym"))
    if latin is not None and (signs is None or is_symbol_font(latin.get("typeface", ""))):
        return str(latin.get("typeface", ""))
    alone = signs is not None and latin is None and len(text.strip()) == 1
    return str(signs.get("typeface", "")) if alone else ""
