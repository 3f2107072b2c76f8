"""The lines of a slide's paragraph as tokens, and tokens as such lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any

from lxml import etree

from visavis.exports.composition import ENGLISH
from visavis.exports.writers.in_place.tokens import Kind, Mark, Side, Token, Words, list_stretches
from visavis.readers.office.note_calls import Shown
from visavis.readers.office.symbol_fonts import UNREADABLE
from visavis.readers.pptx.package import qn
from visavis.readers.pptx.texts import BREAK, FIELD, LOOK, RUN, TEXT

_HIGHLIGHT = qn("a:highlight")
_PROPERTIES, _END, _LINK = qn("a:pPr"), qn("a:endParaRPr"), qn("a:hlinkClick")
_FONTS = frozenset(map(qn, ("a:latin", "a:ea", "a:cs", "a:sym")))
_AFTER_LINK = frozenset(map(qn, ("a:hlinkMouseOver", "a:rtl", "a:extLst")))
_AFTER_FONTS = _AFTER_LINK | {_LINK}
_AFTER_HIGHLIGHT = _AFTER_FONTS | _FONTS | frozenset(map(qn, ("a:uLnTx", "a:uLn", "a:uFillTx", "a:uFill")))
_TO_THE_EYE = ("b", "i", "u", "strike", "baseline", "cap")
_COLOURS = frozenset(map(qn, ("a:solidFill", "a:highlight")))
_PLAIN_VALUES = frozenset(("", "0", "false", "none", "noStrike", "0%"))
_TYPED = ["err", "dirty", "smtClean"]


def list_tokens(paragraph: Any, shown: Mapping[Any, Shown]) -> Iterator[Token]:
    """Yield what stands in a paragraph, of whose parts `shown` says what the reader saw."""
    link: Any = None
    for element in list(paragraph):
        look = element.find(LOOK) if element.tag in {RUN, FIELD} else None
        own = look.find(_LINK) if look is not None else None
        if link is not None and (own is None or dict(own.attrib) != dict(link.attrib)):
            yield Mark([], Kind.LINK, Side.CLOSE, link)
            link = None
        if own is not None and link is None:
            link = own
            yield Mark([link], Kind.LINK, Side.OPEN, link)
        if element.tag not in {_PROPERTIES, _END} and isinstance(element.tag, str):
            yield from _tokens(element, look, shown)
    if link is not None:
        yield Mark([], Kind.LINK, Side.CLOSE, link)


def _tokens(element: Any, look: Any, shown: Mapping[Any, Shown]) -> Iterator[Token]:
    if element.tag == BREAK:
        yield Mark([element], Kind.BREAK, text=" ")
    elif element.tag == RUN and element in shown:
        seen = shown[element]
        if UNREADABLE in seen.whole and UNREADABLE not in (element.findtext(TEXT) or ""):
            yield Mark([element], Kind.SHOWN, text=seen.whole)
            return
        for text, left, power in list_stretches(seen.whole, seen.text):
            own = _lowered(look) if power else look
            yield Words(text, own, _name(own)) if left else Mark([_run(text, look)])
    elif text := "".join(shown[part].whole for part in element.iter() if part in shown):
        yield Mark([element], Kind.SHOWN, text=text)  # a formula or a field
    else:
        yield Mark([element])


def rewrite(paragraph: Any, tokens: Iterable[Token]) -> None:
    """Put tokens in the place of what stood in a paragraph."""
    end = paragraph.find(_END)
    for child in list(paragraph):
        if child.tag not in {_PROPERTIES, _END}:
            paragraph.remove(child)
    link: Any = None
    for token in tokens:
        if isinstance(token, Words):
            _add(paragraph, end, [_translated(token, link)] if token.text else [])
        elif token.kind is Kind.LINK:
            link = token.node[0] if token.side is Side.OPEN else None if token.pair is link else link
        else:
            _add(paragraph, end, token.node)
    if end is not None:
        end.set("lang", ENGLISH)


def _add(paragraph: Any, end: Any, nodes: Iterable[Any]) -> None:
    for node in nodes:
        node.tail = None
        if end is not None:
            end.addprevious(node)
        else:
            paragraph.append(node)


def _translated(words: Words, link: Any) -> Any:
    """Return a run of words in English; in the usual font, if they are set otherwise in something else only.

    Words left in French are highlighted.
    """
    run = _run(words.text, words.look if words.over is None else words.over)
    look = run.find(LOOK)
    if words.over is not None:
        usual = words.look if words.look is not None else ()
        _replace(look, _FONTS, [deepcopy(font) for font in usual if font.tag in _FONTS], _AFTER_FONTS)
    _replace(look, {_LINK}, [deepcopy(link)] if link is not None else [], _AFTER_LINK)
    for name in _TYPED:
        look.attrib.pop(name, None)
    if words.french:
        _replace(look, {_HIGHLIGHT}, [_make_highlight()], _AFTER_HIGHLIGHT)
    else:
        look.set("lang", ENGLISH)
    return run


def _make_highlight() -> Any:
    highlight = etree.Element(_HIGHLIGHT)
    etree.SubElement(highlight, qn("a:srgbClr")).set("val", "FFFF00")
    return highlight


def _run(text: str, look: Any) -> Any:
    run = etree.Element(RUN)
    run.append(deepcopy(look) if look is not None else etree.Element(LOOK))
    etree.SubElement(run, TEXT).text = text
    return run


def _replace(look: Any, tags: Iterable[str], made: list[Any], after: frozenset[str]) -> None:
    """Put elements in the place of those with tags, in the order that the format wants."""
    for old in [child for child in look if child.tag in tags]:
        look.remove(old)
    place = next((place for place, child in enumerate(look) if child.tag in after), len(look))
    look[place:place] = made


def _lowered(look: Any) -> Any:
    """Return a look without what raises its words: the signs of a power are raised themselves."""
    lowered = deepcopy(look)
    if lowered is not None:
        lowered.attrib.pop("baseline", None)
    return lowered


def _name(look: Any) -> str:
    """Return what of a look is seen at once, and so may be carried over to single words."""
    if look is None:
        return ""
    said = [f"{name}={value}" for name in _TO_THE_EYE if (value := look.get(name, "")) not in _PLAIN_VALUES]
    colours = [colour for fill in look if fill.tag in _COLOURS for colour in fill]
    return " ".join([*said, *(f"{colour.getparent().tag}={colour.get('val')}" for colour in colours)])
