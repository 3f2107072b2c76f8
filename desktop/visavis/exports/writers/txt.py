"""Writes plain text."""

from __future__ import annotations

from visavis.exports.composition import BilingualBlock, Block, Composition, TextBlock, compose
from visavis.exports.registry import Layout, Options
from visavis.model.document import Document


def write(document: Document, options: Options) -> bytes:
    """Return the document in UTF-8."""
    return format_composition(compose(document, options)).encode()


def format_text(document: Document, *, bilingual: bool = False, summary: int = 0) -> str:
    """Return the translation, or French and English interleaved, for a terminal or the clipboard."""
    return format_composition(
        compose(document, Options(Layout.INTERLEAVED if bilingual else Layout.TRANSLATION, summary))
    )


def format_composition(composed: Composition) -> str:
    """Return composed blocks as text: a blank line between paragraphs, a tab between table cells."""
    blocks = [_block(block) for block in composed.blocks]
    if composed.notes:
        blocks.append("\n".join(["--", *composed.notes]))
    return "\n\n".join(blocks) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, TextBlock):
        return "    " * block.level * block.bulleted + ("• " if block.bulleted else "") + block.plain
    if isinstance(block, BilingualBlock):
        return f"{_block(block.left)}\n\n{_block(block.right)}"
    return "\n".join("\t".join(" / ".join(part.plain for part in cell) for cell in row) for row in block.rows)
