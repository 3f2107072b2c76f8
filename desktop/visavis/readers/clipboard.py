"""Chooses between the HTML and the plain text of a clipboard or a drop."""

from __future__ import annotations

import re

# Tags that carry structure or emphasis; code editors copy HTML that only has colours.
_RICH = re.compile(r"<(?:p|h[1-6]|ul|ol|table|b|strong|i|em|a|blockquote)\b", re.IGNORECASE)
# markup without visible text
_NOT_SHOWN = re.compile(r"<(style|script|title)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>|&nbsp;", re.IGNORECASE | re.DOTALL)
_PAGE = re.compile(r"<html\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\s*<?(?:(?:https?|ftp)://?\S+|www\.\S+\.\S+|(?:[\w-]+\.)+[a-z]{2,6}/\S*)>?\s*", re.IGNORECASE)


def choose_content(html: str, text: str) -> str:
    """Return an HTML page, or the plain text if the HTML adds nothing; either argument may be empty."""
    shown = bool(html) and bool(_NOT_SHOWN.sub("", html).strip())
    if not shown or (text.strip() and not _RICH.search(html)):
        return text
    return html if _PAGE.search(html) else f"<html><body>{html}</body></html>"


def is_address(text: str) -> bool:
    """True if a text is a web address and nothing else."""
    return _ADDRESS.fullmatch(text) is not None
