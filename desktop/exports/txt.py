"""A document as plain text."""

from __future__ import annotations

from collections.abc import Iterator

from desktop import __version__
from desktop.core.article import Paragraph, Role
from desktop.core.document import Document
from desktop.core.errors import printable


def text(document: Document, *, bilingual: bool = False, summary: int = 0) -> str:
    """Return the translation, or French and English by turns, a blank line between paragraphs; then the provenance."""
    blocks = list(_blocks(document, bilingual))
    if chosen := list(document.chosen(summary)):
        blocks.append("Summary")
        blocks += [f"{' '.join(s.text.split())}\n{target}" if bilingual else target for s, target in chosen]
    return "\n\n".join([*blocks, provenance(document)]) + "\n"


def provenance(document: Document) -> str:
    """Return the lines that say what this text is made from, and that a machine made it."""
    article, package = document.article, document.package
    missing = document.total - len(document.passages)
    lines = [
        "--",
        f"Machine translation from French by Vis-à-vis {__version__}, package {package.name} {package.version}.",
        f"Source: {printable(article.path, 1000)} (SHA-256 {article.sha256}).",
    ]
    if missing:
        lines.append(f"Not finished: {missing} of {document.total} sentences are not translated.")
    return "\n".join(lines)


def _blocks(document: Document, bilingual: bool) -> Iterator[str]:
    for paragraph in document.article.paragraphs:
        if not paragraph.sentences:
            continue
        english = bullet(paragraph) + document.paragraph_target(paragraph)
        yield f"{french(document, paragraph)}\n\n{english}" if bilingual else english


def french(document: Document, paragraph: Paragraph) -> str:
    """Return the original of a paragraph as it stands in the article."""
    return bullet(paragraph) + document.article.text[paragraph.start : paragraph.end].strip()


def bullet(paragraph: Paragraph) -> str:
    """Return the mark before a list item."""
    return "• " if paragraph.role is Role.LIST else ""
