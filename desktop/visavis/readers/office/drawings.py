"""Texts in the drawings of Word and PowerPoint: the titles of charts and of their axes, the items of SmartArt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

LINE = "{http://schemas.openxmlformats.org/drawingml/2006/main}p"
TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
#: What a diagram is, and the picture of it that programs show.
DIAGRAM, PICTURE = "diagramData", "diagramDrawing"
_OTHER_CONNECTIONS = frozenset(("presOf", "presParOf", "unknownRelationship"))


def list_titles(chart: Any) -> list[Any]:
    """Return what holds the paragraphs of a chart's titles."""
    return [text for title in chart.iter("{*}title") for text in title.iter("{*}rich")]


def list_items(diagram: Any) -> list[Any]:
    """Return what holds the paragraphs of the items of a diagram, each before those under it."""
    points = {point.get("modelId", ""): point for point in diagram.iter("{*}pt")}
    under = defaultdict[str, list[tuple[int, str]]](list)
    for connection in diagram.iter("{*}cxn"):
        if connection.get("type", "parOf") not in _OTHER_CONNECTIONS:
            order = connection.get("srcOrd", "")
            place = int(order) if order.isdecimal() and len(order) < 9 else 0
            under[connection.get("srcId", "")].append((place, connection.get("destId", "")))
    roots = [id_ for id_, point in points.items() if point.get("type") == "doc"]
    found = [*_descend(roots, under), *points]
    texts = (points[id_].find("{*}t") for id_ in dict.fromkeys(found) if id_ in points)
    return [text for text in texts if text is not None and read_text(text).strip()]


def read_text(lines: Any) -> str:
    """Return the text of paragraphs, run together."""
    return "".join(text.text or "" for text in lines.iter(TEXT))


def list_copies(pictures: Iterable[Any], line: Any) -> list[Any]:
    """Return the paragraphs in pictures of diagrams that say the same as one of a diagram."""
    said = read_text(line)
    return [copy for picture in pictures for copy in picture.iter(LINE) if read_text(copy) == said]


def _descend(roots: Iterable[str], under: dict[str, list[tuple[int, str]]]) -> Iterator[str]:
    waiting, seen = list(roots), set[str]()
    while waiting:
        if (id_ := waiting.pop(0)) not in seen:
            seen.add(id_)
            yield id_
            waiting[:0] = [below for _, below in sorted(under[id_])]
