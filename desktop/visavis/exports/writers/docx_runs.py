"""Helpers for both Word writers: runs with their language, and the muted styles."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from visavis.exports.emphasis import TextSpan

PROVENANCE = "Provenance"
_GREY = RGBColor(0x55, 0x55, 0x55)


def add_style(file: Any, name: str) -> Any:
    """Add a style for muted text, unless it exists."""
    if name in [style.name for style in file.styles]:
        return file.styles[name]
    style = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = file.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    style.font.size, style.font.color.rgb = Pt(9), _GREY
    return style


def add_runs(paragraph: Any, spans: tuple[TextSpan, ...], language: str) -> None:
    """Append runs of text to a paragraph."""
    for span in spans:
        run = paragraph.add_run(span.text)
        run.bold, run.italic = span.bold or None, span.italic or None
        set_language(run._r.get_or_add_rPr(), language)


def set_language(properties: Any, language: str) -> None:
    """Set the language of a run."""
    tag = properties.find(qn("w:lang"))
    if tag is None:
        tag = OxmlElement("w:lang")
        properties.append(tag)
    tag.set(qn("w:val"), language)
