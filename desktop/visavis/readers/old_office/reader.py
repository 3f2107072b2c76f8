"""Read Word and PowerPoint files of before 2007: LibreOffice converts them, where it is installed."""

from __future__ import annotations

import io
from functools import partial
from importlib import import_module
from typing import NamedTuple

import olefile

from visavis.model.errors import InputError, NotText
from visavis.model.message import Message
from visavis.readers.block import Reading
from visavis.readers.detect import detect_kind
from visavis.readers.old_office import libreoffice
from visavis.readers.progress import report_page
from visavis.readers.refusals import recognise_refused
from visavis.readers.zip_archive import report_damage

_ENCRYPTED_WORD, _FLAGS = 0x01, 11  # the bit, and the byte it is in, of the File Information Block ([MS-DOC] 2.5.1)
_ENCRYPTED_SLIDES = b"\xdf\xc4\xd1\xf3"  # the header token of the Current User stream ([MS-PPT] 2.3.2)


class _Old(NamedTuple):
    """An old format: its stream, the part of LibreOffice and the format it becomes, and what is said of it."""

    stream: str
    part: str
    new: str
    reader: str
    what: Message
    name: Message
    do: Message


_FORMATS = {
    "doc": _Old(
        "WordDocument",
        "writer",
        "docx",
        "visavis.readers.docx.reader",
        Message("it is in the old Word format"),
        Message("an old Word file"),
        Message("save it as .docx and open that"),
    ),
    "ppt": _Old(
        "PowerPoint Document",
        "impress",
        "pptx",
        "visavis.readers.pptx.slides",
        Message("it is in the old PowerPoint format"),
        Message("an old PowerPoint file"),
        Message("save it as .pptx and open that"),
    ),
}


def read(data: bytes, name: str) -> Reading:
    """Read the bytes of such a file. Raises InputError or a subclass about `name`, and ReadingCancelled."""
    kind = detect_kind(name, data)
    old = _FORMATS[kind]
    with report_damage(name, old.name):
        file = olefile.OleFileIO(io.BytesIO(data))
        known, encrypted = file.exists(old.stream), _is_encrypted(file, kind)
    if not known:  # another file with such a one in it
        refused = recognise_refused(name, data)
        raise NotText(name, refused.refusal) if refused else InputError(name, old.what)
    if encrypted:
        raise InputError(name, "it is protected by a password; save it without one first")
    program = libreoffice.find_libreoffice()
    if not program:
        how = libreoffice.describe_installation(old.part)
        raise InputError(name, "{0}; {1}, or {2}", old.what, how, old.do)
    try:
        converted = libreoffice.convert(program, data, kind, old.new, partial(report_page, 1, 1))
    except libreoffice.ConversionFailed as error:
        raise InputError(name, "{0}, and LibreOffice cannot convert it; {1}", old.what, old.do) from error
    reading: Reading = import_module(old.reader).read(converted, name)
    blocks = [block._replace(key="") for block in reading.blocks]
    return reading._replace(blocks=blocks, notes=(Message("it was read by way of LibreOffice"), *reading.notes))


def _is_encrypted(file: olefile.OleFileIO, kind: str) -> bool:
    if kind == "doc" and file.exists("WordDocument"):
        head = file.openstream("WordDocument").read(_FLAGS + 1)
        return len(head) > _FLAGS and bool(head[_FLAGS] & _ENCRYPTED_WORD)
    known = kind == "ppt" and file.exists("Current User")
    return known and _ENCRYPTED_SLIDES in file.openstream("Current User").read(16)
