"""A source sentence with its translation, and what is known about that translation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from visavis.model.article import Sentence


class Status(str, Enum):
    """Who vouches for a translation: the engine, whoever made it elsewhere, or the user who edited or verified it."""

    MACHINE = "machine"
    GIVEN = "given"
    EDITED = "edited"
    VERIFIED = "verified"


# How grave a flag is: 1, the meaning may be wrong; 2, look at it; 3, style. Checks that are not listed have 2.
_GRAVE = "figure time date unit name negation allegation untranslated degenerate word gender omission addition antonym"
RANKS = dict.fromkeys(_GRAVE.split(), 1) | dict.fromkeys(("quotation", "repetition", "spelling"), 3)


@dataclass(frozen=True, slots=True)
class Flag:
    """Something to check in a translation: the name of the check and what it found.

    `source` and `target` are (start, end) spans in the sentence and in its translation; `fix` is the suggested
    replacement for the span `target`. `dismissed` is true if the user has said that the translation is right.
    """

    check: str
    detail: str
    source: tuple[int, int] | None = None
    target: tuple[int, int] | None = None
    fix: str | None = None
    dismissed: bool = False

    @property
    def rank(self) -> int:
        """How grave it is: 1, the meaning may be wrong; 2, look at it; 3, style."""
        return RANKS.get(self.check, 2)


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """The engine's translation of one sentence; `score` is the mean log-probability per target token."""

    text: str
    score: float
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class PackageInfo:
    """The language package in use; `origin` is "built-in" or "installed", `sha256` covers its model and tokenizer."""

    name: str
    version: str
    origin: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence and its translation; `package` is None if the user wrote it. An edit replaces the whole passage.

    The package of a translation made elsewhere has no name.
    `recalled` is true for a correction from the translation memory, which the user made in another article.
    `hypothesis` is the place of the translation in the engine's beam, 0 for its first: the checks preferred another.
    `terms` are the English terms that it has by the user's glossary, and had not without.
    """

    sentence: Sentence
    target: str
    score: float
    status: Status = Status.MACHINE
    flags: tuple[Flag, ...] = ()
    package: PackageInfo | None = None
    recalled: bool = False
    hypothesis: int = 0
    terms: tuple[str, ...] = ()

    @property
    def open_flags(self) -> tuple[Flag, ...]:
        """Return the flags still to be checked: none once the user has verified the sentence, none dismissed."""
        if self.status is Status.VERIFIED:
            return ()
        return tuple(flag for flag in self.flags if not flag.dismissed)

    @property
    def edited(self) -> bool:
        """True if the translation is in the user's words, verified or not."""
        return self.status is Status.EDITED or (self.status is Status.VERIFIED and self.package is None)

    @property
    def given(self) -> bool:
        """True if the translation was made elsewhere and is as it was given, verified or not."""
        nameless = self.package is not None and not self.package.name
        return self.status is Status.GIVEN or (self.status is Status.VERIFIED and nameless)

    @property
    def untranslated(self) -> bool:
        """True if the sentence stands there in French, as no translation could be made, and is flagged for that."""
        left = self.target.split() == self.sentence.text.split()
        return left and any(flag.check == "untranslated" for flag in self.open_flags)

    @property
    def human(self) -> bool:
        """True if the user has edited or verified the translation."""
        return self.status in (Status.EDITED, Status.VERIFIED)


@dataclass(frozen=True, slots=True)
class Link:
    """Two aligned words: the (start, end) span of one in the sentence and of one in its translation."""

    source: tuple[int, int]
    target: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence the user corrected earlier, its translation, and its similarity to another sentence (0 to 1)."""

    sentence: str
    target: str
    similarity: float


class ReasonKind(str, Enum):
    """A reason for or against choosing a sentence."""

    FIRST = "first"
    EARLY = "early"
    TITLE = "title"  # shares words with the title
    WORDS = "words"  # contains the article's key words
    CENTRAL = "central"  # is similar to the article as a whole
    METHOD = "method"  # chosen by a method that uses a single criterion
    REFERS = "refers"  # depends on the previous sentence, which was chosen too
    CUT = "cut"  # begins or ends inside a quotation
    AGAIN = "again"  # repeats what was already said


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a sentence has its rank: the ground and the words that show it."""

    ground: ReasonKind
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A sentence ranked for a summary; rank 1 is the best, and `why` lists its reasons, strongest first."""

    id: int
    rank: int
    score: float
    why: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """The sentences chosen by the method and the user, in display order."""

    method: str
    choices: tuple[Choice, ...]
