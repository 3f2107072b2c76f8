"""A document as plain text."""

from __future__ import annotations

from visavis.exports.composition import Block, Composed, Pair, Text, compose
from visavis.exports.registry import Layout, Options
from visavis.model.document import Document


def write(document: Document, options: Options) -> bytes:
    """Return the document in UTF-8."""
    return plain(compose(document, options)).encode()


def text(document: Document, *, bilingual: bool = False, summary: int = 0) -> str:
    """Return the translation, or French and English by turns, for a terminal or the clipboard."""
    return plain(compose(document, Options(Layout.INTERLEAVED if bilingual else Layout.TRANSLATION, summary)))


def plain(composed: Composed) -> str:
    """Return what was composed, a blank line between paragraphs, a tab between the cells of a table."""
    blocks = [_block(block) for block in composed.blocks]
    if composed.notes:
        blocks.append("\n".join(["--", *composed.notes]))
    return "\n\n".join(blocks) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Text):
        return "    " * block.level * block.bulleted + ("• " if block.bulleted else "") + block.plain
    if isinstance(block, Pair):
        return f"{_block(block.left)}\n\n{_block(block.right)}"
    return "\n".join("\t".join(" / ".join(part.plain for part in cell) for cell in row) for row in block.rows)
