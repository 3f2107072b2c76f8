"""Splits plain text into paragraphs, joining lines that were hard-wrapped."""

from __future__ import annotations

import re
from itertools import pairwise

from visavis.model.article import Role
from visavis.readers.block import Block
from visavis.readers.office.note_calls import without_typed_calls
from visavis.text.endings import ends_with

_BULLET = re.compile(r"[-*•◦‣▪·–—]\s+")
_LIST = re.compile(r"(?:[-*•◦‣▪·]\s+(?=\S)|\d{1,2}[.)]\s+(?=\S)|[a-z]\)\s+(?=\S))")
_SPEECH = re.compile(r"[–—]\s*(?=\S)")  # a dash that opens direct speech
_ENDED = ".!?…:;"  # the end of a sentence, or an introduction to what follows
_HYPHEN = re.compile(r"[^\W\d_]-$")
# Widest hard-wrap column, and the share of full lines that proves hard wrapping.
_WIDEST = 120
_MOST = 0.6
_NEAR = 100  # characters at a line's end, longer than any word
# Parts of hyphenated French words: their hyphen at a line end is kept, any other was added by the wrapping.
_BEFORE = frozenset(
    """
    a ai anti après arrière as au aujourd avant avez avons bas basse beau belle bien celle celles celui ceux
    chef cessez ci cinquante contre court demi deux dit dix dont elle elles est états eux ex extra franco
    garde grand grande grands haut haute hauts hors inter jean là lui mi micro mini mot moyen nord non
    nouveau nous ont ouest par peut petit petite petits peuvent plate porte post pour pré presque prés
    premier quarante quatre quelques qui rendez royaume saint sainte semi soi soixante sous sud sur tiers
    toi tout trente très ultra vice vingt vous week""".split()  # noqa: SIM905
)
_AFTER = frozenset(
    """
    ce ci cinq clé deux dire dix elle elles en huit il ils je la là le les leur lui même mêmes moi neuf nous
    on parole quatre sept six t toi trois tu un unis vous y""".split()  # noqa: SIM905
)


def read_blocks(text: str) -> list[Block]:
    """Return the paragraphs of a plain text; list items lose their bullet but keep their number."""
    groups = [
        [line.strip() for line in group.split("\n")] for group in re.split(r"\n(?:[^\S\n]*\n)+", text.strip("\n"))
    ]
    spaced = len(groups) > 1
    blocks: list[Block] = []
    for group in groups:
        blocks.extend(_block(paragraph) for paragraph in _paragraphs([line for line in group if line], spaced))
    return [block for block in blocks if block.text]


def _block(paragraph: str) -> Block:
    (text,), labelled, _ = without_typed_calls([" ".join(re.split(r"[ \t]+", paragraph))])
    if labelled:
        return Block(Role.ASIDE, text.strip())
    if _LIST.match(text):
        return Block(Role.LIST, text if text[0].isalnum() else _BULLET.sub("", text, count=1))
    return Block(Role.BODY, text)


def _paragraphs(lines: list[str], spaced: bool) -> list[str]:
    """Join hard-wrapped lines; `spaced` is true if the text has blank lines between paragraphs."""
    if not lines:
        return []
    width = max(map(len, lines))
    pairs = list(pairwise(lines))
    full = [_is_full(line, following, width) for line, following in pairs]
    # one paragraph per line, of similar length by chance
    apart = not spaced and all(ends_with(line, _ENDED) for line in lines)
    wrapped = width <= _WIDEST and sum(full) >= _MOST * len(full) and not apart
    joined = [[lines[0]]]  # pieces per paragraph: appending to one long string line by line takes minutes
    listed = _LIST.match(lines[0]) is not None
    for (line, following), is_full in zip(pairs, full, strict=True):
        ended = ends_with(line, _ENDED)
        item = _LIST.match(following) is not None and (listed or ended or not following[0].isalnum())
        speech = _SPEECH.match(following) is not None and (ended or not _SPEECH.sub("", following)[:1].islower())
        broken = _HYPHEN.search(line) is not None and following[0].isalpha()
        runs_on = (
            broken
            or (not ended and following[:1].islower())
            or (wrapped and (is_full or (spaced and not listed and len(line) * 2 > width)))
        )
        if item or speech or not runs_on:
            joined.append([following])
        else:
            last = joined[-1].pop()
            joined[-1] += [last[:-_NEAR], join_lines(last[-_NEAR:], following)]
        listed = listed or item
    return ["".join(pieces) for pieces in joined]


def _is_full(line: str, following: str, width: int) -> bool:
    """True if the first word of the next line would not have fitted on this one."""
    word = re.match(r"[^\s-]*-?", following)
    return len(line) + 1 + len(word[0] if word else "") > width


def join_lines(line: str, following: str) -> str:
    """Return two lines of a paragraph as one; a word that is hyphenated at the end of the first is put together."""
    if not _HYPHEN.search(line):
        return f"{line} {following}"
    before = re.split(r"[\s’'(«]", line[:-1])[-1].lower()
    after = re.split(r"[^\w]", following, maxsplit=1)[0]
    compound = "-" in before or before in _BEFORE or after in _AFTER or not after.islower()
    return line + following if compound else line[:-1] + following
