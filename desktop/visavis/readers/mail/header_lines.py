"""Mends the header of a mail: a broken line would end it, and the rest of the header would be read as text."""

from __future__ import annotations

import re

_FIELD = re.compile(rb"[!-9;-~]+[ \t]*:")
_LOOSE = re.compile(rb"^([!-9;-~]+)[ \t]+:")
_HEAD_ENDS = re.compile(rb"\r?\n\r?\n|\r\r")
_STATED = re.compile(rb"(?:From|To|Subject|Date|Message-ID|MIME-Version|Content-[A-Za-z-]+)[ \t]*:", re.IGNORECASE)
_MOST = 5  # broken lines; with more it is no header


def mend_header(data: bytes) -> bytes:
    """Return a mail whose header has only fields: broken lines continue the line above, or go if they come first."""
    end = _HEAD_ENDS.search(data)
    head, rest = (data[: end.start()], data[end.start() :]) if end else (data, b"")
    lines = head.splitlines()
    last = max((number for number, line in enumerate(lines) if _STATED.match(line)), default=-1)
    broken = [number for number in range(last) if not _is_good(lines[number], number)]
    loose = any(map(_LOOSE.match, lines[: last + 1]))
    if len(broken) > _MOST or not (broken or loose):
        return data
    mended: list[bytes] = []
    for number, line in enumerate(lines):
        if number not in broken:
            mended.append(_LOOSE.sub(rb"\1:", line) if number <= last else line)
        elif mended:
            mended.append(b" " + line.strip())
    return b"\n".join(mended) + rest


def _is_good(line: bytes, number: int) -> bool:
    folded = line[:1] in {b" ", b"\t"} and number > 0
    return folded or bool(_FIELD.match(line)) or (number == 0 and line.startswith(b"From "))
