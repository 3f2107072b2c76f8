"""English typography for copies and exports: quotation marks, apostrophes, dashes, and spaces that do not break.

Each sign takes the place of one, so that everything that refers to places in a text stays right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from visavis.model.document import Document
from visavis.text.verbatim import find_verbatim_spans

_UNITS = (
    "km|m|cm|mm|kg|g|t|l|ml|ha|km/h|kWh|MWh|GW|MW|kW|W|V|Hz|°C|%|€|million|billion|trillion|a\\.m\\.|p\\.m\\.|am|pm"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_FIXED = re.compile(
    rf"(?<=\d) (?=(?:{_UNITS})(?!\w)|(?:{_MONTHS})\b)|(?<=\b(?:Mr|Ms|Dr|St|No|no|pp)) (?=[A-Z\d])"
    r"|(?<=\b(?:Mr|Ms|Dr|St|No|no|pp)\.) (?=[A-Z\d])|(?<=\bMrs) (?=[A-Z])|(?<=[€$£]) (?=\d)| (?=[–—] )"
)
_DASH = re.compile(r"(?<= )-(?= )|(?<=\d)-(?=\d{4}\b)")
_CLIPPED = ("em ", "til", "tis")  # words that begin with an apostrophe, as figures do: the '90s
_BEFORE_OPENING = " \u00a0([{–—“‘/"


@dataclass(frozen=True, slots=True)
class Typography:
    """What is wanted: English quotation marks, apostrophes and dashes; spaces that do not break."""

    quotes: bool = False
    spaces: bool = False


def refine_document(document: Document, typography: Typography) -> Document:
    """Return a copy of the document whose English is set so."""
    if typography == Typography():
        return document
    refined = {id_: replace(p, target=refine_text(p.target, typography)) for id_, p in document.passages.items()}
    return replace(document, passages=refined)


def refine_text(text: str, typography: Typography) -> str:
    """Return a sentence of English set so; addresses stay as they are."""
    signs = list(text)
    if typography.quotes and any(sign in text for sign in "\"'-"):
        _set_quotes(text, signs)
        for match in _DASH.finditer(text):
            signs[match.start()] = "–"
    if typography.spaces:
        for match in _FIXED.finditer("".join(signs)):
            signs[match.start()] = "\u00a0"
    for start, end in find_verbatim_spans(text):
        signs[start:end] = text[start:end]
    return "".join(signs)


def _set_quotes(text: str, signs: list[str]) -> None:
    for at, sign in enumerate(text):
        if sign not in "\"'":
            continue
        before, after = signs[at - 1] if at else " ", text[at + 1 : at + 2]
        opens = before in _BEFORE_OPENING and not (after == "" or after.isspace())
        if sign == '"':
            signs[at] = "“" if opens else "”"
        else:
            clipped = after.isdigit() or text[at + 1 : at + 4].lower() in _CLIPPED
            signs[at] = "‘" if opens and not clipped else "’"
