"""An OpenDocument text translated in place: the original with English in the place of French; all else stays."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

from visavis.exports import provenance
from visavis.exports.composition import ENGLISH
from visavis.exports.emphasis import flatten_text
from visavis.exports.registry import Options
from visavis.exports.writers.in_place.odt_lines import Lines, rewrite
from visavis.exports.writers.in_place.original import drop_marker, group_by_key, read_original
from visavis.exports.writers.in_place.placing import find_usual_words, translate_tokens
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
        raise OutputError(path, "it is no OpenDocument text, so its layout cannot be kept; choose another")
    data = read_original(document)
    roots, walk = walk_text(data, path, keep=True)
    tag, content = qualify_name, roots["content.xml"]
    text = content.find(f"{tag('office:body')}/{tag('office:text')}")
    _translate(walk, document)
    for struck in text.findall(tag("text:tracked-changes")):
        text.remove(struck)
    if options.provenance:
        told = [*provenance.format_provenance(document, options.made), *provenance.left_in_french(document)]
        _add_provenance(content, text, told, tag)
    for root in roots.values():
        _speak_english(root, tag)
    return _packed(data, roots)


def _translate(walk: Any, document: Document) -> None:
    sentences = group_by_key(document)
    lines = Lines(walk.shown, walk.styles.seen_at_once)
    for paragraph, key in walk.keys.items():
        if key in sentences:
            held = list(lines.tokens(paragraph))
            english = drop_marker(sentences[key], walk.markers.get(key, ""))
            rewrite(paragraph, list(translate_tokens(held, english, find_usual_words(held))))


def _add_provenance(content: Any, text: Any, lines: list[str], tag: Any) -> None:
    styles = content.find(tag("office:automatic-styles"))
    if styles is not None:
        style = etree.SubElement(styles, tag("style:style"))
        style.set(tag("style:name"), _PROVENANCE)
        style.set(tag("style:family"), "paragraph")
        properties = etree.SubElement(style, tag("style:text-properties"))
        for name, value in _GREY.items():
            properties.set(tag(name), value)
    for line in lines:
        paragraph = etree.SubElement(text, tag("text:p"))
        paragraph.set(tag("text:style-name"), _PROVENANCE)
        paragraph.text = flatten_text(line)


def _speak_english(root: Any, tag: Any) -> None:
    """Say that what was in French is in English, so that its spelling is checked as such."""
    language, country = ENGLISH.split("-")
    for properties in root.iter(tag("style:text-properties")):
        if properties.get(tag("fo:language")) == "fr":
            properties.set(tag("fo:language"), language)
            properties.set(tag("fo:country"), country)


def _packed(data: bytes, roots: dict[str, Any]) -> bytes:
    """Return the archive with its changed parts; its first, unpacked, says what it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for file in old.infolist():
            root = roots.get(file.filename)
            made = etree.tostring(root, xml_declaration=True, encoding="UTF-8") if root is not None else old.read(file)
            new.writestr(file, made, zipfile.ZIP_STORED if file.filename == "mimetype" else zipfile.ZIP_DEFLATED)
    return out.getvalue()
