"""A quotation for the clipboard: English, French, and who says it as the article has it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.core.quotations import Quotation
from desktop.exports.compose import ENGLISH, FRENCH


def attribution_line(quotation: Quotation) -> str:
    """Return who says it and how, such as "John Kirby, said (a déclaré)"; empty if the article does not say."""
    verb = f"{quotation.said} ({quotation.verb})" if quotation.verb and quotation.said else quotation.verb
    return ", ".join(filter(None, (quotation.speaker or quotation.pronoun, verb)))


def quotation_text(quotation: Quotation, english: str, source: str) -> str:
    """Return a quotation as plain text, its attribution below, then the source line unless it is empty."""
    lines = [*(text for _, text in _lines(quotation, english)), *(("", source) if source else ())]
    return "\n".join(lines) + "\n"


def quotation_html(quotation: Quotation, english: str, source: str) -> str:
    """Return the same as rich text, each line in its language."""
    lines = [f'<p lang="{language}">{escape(text)}</p>' for language, text in _lines(quotation, english)]
    return "\n".join([*lines, *([f"<p><small>{escape(source)}</small></p>"] if source else [])])


def _lines(quotation: Quotation, english: str) -> list[tuple[str, str]]:
    said = attribution_line(quotation)
    french = " ".join(quotation.text.split())
    lines = [(ENGLISH, f"“{english or '…'}”"), (FRENCH, f"«\u00a0{french}\u00a0»")]
    return [*lines, (ENGLISH, f"— {said}")] if said else lines
