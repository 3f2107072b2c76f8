"""Letters without what tells one spelling of a name from another."""

from __future__ import annotations

import unicodedata

#: What Unicode does not take apart.
_PLAIN = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "ı": "i", "ħ": "h", "ŧ": "t"}
)


def reduce_to_letters(text: str) -> str:
    """Return the Latin letters and digits of a text, small and without accents."""
    parts = unicodedata.normalize("NFKD", text.lower().translate(_PLAIN))
    return "".join(c for c in parts if c.isascii() and c.isalnum())
