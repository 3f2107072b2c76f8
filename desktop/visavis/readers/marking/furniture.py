"""What stands beside an article, told by where it stands and how it repeats: contents, prompts, other articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import takewhile

from visavis.model.article import Role
from visavis.readers.block import Block
from visavis.text.endings import ends_sentence

TEXT = frozenset((Role.BODY, Role.LIST, Role.HEADING))
_SIGNS = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"^(?:\d{1,3}|[IVX]{1,5}|[a-z])[.)\]\s/–-]+\s*|[\s.…_]+\d{1,4}$")
_SHORT = 45  # words
_LEAST_BEFORE = 2.0  # times as many words must stand above a list of other articles as in it
_FEWEST_REPEATED = _FEWEST_DATED = 3
_LONGEST_NAME = 8  # words of a publication
_DATE = re.compile(
    r"\W*(?:le )?\d{1,2}(?:er)?(?:[/.-]\d{1,2}[/.-]\d{2,4}|\s[^\W\d_]{3,9}(?:\s\d{4})?)\W*$", re.IGNORECASE
)


def reduce_to_key(text: str) -> str:
    """Return the letters and digits of a text in lower case, without the number of an item or a page."""
    return _SIGNS.sub("", _NUMBER.sub("", text)).casefold()


def mark_contents(blocks: list[Block]) -> list[Block]:
    """Mark the lines that name headings below them, two or more together or under a label: a table of contents."""
    last = {reduce_to_key(block.text): i for i, block in enumerate(blocks) if block.role is Role.HEADING}
    named = [
        block.role in {Role.BODY, Role.LIST}
        and not ends_sentence(block.text)
        and last.get(reduce_to_key(block.text), -1) > i
        for i, block in enumerate(blocks)
    ]
    listed = {
        i
        for i, one in enumerate(named)
        if one and (named[i - 1 : i] == [True] or named[i + 1 : i + 2] == [True] or blocks[i].role is Role.LIST)
    }
    labels = {i - 1 for i in listed if i and _is_label(blocks[i - 1])} - listed
    return _asides(blocks, listed | labels)


def _is_label(block: Block) -> bool:
    return reduce_to_key(block.text) in {
        "sommaire",
        "aulire",
        "auprogramme",
        "danscetarticle",
        "plan",
        "tabledesmatières",
        "contenu",
    }


def mark_repeated(blocks: list[Block]) -> list[Block]:
    """Mark what repeats the title in the text, and short blocks that stand there three times or more."""
    title = next((reduce_to_key(block.text) for block in blocks if block.role is Role.TITLE), "")
    words = next((len(block.text.split()) for block in blocks if block.role is Role.TITLE), 0)
    some = [
        i
        for i, block in enumerate(blocks)
        if block.role in TEXT and not block.cell and len(block.text.split()) <= _SHORT
    ]
    keys = {i: reduce_to_key(blocks[i].text) for i in some}
    counts = Counter(keys.values())
    often = {i for i in some if counts[keys[i]] >= _FEWEST_REPEATED and blocks[i].role is not Role.HEADING}
    again = {i for i in some if len(title) > 10 and keys[i].startswith(title) and _adds_little(blocks[i], words)}
    marked = _asides(blocks, often | again)
    # A text that is there several times as a whole is no furniture: something must be left to sum up.
    return marked if any(block.role is Role.BODY for block in marked) else blocks


def _adds_little(block: Block, words: int) -> bool:
    long = len(block.text.split())
    return block.role is not Role.HEADING and long <= words + 8 and (long == words or not ends_sentence(block.text))


def mark_between(blocks: list[Block], label: re.Pattern[str]) -> list[Block]:
    """Mark short lines without an end mark after an aside: under "Lire aussi", before another or the end."""
    marked = list(blocks)
    for i, block in enumerate(blocks):
        if i and marked[i - 1].role is Role.ASIDE and block.role in TEXT and _is_line(block):
            after = next((other for other in blocks[i + 1 :] if not (other.role in TEXT and _is_line(other))), None)
            if after is None or after.role is Role.ASIDE or _names_others(marked[i - 1], label):
                marked[i] = block._replace(role=Role.ASIDE)
    return marked


def _names_others(block: Block, label: re.Pattern[str]) -> bool:
    """True if a block is a label above other articles."""
    return label.fullmatch(block.text.replace("’", "'").strip(" :–—-+►▶→•")) is not None


def _is_line(block: Block) -> bool:
    return len(block.text.split()) <= 12 and not ends_sentence(block.text) and not block.cell


def mark_others(blocks: list[Block], label: re.Pattern[str]) -> list[Block]:
    """Mark what follows a label such as "À lire aussi" to the end: a list with dates, or far fewer words than above."""
    for i, block in enumerate(blocks):
        if not i or len(block.text) > 80 or not _names_others(block, label):
            continue
        below = [other for other in blocks[i:] if other.role in TEXT]
        above = sum(len(other.text.split()) for other in blocks[:i] if other.role in TEXT)
        short = all(len(other.text.split()) <= _SHORT for other in below)
        dated = sum(_DATE.match(other.text) is not None for other in blocks[i:]) >= _FEWEST_DATED
        if dated or (short and above >= _LEAST_BEFORE * sum(len(other.text.split()) for other in below)):
            return _asides(blocks, range(_start_of_list(blocks, i), len(blocks)))
    return blocks


def _start_of_list(blocks: list[Block], label: int) -> int:
    """Return where the short items begin that stand between an aside and a label above other articles."""
    start = label
    while start and blocks[start - 1].role is Role.LIST and len(blocks[start - 1].text.split()) <= _SHORT:
        start -= 1
    return start if start and blocks[start - 1].role is Role.ASIDE else label


def mark_publications(blocks: list[Block], issue: re.Pattern[str]) -> list[Block]:
    """Mark the lines directly above the number of an issue: the name of what it was printed in."""
    names: set[int] = set()
    for i, block in enumerate(blocks):
        if block.role is Role.ASIDE and issue.match(block.text):
            above = takewhile(lambda at: _may_name(blocks[at]), range(i - 1, -1, -1))
            names.update(above)
    return _asides(blocks, names)


def _may_name(block: Block) -> bool:
    return block.role in {Role.BODY, Role.LIST} and _is_line(block) and len(block.text.split()) <= _LONGEST_NAME


def _asides(blocks: list[Block], places: Iterable[int]) -> list[Block]:
    marked = list(blocks)
    for i in places:
        if marked[i].role in TEXT:
            marked[i] = marked[i]._replace(role=Role.ASIDE, level=0)
    return marked
