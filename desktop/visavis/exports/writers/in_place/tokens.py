"""What stands in the lines of a paragraph: words, and marks such as calls of notes, links and fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple

#: Figures that are raised by themselves.
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"


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
    french: bool = False  # of a sentence that has no English


Token = Mark | Words


class Stretch(NamedTuple):
    """A stretch of a text: of the calls of notes, or `left` without them, or the power that its raised figures are."""

    text: str
    left: bool = True
    power: bool = False


def list_stretches(whole: str, text: str) -> Iterator[Stretch]:
    """Yield the stretches of a text, of which the calls of notes have been taken out, and powers written as such."""
    held, at = Stretch(""), 0
    for sign in whole:
        seen = text[at : at + 1]
        if seen == sign:
            found = Stretch(sign)
        elif seen and seen in RAISED and not sign.isspace():
            found = Stretch(seen, power=True)
        else:
            found = Stretch(sign, left=False)
        at += found.left
        if held.text and held[1:] != found[1:]:
            yield held
            held = found
        else:
            held = found._replace(text=held.text + found.text)
    if held.text:
        yield held
