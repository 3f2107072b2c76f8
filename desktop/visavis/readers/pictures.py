"""The pictures of a file, as they stand in it: few and small enough to be shown, and never fetched from anywhere."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from visavis.model.article import Picture
from visavis.model.errors import InputError
from visavis.readers.block import Block

_MOST, _MOST_BYTES, _LARGEST = 60, 24_000_000, 12_000_000  # pictures of an article, their bytes, and those of one
_LEAST_SIDE, _MOST_PIXELS = 64, 40_000_000  # smaller ones are icons and rules, larger ones no article's
_DATA = re.compile(r"data:image/[\w.+-]+((?:;[\w=.-]+)*),", re.IGNORECASE)
_FRAMES = frozenset((*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)))  # of a JPEG

FindPicture = Callable[[str, str], Picture | None]


class PictureFinder:
    """Finds the pictures of a file by their addresses; each is shown once, where it stands first."""

    def __init__(self, load: Callable[[str], bytes | None]) -> None:
        self._load = load
        self._asked: set[str] = set()
        self._found = self._bytes = 0

    def find(self, address: str, text: str = "") -> Picture | None:
        """Return the picture at an address, with what is said of it; None if there is none that can be shown."""
        if not address or address in self._asked or self._found >= _MOST:
            return None
        self._asked.add(address)
        try:
            data = self._load(address)
        except (InputError, ValueError):
            return None
        if data and self._bytes + len(data) > _MOST_BYTES:
            self._found = _MOST  # no more are unpacked
        if not data or len(data) > _LARGEST or self._found >= _MOST:
            return None
        picture = recognise_picture(data, text)
        if picture:
            self._found, self._bytes = self._found + 1, self._bytes + len(data)
        return picture


def recognise_picture(data: bytes, text: str = "") -> Picture | None:
    """Return a PNG, JPEG, GIF or WebP with the size that it states, or None if it is something else."""
    kind, width, height = _measure(data)
    small, large = min(width, height) < _LEAST_SIDE, width * height > _MOST_PIXELS
    return None if not kind or small or large else Picture(data, kind, width, height, " ".join(text.split()))


def hang_pictures(blocks: Iterable[Block]) -> list[Block]:
    """Move the pictures of blocks without text to the block that follows, or at the end to the one before."""
    hung: list[Block] = []
    waiting: tuple[Picture, ...] = ()
    for block in blocks:
        if block.pictures and not block.text.strip():
            waiting += block.pictures
        elif waiting and block.text.strip():
            hung.append(block._replace(pictures=waiting + block.pictures))
            waiting = ()
        else:
            hung.append(block)
    last = next((i for i in range(len(hung) - 1, -1, -1) if hung[i].text.strip()), None)
    if waiting and last is not None:
        hung[last] = hung[last]._replace(pictures=hung[last].pictures + waiting)
    return hung


def load_from_page(address: str, name: str) -> bytes | None:
    """Return a picture that a page carries in itself, or that lies in the folder of the file `name` or below."""
    embedded = _DATA.match(address[:200])
    if embedded:
        packed = address[embedded.end() :]
        if len(packed) > 2 * _LARGEST:
            return None
        try:
            return base64.b64decode(unquote(packed)) if "base64" in embedded[1].lower() else unquote_to_bytes(packed)
        except (binascii.Error, ValueError):
            return None
    try:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or "\\" in address or not parts.path or parts.path.startswith("/"):
            return None
        page = Path(name)
        folder, path = page.parent.resolve(), (page.parent / unquote(parts.path)).resolve()
        if not page.is_file() or not path.is_relative_to(folder) or not path.is_file():
            return None
        return path.read_bytes() if path.stat().st_size <= _LARGEST else None
    except (OSError, ValueError):
        return None


def _measure(data: bytes) -> tuple[str, int, int]:
    """Return the kind of a picture and the width and height that it states."""

    def number(start: int, size: int, order: str = "big") -> int:
        return int.from_bytes(data[start : start + size], "little" if order == "little" else "big")

    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png", number(16, 4), number(20, 4)
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif", number(6, 2, "little"), number(8, 2, "little")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        if data[12:16] == b"VP8X":
            return "image/webp", 1 + number(24, 3, "little"), 1 + number(27, 3, "little")
        if data[12:16] == b"VP8L":
            bits = number(21, 4, "little")
            return "image/webp", 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
        return "image/webp", number(26, 2, "little") & 0x3FFF, number(28, 2, "little") & 0x3FFF
    at = 2
    while data.startswith(b"\xff\xd8") and at + 9 < len(data) and data[at] == 0xFF:
        if data[at + 1] in _FRAMES:
            return "image/jpeg", number(at + 7, 2), number(at + 5, 2)
        at += 1 if data[at + 1] == 0xFF else 2 + max(2, number(at + 2, 2))
    return "", 0, 0
