"""Find the questions of an interview: set in bold, named, or said between dashes, and answered more than once."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from visavis.model.article import Role
from visavis.readers.block import Block
from visavis.text.endings import ends_with

_Q = re.compile(r"(?:Q(?:uestion|\.|\d{1,2})?(?:\s?(?:n°\s?)?\d{1,2})?)\s*[:.–—-]\s*\S")
_NAMED = re.compile(r"([A-ZÀ-Ý][^:?!.]{0,40}?)\s?(?::|[.]?\s[–—])\s+\S")
_DASH = re.compile(r"\s*[–—-]\s*\S")
_ADDRESSED = re.compile(r"\b(?:vous|votre|vos)\b|-tu\b", re.IGNORECASE)
_FEWEST = 2
_SHORTEST_ANSWER = 12  # words, on average; the talk of a novel is shorter


def mark(blocks: list[Block]) -> list[Block]:
    """Return the blocks with an interviewer's questions marked, where two or more are answered."""
    for find in (_set_apart, _lettered, _named, _dashed, _plain):
        places = find(blocks)
        if len(places) >= _FEWEST and any(b.role is Role.BODY for i, b in enumerate(blocks) if i not in places):
            return [b._replace(role=Role.QUESTION, level=0) if i in places else b for i, b in enumerate(blocks)]
    return blocks


def _set_apart(blocks: list[Block]) -> set[int]:
    """Return the paragraphs in bold or italics throughout, from the first question on, where most of these ask."""
    for style in (2, 3):
        whole = [i for i, block in enumerate(blocks) if _may_ask(block) and _is_set(block, style)]
        asking = [i for i in whole if ends_with(blocks[i].text, "?")]
        if len(asking) >= _FEWEST and _alternate(blocks, asking):
            return {
                i
                for i in whole
                if i >= asking[0] and (i in asking or (style == 2 and len(blocks[i].text.split()) >= 6))
            }
    return set()


def _is_set(block: Block, style: int) -> bool:
    """True if all of a block is bold (2) or italic (3), but for its last marks."""
    if not block.runs:
        return False
    letters = sum(map(str.isalnum, block.text))
    return letters > 0 and letters == sum(
        sum(map(str.isalnum, block.text[run[0] : run[1]])) for run in block.runs if run[style]
    )


def _alternate(blocks: list[Block], asking: list[int]) -> bool:
    """True if something stands between most questions."""
    parted = sum(after - before > 1 for before, after in pairwise(asking))
    return parted * 2 >= len(asking) - 1 and asking[0] + 1 < len(blocks)


def _lettered(blocks: list[Block]) -> set[int]:
    return {i for i, block in enumerate(blocks) if _may_ask(block) and _Q.match(block.text)}


def _named(blocks: list[Block]) -> set[int]:
    """Return what the speaker says whose contributions mostly ask: "Le Courrier : …"."""
    said: defaultdict[str, list[int]] = defaultdict(list)
    for i, block in enumerate(blocks):
        if _may_ask(block) and (name := _NAMED.match(block.text)):
            said[name[1].strip()].append(i)
    speakers = [places for places in said.values() if len(places) >= _FEWEST]
    asking = [places for places in speakers if sum(ends_with(blocks[i].text, "?") for i in places) >= 0.6 * len(places)]
    return set(asking[0]) if len(asking) == 1 else set()


def _dashed(blocks: list[Block]) -> set[int]:
    """Return the questions after a dash, three or more, with answers that are no small talk."""
    asking = [i for i, b in enumerate(blocks) if _may_ask(b) and _DASH.match(b.text) and ends_with(b.text, "?")]
    if len(asking) <= _FEWEST or not _alternate(blocks, asking):
        return set()
    return set(asking) if _are_answers(blocks, asking) else set()


def _are_answers(blocks: list[Block], asking: list[int]) -> bool:
    """True if what follows the questions is more than small talk."""
    others = [
        b for i, b in enumerate(blocks[asking[0] :], asking[0]) if i not in asking and b.role in {Role.BODY, Role.LIST}
    ]
    return sum(len(b.text.split()) for b in others) >= _SHORTEST_ANSWER * len(asking)


def _plain(blocks: list[Block]) -> set[int]:
    """Return the questions to somebody that nothing sets apart, three or more, each with an answer."""
    asking = [i for i, b in enumerate(blocks) if _may_ask(b) and ends_with(b.text, "?") and _ADDRESSED.search(b.text)]
    answered = all(after - before > 1 for before, after in pairwise([*asking, len(blocks)]))
    return set(asking) if len(asking) > _FEWEST and answered and _are_answers(blocks, asking) else set()


def _may_ask(block: Block) -> bool:
    return block.role in {Role.BODY, Role.LIST, Role.HEADING} and not block.cell
