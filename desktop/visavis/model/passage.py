"""A source sentence with its translation, and what is known about that translation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from visavis.model.article import Sentence


class Status(str, Enum):
    """Who answers for a translation: the engine, or the reader who edited or verified it."""

    MACHINE = "machine"
    EDITED = "edited"
    VERIFIED = "verified"


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a reader must look at again: the name of the check and what it saw.

    `source` and `target` say where, as (start, end) in the sentence and in its translation; `fix` is what would be
    right in the place `target`.
    """

    check: str
    detail: str
    source: tuple[int, int] | None = None
    target: tuple[int, int] | None = None
    fix: str | None = None


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """What an engine made of one sentence; `score` is the mean log-probability per target token."""

    text: str
    score: float
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class PackageInfo:
    """The language package at work; `origin` is "built-in" or "installed", `sha256` that of its model and tokenizer."""

    name: str
    version: str
    origin: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence and its translation, by which package if a machine made it; an edit replaces the whole passage.

    `recalled` says that it is a correction from the translation memory, which a reader once made elsewhere.
    """

    sentence: Sentence
    target: str
    score: float
    status: Status = Status.MACHINE
    flags: tuple[Flag, ...] = ()
    package: PackageInfo | None = None
    recalled: bool = False

    @property
    def open_flags(self) -> tuple[Flag, ...]:
        """Return the flags that no reader has answered by verifying the sentence."""
        return () if self.status is Status.VERIFIED else self.flags

    @property
    def edited(self) -> bool:
        """Tell whether its words are a reader's, verified or not."""
        return self.status is Status.EDITED or (self.status is Status.VERIFIED and self.package is None)

    @property
    def human(self) -> bool:
        """Tell whether a reader answers for it."""
        return self.status is not Status.MACHINE


@dataclass(frozen=True, slots=True)
class Link:
    """Words that say the same: (start, end) of one in the sentence and of one in its translation."""

    source: tuple[int, int]
    target: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence that a reader has corrected before, her translation, and how like another it is, 0 to 1."""

    sentence: str
    target: str
    similarity: float


class ReasonKind(str, Enum):
    """What may speak for a sentence, or against it."""

    FIRST = "first"
    EARLY = "early"
    TITLE = "title"  # with the words it shares with the title
    WORDS = "words"  # with the article's main words that it holds
    CENTRAL = "central"  # it resembles the article as a whole
    METHOD = "method"  # a method that goes by one thing only
    REFERS = "refers"  # it leans on the sentence before, which was chosen too
    CUT = "cut"  # it begins or ends inside a quotation
    AGAIN = "again"  # it was said before


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a sentence has its rank: a ground and the words that show it."""

    ground: ReasonKind
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A sentence chosen for a summary; rank 1 is the best, and `why` says what speaks for it, the most first."""

    id: int
    rank: int
    score: float
    why: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """The sentences that a method and the reader chose, in the order in which they are shown."""

    method: str
    choices: tuple[Choice, ...]
