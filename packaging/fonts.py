"""Make resources/fonts from the families' own files: `fonts.py SOURCE_SERIF INTER`; needs fonttools.

Both are folders with TrueType files, as the npm packages @expo-google-fonts/source-serif-4 and .../inter carry them.
Only Latin letters and the signs of text stay. What is left of Source Serif 4 gets another name: its licence reserves
the name "Source" for the whole font.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "fonts"
# Latin and its extensions, accents, punctuation, super- and subscripts, currencies, letterlike signs, arrows, fractions
RANGES = (
    *((0x20, 0x24F), (0x259, 0x259), (0x2B0, 0x2FF), (0x300, 0x36F), (0x1E00, 0x1EFF), (0x2000, 0x20CF)),
    *((0x2100, 0x218F), (0x2190, 0x2199), (0x2212, 0x2212), (0x2248, 0x2265), (0xFB00, 0xFB04)),
)
# What is read of each family: the folder and the name of its file, and the name it gets here.
SERIF = {
    "400Regular/SourceSerif4_400Regular.ttf": "visavis-serif-regular.ttf",
    "400Regular_Italic/SourceSerif4_400Regular_Italic.ttf": "visavis-serif-italic.ttf",
    "600SemiBold/SourceSerif4_600SemiBold.ttf": "visavis-serif-semibold.ttf",
}
SANS = {
    "400Regular/Inter_400Regular.ttf": "inter-regular.ttf",
    "600SemiBold/Inter_600SemiBold.ttf": "inter-semibold.ttf",
}
NAMES = (1, 3, 4, 6, 16, 25)  # of the family, in the name table


def make_subset(source: Path, target: Path, family: str) -> None:
    """Write the Latin part of a font; with `family`, under that name."""
    font = TTFont(source)
    options = Options()
    options.name_IDs = ["*"]
    options.hinting = False  # at today's resolutions it only costs room
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    subsetter.subset(font)
    for entry in font["name"].names if family else ():
        if entry.nameID in NAMES:
            text = entry.toUnicode().replace("Source Serif 4", family)
            entry.string = text.replace("SourceSerif4", family.replace(" ", ""))
    if "SemiBold" in source.name:
        _make_bold(font)
    if family:
        _tighten_lines(font)
    font.save(target)


def _make_bold(font: TTFont) -> None:
    """Let the semibold be its family's bold: every system finds that, and none thickens it."""
    names = font["name"]
    family = names.getDebugName(16)
    for number in (16, 17):
        names.removeNames(nameID=number)
    for number, text in ((1, family), (2, "Bold")):
        names.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = 700
    font["OS/2"].fsSelection = font["OS/2"].fsSelection & ~0x40 | 0x20  # not regular, but bold
    font["head"].macStyle |= 1


def _tighten_lines(font: TTFont) -> None:
    """Let a line be 1.22 em high: it is 1.37 em in Source Serif 4, and line spacing is counted in line heights."""
    ascent, descent = round(0.95 * font["head"].unitsPerEm), round(0.27 * font["head"].unitsPerEm)
    lines, signs = font["hhea"], font["OS/2"]
    lines.ascent, lines.descent, lines.lineGap = ascent, -descent, 0
    signs.sTypoAscender, signs.sTypoDescender, signs.sTypoLineGap = ascent, -descent, 0
    signs.usWinAscent, signs.usWinDescent = ascent, descent


def main(serif: Path, sans: Path) -> None:
    """Write all files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for folder, files, family in ((serif, SERIF, "Visavis Serif"), (sans, SANS, "")):
        for source, target in files.items():
            make_subset(folder / source, FOLDER / target, family)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
