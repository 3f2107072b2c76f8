"""The lines of an OpenDocument text's paragraph as tokens, and tokens as such lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lxml import etree

from visavis.exports.writers.in_place.tokens import Kind, Mark, Side, Token, Words, list_stretches

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_PARAGRAPHS = frozenset((f"{_TEXT}p", f"{_TEXT}h"))
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_COMMENT, _COMMENT_NAME = f"{_OFFICE}annotation", f"{_OFFICE}name"
_SPAN, _LINK, _SPACE, _STYLE = f"{_TEXT}span", f"{_TEXT}a", f"{_TEXT}s", f"{_TEXT}style-name"
_BREAKS = frozenset((f"{_TEXT}line-break", f"{_TEXT}tab"))
#: What says where pages ended, and where text was changed: what is translated holds no tracked changes.
_DROPPED = frozenset(f"{_TEXT}{name}" for name in ("soft-page-break", "change", "change-start", "change-end"))


#: The name of the style of what has no English.
FRENCH = "VisavisFrench"


class Lines:
    """Reads the tokens of paragraphs; `shown` says what the reader saw, `name` what of a style is seen at once."""

    def __init__(self, shown: dict[Any, Any], name: Callable[[tuple[str, ...]], str]) -> None:
        self._shown, self._name = shown, name

    def tokens(self, around: Any, looks: tuple[str, ...] = ()) -> Iterator[Token]:
        """Yield what stands in a paragraph, or in a span or a link."""
        yield from self._text(around, looks, tail=False)
        for element in list(around):
            if isinstance(element.tag, str) and element.tag not in _DROPPED:
                yield from self._element(element, looks)
            yield from self._text(element, looks, tail=True)

    def _text(self, element: Any, looks: tuple[str, ...], tail: bool) -> Iterator[Token]:
        if seen := self._shown.get((element, tail)):
            for text, left, power in list_stretches(seen.whole, seen.text):
                own = looks[:-1] if power else looks  # the signs of a power are raised themselves
                yield Words(text, own, self._name(own)) if left else Mark([_spans(text, looks)])

    def _element(self, element: Any, looks: tuple[str, ...]) -> Iterator[Token]:
        tag = element.tag
        text = "".join(self._shown[source].whole for source in _sources(element) if source in self._shown)
        if tag == _SPACE:
            yield Words(" ", looks, self._name(looks))
        elif tag in _BREAKS:
            yield Mark([element], Kind.BREAK, text=" ")
        elif tag == _SPAN and (text or not "".join(element.itertext()).strip()):
            yield from self.tokens(element, (*looks, element.get(_STYLE, "")))
        elif tag == _LINK:
            yield Mark([element], Kind.LINK, Side.OPEN, element)
            yield from self.tokens(element, looks)
            yield Mark([], Kind.LINK, Side.CLOSE, element)
        elif text:  # a formula or a field
            yield Mark([element], Kind.SHOWN, text=text)
        elif tag.endswith(("-start", "-end")) or _begins_range(element):
            side = Side.CLOSE if tag.endswith("-end") else Side.OPEN
            name = element.get(f"{_TEXT}name") or element.get(f"{_TEXT}id") or element.get(_COMMENT_NAME)
            yield Mark([element], Kind.RANGE, side, (tag.removesuffix("-start").removesuffix("-end"), name))
        else:
            yield Mark([element])


def _begins_range(element: Any) -> bool:
    """True if an element is a comment on words that end in the same paragraph."""
    name = element.get(_COMMENT_NAME) if element.tag == _COMMENT else None
    paragraph = next(element.iterancestors(*_PARAGRAPHS), None)
    if not name or paragraph is None:
        return False
    return any(end.get(_COMMENT_NAME) == name for end in paragraph.iter(f"{_COMMENT}-end"))


def rewrite(paragraph: Any, tokens: Iterable[Token]) -> None:
    """Put tokens in the place of what stood in a paragraph."""
    _empty(paragraph)
    place = paragraph
    for token in tokens:
        if isinstance(token, Words):
            looks = token.look if token.over is None else token.over
            looks = (*(looks or ()), FRENCH) if token.french else looks
            _add(place, _spans(token.text, looks) if looks else token.text)
        elif token.side is Side.OPEN and token.kind is Kind.LINK:
            _empty(token.node[0])
            _add(paragraph, token.node[0])
            place = token.node[0]
        elif token.side is Side.CLOSE and not token.node:
            place = paragraph if token.pair is place else place
        else:
            for node in token.node:
                _add(place, node)


def _sources(element: Any) -> Iterator[tuple[Any, bool]]:
    """Yield the places of text in an element, but for those in paragraphs of their own."""
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        if event == "end":
            if inner is not element:
                yield inner, True
        elif inner.tag in _PARAGRAPHS:
            walk.skip_subtree()
        else:
            yield inner, False


def _spans(text: str, looks: Iterable[str]) -> Any:
    """Return a text in spans of one style in another."""
    made: Any = None
    for style in reversed(tuple(looks)):
        span = etree.Element(_SPAN)
        if style:
            span.set(_STYLE, style)
        if made is None:
            span.text = text
        else:
            span.append(made)
        made = span
    if made is None:
        made = etree.Element(_SPAN)
        made.text = text
    return made


def _empty(element: Any) -> None:
    element.text = None
    for child in list(element):
        element.remove(child)


def _add(place: Any, added: Any) -> None:
    """Add an element, without what followed it, or a text."""
    if not isinstance(added, str):
        added.tail = None
        place.append(added)
    elif len(place):
        place[-1].tail = (place[-1].tail or "") + added
    else:
        place.text = (place.text or "") + added
