"""How a text ends: the last sign, before any closing quotation marks, brackets and spaces."""

from __future__ import annotations

_SPACES = "".join(filter(str.isspace, map(chr, range(0x3001))))
_CLOSING = _SPACES + "»”\"')]"


def ends_with(text: str, signs: str) -> bool:
    """True if one of the signs is the last of a text, before what closes a quotation or bracket."""
    return text.rstrip(_CLOSING).endswith(tuple(signs))


def ends_sentence(text: str) -> bool:
    """True if a text ends as a sentence does."""
    return ends_with(text, ".!?…")
