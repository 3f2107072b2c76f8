"""Text that was read in the wrong encoding and saved so: "rénové" became "rÃ©novÃ©", perhaps more than once."""

from __future__ import annotations

import re
from functools import cache

from visavis.model.message import Message

#: The encodings that UTF-8 is taken for.
_CODECS = ("cp1252", "mac_roman", "cp850")
_FRENCH = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ«»“”‘’…–—€°·•©\u00a0\u202f")
_NOTE = Message("The text had been saved in a wrong encoding; its accents and signs were restored")
_MOST_TIMES = 3
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]{2,}")
_LOST_SPACE = {"Ã ": "à", "Ã\u202f": "à"}  # the second half of à was a space that does not break, and became another


def repair_encoding(text: str) -> str:
    """Return a text with the letters that a wrong encoding took apart; one that has none is returned as it is."""
    if not any(first in text for first in _first_letters()):
        return text
    beyond = " ".join(_BEYOND_ASCII.findall(text))  # each sign is looked for in these only: pages are mostly ASCII
    if not any(sign in beyond for sign in _signs()):
        return text
    for _ in range(_MOST_TIMES):
        better = next((made for codec in _CODECS if (made := _mended(text, codec)) != text), text)
        if better == text:
            break
        text = better
    return text


def list_notes(before: str, after: str) -> tuple[Message, ...]:
    """Return what is to be said of a text that was repaired."""
    return () if before == after else (_NOTE,)


def _mended(text: str, codec: str) -> str:
    """Put together what one encoding took apart, if more of the letters beyond ASCII are so than are whole."""
    pattern, letters = _torn(codec), _letters(codec)
    found = [letter for match in pattern.finditer(text) if (letter := _whole(match[0], letters))]
    french = sum(letter in _FRENCH or letter in letters for letter in found)  # one torn twice is made of torn ones
    rest = sum(map(pattern.sub("", text).count, _FRENCH))
    if not french or french * 2 < len(found) or french <= rest:
        return text
    mended = pattern.sub(lambda match: _whole(match[0], letters) or match[0], text)
    if codec == "cp1252":
        for torn, whole in _LOST_SPACE.items():
            mended = mended.replace(torn, f"{whole} " if torn.endswith(" ") else whole)
        mended = re.sub(r"(?<=à)  +", " ", mended)
    return mended


@cache
def _first_letters() -> frozenset[str]:
    """Return what such signs begin with: most texts have none of these letters."""
    return frozenset(sign[0] for sign in _signs())


@cache
def _signs() -> frozenset[str]:
    """Return what the commonest letters of French become: to look for these takes no time."""
    found = set()
    for codec in _CODECS:
        of_byte = {byte: c for c, byte in _letters(codec).items()} | {byte: chr(byte) for byte in range(0x80)}
        of_latin = {byte: chr(byte) for byte in range(0x100)}
        for letters in (of_byte, of_latin):
            for letter, times in (("é", _MOST_TIMES), ("’", _MOST_TIMES), ("è", 1), ("à", 1)):
                torn = letter
                for _ in range(times):
                    torn = "".join(letters[byte] for byte in torn.encode())
                    found.add(torn)
    return frozenset(found)


@cache
def _letters(codec: str) -> dict[str, int]:
    """Return the byte of each character of an encoding; where it has none, that of Latin-1."""
    found = {chr(byte): byte for byte in range(0x80, 0xA0)}
    return found | {c: byte for byte in range(0x80, 0x100) if (c := bytes([byte]).decode(codec, "ignore"))}


@cache
def _torn(codec: str) -> re.Pattern[str]:
    """Return the pattern of what one letter in UTF-8 becomes in an encoding."""
    letters = _letters(codec)

    def among(first: int, last: int) -> str:
        return "[" + "".join(re.escape(c) for c, byte in letters.items() if first <= byte <= last) + "]"

    more = among(0x80, 0xBF)
    return re.compile(f"{among(0xC2, 0xDF)}{more}|{among(0xE0, 0xEF)}{more}{{2}}|{among(0xF0, 0xF4)}{more}{{3}}")


def _whole(torn: str, letters: dict[str, int]) -> str:
    try:
        return bytes(letters[c] for c in torn).decode("utf-8")
    except UnicodeDecodeError:
        return ""
