"""The words, signs, groups and bytes that an RTF file is made of, and the code pages its bytes are in."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from visavis.readers.office.symbol_fonts import decode_font, decode_symbols, is_symbol_font
from visavis.readers.rtf.specification import CHARSETS

_TOKEN = re.compile(
    rb"(\\[a-zA-Z]{1,32}(?:-?\d{1,10})? ?)|((?:\\'[0-9a-fA-F]{2})+)|\\(.)|([{}])|[\r\n\0]+|([^\\{}\r\n\0]+)", re.DOTALL
)
_WORD = re.compile(rb"\\([a-zA-Z]+)(-?\d+)?")
_OTHER_NAMES = {10000: "mac_roman", 65001: "utf-8", 708: "cp1256", 709: "cp1256"}
_SYSTEMS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_ANSI, _OF_THE_SYSTEM, _SYMBOLS = 0, 1, 2  # charsets of fonts


class Token(NamedTuple):
    """A control word with its number, or what `kind` says: "byte" in hexadecimal digits, "sign", "{", "}" or "raw"."""

    kind: str
    word: str = ""
    number: int | None = None
    raw: bytes = b""


_WORDS, _BYTES, _SIGN, _BRACE, _RAW = range(1, 6)  # the groups of the pattern
_BRACES = {b"{": Token("{"), b"}": Token("}")}


def read_tokens(data: bytes) -> Iterator[Token]:
    """Yield what a file is made of; line ends mean nothing, and binary data are passed over."""
    at, known = 0, dict[bytes, Token]()  # of a file's words most are the same few
    while match := _TOKEN.search(data, at):
        at = match.end()
        part, found = match.lastindex, match[0]
        if part == _WORDS:
            token = known.get(found) or known.setdefault(found, _read_word(found))
            if token.word == "bin":
                at += max(token.number or 0, 0)
            else:
                yield token
        elif part == _BYTES:
            yield Token("byte", raw=bytes.fromhex(found.decode().replace("\\'", "")))
        elif part == _SIGN:
            yield Token("sign", found[1:].decode("latin-1"))
        elif part == _BRACE:
            yield _BRACES[found]
        elif part == _RAW:
            yield Token("raw", raw=found)


def _read_word(found: bytes) -> Token:
    match = _WORD.match(found)
    assert match is not None, "it was found by a pattern that says more"
    return Token("word", match[1].decode(), int(match[2]) if match[2] else None)


class CodePages:
    """In which code page the bytes are: that of the file, or of the font they are set in; fonts of signs have none."""

    def __init__(self) -> None:
        self.fonts: dict[int, str] = {}
        self._file = "cp1252"
        self._names: dict[int, str] = {}
        self._signs: set[int] = set()  # fonts of signs, by their charset
        self._symbolic: set[int] = set()  # and by their names

    def name(self, font: int, text: str) -> None:
        """Add to the name of a font, which a semicolon ends."""
        self._names[font] = (self._names.get(font, "") + text.partition(";")[0])[:100]
        if is_symbol_font(self._names[font]):
            self._symbolic.add(font)

    def shown(self, text: str, font: int) -> str:
        """Return the characters that a text in a font shows."""
        if font in self._signs:
            return decode_symbols(text, self._names.get(font, ""))
        return decode_font(text, self._names.get(font, ""))

    def declare(self, word: str, number: int | None) -> None:
        """Take what the file says: `mac`, `pc`, `pca`, or `ansicpg` and a number."""
        named = _SYSTEMS.get(word) or _codec(number or 0)
        self._file = named or self._file

    def font(self, font: int, word: str, number: int | None) -> None:
        """Take what the table of fonts says: `fcharset` or `cpg` and a number."""
        named = _codec(number or 0) if word == "cpg" else CHARSETS.get(number or 0, "")
        own = word == "fcharset" and number in {_OF_THE_SYSTEM, _SYMBOLS}
        if word == "fcharset" and number == _SYMBOLS:
            self._signs.add(font)
        if (word == "fcharset" and number == _ANSI and self._file in _SYSTEMS.values()) or own:
            named = ""  # what is usual where the file was written
        if named and _known(named):
            self.fonts[font] = named

    def decode(self, data: bytes, font: int, as_digits: bool) -> str:
        """Return the text of some bytes; programs that do not write them as digits, as they should, write UTF-8."""
        if font in self._signs or font in self._symbolic:
            return self.shown(data.decode("latin-1"), font)
        if not as_digits and not data.isascii():
            try:
                return data.decode("utf-8")
            except UnicodeDecodeError:
                pass
        return data.decode(self.fonts.get(font, self._file), "replace")


def _codec(number: int) -> str:
    named = _OTHER_NAMES.get(number, f"cp{number}")
    return named if _known(named) else ""


def _known(name: str) -> bool:
    try:
        return bool(codecs.lookup(name))
    except LookupError:
        return False
