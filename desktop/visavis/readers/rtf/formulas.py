"""Formulas and signs of an RTF file: the groups of its mathematics as a tree, and the fields that show a sign."""

from __future__ import annotations

import re

from lxml import etree

from visavis.readers.office.formulas import read_formula
from visavis.readers.office.symbol_fonts import decode_font

_SIGN = re.compile(r"\s*SYMBOL\s+(0x[0-9a-f]{1,4}|\d{1,5})\b", re.IGNORECASE)
_FONT = re.compile(r'\\f\s*"?([^"\\]+)')
_UNICODE = re.compile(r"\\u\b")


class Formulas:
    """Follows the groups of a formula, whose forms are named as those of Office's XML are, with an m before."""

    def __init__(self) -> None:
        self._open: list[etree._Element] = []

    def begin(self) -> None:
        """Begin a formula."""
        self._open = [etree.Element("oMath")]

    def open(self) -> None:
        """Begin a group, whose first word says what it is."""
        self._open.append(etree.SubElement(self._open[-1], "group"))

    def is_form(self, word: str) -> bool:
        """True if a word is one of mathematics, and let it name its group."""
        if not word.startswith("m") or len(word) < 2:
            return False
        if self._open[-1].tag == "group":
            self._open[-1].tag = word[1:]
        return True

    def say(self, text: str) -> None:
        """Add text to the group."""
        etree.SubElement(self._open[-1], "t").text = "".join(c for c in text if c.isprintable())

    def close(self) -> None:
        """End a group."""
        if len(self._open) > 1:
            self._open.pop()

    def end(self) -> str:
        """End the formula and return it as text."""
        return read_formula(self._open[0])


def sign_of(instruction: str) -> str:
    """Return the sign that a field shows, such as SYMBOL 109 \\f "Symbol"; nothing for other fields."""
    found = _SIGN.match(instruction)
    if not found:
        return ""
    number, font = int(found[1], 0), _FONT.search(instruction)
    if not font or _UNICODE.search(instruction):
        return chr(number) if 0x20 <= number < 0xD800 else ""
    return decode_font(chr(number % 0x10000), font[1].strip())
