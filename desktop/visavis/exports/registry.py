"""The registry of output formats: their names and layouts, and the modules that write them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from importlib import import_module

from visavis.exports.typography import Typography, refine_document
from visavis.model.document import Document
from visavis.model.errors import OutputError


class Layout(str, Enum):
    """How French and English are arranged."""

    TRANSLATION = "translation"
    COLUMNS = "columns"
    INTERLEAVED = "interleaved"
    SUMMARY = "summary"
    IN_PLACE = "in-place"


@dataclass(frozen=True, slots=True)
class Options:
    """Export options: number of summary sentences to append, whether to add the provenance, and the date for it.

    With `flags` the export says what is to be checked: a notice, a table, and comments where the format has them.
    `typography` is that of the English in formats for readers.
    """

    layout: Layout = Layout.TRANSLATION
    summary: int = 0
    provenance: bool = True
    made: date | None = None
    bullets: bool = True  # summary as a list instead of running text
    flags: bool = False
    typography: Typography = field(default_factory=Typography)


@dataclass(frozen=True, slots=True)
class Format:
    """An output format; one without layouts is for other programs, and always contains both languages.

    `room` is the package its writer is in, `original` the kind of articles whose layout it can keep.
    """

    name: str
    title: str
    layouts: tuple[Layout, ...] = ()
    binary: bool = False
    room: str = "visavis.exports.writers"
    original: str = ""

    @property
    def suffix(self) -> str:
        """The file name suffix."""
        return f".{self.name}"

    @property
    def bilingual(self) -> Layout:
        """The layout for both languages: two columns if available."""
        return Layout.COLUMNS if Layout.COLUMNS in self.layouts else Layout.INTERLEAVED

    @property
    def usual(self) -> Layout:
        """The layout for the translation alone."""
        return Layout.IN_PLACE if self.layouts == _KEPT else Layout.TRANSLATION

    def write(self, document: Document, options: Options) -> bytes:
        """Return the document in this format; imports the writer on first use. Raises OutputError."""
        try:
            writer = import_module(f"{self.room}.{self.name}")
        except ImportError as error:
            raise OutputError(self.title, "it cannot be written on this machine: {0}", error) from error
        # the others compose their content, which does it, or are for programs, which want it as it is
        if options.layout is Layout.IN_PLACE or self.layouts == _KEPT:
            document = refine_document(document, options.typography)
        data: bytes = writer.write(document, options)
        return data


_TEXT = (Layout.TRANSLATION, Layout.INTERLEAVED, Layout.SUMMARY)
_PAGES = (Layout.TRANSLATION, Layout.COLUMNS, Layout.INTERLEAVED, Layout.SUMMARY)
_KEPT = (Layout.IN_PLACE,)
_SUBTITLES, _SLIDES = "visavis.exports.writers.subtitles", "visavis.exports.writers.slides"

FORMATS = {
    made.name: made
    for made in (
        Format("txt", "Text", _TEXT),
        Format("md", "Markdown", _TEXT),
        Format("html", "Web page", _PAGES),
        Format("docx", "Word", (*_PAGES, Layout.IN_PLACE), binary=True, original="docx"),
        Format("odt", "OpenDocument", (*_PAGES, Layout.IN_PLACE), binary=True, original="odt"),
        Format("pdf", "PDF", _PAGES, binary=True),
        Format("srt", "SubRip", _KEPT, room=_SUBTITLES, original="subtitles"),
        Format("vtt", "WebVTT", _KEPT, room=_SUBTITLES, original="subtitles"),
        Format("pptx", "PowerPoint", _KEPT, binary=True, room=_SLIDES, original="pptx"),
        Format("odp", "OpenDocument presentation", _KEPT, binary=True, room=_SLIDES, original="odp"),
        Format("tmx", "Translation memory"),
        Format("xliff", "XLIFF"),
        Format("json", "JSON"),
    )
}

# Alternative suffixes.
_SUFFIXES = {".markdown": "md", ".htm": "html", ".xlf": "xliff"}


def find_format(suffix: str) -> Format | None:
    """Return the format for a file name suffix, or None."""
    suffix = suffix.lower()
    return FORMATS.get(_SUFFIXES.get(suffix, suffix.removeprefix(".")))
