"""Tokens as the lines of a Word file's paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any

from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from visavis.exports.composition import ENGLISH
from visavis.exports.writers.docx_runs import set_language
from visavis.exports.writers.in_place.docx_lines import CONTENT, CONTROL, LINK, OF_PARAGRAPH, PROPERTIES, SIMPLE_FIELD
from visavis.exports.writers.in_place.tokens import Side, Token, Words

_FONTS, _STYLE = qn("w:rFonts"), qn("w:rStyle")
_AROUND = frozenset((LINK, SIMPLE_FIELD, CONTROL))
_SECTION, _FRAME = f"{OF_PARAGRAPH}/{qn('w:sectPr')}", f"{OF_PARAGRAPH}/{qn('w:framePr')}"


def rewrite(paragraphs: Sequence[Any], tokens: Iterable[Token]) -> None:
    """Put tokens in the place of what stood in paragraphs that go on in each other: in the last, as a reader sees it.

    The large first letter of a text is that of its translation.
    """
    *before, last = paragraphs
    left = list(tokens)
    for paragraph in before:
        first = next((i for i, token in enumerate(left) if isinstance(token, Words) and token.text.strip()), None)
        if paragraph.find(_FRAME) is not None and first is not None:
            words = left[first]
            assert isinstance(words, Words)
            letter, rest = words.text.lstrip()[:1], words.text.lstrip()[1:]
            _fill(paragraph, [Words(letter, _first_look(paragraph))])
            left[first] = Words(rest, words.look, words.name, words.over)
        elif paragraph.find(_SECTION) is not None:
            _fill(paragraph, [])
        else:
            paragraph.getparent().remove(paragraph)
    _fill(last, left)


def _first_look(paragraph: Any) -> Any:
    return next(
        (properties for properties in paragraph.iter(PROPERTIES) if properties.getparent().tag == qn("w:r")), None
    )


def _fill(paragraph: Any, tokens: Iterable[Token]) -> None:
    for child in list(paragraph):
        if child.tag != OF_PARAGRAPH:
            paragraph.remove(child)
    open_: list[tuple[Any, Any]] = []  # links, simple fields and controls, and where their contents go
    place = paragraph
    for token in tokens:
        if isinstance(token, Words):
            if token.text:
                place.append(_run(token))
        elif token.side is Side.OPEN and token.node[0].tag in _AROUND:
            around = token.node[0]
            if open_ and around.tag == LINK and open_[-1][0].tag == LINK:  # no link holds another
                open_.pop()
            (open_[-1][1] if open_ else paragraph).append(around)
            content = around.find(CONTENT) if around.tag == CONTROL else around
            for child in list(content):
                content.remove(child)
            open_.append((around, content))
        elif token.side is Side.CLOSE and not token.node:
            pairs = [around for around, _ in open_]
            if token.pair in pairs:
                del open_[pairs.index(token.pair) :]
        else:
            for node in token.node:
                place.append(node)
        place = open_[-1][1] if open_ else paragraph


def _run(words: Words) -> Any:
    """Return a run of words in English; in the usual font, if they are set otherwise in something else only.

    Words left in French are highlighted.
    """
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    look = words.look if words.over is None else words.over
    if look is not None:
        run.append(deepcopy(look))
    properties = run.get_or_add_rPr()
    if words.over is not None:
        for own in properties.findall(_FONTS):
            properties.remove(own)
        fonts = words.look.find(_FONTS) if words.look is not None else None
        if fonts is not None:
            properties.insert(len(properties.findall(_STYLE)), deepcopy(fonts))
    for change in properties.findall(qn("w:rPrChange")):
        properties.remove(change)
    if words.french:
        properties.highlight_val = WD_COLOR_INDEX.YELLOW
    else:
        set_language(properties, ENGLISH)
    text.text = words.text
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(text)
    return run
