"""Makes space for the editor: the edited sentence gets lines of its own, aligned on both sides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextLayout

from visavis.gui.reading_view.rows import BREAK, RowText
from visavis.gui.reading_view.typography import Stops

EDGE = 5.0  # padding of the editor around its sentence, in pixels
GAP = 4.0  # gap between the editor and the lines around it, in pixels


@dataclass(frozen=True, slots=True)
class EditorSpace:
    """The edited sentence, the column with the editor, and the editor's height in pixels."""

    sentence: int
    column: int
    height: float


def compute_stops(
    room: EditorSpace, sides: Sequence[RowText], level: bool, lay: Callable[[str, Stops], tuple[QTextLayout, float]]
) -> list[Stops]:
    """Return the stops of each side: the minimum y of the edited sentence and of what follows, aligned if `level`."""
    texts = [isolate_sentence(side, room.sentence) for side in sides]
    spans = [side.span_of(room.sentence) or (0, 0) for side in sides]
    tops = []
    for text, (start, _) in zip(texts, spans, strict=True):
        tops.append(_top(*lay(text, ()), start) + (EDGE + GAP if start else 0.0))
    if level:
        tops = [max(tops)] * len(tops)
    ends = []
    for number, (text, (start, end), top) in enumerate(zip(texts, spans, tops, strict=True)):
        natural = _top(*lay(text, ((start, top),)), end + 1)
        ends.append(max(natural, top - EDGE + room.height) + GAP if number == room.column else natural)
    if level:
        ends = [max(ends)] * len(ends)
    return [((start, top), (end, below)) for (start, end), top, below in zip(spans, tops, ends, strict=True)]


def isolate_sentence(side: RowText, sentence: int) -> str:
    """Return the text of a side with the sentence on lines of its own; the length stays the same."""
    span = side.span_of(sentence)
    if span is None:
        return side.text
    start, end = span
    before = side.text[: start - 1] + BREAK if start else ""
    return before + side.text[start:end] + (BREAK + side.text[end + 1 :] if end < len(side.text) else "")


def _top(layout: QTextLayout, height: float, offset: int) -> float:
    """Return the y at which the line containing `offset` begins, or the height of the text."""
    gap = layout.lineAt(0).y()
    lines = (layout.lineAt(number) for number in range(layout.lineCount()))
    return next((line.y() - gap for line in lines if line.textStart() >= offset), height)
