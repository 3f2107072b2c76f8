"""What to read of a clipboard, or of what was dropped: its markup where that says more than its text."""

from __future__ import annotations

import re

#: An editor of plain text colours what it copies; only these make paragraphs, headings, lists or emphasis.
_RICH = re.compile(r"<(?:p|h[1-6]|ul|ol|table|b|strong|i|em|a|blockquote)\b", re.IGNORECASE)
_NOT_SHOWN = re.compile(r"<(style|script|title)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>|&nbsp;", re.IGNORECASE | re.DOTALL)
_PAGE = re.compile(r"<html\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\s*(?:https?|ftp)://\S+\s*")


def choose_content(html: str, text: str) -> str:
    """Return a page made of the markup or, where that has nothing to add, the text; either may be empty."""
    shown = bool(html) and bool(_NOT_SHOWN.sub("", html).strip())
    if not shown or (text.strip() and not _RICH.search(html)):
        return text
    return html if _PAGE.search(html) else f"<html><body>{html}</body></html>"


def is_address(text: str) -> bool:
    """Tell whether a text is the address of a web page and nothing else."""
    return _ADDRESS.fullmatch(text) is not None
