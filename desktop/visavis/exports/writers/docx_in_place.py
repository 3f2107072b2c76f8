"""A Word file translated in place: the original with English in the place of French; layout, styles, pictures stay."""

from __future__ import annotations

import hashlib
import io
import re
from copy import deepcopy
from importlib import import_module
from pathlib import Path
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run

from visavis.exports import provenance
from visavis.exports.composition import ENGLISH
from visavis.exports.emphasis import TextSpan, flatten_text, list_english_spans
from visavis.exports.registry import Options
from visavis.exports.writers.docx_runs import PROVENANCE, add_runs, add_style, set_language
from visavis.model.document import Document
from visavis.model.errors import OutputError, describe_os_error

_WORDS = {qn(f"w:{name}") for name in ("t", "tab", "br", "cr", "noBreakHyphen", "softHyphen")}
_MARKER = re.compile(r"\A\(?(?:\w{1,5}[.)])+\s+")
_ALONE: Any = None  # the part that a run is in, which we ask nothing of
_WRAPPERS = {qn(f"w:{name}") for name in ("hyperlink", "smartTag", "ins")}


def write(document: Document, options: Options) -> bytes:
    """Return the original with its paragraphs translated; raises OutputError if it is not there as it was read."""
    file = docx.Document(io.BytesIO(_original(document)))
    translations = _translations(document)
    parts, styles = (
        import_module(f"visavis.readers.docx.{name}") for name in ("paragraphs", "styles")
    )  # only for this
    markers = styles.number_paragraphs(file, styles.Styles(file))
    for key, paragraph in list(parts.list_paragraphs(file)):
        if key in translations:
            spans = translations[key]
            _replace(paragraph, list(parts.list_visible_runs(paragraph)), _unmarked(spans) if key in markers else spans)
    if options.provenance:
        add_style(file, PROVENANCE)
        for line in provenance.format_provenance(document, options.made):
            add_runs(file.add_paragraph(style=PROVENANCE), (TextSpan(flatten_text(line)),), ENGLISH)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _original(document: Document) -> bytes:
    article = document.article
    if article.kind != "docx":
        raise OutputError(article.path, "it is no Word file, so its layout cannot be kept; choose another")
    try:
        data = Path(article.path).read_bytes()
    except OSError as error:
        raise OutputError(article.path, "its layout cannot be kept: {0}", describe_os_error(error)) from error
    if hashlib.sha256(data).hexdigest() != article.sha256:
        raise OutputError(article.path, "it has changed since it was read; open it again")
    return data


def _translations(document: Document) -> dict[str, tuple[TextSpan, ...]]:
    """Return the English of each place in the file; a place with nothing translated keeps its French."""
    translations: dict[str, tuple[TextSpan, ...]] = {}
    for paragraph in document.article.paragraphs:
        if paragraph.key and document.paragraph_target(paragraph):
            before = (*translations[paragraph.key], TextSpan(" ")) if paragraph.key in translations else ()
            translations[paragraph.key] = (*before, *list_english_spans(document, paragraph))
    return translations


def _unmarked(spans: tuple[TextSpan, ...]) -> tuple[TextSpan, ...]:
    """Take off the number of a list's item, which Word puts there itself."""
    return (spans[0]._replace(text=_MARKER.sub("", spans[0].text)), *spans[1:])


def _replace(paragraph: Any, seen: list[Any], spans: tuple[TextSpan, ...]) -> None:
    """Put English where a paragraph's first words are, set as most of its words are; what is no text stays."""
    runs = [run for run in seen if _text(run)]
    if not runs:
        return
    usual = max(runs, key=lambda run: (not (Run(run, _ALONE).bold or Run(run, _ALONE).italic), len(_text(run))))
    properties = usual.find(qn("w:rPr"))
    place = runs[0]
    while place.getparent() is not paragraph:
        place = place.getparent()
    for span in spans:
        new_run = OxmlElement("w:r")
        if properties is not None:
            new_run.append(deepcopy(properties))
        run = Run(new_run, _ALONE)
        run.text, run.bold, run.italic = span.text, span.bold or None, span.italic or None
        set_language(new_run.get_or_add_rPr(), ENGLISH)
        place.addprevious(new_run)
    for run in runs:
        _empty(run)
    for struck in [part for name in ("del", "moveFrom") for part in paragraph.findall(qn(f"w:{name}"))]:
        paragraph.remove(struck)  # French that was struck out is struck out of nothing


def _text(run: Any) -> str:
    return "".join(part.text or "" for part in run.findall(qn("w:t")))


def _empty(run: Any) -> None:
    """Take the words out of a run, and the run if nothing is left, and a link without words."""
    for part in list(run):
        if part.tag in _WORDS and part.get(qn("w:type")) not in {"page", "column"}:
            run.remove(part)
    if all(part.tag == qn("w:rPr") for part in run):
        around = run.getparent()
        around.remove(run)
        if around.tag in _WRAPPERS and len(around) == 0:
            around.getparent().remove(around)
