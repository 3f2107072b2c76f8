"""How text is laid out: fonts and spacing by role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QTextLayout, QTextLine, QTextOption

from visavis.gui.style.spacing import LINE
from visavis.model.article import Role

Stops = Sequence[tuple[int, float]]  # (offset, minimum y in pixels) pairs
Cells = Sequence[tuple[int, float, float]]  # (offset at which it begins, x, width in pixels) of each cell of a table


@dataclass(frozen=True, slots=True)
class RoleStyle:
    """The style of a role: size factor, weight, slant, muted colour, and spacing in line heights."""

    size: float = 1.0
    bold: bool = False
    italic: bool = False
    quiet: bool = False
    before: float = 0.0
    after: float = 0.65


TABLE = RoleStyle(size=0.92, after=0.0)
TABLE_HEAD = RoleStyle(size=0.92, bold=True, after=0.0)
STYLES = {
    Role.TITLE: RoleStyle(size=1.55, bold=True, after=0.7),
    Role.HEADING: RoleStyle(size=1.15, bold=True, before=0.5, after=0.4),
    Role.BODY: RoleStyle(),
    Role.QUESTION: RoleStyle(bold=True),
    Role.LIST: RoleStyle(after=0.35),
    Role.CAPTION: RoleStyle(size=0.88, italic=True, quiet=True),
    Role.ASIDE: RoleStyle(size=0.88, quiet=True),
}


def apply_style(font: QFont, style: RoleStyle) -> QFont:
    """Return `font` with a style applied."""
    styled = QFont(font)
    styled.setPointSizeF(font.pointSizeF() * style.size)
    styled.setBold(style.bold)
    styled.setItalic(style.italic)
    return styled


def lay_out_text(
    text: str, font: QFont, width: float, spacing: float = LINE, stops: Stops = (), cells: Cells = ()
) -> tuple[QTextLayout, float]:
    """Break `text` into lines of `width` pixels, or those of its cells beside each other; return layout and height.

    The lines are `spacing` line heights apart; the line at each of `stops` begins at its y or lower.
    """
    cells = cells or ((0, 0.0, width),)
    layout = QTextLayout(text, font)
    layout.setCacheEnabled(True)
    layout.setTextOption(_option())
    layout.beginLayout()
    y = height = 0.0
    cell = cells[0]
    while (line := layout.createLine()).isValid():
        if (here := next(each for each in reversed(cells) if each[0] <= line.textStart())) != cell:
            y, cell = 0.0, here
        line.setLineWidth(cell[2])
        y = max([y, *(least for offset, least in stops if cell[0] <= offset <= line.textStart())])
        line.setPosition(QPointF(cell[1], y + line.height() * (spacing - 1) / 2))
        y += line.height() * spacing
        height = max(height, y)
    layout.endLayout()
    return layout, max([height, *(least for _, least in stops)])


def list_rectangles(layout: QTextLayout, start: int, end: int) -> list[QRectF]:
    """Return the rectangles covering the characters `start` to `end`, one per line."""
    rectangles = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = _x(line, first), _x(line, last)
            pad = _half_gap(layout) - 0.5
            rectangles.append(QRectF(left - 2, line.y() - pad, right - left + 4, line.height() + 2 * pad))
    return rectangles


def find_line(layout: QTextLayout, point: QPointF) -> QTextLine:
    """Return the line at a given point, or the nearest one."""
    every = [layout.lineAt(number) for number in range(layout.lineCount())]
    if not every:
        return layout.lineAt(0)
    aside = [max(line.x() - point.x(), point.x() - line.x() - line.width(), 0.0) for line in every]
    lines = [line for line, distance in zip(every, aside, strict=True) if distance == min(aside)]
    below = _half_gap(layout)
    return next((line for line in lines if point.y() < line.y() + line.height() + below), lines[-1])


def _half_gap(layout: QTextLayout) -> float:
    """Return half the gap between two lines, which is also the space above the first."""
    return layout.lineAt(0).y()


def _x(line: QTextLine, offset: int) -> float:
    position = line.cursorToX(offset)  # PySide returns (x, offset)
    return float(position[0] if isinstance(position, tuple) else position)  # type: ignore[arg-type]


def _option() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
