"""Open the archives that office documents are, within bounds; parse what is in them, fetching and expanding nothing."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from lxml import etree

from desktop.core.errors import InputError

#: What there may be in one: files, bytes unpacked, and bytes of XML, of which a long article has one or two million.
_MOST_FILES = 10_000
_LARGEST = 250 * 1000 * 1000
_LARGEST_XML = 15 * 1000 * 1000
_ENTITY = b"<!ENTITY"


def opened(data: bytes, name: str, kind: str) -> zipfile.ZipFile:
    """Return the archive, looked through; raises InputError about `name`, which is said to be no `kind`."""
    with reading(name, kind):
        archive = zipfile.ZipFile(io.BytesIO(data))
        files = archive.infolist()
        markup = [file for file in files if file.filename.endswith((".xml", ".rels"))]
        if any(file.flag_bits & 1 for file in files):
            raise InputError(name, "it is protected by a password; save it without one first")
        sizes = sum(file.file_size for file in files), sum(file.file_size for file in markup)
        if len(files) > _MOST_FILES or sizes[0] > _LARGEST or sizes[1] > _LARGEST_XML:
            raise InputError(name, "what is packed in it is far larger than an article; it was not opened")
        for file in files:
            if _ENTITY in _unpacked(archive, file).replace(b"\0", b"") and file in markup:
                raise InputError(name, "it defines entities, as no word processor does; it was not opened")
    return archive


def _unpacked(archive: zipfile.ZipFile, file: zipfile.ZipInfo) -> bytes:
    """Return what a file holds; raises BadZipFile where it is more than it says: ZipFile.read unpacks that whole."""
    said, file.file_size = file.file_size, file.file_size + 1
    try:
        with archive.open(file) as opened_file:
            data = opened_file.read(said + 1)
    finally:
        file.file_size = said
    if len(data) != said:
        raise zipfile.BadZipFile(file.filename)
    return data


@contextmanager
def reading(name: str, kind: str) -> Iterator[None]:
    """Say in one sentence that a file is damaged, whatever it is that a library stumbles over."""
    try:
        yield
    except InputError:
        raise
    except (
        *(zipfile.BadZipFile, zlib.error, etree.LxmlError, EOFError, OSError, RuntimeError, LookupError, ValueError),
        *(AttributeError, TypeError, AssertionError, NotImplementedError),
    ) as error:
        raise InputError(name, f"it is damaged, and cannot be read as {kind}") from error


def parsed(raw: bytes) -> Any:
    """Return the root of an XML file; nothing that it names is opened."""
    return etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
