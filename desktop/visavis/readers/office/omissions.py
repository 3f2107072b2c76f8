"""What a reader leaves out of the text of a file: counted, and said in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import Enum

from visavis.model.message import Message


class Omission(Enum):
    """A kind of what is left out, and how one and how many of it are told."""

    HIDDEN = Message("1 hidden passage was left out"), Message("{0} hidden passages were left out")
    SLIDE = Message("1 hidden slide was left out"), Message("{0} hidden slides were left out")
    PROMPT = Message("1 prompt to fill in was left out"), Message("{0} prompts to fill in were left out")
    OBJECT = (
        Message("1 embedded object, such as a chart, was left out"),
        Message("{0} embedded objects, such as charts, were left out"),
    )
    PART = (
        Message("1 inserted document cannot be read, and was left out"),
        Message("{0} inserted documents cannot be read, and were left out"),
    )
    SIGN = Message("1 sign cannot be read, and is shown as □"), Message("{0} signs cannot be read, and are shown as □")
    MARGIN = Message("1 page header or footer was left out"), Message("{0} page headers and footers were left out")
    COMMENT = Message("1 comment was left out"), Message("{0} comments were left out")


class Omissions:
    """Counts what is left out."""

    def __init__(self) -> None:
        self._counts: Counter[Omission] = Counter()

    def count(self, kind: Omission, times: int = 1) -> None:
        """Count so many of a kind."""
        self._counts[kind] += times

    def notes(self) -> tuple[Message, ...]:
        """Return a sentence for each kind."""
        return tuple(
            kind.value[0] if self._counts[kind] == 1 else Message(kind.value[1].template, self._counts[kind])
            for kind in Omission
            if self._counts[kind]
        )


def explain_emptiness(reason: Message, notes: Sequence[Message]) -> Message:
    """Return why a file gives no text, with what was left out of it."""
    return Message("{0}; {1}", reason, notes[0]) if notes else reason
