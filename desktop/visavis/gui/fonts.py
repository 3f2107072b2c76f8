"""The font that articles are read in."""

from __future__ import annotations

from PySide6.QtGui import QFont

SERIFS = ("Charter", "Source Serif 4", "Georgia", "Noto Serif", "Liberation Serif", "DejaVu Serif", "Times New Roman")


def reading_font(points: float, family: str = "") -> QFont:
    """Return the font for reading; 0 points: a little above the system's size; no family: a serif that is there."""
    font = QFont()
    font.setFamilies([family, *SERIFS, "serif"] if family else [*SERIFS, "serif"])
    font.setPointSizeF(points or QFont().pointSizeF() * 1.15)
    return font
