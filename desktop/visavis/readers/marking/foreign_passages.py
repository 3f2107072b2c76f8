"""Find the paragraphs of a French article that are in another language: they are shown as they are."""

from __future__ import annotations

import re

from visavis.model.article import Role
from visavis.readers.block import Block
from visavis.text.language import guess_language

_FRENCH = re.compile(
    r"\b(?:de|la|le|les|des|du|et|est|une?|dans|que|qui|pour|au|aux|sur|ne|pas|ce|il)\b|\b[ldnsqj]['’]", re.I
)
_ROLES = frozenset((Role.BODY, Role.LIST, Role.ASIDE))
_FEWEST = 8  # words that tell, if the file does not
_FEWEST_STATED = 3
_START = 600  # characters


def mark(blocks: list[Block]) -> list[Block]:
    """Return the blocks with the language of those that are not French; as asides, unless most are none."""
    marked, foreign, words = [], 0, 0
    for block in blocks:
        language = _language(block) if block.role in _ROLES and not block.cell else ""
        count = len(block.text.split())
        words, foreign = words + count, foreign + count * bool(language)
        role = Role.ASIDE if language else block.role
        marked.append(block._replace(language=language, role=role))
    if foreign * 2 > words:  # the article itself is not French
        return [block._replace(language="") for block in blocks]
    return marked


def _language(block: Block) -> str:
    """Return the code of the language of a block that is surely not French."""
    start = block.text[:_START]
    words = len(start.split())
    stated = block.language[:2].lower()
    fewest = _FEWEST_STATED if stated not in {"", "fr"} else _FEWEST
    if words < fewest or len(_FRENCH.findall(start)) * 12 > words:
        return ""
    language = guess_language(start)
    return language if language not in {"", "fr"} and (stated in {"", "fr", language} or words >= _FEWEST) else ""
