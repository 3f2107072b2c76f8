"""Reads subtitles, SubRip and WebVTT: a sentence over several cues is one, and each paragraph tells its times."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from visavis.model.article import Role
from visavis.model.errors import EmptyInput
from visavis.readers.block import Block, Reading, clean_text, make_block
from visavis.readers.plain.encoding import decode
from visavis.text.endings import ends_sentence

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_TIMES = re.compile(rf"\s*({_TIME})\s*-->\s*({_TIME})(?:\s.*)?$")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|<\d[^<>]{0,30}>|\{\\[^{}]{0,100}\}")  # styles, voices, times of karaoke
_SPEAKER = re.compile(r"\s*[-–—]\s*(?=\S)")  # a dash opens what another speaker says
_LONGEST = 600  # letters of a paragraph: some subtitles have no full stops


class Cue(NamedTuple):
    """A cue: its times as the file writes them, and its lines."""

    start: str
    end: str
    lines: tuple[str, ...]


def read(data: bytes, name: str) -> Reading:
    """Read the text of subtitles. Raises EmptyInput about `name` if there is none."""
    blocks = list(_join_cues(list(parse_cues(clean_text(decode(data, name))))))
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
        said = []
        while number < len(lines) and lines[number].strip() and not _TIMES.match(lines[number]):
            said.append(html.unescape(_TAG.sub("", lines[number])).strip())
            number += 1
        yield Cue(times[1], times[2], tuple(filter(None, said)))


def _join_cues(cues: list[Cue]) -> Iterator[Block]:
    """Yield a paragraph for each stretch of cues that ends with a sentence, or at another speaker's."""
    text, start, end = "", "", ""
    for cue in cues:
        for line in cue.lines:
            if text and (ends_sentence(text) or _SPEAKER.match(line) or len(text) > _LONGEST):
                yield _paragraph(text, start, end)
                text = ""
            start = start if text else cue.start
            text, end = f"{text} {line}" if text else line, cue.end
    if text:
        yield _paragraph(text, start, end)


def _paragraph(text: str, start: str, end: str) -> Block:
    return make_block(Role.BODY, [text], place=f"{_short(start)} – {_short(end)}", key=f"{start} --> {end}")


def _short(time: str) -> str:
    return re.split(r"[.,]", time)[0]
