"""How text is laid out: fonts and spacing by role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QTextLayout, QTextLine, QTextOption

from visavis.model.article import Role

CLOSE, LINE, APART = 1.12, 1.32, 1.7  # line spacing in line heights; LINE is the default

Stops = Sequence[tuple[int, float]]  # (offset, minimum y in pixels) pairs


@dataclass(frozen=True, slots=True)
class RoleStyle:
    """The style of a role: size factor, weight, slant, muted colour, and spacing in line heights."""

    size: float = 1.0
    bold: bool = False
    italic: bool = False
    quiet: bool = False
    before: float = 0.0
    after: float = 0.65


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
    text: str, font: QFont, width: float, spacing: float = LINE, stops: Stops = ()
) -> tuple[QTextLayout, float]:
    """Break `text` into lines of `width` pixels; return the layout and its height.

    The lines are `spacing` line heights apart; the line at each of `stops` begins at its y or lower.
    """
    layout = QTextLayout(text, font)
    layout.setCacheEnabled(True)
    layout.setTextOption(_option())
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        y = max([y, *(least for offset, least in stops if offset <= line.textStart())])
        line.setPosition(QPointF(0, y + line.height() * (spacing - 1) / 2))
        y += line.height() * spacing
    layout.endLayout()
    return layout, max([y, *(least for _, least in stops)])


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


def find_line(layout: QTextLayout, y: float) -> QTextLine:
    """Return the line at a given y, or the nearest one."""
    last = layout.lineCount() - 1
    lines = (layout.lineAt(number) for number in range(last))
    below = _half_gap(layout)
    return next((line for line in lines if y < line.y() + line.height() + below), layout.lineAt(last))


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
