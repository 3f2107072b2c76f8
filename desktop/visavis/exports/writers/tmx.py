"""Writes a translation memory (TMX 1.4): each sentence with its translation."""

from __future__ import annotations

from xml.etree import ElementTree

from visavis import __version__
from visavis.exports import provenance
from visavis.exports.composition import ENGLISH, FRENCH
from visavis.exports.emphasis import flatten_text
from visavis.exports.registry import Options
from visavis.model.document import Document
from visavis.model.passage import Passage, Status

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def write(document: Document, options: Options) -> bytes:
    """Return the memory; untranslated sentences are left out."""
    root = ElementTree.Element("tmx", version="1.4")
    header = ElementTree.SubElement(
        root,
        "header",
        {
            "creationtool": provenance.PROGRAM,
            "creationtoolversion": __version__,
            "segtype": "sentence",
            "o-tmf": "visavis",
            "adminlang": ENGLISH,
            "srclang": FRENCH,
            "datatype": "plaintext",
        },
    )
    if options.made:
        header.set("creationdate", options.made.strftime("%Y%m%dT000000Z"))
    for line in provenance.format_provenance(document, options.made) if options.provenance else ():
        ElementTree.SubElement(header, "note").text = flatten_text(line)
    body = ElementTree.SubElement(root, "body")
    for sentence in document.article.sentences():
        if passage := document.passages.get(sentence.id):
            _unit(body, passage)
    ElementTree.indent(root, " ")
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
    return f"{head}{ElementTree.tostring(root, encoding='unicode')}\n".encode()


def _unit(body: ElementTree.Element, passage: Passage) -> None:
    unit = ElementTree.SubElement(body, "tu", tuid=str(passage.sentence.id))
    ElementTree.SubElement(unit, "prop", type="x-status").text = passage.status.value
    made_by = f"{passage.package.name} {passage.package.version}" if passage.package else ""
    for language, text in ((FRENCH, passage.sentence.text), (ENGLISH, passage.target)):
        variant = ElementTree.SubElement(unit, "tuv", {_LANGUAGE: language})
        if made_by and language == ENGLISH and passage.status is Status.MACHINE:
            variant.set("creationid", f"MT: {made_by}")
        ElementTree.SubElement(variant, "seg").text = flatten_text(text)
