"""Reads subtitles, SubRip and WebVTT: a sentence over several cues is one, and each paragraph tells its times."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from visavis.model.article import Role
from visavis.model.errors import EmptyInput
from visavis.readers.block import Block, Reading, clean_text, make_block
from visavis.readers.plain.encoding import decode
from visavis.text.endings import ends_sentence

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_TIMES = re.compile(rf"\s*({_TIME})\s*-->\s*({_TIME})(?:\s.*)?$")
#: Styles, voices, times of karaoke.
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|<\d[^<>]{0,30}>|\{\\[^{}]{0,100}\}")
SPEAKER = re.compile(r"\s*[-–—]\s*(?=\S)")  # a dash opens what another speaker says
_LONGEST = 600  # letters of a paragraph: some subtitles have no full stops


class Line(NamedTuple):
    """A line of a cue: its words, and as the file writes it."""

    text: str
    raw: str


class Cue(NamedTuple):
    """A cue: its times as the file writes them, its lines with words, and which lines of the file it has."""

    start: str
    end: str
    lines: tuple[Line, ...]
    place: range


class Part(NamedTuple):
    """A line of what is said over several cues: the number of its cue, of the line in it, and the line."""

    cue: int
    number: int
    line: Line


def read(data: bytes, name: str) -> Reading:
    """Read the text of subtitles. Raises EmptyInput about `name` if there is none."""
    cues = list(parse_cues(clean_text(decode(data, name))))
    blocks = [_paragraph(parts, cues) for parts in join_cues(cues)]
    if not blocks:
        raise EmptyInput(name, "it contains no text")
    return Reading(blocks)


def parse_cues(text: str) -> Iterator[Cue]:
    """Yield the cues of a file; its numbers, notes and styles are left out."""
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        times = _TIMES.match(lines[number])
        number += 1
        if not times:
            continue
        first = number
        while number < len(lines) and lines[number].strip() and not _TIMES.match(lines[number]):
            number += 1
        said = (Line(html.unescape(TAG.sub("", line)).strip(), line) for line in lines[first:number])
        yield Cue(times[1], times[2], tuple(line for line in said if line.text), range(first, number))


def join_cues(cues: Sequence[Cue]) -> Iterator[list[Part]]:
    """Yield the lines of each stretch of cues that ends with a sentence, or at another speaker's."""
    held, letters = list[Part](), 0
    for number, cue in enumerate(cues):
        for place, line in enumerate(cue.lines):
            if held and (ends_sentence(held[-1].line.text) or SPEAKER.match(line.text) or letters > _LONGEST):
                yield held
                held, letters = [], 0
            held.append(Part(number, place, line))
            letters += len(line.text) + 1
    if held:
        yield held


def make_key(parts: Sequence[Part]) -> str:
    """Return the address of what is said over several cues: where it begins."""
    return f"cue {parts[0].cue}, line {parts[0].number}"


def _paragraph(parts: Sequence[Part], cues: Sequence[Cue]) -> Block:
    place = f"{_short(cues[parts[0].cue].start)} – {_short(cues[parts[-1].cue].end)}"
    return make_block(Role.BODY, [" ".join(part.line.text for part in parts)], place=place, key=make_key(parts))


def _short(time: str) -> str:
    return re.split(r"[.,]", time)[0]
