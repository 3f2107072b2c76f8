"""Rewrites numbers such as 6.1e-17, which PDF does not allow: some programs write them where text is turned.

PDFium skips such a matrix, and with it the text. Only streams that aren't compressed are mended.
"""

from __future__ import annotations

import re

_NUMBER = rb"[-+]?\d{0,12}\.?\d{1,12}(?:[eE][-+]?\d{1,3})?"
_OPERATOR = re.compile(rb"\s(?:Tm|cm)\b")
_OPERANDS = re.compile(rb"(?<![^\s\[(])(?:" + _NUMBER + rb"\s{1,4}){5}" + _NUMBER + rb"\s{0,4}$")
_EXPONENT = re.compile(rb"(?<![^\s\[])[-+]?\d{0,12}\.?\d{1,12}[eE][-+]?\d{1,3}")
_LONGEST = 160  # bytes of the six numbers of a matrix


def rewrite_exponents(data: bytes) -> bytes:
    """Return the bytes of a PDF with such numbers in its matrices written out; every byte keeps its place."""
    mended = bytearray(data)
    for operator in _OPERATOR.finditer(data):
        start = max(operator.start() - _LONGEST, 0)
        near = data[start : operator.start()]
        if (b"e" in near or b"E" in near) and (operands := _OPERANDS.search(near)):
            mended[start + operands.start() : operator.start()] = _EXPONENT.sub(_written_out, operands[0])
    return bytes(mended)


def _written_out(number: re.Match[bytes]) -> bytes:
    value, room = float(number[0]), len(number[0])
    plain = f"{value:.{max(room - len(f'{value:.0f}') - 1, 0)}f}"
    return plain.ljust(room, "0").encode() if "." in plain and len(plain) <= room else number[0]
