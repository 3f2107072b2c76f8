"""A PowerPoint file translated in place: the original with English in place of French; all that is no text stays."""

from __future__ import annotations

from typing import Any

from visavis.exports import provenance
from visavis.exports.emphasis import flatten_text
from visavis.exports.registry import Options
from visavis.exports.writers.in_place.original import drop_marker, group_by_key, read_original
from visavis.exports.writers.in_place.packing import repack
from visavis.exports.writers.in_place.placing import find_usual_words, translate_tokens
from visavis.exports.writers.in_place.pptx_lines import list_tokens, rewrite
from visavis.exports.writers.slides.added_slide import TYPES, add_slide
from visavis.model.document import Document
from visavis.model.errors import OutputError
from visavis.readers.pptx.slides import read_slides
from visavis.readers.pptx.texts import TextReader

_SHOW = "application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml"


def write(document: Document, options: Options) -> bytes:
    """Return the original with its slides translated; raises OutputError if it is not there as it was read."""
    path = document.article.path
    if document.article.kind != "pptx":
        raise OutputError(path, "it is no PowerPoint file, so its layout cannot be kept; choose another format")
    data = read_original(document)
    _, package, texts = read_slides(data, path)
    changed = {package.name(root): root for root in _translate(texts, document)}
    types = package.root(TYPES)
    if (main := next((part for part in types if part.get("ContentType") == _SHOW), None)) is not None:  # it is no .pptx
        main.set("ContentType", _SHOW.replace("slideshow", "presentation"))
        changed[TYPES] = types
    if options.provenance:
        told = [*provenance.format_provenance(document, options.made), *provenance.left_in_french(document)]
        changed |= add_slide(package, [flatten_text(line) for line in told])
    return repack(data, changed)


def _translate(texts: TextReader, document: Document) -> list[Any]:
    """Translate the paragraphs; return the roots of the parts that hold them."""
    sentences, changed = group_by_key(document), dict[Any, None]()
    for paragraph, key in texts.keys.items():
        if key in sentences:
            held = list(list_tokens(paragraph, texts.shown))
            english = drop_marker(sentences[key], texts.markers.get(key, ""))
            rewrite(paragraph, list(translate_tokens(held, english, find_usual_words(held))))
            changed[paragraph.getroottree().getroot()] = None
    return list(changed)
