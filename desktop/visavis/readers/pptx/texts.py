"""The paragraphs of a shape or a table's cell, with what stands before them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from visavis.model.article import Role
from visavis.readers.block import Block, Piece, make_block
from visavis.readers.office import line_breaks
from visavis.readers.office.formulas import read_formula
from visavis.readers.office.note_calls import without_calls
from visavis.readers.office.omissions import Omission, Omissions
from visavis.readers.office.symbol_fonts import UNREADABLE, decode_font, is_symbol_font
from visavis.readers.pptx.package import is_on, qn
from visavis.readers.pptx.styles import Numbering, find_bullet, get_depth

_RUN, _FIELD, _BREAK, _TEXT, _LOOK = map(qn, ("a:r", "a:fld", "a:br", "a:t", "a:rPr"))
_FORMULA, _CHOICE, _ALTERNATIVE = qn("m:oMath"), qn("mc:Choice"), qn("mc:AlternateContent")
_OF_PAGE = ("slidenum", "datetime")  # fields that are no text
_LINE = str.maketrans({"\v": line_breaks.BREAK, "\n": " "})


class TextReader:
    """Reads texts; counts what cannot be read, and keeps the numbers of the notes that are called."""

    def __init__(self, omissions: Omissions) -> None:
        self.called: set[str] = set()
        self._omissions = omissions

    def read(self, body: Any, styles: list[Any], role: Role = Role.BODY) -> Iterator[Block]:
        """Yield the blocks of a text; those of one without a `role` of its own are items where they have bullets."""
        numbering = Numbering()
        for paragraph in body.iterfind(qn("a:p")):
            runs = list(self._runs(paragraph))
            if not any(piece.text.strip() for piece, _ in runs):
                continue
            bullet, depth = find_bullet(paragraph, styles), get_depth(paragraph)
            number = numbering.mark(bullet, depth)
            own, level = (Role.LIST, depth) if role is Role.BODY and bullet is not None else (role, 0)
            texts, labelled, calls = without_calls([piece.text for piece, _ in runs], [raised for _, raised in runs])
            self.called.update(calls)
            if labelled and own in {Role.BODY, Role.LIST}:
                own, level = Role.ASIDE, 0
            pieces = [piece._replace(text=text) for (piece, _), text in zip(runs, texts, strict=True) if text]
            one = own is Role.TITLE
            for part in [line_breaks.put_on_one_line(pieces)] if one else line_breaks.split_paragraphs(pieces):
                before, number = (number, "") if own is Role.LIST else ("", number)
                yield make_block(own, [before, *part], level=level)

    def _runs(self, paragraph: Any) -> Iterator[tuple[Piece, bool]]:
        """Yield the pieces of a paragraph, and whether each is raised above the line."""
        for child in paragraph:
            element = child.find(_CHOICE) if child.tag == _ALTERNATIVE else child
            if element is None:
                continue
            if element.tag == _BREAK:
                yield Piece(line_breaks.BREAK), False
            elif element.tag == _RUN or (element.tag == _FIELD and not element.get("type", "").startswith(_OF_PAGE)):
                yield self._run(element)
            else:
                for formula in element.iter(_FORMULA):
                    yield Piece(read_formula(formula)), False

    def _run(self, run: Any) -> tuple[Piece, bool]:
        look, text = run.find(_LOOK), (run.findtext(_TEXT) or "").translate(_LINE)
        if look is None:
            return Piece(decode_font(text, "")), False
        shown = decode_font(text, _find_font(look, text))
        if UNREADABLE in shown and UNREADABLE not in text:
            self._omissions.count(Omission.SIGN, shown.count(UNREADABLE))
        height = look.get("baseline", "")
        return Piece(shown, is_on(look, "b"), is_on(look, "i")), height.rstrip("%").isdecimal() and height.strip(
            "0%"
        ) != ""


def _find_font(look: Any, text: str) -> str:
    """Return the font of a run; PowerPoint's arrows are a letter in a font for signs alone."""
    latin, signs = look.find(qn("a:latin")), look.find(qn("a:sym"))
    if latin is not None and (signs is None or is_symbol_font(latin.get("typeface", ""))):
        return str(latin.get("typeface", ""))
    alone = signs is not None and latin is None and len(text.strip()) == 1
    return str(signs.get("typeface", "")) if alone else ""
