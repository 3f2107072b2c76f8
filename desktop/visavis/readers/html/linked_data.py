"""The article that a page carries as data for search engines (JSON-LD), where a script was to show it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml.html import HtmlElement

_PARAGRAPHS = re.compile(r"</(?:p|div|h\d|li)>|<br\s*/?>|\n+", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>")
_DEEPEST = 12


def list_scripts(page: HtmlElement) -> list[str]:
    """Return the data of a page as it stands there."""
    kinds = ((script, script.get("type", "").partition(";")[0].strip().lower()) for script in page.iter("script"))
    return [script.text or "" for script, kind in kinds if kind == "application/ld+json"]


def find_article_body(data: list[str]) -> list[str]:
    """Return the paragraphs of the longest article in the data of a page, or none."""
    found: list[str] = []
    for script in data:
        try:
            values = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        found += _bodies(values)
    longest = max(found, key=len, default="")
    texts = (" ".join(unescape(_TAGS.sub(" ", part)).split()) for part in _PARAGRAPHS.split(longest))
    return [text for text in texts if text]


def _bodies(values: Any, depth: int = 0) -> Iterator[str]:
    """Yield what is called the body of an article; the posts of a live report are one body."""
    if depth > _DEEPEST:
        return
    if isinstance(values, list):
        for value in values:
            yield from _bodies(value, depth + 1)
    elif isinstance(values, dict):
        posts = values.get("liveBlogUpdate")
        if isinstance(posts, list):
            yield "\n".join(body for post in posts for body in _bodies(post, depth + 1))
        body = values.get("articleBody")
        if isinstance(body, str):
            yield body
        for name, value in values.items():
            if name != "liveBlogUpdate" and isinstance(value, (dict, list)):
                yield from _bodies(value, depth + 1)
