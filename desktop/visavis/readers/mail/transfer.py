"""Decodes the body of a part of a mail, also if its base64 is damaged, cut off, or followed by a list's footer."""

from __future__ import annotations

import base64
import binascii
import re
from email.message import Message
from typing import NamedTuple

_ALPHABET = re.compile(r"[A-Za-z0-9+/]+={0,2}")
_FOREIGN = re.compile(r"[^A-Za-z0-9+/]")
#: What follows the end of base64 on its last line: signs that are too many.
_STRAY = re.compile(r"\s*((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==))[A-Za-z0-9+/=]{1,3}\s*")
_RULE = re.compile(r"^\s*[-_=*]{4,}\s*$", re.MULTILINE)  # the line that sets a footer off
_FULL = 40  # letters: a word of a footer is shorter, and the lines of base64 are 60 or 76 letters long
_DAMAGED = 0.95  # share of a full line's letters that must be of the alphabet


class Body(NamedTuple):
    """The decoded bytes of a part, and the plain text that stood after its base64, as mailing lists add it."""

    data: bytes
    footer: bytes = b""


def decode_body(part: Message) -> Body | None:
    """Return the decoded body of a part; None if it has parts itself."""
    payload = part.get_payload()
    transfer = str(part.get("content-transfer-encoding", "")).strip().lower()
    if isinstance(payload, str) and transfer.startswith("base64"):
        return _from_base64(payload)
    data = part.get_payload(decode=True)
    return Body(data) if isinstance(data, bytes) else None


def _from_base64(payload: str) -> Body:
    lines = [stray[1] if (stray := _STRAY.fullmatch(line)) else line for line in payload.splitlines()]
    end = _end(lines)
    if not end and payload.strip():  # its header says base64, but it is plain text
        return Body(_raw(payload))
    letters = _FOREIGN.sub("", "".join(lines[:end]))
    letters = letters[: len(letters) - (len(letters) % 4 == 1)]  # one sign too many, or three missing
    try:
        data = base64.b64decode(letters + "=" * (-len(letters) % 4))
    except binascii.Error:
        return Body(_raw(payload))
    return Body(data, _raw(_RULE.sub("", "\n".join(lines[end:]))).strip())


def _end(lines: list[str]) -> int:
    """Return the index of the line after the base64; 0 if there is none."""
    end, letters, blank = 0, 0, False
    for number, line in enumerate(map(str.strip, lines)):
        if not line:
            blank = letters > 0
            continue
        known = len(line) - len(_FOREIGN.findall(line.rstrip("=")))
        whole = bool(_ALPHABET.fullmatch(line))
        if not whole and (" " in line or len(line) < _FULL or known < _DAMAGED * len(line)):
            break
        if blank and len(line) < _FULL and (letters + len(line.rstrip("="))) % 4 and not line.endswith("="):
            break  # a word of a footer
        end, letters, blank = number + 1, letters + known, False
        if line.endswith("="):
            break
    return end


def _raw(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
