"""A summary as text for the clipboard or the terminal: French, English or both, with its source line."""

from __future__ import annotations

from enum import Enum
from pathlib import PurePath

from desktop.core.document import Document
from desktop.core.errors import printable


class Language(str, Enum):
    """Which side of a document to give."""

    FRENCH = "fr"
    ENGLISH = "en"
    BOTH = "both"


def source_line(document: Document) -> str:
    """Return the line that says where the text is from and what translated it."""
    article, package = document.article, document.package
    name = PurePath(article.path).name
    parts = [part for part in (article.title if article.title != name else "", name) if part]
    if package.name:
        parts.append(f"machine translation, {package.name} {package.version}")
    return printable(f"[{' · '.join(parts)}]", 1000)


def summary_text(document: Document, count: int, language: Language) -> str:
    """Return the summary of `count` sentences, a sentence a line, then an empty line and the source line."""
    lines = []
    for sentence, target in document.chosen(count):
        french, english = " ".join(sentence.text.split()), target or "…"
        if language is Language.BOTH:
            lines += [french, english, ""]
        else:
            lines.append(french if language is Language.FRENCH else english)
    if language is not Language.BOTH:
        lines.append("")
    return "\n".join([*lines, source_line(document)]) + "\n"
