"""Writes XLIFF 2.0: a unit per paragraph, a segment per sentence."""

from __future__ import annotations

from xml.etree import ElementTree

from visavis.exports import checking, provenance
from visavis.exports.composition import ENGLISH, FRENCH
from visavis.exports.emphasis import flatten_text
from visavis.exports.registry import Options
from visavis.model.article import Paragraph
from visavis.model.document import Document
from visavis.model.passage import Status

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"

# XLIFF has no state for an edited segment; our own status is in subState
_STATES = dict.fromkeys(Status, "translated") | {Status.VERIFIED: "reviewed"}


def write(document: Document, options: Options) -> bytes:
    """Return the document; untranslated sentences have no target."""
    root = ElementTree.Element("xliff", version="2.0", xmlns=NAMESPACE, srcLang=FRENCH, trgLang=ENGLISH)
    file = ElementTree.SubElement(root, "file", id="f1", original=flatten_text(provenance.get_source_name(document)))
    if options.provenance:
        notes = ElementTree.SubElement(file, "notes")
        for line in provenance.format_provenance(document, options.made):
            ElementTree.SubElement(notes, "note", category="provenance").text = flatten_text(line)
    for paragraph in document.article.paragraphs:
        if paragraph.sentences:
            _unit(file, document, paragraph)
    ElementTree.indent(root, " ")
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _unit(file: ElementTree.Element, document: Document, paragraph: Paragraph) -> None:
    unit = ElementTree.SubElement(file, "unit", id=f"p{paragraph.index}", name=paragraph.role.value)
    if remarks := checking.list_remarks(document, paragraph, statuses=False):
        notes = ElementTree.SubElement(unit, "notes")
        for line in remarks:
            ElementTree.SubElement(notes, "note", category="check", appliesTo="target").text = line
    end = paragraph.sentences[0].start
    for sentence in paragraph.sentences:
        if between := flatten_text(document.article.text[end : sentence.start]):
            gap = ElementTree.SubElement(unit, "ignorable")
            ElementTree.SubElement(gap, "source").text = between
            ElementTree.SubElement(gap, "target").text = " "
        end = sentence.end
        segment = ElementTree.SubElement(unit, "segment", id=f"s{sentence.id}")
        passage = document.passages.get(sentence.id)
        segment.set("state", _STATES[passage.status] if passage else "initial")
        ElementTree.SubElement(segment, "source").text = flatten_text(sentence.text)
        if passage:
            segment.set("subState", f"visavis:{passage.status.value}")
            ElementTree.SubElement(segment, "target").text = flatten_text(passage.target)
