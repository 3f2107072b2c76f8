"""A quotation for the clipboard, ready to paste: a sentence in English, and in French, each with its attribution."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from visavis.analysis.quotations import Quotation
    from visavis.model.document import Document
from visavis.exports.composition import ENGLISH, FRENCH


def format_attribution_line(quotation: Quotation, document: Document) -> str:
    """Return the attribution, such as "John Kirby said (a déclaré)"; empty if the article does not give one."""
    from visavis.analysis.attribution import format_attribution

    english = format_attribution(quotation, document)
    return f"{english} ({quotation.verb})" if english and quotation.verb else english


def format_quotation(quotation: Quotation, document: Document, source: str) -> str:
    """Return a quotation as plain text, both languages with their attributions, and the source line unless empty."""
    lines = [*(text for _, text in _list_lines(quotation, document)), *(("", source) if source else ())]
    return "\n".join(lines) + "\n"


def format_quotation_html(quotation: Quotation, document: Document, source: str) -> str:
    """Return the same as HTML, each line marked with its language."""
    lines = [f'<p lang="{language}">{escape(text)}</p>' for language, text in _list_lines(quotation, document)]
    return "\n".join([*lines, *([f"<p><small>{escape(source)}</small></p>"] if source else [])])


def _list_lines(quotation: Quotation, document: Document) -> list[tuple[str, str]]:
    from visavis.analysis.attribution import format_attribution, format_french_attribution
    from visavis.analysis.quotations import quote_in_english

    french = " ".join(quotation.text.split())
    english = quote_in_english(quotation, document) or "…"
    said, dit = format_attribution(quotation, document), format_french_attribution(quotation)
    return [
        (ENGLISH, f"“{_before_attribution(english)}” {said}." if said else f"“{english}”"),
        (FRENCH, f"«\u00a0{french}\u00a0»" + (f", {dit}." if dit else "")),
    ]


def _before_attribution(quote: str) -> str:
    """Return a quotation as it stands before "he said": a comma takes the place of the full stop."""
    return quote if quote.endswith(("?", "!", "…")) else quote.rstrip(".,; ") + ","
