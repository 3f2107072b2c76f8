"""A Word file translated in place: the original with English in the place of French; all that is no text stays."""

from __future__ import annotations

import io
from importlib import import_module
from typing import Any

import docx

from visavis.exports import provenance
from visavis.exports.composition import ENGLISH
from visavis.exports.emphasis import TextSpan, flatten_text
from visavis.exports.registry import Options
from visavis.exports.writers.docx_runs import PROVENANCE, add_runs, add_style
from visavis.exports.writers.in_place.docx_lines import tokens
from visavis.exports.writers.in_place.docx_paragraph import rewrite
from visavis.exports.writers.in_place.original import original, sentences_by_key, without_marker
from visavis.exports.writers.in_place.placing import translated, usual
from visavis.model.document import Document
from visavis.model.errors import OutputError


def write(document: Document, options: Options) -> bytes:
    """Return the original with its paragraphs translated; raises OutputError if it is not there as it was read."""
    if document.article.kind != "docx":
        raise OutputError(document.article.path, "it is no Word file, so its layout cannot be kept; choose another")
    file = docx.Document(io.BytesIO(original(document)))
    _translate(file, document)
    if options.provenance:
        add_style(file, PROVENANCE)
        for line in [*provenance.format_provenance(document, options.made), *provenance.left_in_french(document)]:
            add_runs(file.add_paragraph(style=PROVENANCE), (TextSpan(flatten_text(line)),), ENGLISH)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _translate(made: Any, document: Document) -> None:
    parts, looks, inlines, omissions = (
        import_module(f"visavis.readers.{name}")
        for name in ("docx.paragraphs", "docx.styles", "docx.inlines", "office.omissions")
    )  # only for this
    styles, sentences = looks.Styles(made), sentences_by_key(document)
    markers = looks.number_paragraphs(made, styles)
    for key, paragraph in list(parts.list_paragraphs(made)):
        if key in sentences and not parts.runs_on(paragraph):
            line = inlines.line_of(paragraph, styles, omissions.Omissions()).inlines
            paragraphs = parts.joined(paragraph)
            held = list(tokens(paragraphs, {inline.element: inline for inline in line}))
            english = without_marker(sentences[key], markers.get(key, ""))
            rewrite(paragraphs, list(translated(held, english, usual(held))))
