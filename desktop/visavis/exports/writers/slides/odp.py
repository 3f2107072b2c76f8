"""An OpenDocument presentation translated in place: the original with English in the place of French."""

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
from visavis.readers.odt.slides import read_slides
from visavis.readers.odt.styles import qualify_name

_STYLE, _PAGE = "VisavisProvenance", qualify_name("draw:page")
_LOOK = {"fo:font-size": "12pt", "fo:color": "#555555"}
_PLACE = {"svg:x": "2cm", "svg:y": "2cm", "svg:width": "20cm", "svg:height": "10cm"}


def write(document: Document, options: Options) -> bytes:
    """Return the original with its slides translated; raises OutputError if it is not there as it was read."""
    path = document.article.path
    if document.article.kind != "odp":
        raise OutputError(
            path, "it is no OpenDocument presentation, so its layout cannot be kept; choose another format"
        )
    data = read_original(document)
    _, roots, walk = read_slides(data, path, keep=True)
    translate_paragraphs(walk, document)
    if options.provenance:
        told = [*provenance.format_provenance(document, options.made), *provenance.left_in_french(document)]
        _add_slide(roots["content.xml"], told)
    for root in roots.values():
        speak_english(root)
    return repack(data, roots)


def _add_slide(content: Any, lines: list[str]) -> None:
    """Add a slide at the end that says where it is from."""
    slides = content.find(f"{qualify_name('office:body')}/{qualify_name('office:presentation')}")
    *_, last = slides.findall(_PAGE)
    slide = etree.Element(_PAGE)
    slide.set(qualify_name("draw:name"), "Provenance")
    slide.set(qualify_name("draw:master-page-name"), last.get(qualify_name("draw:master-page-name"), ""))
    last.addnext(slide)
    frame = etree.SubElement(slide, qualify_name("draw:frame"))
    for name, value in _PLACE.items():
        frame.set(qualify_name(name), value)
    box = etree.SubElement(frame, qualify_name("draw:text-box"))
    add_style(content, _STYLE, "text", _LOOK)
    for line in lines:
        paragraph = etree.SubElement(box, qualify_name("text:p"))
        span = etree.SubElement(paragraph, qualify_name("text:span"))
        span.set(qualify_name("text:style-name"), _STYLE)
        span.text = flatten_text(line)
