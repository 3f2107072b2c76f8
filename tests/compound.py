"""Compound files (OLE 2) by hand: folders and streams, as Outlook and old Office programs write them."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Union

Tree = Mapping[str, Union[bytes, "Tree"]]

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_END, _FREE, _FAT, _MORE_FAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFC, 0xFFFFFFFF
_IN_HEAD = 109  # sectors of the FAT that the head lists
_STORAGE, _STREAM, _ROOT = 1, 2, 5


@dataclass
class _Entry:
    """A folder or stream, and the numbers of the next one beside it and the first one in it."""

    name: str
    kind: int
    content: bytes = b""
    right: int = _NONE
    child: int = _NONE


def compound(tree: Tree) -> bytes:
    """Return a compound file; large streams that are alike share their sectors, as no program writes them."""
    entries: list[_Entry] = []
    _list_entries("Root Entry", tree, entries)
    sectors: list[bytes] = []
    fat: list[int] = []
    mini, mini_fat = b"", list[int]()

    def store(data: bytes) -> int:
        pieces = [data[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(data), _SECTOR)]
        first = len(sectors)
        sectors.extend(pieces)
        fat.extend([*range(first + 1, first + len(pieces)), _END] if pieces else [])
        return first if pieces else _END

    places, alike = list[int](), dict[bytes, int]()
    for entry in entries:
        content = entry.content
        if entry.kind != _STREAM or not content:
            places.append(_END)
        elif len(content) >= _CUTOFF:
            if content not in alike:
                alike[content] = store(content)
            places.append(alike[content])
        else:
            places.append(len(mini) // _MINI)
            count = -(-len(content) // _MINI)
            mini_fat += [*range(places[-1] + 1, places[-1] + count), _END]
            mini += content.ljust(count * _MINI, b"\0")
    places[0], entries[0].content = store(mini), mini
    table = struct.pack(f"<{len(mini_fat)}I", *mini_fat)
    mini_start = store(table.ljust(-(-len(table) // _SECTOR) * _SECTOR, b"\xff"))
    directory = b"".join(_pack_entry(entry, place) for entry, place in zip(entries, places, strict=True))
    directory_start = store(directory)
    tables = more = 0
    while tables * 128 < len(fat) + tables + more or more * 127 < tables - _IN_HEAD:
        tables, more = -(-(len(fat) + tables + more) // 128), -(-max(tables - _IN_HEAD, 0) // 127)
    numbers = list(range(len(sectors), len(sectors) + tables))
    fat += [_FAT] * tables + [_MORE_FAT] * more
    fat += [_FREE] * (tables * 128 - len(fat))
    sectors += [struct.pack("<128I", *fat[at : at + 128]) for at in range(0, len(fat), 128)]
    place = first = len(sectors) if more else _END
    for at in range(_IN_HEAD, tables, 127):
        place += 1
        listed = numbers[at : at + 127]
        last = at + 127 >= tables
        sectors.append(struct.pack("<128I", *listed, *[_FREE] * (127 - len(listed)), _END if last else place))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    mini_sectors = -(-len(table) // _SECTOR)
    head += struct.pack("<9I", 0, tables, directory_start, 0, _CUTOFF, mini_start, mini_sectors, first, more)
    listed = numbers[:_IN_HEAD]
    return head + struct.pack("<109I", *listed, *[_FREE] * (_IN_HEAD - len(listed))) + b"".join(sectors)


def _list_entries(name: str, content: bytes | Tree, entries: list[_Entry]) -> _Entry:
    if isinstance(content, bytes):
        entries.append(_Entry(name, _STREAM, content))
        return entries[-1]
    entries.append(made := _Entry(name, _STORAGE if entries else _ROOT))
    last: _Entry | None = None
    for inner, more in content.items():
        number = len(entries)
        if last:
            last.right = number
        else:
            made.child = number
        last = _list_entries(inner, more, entries)
    return made


def _pack_entry(entry: _Entry, place: int) -> bytes:
    raw = entry.name.encode("utf-16-le") + b"\0\0"
    head = struct.pack("<64sHBBIII", raw, len(raw), entry.kind, 1, _NONE, entry.right, entry.child)
    return head + bytes(36) + struct.pack("<IQ", place, len(entry.content))


def message(
    texts: Mapping[int, str | bytes],
    numbers: Mapping[int, int] | None = None,
    kind: str = "file",
    folders: Tree | None = None,
) -> Tree:
    """Return a message or what is attached to one: its texts and bytes, its numbers, and the folders in it."""
    streams: dict[str, bytes | Tree] = {}
    for number, value in texts.items():
        ending = "001F" if isinstance(value, str) else "0102"
        streams[f"__substg1.0_{number:04X}{ending}"] = value.encode("utf-16-le") if isinstance(value, str) else value
    table = b"".join(struct.pack("<HHIQ", 3, number, 6, value) for number, value in (numbers or {}).items())
    streams["__properties_version1.0"] = bytes({"file": 32, "mail": 24, "attachment": 8}[kind]) + table
    return {**streams, **(folders or {})}


def filetime(moment: datetime) -> int:
    """Return a time as Windows counts."""
    return int((moment - datetime(1601, 1, 1, tzinfo=timezone.utc)).total_seconds()) * 10_000_000
