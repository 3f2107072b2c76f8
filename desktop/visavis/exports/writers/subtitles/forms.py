"""How the two forms of subtitles write cues: their times, and the tags and signs that they know."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from visavis.exports.writers.subtitles.cues import Said, Subtitles


class Form(NamedTuple):
    """What stands before the thousandths, which tags are known, and how signs are written."""

    mark: str
    tags: re.Pattern[str]
    write_signs: Callable[[str], str]


def replace_lines(subtitles: Subtitles, form: Form) -> str:
    """Return the file as it is, but for what is said in its cues."""
    lines, made, at = subtitles.text.split("\n"), list[str](), 0
    for number, cue in enumerate(subtitles.cues):
        made += lines[at : cue.place.start]
        said = subtitles.said.get(number)
        made += _write_lines(said, form) if said else lines[cue.place.start : cue.place.stop]
        at = cue.place.stop
    return "\n".join([*made, *lines[at:]])


def write_cues(subtitles: Subtitles, form: Form) -> Iterator[str]:
    """Yield the cues of a file of the other form, numbered; those without words are as they were."""
    for number, cue in enumerate(subtitles.cues):
        lines = _write_lines(subtitles.said.get(number, []), form, known=True)
        times = f"{_write_time(cue.start, form)} --> {_write_time(cue.end, form)}"
        yield "\n".join([str(number + 1), times, *lines, ""])


def _write_lines(said: Sequence[Said], form: Form, known: bool = False) -> list[str]:
    """Return the lines of a cue, with all its tags, or those that are known."""
    lines = []
    for one in said:
        opening, closing = (
            "".join(tag for tag in tags if not known or form.tags.fullmatch(tag)) for tags in (one.opening, one.closing)
        )
        lines += f"{opening}{form.write_signs(chr(10).join(one.lines))}{closing}".split("\n")
    return lines


def _write_time(time: str, form: Form) -> str:
    clock, part = re.split("[.,]", time)
    hours, minutes, seconds = ["0", *clock.split(":")][-3:]
    return f"{int(hours):02}:{int(minutes):02}:{int(seconds):02}{form.mark}{part.ljust(3, '0')}"
