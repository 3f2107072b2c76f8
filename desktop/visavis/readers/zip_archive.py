"""Zipped documents, unpacked in memory within limits whatever sizes they claim; XML without entity expansion."""

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

# Limits: files, unpacked bytes, and bytes of XML (a long article has one or two million). A file whose every word has a
# run of its own has many more, but packs 110 to 1 (measured), and a bomb 1000 to 1.
_MOST_FILES = 10_000
LARGEST = 250 * 1000 * 1000
_LARGEST_XML = 15 * 1000 * 1000
_LARGEST_BLOATED_XML, _CLOSEST_PACKED = 60 * 1000 * 1000, 250
_ENTITY = b"<!ENTITY"  # entities may expand to gigabytes, or refer to files


class ZippedDocument:
    """A zipped document in memory. Raises InputError about `name`, which is damaged if it can't be read as `kind`."""

    def __init__(self, data: bytes, name: str, kind: Message) -> None:
        self._name, self._kind, self._left = name, kind, LARGEST
        with report_damage(name, kind):
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        files = self._archive.infolist()
        if any(file.flag_bits & 1 for file in files):
            raise InputError(name, "it is protected by a password; save it without one first")
        markup = [file for file in files if file.filename.endswith((".xml", ".rels"))]
        sizes = sum(file.file_size for file in files), sum(file.file_size for file in markup)
        packed = sum(file.compress_size for file in markup)
        most_xml = max(_LARGEST_XML, min(_LARGEST_BLOATED_XML, _CLOSEST_PACKED * packed))
        if len(files) > _MOST_FILES or sizes[0] > LARGEST or sizes[1] > most_xml:
            raise self._too_large()

    @property
    def names(self) -> list[str]:
        """The names of the files inside, in their packed order."""
        return self._archive.namelist()

    def part(self, name: str) -> bytes | None:
        """Return the content of a file inside, or None."""
        try:
            file = self._archive.getinfo(name)
        except KeyError:
            return None
        said = file.file_size
        self._left -= said
        if self._left < 0:
            raise self._too_large()
        # ZipFile.read would unpack everything before truncating it to the declared size.
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
        """Return the XML of a word processor's part, or None; rejects entity definitions."""
        data = self.part(name)
        if data and _ENTITY in data.replace(b"\0", b""):
            raise InputError(
                self._name,
                "no word processor writes such a file (it defines entities), so it may do harm; it was not opened",
            )
        return data

    def xml(self, name: str) -> Any:
        """Return the root element of such a part, or None."""
        data = self.markup(name)
        with report_damage(self._name, self._kind):
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            return etree.fromstring(data, parser) if data else None

    def tree(self, name: str) -> etree._Element | None:
        """Parse an XML part leniently, without expanding entities; return None if nothing can be read."""
        data = self.part(name)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, remove_comments=True)
        try:
            return etree.fromstring(data, parser) if data else None
        except etree.XMLSyntaxError:
            return None

    @property
    def damaged(self) -> InputError:
        """The error to raise for an incomplete document."""
        return InputError(self._name, "it is damaged, and cannot be read as {0}; fetch it again", self._kind)

    def _too_large(self) -> InputError:
        return InputError(self._name, "what is packed in it is far larger than an article; it was not opened")


@contextmanager
def report_damage(name: str, kind: Message) -> Iterator[None]:
    """Turn whatever a library raises on a damaged file into an InputError."""
    try:
        yield
    except InputError:
        raise
    except (
        *(zipfile.BadZipFile, zlib.error, etree.LxmlError, EOFError, OSError, RuntimeError, LookupError, ValueError),
        *(AttributeError, TypeError, AssertionError, NotImplementedError, ArithmeticError),
    ) as error:
        raise InputError(name, "it is damaged, and cannot be read as {0}; fetch it again", kind) from error
