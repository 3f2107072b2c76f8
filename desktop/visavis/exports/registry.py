"""The registry of formats: what each is called, which layouts it has, and where it is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from importlib import import_module

from visavis.model.document import Document
from visavis.model.errors import OutputError


class Layout(str, Enum):
    """How French and English stand on the page."""

    TRANSLATION = "translation"
    COLUMNS = "columns"
    INTERLEAVED = "interleaved"
    SUMMARY = "summary"
    IN_PLACE = "in-place"


@dataclass(frozen=True, slots=True)
class Options:
    """What an export holds: `summary` sentences at its end if not 0, and where it is from, made on the day `made`."""

    layout: Layout = Layout.TRANSLATION
    summary: int = 0
    provenance: bool = True
    made: date | None = None
    bullets: bool = True  # a summary's sentences one below the other, not as running text


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file; one without layouts is for machines, and always holds both languages."""

    name: str
    title: str
    layouts: tuple[Layout, ...] = ()
    binary: bool = False

    @property
    def suffix(self) -> str:
        """Return how its files' names end."""
        return f".{self.name}"

    @property
    def bilingual(self) -> Layout:
        """Return the layout for both languages: two columns where it has them."""
        return Layout.COLUMNS if Layout.COLUMNS in self.layouts else Layout.INTERLEAVED

    def write(self, document: Document, options: Options) -> bytes:
        """Return the document in this format, whose libraries are imported only now; raises OutputError."""
        try:
            writer = import_module(f"visavis.exports.writers.{self.name}")
        except ImportError as error:
            raise OutputError(self.title, "it cannot be written on this machine: {0}", error) from error
        data: bytes = writer.write(document, options)
        return data


_TEXT = (Layout.TRANSLATION, Layout.INTERLEAVED, Layout.SUMMARY)
_PAGES = (Layout.TRANSLATION, Layout.COLUMNS, Layout.INTERLEAVED, Layout.SUMMARY)

FORMATS = {
    made.name: made
    for made in (
        Format("txt", "Text", _TEXT),
        Format("md", "Markdown", _TEXT),
        Format("html", "Web page", _PAGES),
        Format("docx", "Word", (*_PAGES, Layout.IN_PLACE), binary=True),
        Format("odt", "OpenDocument", _PAGES, binary=True),
        Format("pdf", "PDF", _PAGES, binary=True),
        Format("tmx", "Translation memory"),
        Format("xliff", "XLIFF"),
        Format("json", "JSON"),
    )
}

#: Other names that a format's files go by.
_SUFFIXES = {".markdown": "md", ".htm": "html", ".xlf": "xliff"}


def find_format(suffix: str) -> Format | None:
    """Return the format of files whose names end so, or None."""
    suffix = suffix.lower()
    return FORMATS.get(_SUFFIXES.get(suffix, suffix.removeprefix(".")))
