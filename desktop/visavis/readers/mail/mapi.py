"""The properties of an Outlook message (MS-OXMSG): streams of a compound file, named by number and type."""

from __future__ import annotations

import codecs
import io
import struct
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

import olefile

_ENTRY = struct.Struct("<HHIQ")  # type, number, flags, value
_HEADS = {"file": 32, "mail": 24, "attachment": 8}  # bytes before the entries, by what they are about
_EPOCH = datetime(1601, 1, 1, tzinfo=timezone.utc)
_PAGES = {65001: "utf-8", 65000: "utf-7", 20127: "ascii", 28591: "iso-8859-1", 28605: "iso-8859-15", 1200: "utf-16-le"}
#: Numbers of properties.
MESSAGE_CLASS, SUBJECT, BODY, RTF, HTML = 0x001A, 0x0037, 0x1000, 0x1009, 0x1013
SENT, RECEIVED = 0x0039, 0x0E06
SENDER_NAMES, SENDER_ADDRESSES = (0x0042, 0x0C1A), (0x5D02, 0x5D01, 0x0065, 0x0C1F)
FILE_NAMES = (0x3707, 0x3704, 0x3001)
DATA = 0x3701
_CODE_PAGE, _CODE_PAGE_OF_HTML = 0x3FFD, 0x3FDE
_BYTES, _TEXT, _LETTERS = "0102", "001F", "001E"


class TooMuchData(ValueError):
    """Its streams are larger than the file: they share what they hold."""


class File:
    """A compound file; what is read of it is bounded by its size."""

    def __init__(self, data: bytes) -> None:
        self._ole = olefile.OleFileIO(io.BytesIO(data))
        self._left = 2 * len(data)
        self.folders = {tuple(path) for path in self._ole.listdir(streams=False, storages=True)}
        self._streams = {tuple(path): tuple(path) for path in self._ole.listdir()}

    def read(self, *path: str) -> bytes | None:
        """Return a stream, or None."""
        if path not in self._streams:
            return None
        self._left -= self._ole.get_size(list(path))
        if self._left < 0:
            raise TooMuchData
        data: bytes = self._ole.openstream(list(path)).read()
        return data


class Properties:
    """The properties of a message or an attachment, in a folder of the file."""

    def __init__(self, file: File, folder: tuple[str, ...] = (), kind: str = "file", encoding: str = "") -> None:
        self._file, self._folder = file, folder
        table = (file.read(*folder, "__properties_version1.0") or b"")[_HEADS[kind] :]
        whole = table[: len(table) - len(table) % _ENTRY.size]
        self._fixed = {number: value for _, number, _, value in _ENTRY.iter_unpack(whole)}

        self._encoding = self._find_encoding(_CODE_PAGE) or encoding or "cp1252"
        self.html_encoding = self._find_encoding(_CODE_PAGE_OF_HTML)

    def _find_encoding(self, number: int) -> str:
        page = self._fixed.get(number, 0) & 0xFFFF
        name = _PAGES.get(page, f"cp{page}")
        try:
            return codecs.lookup(name).name
        except LookupError:
            return ""

    def text(self, number: int) -> str:
        """Return a text, or an empty string."""
        data = self._stream(number, _TEXT)
        if data is not None:
            return data.decode("utf-16-le", "replace").rstrip("\0")
        return (self._stream(number, _LETTERS) or b"").decode(self._encoding, "replace").rstrip("\0")

    def data(self, number: int) -> bytes:
        """Return the bytes of a property, or none."""
        return self._stream(number, _BYTES) or b""

    def time(self, number: int) -> datetime | None:
        """Return a time, or None."""
        try:
            return _EPOCH + timedelta(microseconds=self._fixed[number] // 10) if self._fixed.get(number) else None
        except OverflowError:
            return None

    def attachments(self) -> Iterator[Properties]:
        """Yield what is attached."""
        depth = len(self._folder)
        for folder in sorted(self._file.folders):
            if len(folder) == depth + 1 and folder[:depth] == self._folder and folder[-1].startswith("__attach_"):
                yield Properties(self._file, folder, "attachment", self._encoding)

    def mail(self) -> Properties | None:
        """Return the message that an attachment is, or None."""
        folder = (*self._folder, f"__substg1.0_{DATA:04X}000D")
        return Properties(self._file, folder, "mail") if folder in self._file.folders else None

    def _stream(self, number: int, kind: str) -> bytes | None:
        return self._file.read(*self._folder, f"__substg1.0_{number:04X}{kind}")
