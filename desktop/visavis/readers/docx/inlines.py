"""What stands in the lines of a Word file's paragraph, in reading order, with the text that each thing shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from docx.oxml.ns import qn
from lxml import etree

from visavis.readers.docx.paragraphs import FALLBACK, PLACEHOLDER, RUN, SDT, TEXT, list_joined
from visavis.readers.docx.styles import Look, Styles
from visavis.readers.office.formulas import read_formula
from visavis.readers.office.line_breaks import BREAK, PAGE, TAB
from visavis.readers.office.note_calls import without_calls
from visavis.readers.office.omissions import Omission, Omissions
from visavis.readers.office.symbol_fonts import UNREADABLE, decode_font, decode_symbols

FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
#: What holds words that are no longer, or not yet, those of the paragraph: struck out, moved away, above other words.
_ELSEWHERE = frozenset((qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), qn("w:rt"), FALLBACK))
_OBJECTS = frozenset((qn("w:object"), "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"))
#: What has no words, or words that are read elsewhere.
_PICTURES = (
    "/picture",
    "/wordprocessingShape",
    "/wordprocessingGroup",
    "/wordprocessingCanvas",
    "/inkAction",
    "/diagram",
)
_SIGNS = {qn("w:tab"): TAB, qn("w:ptab"): TAB, qn("w:cr"): BREAK, qn("w:noBreakHyphen"): "\u2011"}
_BREAK, _SYMBOL, _TYPE = qn("w:br"), qn("w:sym"), qn("w:type")


class Inline(NamedTuple):
    """An element of a line, the text it shows, and how that is set; `text` is the `whole` without calls of notes."""

    element: Any
    whole: str
    look: Look
    text: str


class Line(NamedTuple):
    """What is seen in a paragraph; `labelled` says that it begins with the raised number of a note; the calls in it."""

    inlines: list[Inline]
    labelled: bool
    calls: tuple[str, ...]


def read_line(paragraph: Any, styles: Styles, omissions: Omissions) -> Line:
    """Return what is seen in a paragraph and in those that go on in it: nothing hidden or struck out."""
    found = [inline for part in list_joined(paragraph) for inline in _seen(part, styles, omissions)]
    return _without_calls(found)


def _seen(paragraph: Any, styles: Styles, omissions: Omissions) -> Iterator[Inline]:
    base = styles.base(paragraph)
    hidden = False  # whether the run before was
    walk = etree.iterwalk(paragraph, events=("start",), tag=(RUN, FORMULA, SDT, *_ELSEWHERE, *_OBJECTS))
    for _, element in walk:
        if element.tag == FORMULA:
            walk.skip_subtree()
            text = read_formula(element)
            yield Inline(element, text, Look(), text)
        elif element.tag == RUN:
            look = styles.look(element, base)
            if look.hidden:
                walk.skip_subtree()
                omissions.count(Omission.HIDDEN, not hidden and any(text.text for text in element.iterfind(TEXT)))
            else:
                yield from (Inline(part, text, look, text) for part, text in _texts(element, look.font, omissions))
            hidden = look.hidden
        elif element.tag in _OBJECTS:
            omissions.count(Omission.OBJECT, not element.get("uri", "").endswith(_PICTURES))
        elif element.tag != SDT or element.find(PLACEHOLDER) is not None:
            walk.skip_subtree()
            omissions.count(Omission.PROMPT, element.tag == SDT)


def _texts(run: Any, font: str, omissions: Omissions) -> Iterator[tuple[Any, str]]:
    for part in run:
        if text := _text(part, font, omissions):
            yield part, text


def _text(part: Any, font: str, omissions: Omissions) -> str:
    """Return the text that a part of a run shows."""
    if part.tag == TEXT:
        text = decode_font((part.text or "").replace("\n", " ").replace("\t", " "), font)
    elif part.tag == _BREAK:
        return PAGE if part.get(_TYPE) in {"page", "column"} else BREAK
    elif part.tag == _SYMBOL:
        code = part.get(qn("w:char"), "")
        text = decode_symbols(_character(code), part.get(qn("w:font"), "") or font)
    else:
        return _SIGNS.get(part.tag, "")
    if UNREADABLE in text and UNREADABLE not in (part.text or ""):
        omissions.count(Omission.SIGN, text.count(UNREADABLE))
    return text


def _character(code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return UNREADABLE
    return chr(number) if 0x20 <= number < 0x110000 and not 0xD800 <= number < 0xE000 else UNREADABLE


def _without_calls(found: list[Inline]) -> Line:
    """Take the text out of the calls of notes; one that was typed stands in the midst of a text, which loses it."""
    texts, labelled, calls = without_calls([inline.text for inline in found], [inline.look.raised for inline in found])
    if not any(inline.look.raised for inline in found) and not calls:
        return Line(found, labelled=False, calls=())
    return Line([inline._replace(text=text) for inline, text in zip(found, texts, strict=True)], labelled, calls)
