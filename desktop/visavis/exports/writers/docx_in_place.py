"""A Word file translated in place: the original with English in the place of French; all that is no text stays."""

from __future__ import annotations

import io
from collections import defaultdict
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from visavis.exports import checking, provenance
from visavis.exports.composition import ENGLISH
from visavis.exports.emphasis import TextSpan, flatten_text
from visavis.exports.registry import Options
from visavis.exports.writers.docx_runs import PROVENANCE, add_runs, add_style
from visavis.exports.writers.in_place.docx_lines import list_tokens
from visavis.exports.writers.in_place.docx_paragraph import rewrite
from visavis.exports.writers.in_place.original import drop_marker, group_by_key, read_original
from visavis.exports.writers.in_place.placing import Sentence, find_usual_words, translate_tokens
from visavis.model.document import Document
from visavis.model.errors import OutputError
from visavis.readers.docx.inlines import read_line
from visavis.readers.docx.paragraphs import (
    list_diagram_pictures,
    list_drawing_lines,
    list_joined,
    list_paragraphs,
    runs_on,
)
from visavis.readers.docx.styles import Styles, number_paragraphs
from visavis.readers.office.drawings import TEXT, list_copies
from visavis.readers.office.omissions import Omissions

_TEXT_BOX = qn("w:txbxContent")  # Word allows no comments there


def write(document: Document, options: Options) -> bytes:
    """Return the original with its paragraphs translated; raises OutputError if it is not there as it was read."""
    if document.article.kind != "docx":
        raise OutputError(
            document.article.path, "it is no Word file, so its layout cannot be kept; choose another layout"
        )
    file = docx.Document(io.BytesIO(read_original(document)))
    _translate(file, document)
    if options.flags:
        _add_comments(file, document)
    if options.provenance:
        add_style(file, PROVENANCE)
        for line in [*provenance.format_provenance(document, options.made), *provenance.left_in_french(document)]:
            add_runs(file.add_paragraph(style=PROVENANCE), (TextSpan(flatten_text(line)),), ENGLISH)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _translate(made: Any, document: Document) -> None:
    styles, sentences = Styles(made), group_by_key(document)
    markers = number_paragraphs(made, styles)
    for key, paragraph in list(list_paragraphs(made)):
        if key in sentences and not runs_on(paragraph):
            line = read_line(paragraph, styles, Omissions()).inlines
            paragraphs = list_joined(paragraph)
            held = list(list_tokens(paragraphs, {inline.element: inline for inline in line}))
            english = drop_marker(sentences[key], markers.get(key, ""))
            rewrite(paragraphs, list(translate_tokens(held, english, find_usual_words(held))))
    _translate_drawings(made, sentences)


def _add_comments(file: Any, document: Document) -> None:
    """Say beside each paragraph of the text what was found in it."""
    remarks = defaultdict[str, list[str]](list)
    for paragraph in document.article.paragraphs:
        remarks[paragraph.key] += checking.list_remarks(document, paragraph)
    for key, element in list(list_paragraphs(file)):
        if key.startswith("text ") and remarks[key] and next(element.iterancestors(_TEXT_BOX), None) is None:
            runs = Paragraph(element, file).runs
            if runs:
                file.add_comment(runs, "\n".join(remarks[key]), provenance.PROGRAM, initials="V")


def _translate_drawings(made: Any, sentences: dict[str, list[Sentence]]) -> None:
    pictures = list_diagram_pictures(made)
    for key, line in list_drawing_lines(made):
        if key in sentences:
            english = " ".join(flatten_text(sentence.target or sentence.source) for sentence in sentences[key])
            for copy in [*list_copies(pictures, line), line]:
                first, *others = copy.iter(TEXT)
                first.text = english
                for other in others:
                    other.text = ""
