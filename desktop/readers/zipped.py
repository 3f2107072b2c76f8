"""The parts of a zipped document, together no larger than an article can be, whatever the archive says of itself."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from desktop.core.errors import InputError

LARGEST = 100 * 1000 * 1000  # bytes, unpacked, of all parts that are read


class Zipped:
    """A zipped document in memory; nothing of it is unpacked to a disk. Raises InputError about `name`."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name, self._left = name, LARGEST
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, NotImplementedError, EOFError, ValueError) as error:
            raise self.damaged from error

    @property
    def names(self) -> list[str]:
        """Return the names of the parts, in the order they were packed."""
        return self._archive.namelist()

    def part(self, name: str) -> bytes | None:
        """Return what a part holds, or nothing where there is no such part."""
        try:
            with self._archive.open(name) as part:
                data = part.read(self._left + 1)
        except KeyError:
            return None
        except RuntimeError as error:  # zipfile's word for a part that needs a password
            raise InputError(self._name, "it is protected by a password; save it without one first") from error
        except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, EOFError, ValueError) as error:
            raise self.damaged from error
        if len(data) > self._left:
            raise InputError(self._name, f"it unpacks to more than {LARGEST // 1_000_000} MB; an article is a few kB")
        self._left -= len(data)
        return data

    def tree(self, name: str) -> etree._Element | None:
        """Return the XML of a part, its entities left alone, or nothing where there is none that can be read."""
        data = self.part(name)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, remove_comments=True)
        try:
            return etree.fromstring(data, parser) if data else None
        except etree.XMLSyntaxError:
            return None

    @property
    def damaged(self) -> InputError:
        """Return what is to be raised where the document is not whole."""
        return InputError(self._name, "it is damaged, and cannot be opened")
