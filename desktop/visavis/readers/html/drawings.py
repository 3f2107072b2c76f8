"""The text of drawings (SVG): pages of fixed layout are drawn as a whole, line by line."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from lxml.html import HtmlElement

from visavis.readers.block import clean_text
from visavis.text.endings import ends_sentence

_SVG, _TEXT, _SPAN = ("svg", "svg:svg"), ("text", "svg:text"), ("tspan", "svg:tspan")
_FOREIGN = ("foreignobject", "foreignObject", "svg:foreignobject")
_MOVE = re.compile(r"translate\(\s*[-\d.e]+[\s,]+([-\d.e]+)|matrix\((?:\s*[-\d.e]+[\s,]+){5}([-\d.e]+)")
_NUMBER = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*(?:px)?\s*$")
_CLOSE = 1.4  # lines of a paragraph are at most so many times the usual distance apart


class _Line(NamedTuple):
    """A line, and how far down it is drawn, if that can be told."""

    text: str
    y: float | None


def write_out_drawings(page: HtmlElement) -> HtmlElement:
    """Return the page with the text of each drawing before it, as paragraphs, and what it holds of HTML."""
    if page.tag in _SVG:
        drawing, page = page, page.makeelement("div")
        page.append(drawing)
    for drawing in list(page.iter(*_SVG)):
        if drawing.getparent() is None:
            continue
        for text in _join_lines(_list_lines(drawing)):
            paragraph = page.makeelement("p")
            paragraph.text = text
            drawing.addprevious(paragraph)
        for foreign in list(drawing.iter(*_FOREIGN)):
            foreign.tag = "div"
            drawing.addprevious(foreign)
    return page


def _list_lines(drawing: HtmlElement) -> list[_Line]:
    found: list[_Line] = []
    for drawn in drawing.iter(*_TEXT):
        around = sum(_height(above) or 0.0 for above in drawn.iterancestors())
        spans, own = list(drawn.iter(*_SPAN)), _height(drawn)
        if not (drawn.text or "").strip() and any(_height(span) is not None for span in spans):
            lines = [_Line(_clean("".join(span.itertext())), _add(around, _height(span))) for span in spans]
        elif not (drawn.text or "").strip() and len(spans) > 1 and any(span.get("dy") for span in spans):
            lines = [_Line(_clean("".join(span.itertext())), None) for span in spans]
        else:
            texts = [" ".join(span.itertext()) for span in spans] if spans and not (drawn.text or "").strip() else []
            whole = _clean(" ".join(texts)) or _clean("".join(drawn.itertext()))
            lines = [_Line(whole, _add(around, own))]
        found += [line for line in lines if line.text]
    return found


def _join_lines(lines: list[_Line]) -> list[str]:
    """Return the paragraphs of lines: one that ends no sentence goes on in the next, if that is near and seems to."""
    if not lines:
        return []
    steps = [b.y - a.y if a.y is not None and b.y is not None else None for a, b in pairwise(lines)]
    down = [step for step in steps if step is not None and step > 0]
    usual = median(down) if down else 0.0
    found: list[str] = []
    for line, step in zip(lines, [None, *steps], strict=True):
        last = found[-1] if found else ""
        follows = line.text[0].islower() or last.endswith(",")
        if step is not None and usual and len(down) > 1:
            follows = step < _CLOSE * usual and (step >= 0 or follows)
        if last and follows and not (ends_sentence(last) and (step is None or step > 0) and not line.text[0].islower()):
            found[-1] = f"{last} {line.text}"
        else:
            found.append(line.text)
    return found


def _height(element: HtmlElement) -> float | None:
    """Return how far down an element puts what is in it; None if it does not say."""
    said = _NUMBER.match(element.get("y", "").split(" ")[0])
    moved = _MOVE.search(element.get("transform", ""))
    down = float(moved[1] or moved[2]) if moved else 0.0
    return down + (float(said[1]) if said else 0.0) if said or moved else None


def _add(around: float, own: float | None) -> float | None:
    return around + own if own is not None else around or None


def _clean(text: str) -> str:
    return " ".join(clean_text(text).split())
