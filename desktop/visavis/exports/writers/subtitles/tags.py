"""The tags around what is said in a cue: italics, colours, voices, places on the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from visavis.readers.plain.subtitles import TAG

_NAME = re.compile(r"<(/?)(\w+)")
_UNCLOSED = re.compile(r"<v[ .>]|\{")  # they hold to the end of their cue


def find_tags(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the tags before and after some lines, as far as they belong together; others are around single words."""
    opening = [tag for tag in _list_first(lines[0]) if not tag.startswith("</")]
    closing = [tag for tag in _list_last(lines[-1]) if tag.startswith("</")]
    opened, closed = {_name(tag) for tag in opening}, {_name(tag) for tag in closing}
    return (
        [tag for tag in opening if _UNCLOSED.match(tag) or _name(tag) in closed],
        [tag for tag in closing if _name(tag) in opened],
    )


def _name(tag: str) -> str:
    found = _NAME.match(tag)
    return found[2] if found else tag


def _list_first(line: str) -> Iterator[str]:
    line = line.lstrip()
    while found := TAG.match(line):
        yield found[0]
        line = line[found.end() :].lstrip()


def _list_last(line: str) -> list[str]:
    tags, end = list[str](), len(line.rstrip())
    for found in reversed(list(TAG.finditer(line))):
        if line[found.end() : end].strip():
            break
        tags.insert(0, found[0])
        end = found.start()
    return tags
