"""Writes Word files (A4), every run marked with its language."""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from visavis.exports import provenance
from visavis.exports.composition import ENGLISH, BilingualBlock, Block, Composition, TableBlock, TextBlock, compose
from visavis.exports.emphasis import TextSpan
from visavis.exports.registry import Layout, Options
from visavis.exports.writers import docx_in_place
from visavis.exports.writers.docx_runs import PROVENANCE, add_runs, add_style
from visavis.model.article import Role
from visavis.model.document import Document

_FONT = "Times New Roman"


def write(document: Document, options: Options) -> bytes:
    """Return the document, or the original file translated in place."""
    if options.layout is Layout.IN_PLACE:
        return docx_in_place.write(document, options)
    file = docx.Document()
    composed = compose(document, options)
    _prepare(file, composed, options)
    for block in composed.blocks:
        _add(file, block)
    for line in composed.notes:
        add_runs(file.add_paragraph(style=PROVENANCE), (TextSpan(line),), ENGLISH)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _prepare(file: Any, composed: Composition, options: Options) -> None:
    """Set up the page, the styles and the file's metadata."""
    page = file.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(22)
    page.top_margin = page.bottom_margin = Mm(22)
    for tag in file.styles.element.iter(qn("w:lang")):
        tag.set(qn("w:val"), ENGLISH)
    for tag in file.styles.element.iter(qn("w:rFonts")):  # the theme's fonts are not installed on every machine
        tag.attrib.clear()
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            tag.set(qn(f"w:{script}"), _FONT)
    for name in ("Title", "Caption", *(f"Heading {level}" for level in range(1, 10))):
        file.styles[name].font.color.rgb = RGBColor(0, 0, 0)
    file.styles["Title"].font.size = Pt(20)
    add_style(file, PROVENANCE)
    add_style(file, "Aside")
    properties = file.core_properties
    properties.title, properties.author, properties.comments = composed.title[:255], "", ""
    properties.language = ENGLISH
    if options.made:
        properties.created = properties.modified = datetime.combine(options.made, time())


def _add(place: Any, block: Block, first: Any = None) -> None:
    """Add a block to the document or to a cell; `first` is the empty paragraph every new cell has."""
    if isinstance(block, TextBlock):
        paragraph = first if first is not None else place.add_paragraph()
        paragraph.style = paragraph.part.document.styles[_style(block)]
        add_runs(paragraph, block.spans, block.language)
        if block.remarks and paragraph.runs:
            file = paragraph.part.document
            file.add_comment(paragraph.runs, "\n".join(block.remarks), provenance.PROGRAM, initials="V")
    elif isinstance(block, TableBlock):
        columns = len(block.rows[0])
        table = place.add_table(len(block.rows), columns)
        table.style = table.part.document.styles["Table Grid"]
        for row, texts in zip(table.rows, block.rows, strict=True):
            for cell, parts in zip(row.cells, texts, strict=True):
                for number, text in enumerate(parts):
                    _add(cell, text, None if number else cell.paragraphs[0])
    else:
        _pair(place, block)


def _pair(place: Any, pair: BilingualBlock) -> None:
    """Add French and English side by side, as a row of the two-column table just before, or of a new one."""
    last = place.element.body[-2] if len(place.element.body) > 1 else None
    table = place.tables[-1] if last is not None and last.tag == qn("w:tbl") else place.add_table(0, 2)
    for cell, block in zip(table.add_row().cells, (pair.left, pair.right), strict=True):
        _add(cell, block, cell.paragraphs[0])


def _style(text: TextBlock) -> str:
    """Return the style name for a paragraph, from Word's default template."""
    match text.role:
        case Role.TITLE:
            return "Title"
        case Role.HEADING:
            return f"Heading {min(text.level, 9)}"
        case Role.LIST:
            depth = f" {min(text.level, 2) + 1}" if text.level else ""
            return f"List Bullet{depth}" if text.bulleted else f"List{depth}"
        case Role.CAPTION:
            return "Caption"
        case Role.ASIDE:
            return "Aside"
    return "Normal"
