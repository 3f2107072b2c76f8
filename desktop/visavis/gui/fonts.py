"""The font of the articles."""

from __future__ import annotations

from PySide6.QtGui import QFont

# preferred first, those of macOS, Linux and Windows
SERIFS = ("Charter", "Source Serif 4", "Georgia", "Noto Serif", "Liberation Serif", "DejaVu Serif", "Times New Roman")


def reading_font(points: float, family: str = "") -> QFont:
    """Return the reading font; 0 points is slightly above the system's size, no family an available serif."""
    font = QFont()
    font.setFamilies([family, *SERIFS, "serif"] if family else [*SERIFS, "serif"])
    font.setPointSizeF(points or QFont().pointSizeF() * 1.15)
    return font
