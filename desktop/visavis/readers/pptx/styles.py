"""What a paragraph of a slide inherits: the shape's style, its placeholder's in the layout and master, the file's."""

from __future__ import annotations

from typing import Any

from visavis.readers.office_styles import format_number
from visavis.readers.pptx.package import Package, qn

_BULLETS = tuple(map(qn, ("a:buNone", "a:buChar", "a:buBlip", "a:buAutoNum")))
_NONE, _NUMBER = _BULLETS[0], _BULLETS[-1]
_STYLE, _PLACEHOLDER = qn("p:txBody/a:lstStyle"), qn("p:nvSpPr/p:nvPr/p:ph")
_TITLES = frozenset(("title", "ctrTitle"))
_BODIES = frozenset(("body", "obj", "subTitle", "half", "tbl", "chart", "dgm", "media", "clipArt", "pic"))
_DEEPEST = 8
_NUMBERS = {"arabic": "1", "alphaLc": "a", "alphaUc": "A", "romanLc": "i", "romanUc": "I"}
_SIGNS = {"Period": "{}.", "ParenR": "{})", "ParenBoth": "({})", "Plain": "{}"}


def find_placeholder(shape: Any) -> tuple[str, str] | None:
    """Return the type and the number of the placeholder that a shape fills, or None."""
    found = shape.find(_PLACEHOLDER)
    return (found.get("type", "obj"), found.get("idx", "0")) if found is not None else None


class SlideStyles:
    """The styles that hold on a slide."""

    def __init__(self, package: Package, slide: str, presentation: Any) -> None:
        layout = package.related(slide, "slideLayout")
        master = package.related(layout, "slideMaster") if layout else ""
        roots = [package.root(part) if part else None for part in (layout, master)]
        self._layout, self._master = (list(root.iter(qn("p:sp"))) if root is not None else [] for root in roots)
        self._texts = roots[1].find(qn("p:txStyles")) if roots[1] is not None else None
        self._default = presentation.find(qn("p:defaultTextStyle"))

    def list_styles(self, shape: Any) -> list[Any]:
        """Return the list styles that a shape's paragraphs inherit from, the nearest first."""
        found = [shape.find(_STYLE)]
        if place := find_placeholder(shape):
            kind, number = place
            own = next((sp for sp in self._layout if (find_placeholder(sp) or ("", ""))[1] == number), None)
            above = (find_placeholder(own) or place)[0] if own is not None else kind
            kind = above if kind == "obj" else kind
            basic = "title" if kind in _TITLES else "body" if kind in _BODIES else kind
            masters = (sp for sp in self._master if (find_placeholder(sp) or ("", ""))[0] == basic)
            found += [sp.find(_STYLE) for sp in (own, next(masters, None)) if sp is not None]
            if self._texts is not None:
                found.append(self._texts.find(qn(f"p:{basic if basic in {'title', 'body'} else 'other'}Style")))
        return [style for style in (*found, self._default) if style is not None]


def get_depth(paragraph: Any) -> int:
    """Return the depth of a paragraph, from 0."""
    own = paragraph.find(qn("a:pPr"))
    said = own.get("lvl", "") if own is not None else ""
    return min(int(said), _DEEPEST) if said.isdecimal() and len(said) < 3 else 0


def find_bullet(paragraph: Any, styles: list[Any]) -> Any:
    """Return what stands before a paragraph, or None."""
    level = qn(f"a:lvl{get_depth(paragraph) + 1}pPr")
    for properties in (paragraph.find(qn("a:pPr")), *(style.find(level) for style in styles)):
        said = next((child for child in properties if child.tag in _BULLETS), None) if properties is not None else None
        if said is not None:
            return None if said.tag == _NONE else said
    return None


class Numbering:
    """Counts the numbered paragraphs of one text."""

    def __init__(self) -> None:
        self._counts: dict[int, tuple[str, int]] = {}

    def mark(self, bullet: Any, depth: int) -> str:
        """Return the number before a paragraph, such as "2. "; nothing if it has none."""
        self._counts = {level: held for level, held in self._counts.items() if level <= depth}
        if bullet is None or bullet.tag != _NUMBER:
            self._counts.pop(depth, None)
            return ""
        kind, start = bullet.get("type", ""), bullet.get("startAt", "")
        first = int(start) if start.isdecimal() and len(start) < 6 else 1
        held, count = self._counts.get(depth, ("", 0))
        count = count + 1 if held == kind else first
        self._counts[depth] = kind, count
        number = next((style for name, style in _NUMBERS.items() if kind.startswith(name)), "1")
        sign = next((sign for name, sign in _SIGNS.items() if kind.endswith(name)), "{}.")
        return f"{sign.format(format_number(count, number))} "
