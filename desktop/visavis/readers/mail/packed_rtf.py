"""Unpacks the RTF of an Outlook message, which is compressed as MS-OXRTFCP describes."""

from __future__ import annotations

import struct
from collections.abc import Iterator

#: What the dictionary holds at first: words that every file has.
_KNOWN = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}"
    rb"{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans SerifSymbolArialTimes New RomanCourier"
    rb"{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_SIZE = 4096  # of the dictionary
_PACKED, _PLAIN = b"LZFu", b"MELA"
_HEAD = struct.Struct("<II4sI")


def unpack_rtf(data: bytes) -> bytes:
    """Return the RTF, as far as it is whole; nothing if it is no compressed RTF."""
    if len(data) < _HEAD.size:
        return b""
    _, size, kind, _ = _HEAD.unpack_from(data)
    packed = data[_HEAD.size :]
    if kind != _PACKED:
        return packed[:size] if kind == _PLAIN else b""
    known, made, place = bytearray(_KNOWN.ljust(_SIZE, b"\0")), bytearray(), len(_KNOWN)
    for token in _list_tokens(packed):
        start, length = token if isinstance(token, tuple) else (place, 1)
        if start == place and isinstance(token, tuple):  # the end
            break
        for number in range(length):
            letter = known[(start + number) % _SIZE] if isinstance(token, tuple) else token
            made.append(letter)
            known[place] = letter
            place = (place + 1) % _SIZE
    return bytes(made)


def _list_tokens(packed: bytes) -> Iterator[int | tuple[int, int]]:
    """Yield letters, and stretches of the dictionary: where they begin, and how long they are."""
    at = 0
    while at < len(packed):
        flags, at = packed[at], at + 1
        for bit in range(8):
            if flags >> bit & 1:
                if at + 2 > len(packed):
                    return
                pair, at = int.from_bytes(packed[at : at + 2], "big"), at + 2
                yield pair >> 4, (pair & 15) + 2
            elif at < len(packed):
                yield packed[at]
                at += 1
