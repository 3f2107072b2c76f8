"""Splits the text of a mail into paragraphs, and marks quoted text and signatures as asides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile
from typing import NamedTuple

from visavis.model.article import Role
from visavis.readers.block import Block
from visavis.readers.plain import text

_QUOTE = re.compile(r"(?:> ?){1,50}")  # quote marks; bounded, as a crafted line may have millions
_PICTURE = re.compile(r"\[(?:cid|image)\s?:[^\]\n]*\]")  # placeholders of inline images
_NAMES = r"(?:De|From|Envoyé|Sent|Date|À|A|To|Pour|Cc|Objet|Subject|Sujet|Répondre à)"
_RULE = r"""[-_*\s]*(?:message\ d.origine|original\ message|forwarded\ message|message\ transféré|message\ transmis
    |début\ du\ message\ (?:transféré|réexpédié)\s?:|begin\ forwarded\ message\s?:)[-_*\s]*"""
# The header block of the mail replied to or forwarded: line by line, or in one paragraph.
_HEAD = re.compile(rf"^\*?{_NAMES}\s?:\*?[ \t].*(?:\n\*?{_NAMES}\s?:\*?[ \t].*){{2,}}", re.MULTILINE)
_ENVELOPE = re.compile(
    rf"""(?:{_RULE})?$|(?:{_RULE})?(?=.{{0,600}}\b(?:De|From)\s?:)(?=.{{0,600}}\b(?:Envoyé|Sent|Date)\s?:)
    (?=.{{0,600}}\b(?:Objet|Subject|Sujet)\s?:)\*?(?:De|From|Objet|Subject|Sujet)\s?:""",
    re.IGNORECASE | re.VERBOSE,
)
_HEAD_LINE, _LONGEST_HEAD = re.compile(rf"\*?{_NAMES}\s?:\*?\s*\S", re.IGNORECASE), 8
# the line above a quoted mail: "Le 3 mars, X a écrit :"
_WROTE = re.compile(r"(?:Le|On|Am)\b.{5,250}?\b(?:a écrit|wrote|écrivait)\b.{0,60}:$", re.DOTALL)
# Greetings, closing formulas and references to attachments.
_COURTESY = re.compile(
    r"(?:(?:bonjour|bonsoir|chers?|chères?|madame|monsieur|mesdames|messieurs)\b(?:[^.!?]{0,60}[,!]|[^.!?,]{0,20})"
    r"|envoyé (?:de|depuis|avec|à partir) (?:mon|ma|de mon|d['’]|l['’]|un |outlook|yahoo|proton|gmail|courrier).{0,60}"
    r"|(?:bien )?cordialement\W*|bien à (?:vous|toi)\W*|(?:veuillez trouver|vous trouverez)\b.{0,40}\bci-.{1,200})$",
    re.IGNORECASE,
)
# What mailing lists add: a line, and how to leave the list.
_RULED = re.compile(r"[_=-]{10,}\s*")
_OF_A_LIST = re.compile(r"mailing[ -]list|liste de diffusion|désabonn|désinscri|unsubscribe|listinfo", re.IGNORECASE)
_LONGEST_SIGNATURE = 12  # maximum lines of a signature whose delimiter "--" lacks its final space


class LineFlow(NamedTuple):
    """How lines are wrapped: RFC 3676's format=flowed, and its DelSp parameter."""

    flowed: bool
    delsp: bool


class _Line(NamedTuple):
    depth: int
    text: str


def read_body(raw: str, flow: LineFlow, forwarded: bool) -> list[Block]:
    """Return the paragraphs of a plain text; quoted text and the signature are asides, unless the mail is forwarded."""
    lines = _lines(_HEAD.sub(_joined, _PICTURE.sub("", raw)), flow)
    end = _signature(lines)
    blocks: list[Block] = []
    asides: list[bool] = []
    for quoted, group in groupby(lines[:end], lambda line: line.depth > 0):
        some = _read(group, flow)
        blocks += some
        asides += [quoted and not forwarded] * len(some)
    signed = _read(lines[end + 1 :], flow)
    return mark_quoted([*blocks, *signed], [*asides, *[True] * len(signed)], forwarded)


def mark_quoted(blocks: Sequence[Block], asides: Sequence[bool], forwarded: bool) -> list[Block]:
    """Return the blocks with quoted text as asides; after the header of the mail replied to, everything is quoted.

    A mail that would have no text of its own is left unchanged.
    """
    marked: list[Block] = []
    rest = False
    heads = _find_heads(blocks)
    for i, (block, aside) in enumerate(zip(blocks, asides, strict=True)):
        head = i in heads
        rest = rest or (head and not forwarded)
        quoted = aside or rest or head or _is_around(block)
        marked.append(block._replace(role=Role.ASIDE, level=0) if quoted else block)
    return marked if any(block.role is not Role.ASIDE for block in marked) else list(blocks)


def _find_heads(blocks: Sequence[Block]) -> set[int]:
    """Return the places of the headers of the mails replied to: a paragraph, or one for each line."""
    heads, i = set[int](), 0
    while i < len(blocks):
        lines = list(takewhile(lambda block: _HEAD_LINE.match(block.text), blocks[i : i + _LONGEST_HEAD]))
        if _ENVELOPE.match(blocks[i].text) or (len(lines) > 1 and _ENVELOPE.match(" ".join(b.text for b in lines))):
            heads |= set(range(i, i + max(len(lines), 1)))
        i += max(len(lines), 1)
    return heads


def _is_around(block: Block) -> bool:
    courtesy = block.role is Role.BODY and _COURTESY.match(block.text)
    return bool(courtesy or _WROTE.match(block.text))


def _lines(raw: str, flow: LineFlow) -> list[_Line]:
    """Return the lines without quote marks; flowed lines are joined to whole paragraphs."""
    lines: list[_Line] = []
    open_line = False
    for line in raw.split("\n"):
        quote = _QUOTE.match(line)
        depth, words = (quote[0].count(">"), line[quote.end() :]) if quote else (0, line)
        if flow.flowed and not quote:
            words = words.removeprefix(" ")
        soft = flow.flowed and words.endswith(" ") and words != "-- "
        if open_line and lines[-1].depth == depth and words != "-- ":
            lines[-1] = _Line(depth, lines[-1].text + words)
        else:
            lines.append(_Line(depth, words))
        if soft and flow.delsp:
            lines[-1] = _Line(depth, lines[-1].text[:-1])
        open_line = soft
    return lines


def _read(lines: Sequence[_Line] | Iterator[_Line], flow: LineFlow) -> list[Block]:
    return text.read_blocks(("\n\n" if flow.flowed else "\n").join(line.text for line in lines))


def _signature(lines: list[_Line]) -> int:
    """Return the index of the signature delimiter, or the number of lines if there is none."""
    for i, line in enumerate(lines):
        near = len(lines) - i <= _LONGEST_SIGNATURE
        listed = near and _RULED.fullmatch(line.text) and any(_OF_A_LIST.search(other.text) for other in lines[i:])
        if line.text == "-- " or (line.text == "--" and near) or listed:
            return i
    return len(lines)


def _joined(head: re.Match[str]) -> str:
    return f"\n{' '.join(head[0].split())}\n\n"
