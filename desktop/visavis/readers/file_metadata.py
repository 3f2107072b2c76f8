"""A file's metadata, cleaned of defaults that programs fill in."""

from __future__ import annotations

import re

from visavis.readers.block import clean_text

# Values that programs insert when nobody has entered a title or an author.
_NO_TITLE = re.compile(
    r"(?:sans[ -]titre|untitled|about:blank|(?:word )?document ?\d*|microsoft \w+ - .*|(?:https?|file):.*"
    r"|pr[ée]sentation(?: powerpoint|\d*)|powerpoint presentation|(?:diapositive|slide) \d+"
    r"|.*\.(?:docx?|pptx?|odt|odp|rtf|html?|pdf|indd|qxp|tex|pages))$",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"(?:admin\w*|user|utilisateur|unknown|inconnu|anonym\w*|root|owner|pc|python-docx|windows\b.*|.*@.*)$",
    re.IGNORECASE,
)


def clean_title(raw: str | None) -> str:
    """Return the stated title on one line, or an empty string."""
    stated = _line(raw)
    return "" if _NO_TITLE.match(stated) else stated


def clean_author(raw: str | None) -> str:
    """Return the stated author on one line, or an empty string."""
    stated = _line(raw)
    return stated if 2 < len(stated) <= 100 and not _NO_AUTHOR.match(stated) else ""


def _line(text: str | None) -> str:
    return " ".join(clean_text(text or "").split())
