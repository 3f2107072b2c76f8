"""What stands in the lines of a paragraph: words, and marks such as calls of notes, links and fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Kind(Enum):
    """What a mark is, which says where it goes if the words beside it are not found in the translation."""

    POINT = "point"  # to the end of its clause or sentence
    BREAK = "break"  # as far into the sentence as it was
    SHOWN = "shown"  # it shows a text of the sentence, such as a formula, and stands in its place, or is left out
    LINK = "link"  # it begins or ends a stretch that is found by its length if not by its words
    FIELD = "field"  # a stretch whose words a program will renew; without them it is left out
    RANGE = "range"  # a stretch that goes around the sentence


class Side(Enum):
    """Whether a mark stands alone, or begins or ends a stretch."""

    ALONE = "alone"
    OPEN = "open"
    CLOSE = "close"


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """Something that is no words: what it is in the file, its pair if it has two sides, and the text it stands for."""

    node: Any
    kind: Kind = Kind.POINT
    side: Side = Side.ALONE
    pair: Any = None
    text: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A stretch of text and how it is set: `look` is what the file has for that, `name` what is seen at once."""

    text: str
    look: Any = None
    name: str = ""
    over: Any = None  # the look of a part that is set in another way, such as in bold


Token = Mark | Words


def list_stretches(whole: str, text: str) -> Iterator[tuple[str, bool]]:
    """Yield the stretches of a text, and whether they are left of it when the calls of notes are taken out."""
    held, left, at = "", True, 0
    for c in whole:
        kept = at < len(text) and text[at] == c
        at += kept
        if held and kept != left:
            yield held, left
            held = ""
        held, left = held + c, kept
    if held:
        yield held, left
