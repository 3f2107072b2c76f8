"""Writes OpenDocument texts (A4), every paragraph marked with its language."""

from __future__ import annotations

import io
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from odf import dc, meta, style, table, text
from odf.opendocument import OpenDocumentText

from visavis.exports.composition import BOTH, ENGLISH, BilingualBlock, Block, TableBlock, TextBlock, compose
from visavis.exports.emphasis import TextSpan
from visavis.exports.registry import Layout, Options
from visavis.exports.writers import odt_in_place
from visavis.model.article import Role
from visavis.model.document import Document

_SERIF = "Liberation Serif"
# Properties of the paragraph styles and of the emphasis styles.
_LOOKS = {
    "Title": {"fontsize": "20pt", "fontweight": "bold"},
    "Heading": {"fontsize": "14pt", "fontweight": "bold"},
    "Body": {"fontsize": "11pt"},
    "List": {"fontsize": "11pt"},
    "Caption": {"fontsize": "10pt", "fontstyle": "italic", "color": "#555555"},
    "Aside": {"fontsize": "9pt", "color": "#555555"},
}
_EMPHASIS = {
    "Bold": {"fontweight": "bold"},
    "Italic": {"fontstyle": "italic"},
    "BoldItalic": {"fontweight": "bold", "fontstyle": "italic"},
}


def write(document: Document, options: Options) -> bytes:
    """Return the document, or the original translated in place."""
    if options.layout is Layout.IN_PLACE:
        return odt_in_place.write(document, options)
    made, composed = OpenDocumentText(), compose(document, options)
    _prepare(made)
    made.meta.addElement(dc.Title(text=composed.title))
    made.meta.addElement(dc.Language(text=ENGLISH))
    if options.made:
        made.meta.addElement(meta.CreationDate(text=options.made.isoformat()))
    for paired, group in groupby(composed.blocks, lambda block: isinstance(block, BilingualBlock)):
        if paired:
            _columns(made.text, (block for block in group if isinstance(block, BilingualBlock)))
        else:
            _flow(made.text, group)
    for line in composed.notes:
        made.text.addElement(text.P(stylename=f"Aside-{ENGLISH}", text=line))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _prepare(made: Any) -> None:
    """Add the page layout and styles: each paragraph style in each language, emphasis, bullets, cells."""
    page = style.PageLayout(name="A4")
    edges = {f"margin{edge}": "22mm" for edge in ("top", "bottom", "left", "right")}
    page.addElement(style.PageLayoutProperties(pagewidth="210mm", pageheight="297mm", **edges))
    made.automaticstyles.addElement(page)
    made.masterstyles.addElement(style.MasterPage(name="Standard", pagelayoutname=page))
    made.fontfacedecls.addElement(style.FontFace(name=_SERIF, fontfamily=f"'{_SERIF}'", fontfamilygeneric="roman"))
    for look, letters in _LOOKS.items():
        for language in BOTH:
            tongue, country = language.split("-")
            one = style.Style(name=f"{look}-{language}", family="paragraph")
            together = "always" if look in {"Title", "Heading"} else "auto"
            one.addElement(style.ParagraphProperties(marginbottom="2.5mm", keepwithnext=together))
            one.addElement(style.TextProperties(fontname=_SERIF, language=tongue, country=country, **letters))
            made.styles.addElement(one)
    for name, letters in _EMPHASIS.items():
        one = style.Style(name=name, family="text")
        one.addElement(style.TextProperties(**letters))
        made.styles.addElement(one)
    bullets = text.ListStyle(name="Bullets")
    for level in range(1, 11):
        bullet = text.ListLevelStyleBullet(level=level, bulletchar="•")
        bullet.addElement(style.ListLevelProperties(spacebefore=f"{6 * level}mm", minlabelwidth="4mm"))
        bullets.addElement(bullet)
    made.styles.addElement(bullets)
    for name, border in (("Cell", "0.5pt solid #999999"), ("Side", "none")):
        one = style.Style(name=name, family="table-cell")
        one.addElement(style.TableCellProperties(border=border, padding="1.5mm"))
        made.automaticstyles.addElement(one)


def _flow(place: Any, blocks: Iterable[Block]) -> None:
    """Add paragraphs, lists and tables."""
    for block in blocks:
        if isinstance(block, TableBlock):
            grid = _grid(place, len(block.rows[0]))
            for row in block.rows:
                _row(grid, "Cell", row)
        elif isinstance(block, TextBlock):
            _paragraph(place, block)


def _columns(place: Any, pairs: Iterable[BilingualBlock]) -> None:
    grid = _grid(place, 2)
    for pair in pairs:
        _row(grid, "Side", ((pair.left,), (pair.right,)))


def _grid(place: Any, columns: int) -> Any:
    grid = table.Table()
    grid.addElement(table.TableColumn(numbercolumnsrepeated=columns))
    place.addElement(grid)
    return grid


def _row(grid: Any, look: str, cells: Iterable[Iterable[Block]]) -> None:
    row = table.TableRow()
    for blocks in cells:
        cell = table.TableCell(stylename=look, valuetype="string")
        _flow(cell, blocks)
        row.addElement(cell)
    grid.addElement(row)


def _paragraph(place: Any, block: TextBlock) -> None:
    """Add a paragraph; each list item gets a list of its own, which word processors join."""
    if block.role is Role.HEADING:
        made = text.H(outlinelevel=block.level, stylename=f"Heading-{block.language}")
    else:
        made = text.P(stylename=f"{block.role.value.capitalize()}-{block.language}")
    _fill(made, block.spans)
    if block.bulleted:
        for _ in range(min(block.level, 9) + 1):
            item, around = text.ListItem(), text.List(stylename="Bullets")
            item.addElement(made)
            around.addElement(item)
            made = around
    place.addElement(made)


def _fill(paragraph: Any, spans: Iterable[TextSpan]) -> None:
    for span in spans:
        name = "Bold" * span.bold + "Italic" * span.italic
        if name:
            paragraph.addElement(text.Span(stylename=name, text=span.text))
        else:
            paragraph.addText(span.text)
