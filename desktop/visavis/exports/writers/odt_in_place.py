"""An OpenDocument text translated in place: the original with English in the place of French; all else stays."""

from __future__ import annotations

from typing import Any

from lxml import etree

from visavis.exports import provenance
from visavis.exports.emphasis import flatten_text
from visavis.exports.registry import Options
from visavis.exports.writers.in_place.opendocument import add_style, speak_english, translate_paragraphs
from visavis.exports.writers.in_place.original import read_original
from visavis.exports.writers.in_place.packing import repack
from visavis.model.document import Document
from visavis.model.errors import OutputError
from visavis.readers.odt.reader import walk_text
from visavis.readers.odt.styles import qualify_name

_PROVENANCE = "Visavis_20_Provenance"
_GREY = {"fo:font-size": "9pt", "fo:color": "#555555"}


def write(document: Document, options: Options) -> bytes:
    """Return the original with its paragraphs translated; raises OutputError if it is not there as it was read."""
    path = document.article.path
    if document.article.kind != "odt":
        raise OutputError(path, "it is no OpenDocument text, so its layout cannot be kept; choose another layout")
    data = read_original(document)
    roots, walk = walk_text(data, path, keep=True)
    tag, content = qualify_name, roots["content.xml"]
    text = content.find(f"{tag('office:body')}/{tag('office:text')}")
    translate_paragraphs(walk, document)
    for struck in text.findall(tag("text:tracked-changes")):
        text.remove(struck)
    if options.provenance:
        told = [*provenance.format_provenance(document, options.made), *provenance.left_in_french(document)]
        _add_provenance(content, text, told, tag)
    for root in roots.values():
        speak_english(root)
    return repack(data, roots)


def _add_provenance(content: Any, text: Any, lines: list[str], tag: Any) -> None:
    add_style(content, _PROVENANCE, "paragraph", _GREY)
    for line in lines:
        paragraph = etree.SubElement(text, tag("text:p"))
        paragraph.set(tag("text:style-name"), _PROVENANCE)
        paragraph.text = flatten_text(line)
