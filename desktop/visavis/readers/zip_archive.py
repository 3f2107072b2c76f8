"""Zipped documents: unpacked in memory, within bounds, whatever they say of themselves; XML that expands nothing."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from lxml import etree

from visavis.model.errors import InputError
from visavis.model.message import Message

#: What there may be in one: files, bytes unpacked, and bytes of XML, of which a long article has one or two million.
_MOST_FILES = 10_000
LARGEST = 250 * 1000 * 1000
_LARGEST_XML = 15 * 1000 * 1000
_ENTITY = b"<!ENTITY"


class ZippedDocument:
    """A zipped document in memory; raises InputError about `name`, which cannot be read as `kind` if it is damaged."""

    def __init__(self, data: bytes, name: str, kind: Message) -> None:
        self._name, self._kind, self._left = name, kind, LARGEST
        with report_damage(name, kind):
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        files = self._archive.infolist()
        if any(file.flag_bits & 1 for file in files):
            raise InputError(name, "it is protected by a password; save it without one first")
        markup = [file for file in files if file.filename.endswith((".xml", ".rels"))]
        sizes = sum(file.file_size for file in files), sum(file.file_size for file in markup)
        if len(files) > _MOST_FILES or sizes[0] > LARGEST or sizes[1] > _LARGEST_XML:
            raise self._too_large()

    @property
    def names(self) -> list[str]:
        """Return the names of the parts, in the order they were packed."""
        return self._archive.namelist()

    def part(self, name: str) -> bytes | None:
        """Return what a part holds, or nothing where there is no such part."""
        try:
            file = self._archive.getinfo(name)
        except KeyError:
            return None
        said = file.file_size
        self._left -= said
        if self._left < 0:
            raise self._too_large()
        # ZipFile.read would unpack all there is, and then cut it to the length that was said.
        file.file_size = said + 2
        with report_damage(self._name, self._kind):
            try:
                with self._archive.open(file) as opened:
                    data = opened.read(said + 1)
            finally:
                file.file_size = said
        if len(data) != said:
            raise self.damaged
        return data

    def markup(self, name: str) -> bytes | None:
        """Return the XML of a word processor's part, which defines no entities, or nothing where there is no part."""
        data = self.part(name)
        if data and _ENTITY in data.replace(b"\0", b""):
            raise InputError(self._name, "it defines entities, as no word processor does; it was not opened")
        return data

    def xml(self, name: str) -> Any:
        """Return the root of such a part, or nothing where there is no such part."""
        data = self.markup(name)
        with report_damage(self._name, self._kind):
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            return etree.fromstring(data, parser) if data else None

    def tree(self, name: str) -> etree._Element | None:
        """Return what can be read of a part that is XML, its entities left alone, or nothing."""
        data = self.part(name)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, remove_comments=True)
        try:
            return etree.fromstring(data, parser) if data else None
        except etree.XMLSyntaxError:
            return None

    @property
    def damaged(self) -> InputError:
        """Return what is to be raised where the document is not whole."""
        return InputError(self._name, "it is damaged, and cannot be read as {0}", self._kind)

    def _too_large(self) -> InputError:
        return InputError(self._name, "what is packed in it is far larger than an article; it was not opened")


@contextmanager
def report_damage(name: str, kind: Message) -> Iterator[None]:
    """Say in one sentence that a file is damaged, whatever it is that a library stumbles over."""
    try:
        yield
    except InputError:
        raise
    except (
        *(zipfile.BadZipFile, zlib.error, etree.LxmlError, EOFError, OSError, RuntimeError, LookupError, ValueError),
        *(AttributeError, TypeError, AssertionError, NotImplementedError),
    ) as error:
        raise InputError(name, "it is damaged, and cannot be read as {0}", kind) from error
