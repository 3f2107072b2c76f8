"""Writes Markdown (CommonMark with GitHub's tables); French is set as block quotes before the English."""

from __future__ import annotations

import re
from dataclasses import replace

from visavis.exports.composition import FRENCH, BilingualBlock, Block, TextBlock, compose
from visavis.exports.emphasis import TextSpan
from visavis.exports.registry import Options
from visavis.model.article import Role
from visavis.model.document import Document

# characters to escape; also those that GitHub turns into links
_SIGNS = re.compile(r"[\\`*_\[\]<>|~&$^@{}]|:(?=//)|(?<=www)\.")
# what would start a heading, a list or a rule at the start of a line
_AT_START = re.compile(r"^(?:[#+=:%-]|\d+[.)](?=\s|$))")
_NUMBER = re.compile(r"(\d+)([.)]) ")


def write(document: Document, options: Options) -> bytes:
    """Return the document in UTF-8."""
    composed = compose(document, options)
    made = ""
    last: TextBlock | None = None  # the list item just before
    for block in composed.blocks:
        item = _listed(block, last)
        together = last and item and last.language == item.language and last.bulleted == item.bulleted
        made += ("\n" if together else "\n\n" if made else "") + _block(item or block)
        last = item
    if composed.notes:
        made += "\n\n---\n\n" + "  \n".join(map(_escaped, composed.notes))
    return f"{made}\n".encode()


def _listed(block: Block, last: TextBlock | None) -> TextBlock | None:
    """Return a list item no deeper than one level below the last one; deeper, it would be read as a code block."""
    if not isinstance(block, TextBlock) or block.role is not Role.LIST:
        return None
    deepest = last.level + 1 if last and last.language == block.language else 0
    return replace(block, level=min(block.level, deepest))


def _block(block: Block) -> str:
    if isinstance(block, BilingualBlock):
        return f"{_block(block.left)}\n\n{_block(block.right)}"
    if isinstance(block, TextBlock):
        return _prefix(block) + _item(block)
    rows = ["|".join(["", *(f" {_cell(cell)} " for cell in row), ""]) for row in block.rows]
    return "\n".join([rows[0], "|" + " --- |" * len(block.rows[0]), *rows[1:]])


def _prefix(text: TextBlock) -> str:
    """Return the Markdown prefix of a paragraph."""
    quoted = "> " if text.language == FRENCH else ""
    match text.role:
        case Role.TITLE:
            return f"{quoted}# "
        case Role.HEADING:
            return f"{quoted}{'#' * min(text.level, 6)} "
        case Role.LIST:
            return f"{quoted}{'    ' * text.level}{'- ' if text.bulleted else ''}"
    return quoted


def _item(text: TextBlock) -> str:
    made = _inline(text)
    if text.role is Role.LIST and (number := _NUMBER.match(text.plain)):
        return made.replace(f"{number[1]}\\{number[2]}", f"{number[1]}{number[2]}", 1)
    return made


def _cell(cell: tuple[TextBlock, ...]) -> str:
    return "<br>".join(map(_inline, cell))


def _inline(text: TextBlock) -> str:
    made = "".join(map(_span, text.spans))
    return _AT_START.sub(lambda found: re.sub(r"([^\d\s])$", r"\\\1", found[0]), made)


def _span(span: TextSpan) -> str:
    """Return a run; emphasis marks must touch a letter or digit to be recognised by all parsers."""
    letters = [at for at, c in enumerate(span.text) if c.isalnum()]
    if not letters or not (span.bold or span.italic):
        return _escaped(span.text)
    start, end = letters[0], letters[-1] + 1
    sign = "*" * (span.italic + 2 * span.bold)
    before, words, after = span.text[:start], span.text[start:end], span.text[end:]
    return f"{_escaped(before)}{sign}{_escaped(words)}{sign}{_escaped(after)}"


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text)
