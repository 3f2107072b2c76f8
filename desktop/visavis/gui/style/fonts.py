"""The two families: a serif for reading, a sans serif for everything else; both come with the program."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from visavis import paths

SERIF, SANS = "Visavis Serif", "Inter"
# without our files: those of macOS, Linux and Windows
SERIFS = (SERIF, "Charter", "Source Serif 4", "Georgia", "Noto Serif", "Liberation Serif", "DejaVu Serif")
LARGER = 1.35  # the reading size, as a share of the interface's
# Average letters of both languages, to count a column in characters.
SAMPLE = "Les élus ont voté hier soir. The members voted last night, by a small majority of three. "


@cache
def load_fonts() -> None:
    """Make our fonts known to Qt; without their files the system's are used."""
    for file in sorted(paths.find_resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def interface_font(system: QFont) -> QFont:
    """Return the font of the interface, in the size of the system's."""
    load_fonts()
    font = QFont(system)
    font.setFamilies([SANS, *system.families()])
    return font


def reading_font(points: float, family: str = "") -> QFont:
    """Return the reading font; 0 points is larger than the interface's size, no family is our serif."""
    load_fonts()
    font = QFont()
    font.setFamilies([family, *SERIFS, "serif"] if family else [*SERIFS, "serif"])
    font.setPointSizeF(points or QFont().pointSizeF() * LARGER)
    return font


def measure_character(font: QFont) -> float:
    """Return the average width of a character in running text, in pixels."""
    return QFontMetricsF(font).horizontalAdvance(SAMPLE) / len(SAMPLE)
