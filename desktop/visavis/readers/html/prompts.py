"""Find the links to other articles that stand between two sentences of a paragraph: "À lire aussi", then a title."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

_LABEL = re.compile(
    r"\s*(?:(?:[àÀA]\s)?(?:LIRE|VOIR|ÉCOUTER)|[àÀA]\s(?:lire|voir|écouter)|Lire|Voir|Écouter)"
    r"\s(?:aussi|également|AUSSI|ÉGALEMENT)\b"
)
_NEW_SENTENCE = re.compile(r"\s*(?:[«“\"]\s*)?[A-ZÀ-Ý]")


def find_prompt_end(element: HtmlElement) -> HtmlElement | None:
    """Return the link that ends a prompt which opens with an element, where a new sentence follows it."""
    text = element.text
    if (not text or text.isspace()) and len(element):
        text = element[0].text
    if not text or not _LABEL.match(text):
        return None
    end = element if element.tag == "a" or element.find(".//a") is not None else element.getnext()
    linked = end is element or (end is not None and end.tag == "a" and not any(map(str.isalnum, element.tail or "")))
    return end if linked and _NEW_SENTENCE.match(end.tail or "") else None
