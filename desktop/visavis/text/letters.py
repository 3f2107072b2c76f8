"""Reduces names to plain letters, so that spelling variants compare equal."""

from __future__ import annotations

import unicodedata

# Letters that Unicode normalisation does not decompose.
_PLAIN = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "ı": "i", "ħ": "h", "ŧ": "t"}
)


def reduce_to_letters(text: str) -> str:
    """Return the Latin letters and digits of a text, lowercase and without accents."""
    parts = unicodedata.normalize("NFKD", text.lower().translate(_PLAIN))
    return "".join(c for c in parts if c.isascii() and c.isalnum())
