"""An article as it was read: its text, and the paragraphs and sentences as offsets into that text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from visavis.model.words import count_words


class Role(str, Enum):
    """What a paragraph is to the article; an aside is text around it, such as a biography or a share prompt."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    LIST = "list"
    CAPTION = "caption"
    ASIDE = "aside"


#: Roles whose sentences a summary may choose.
SUMMARISED = frozenset({Role.BODY, Role.LIST})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `article.text[start:end] == text`, and `id` counts from 0 through the article."""

    id: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of emphasis: `article.text[start:end]` is bold, italic or both."""

    start: int
    end: int
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a table; all three count from 1."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: `article.text[start:end]`, and its sentences once it has been cut.

    `level` is that of a heading (1 the highest) or the depth of a list item; `place` says where the paragraph was in
    its file, such as "page 3"; `key` is the reader's own address for it, by which a translation can be put back there.
    """

    index: int
    role: Role
    start: int
    end: int
    sentences: tuple[Sentence, ...] = ()
    level: int = 0
    place: str = ""
    cell: Cell | None = None
    runs: tuple[Run, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A text from a file (or elsewhere, then `path` says from where) and the SHA-256 of the bytes it was read from.

    `kind` is that of the file, such as "docx"; author, date and site are as the file states them, or empty;
    `attachments` are the names of the documents in it, such as those that came with a mail: what opens `path` opens
    `path/name` too.
    """

    path: str
    sha256: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    kind: str = "txt"
    author: str = ""
    date: str = ""
    site: str = ""
    attachments: tuple[str, ...] = ()

    def sentences(self) -> Iterator[Sentence]:
        """Yield the sentences in reading order."""
        for paragraph in self.paragraphs:
            yield from paragraph.sentences

    @property
    def words(self) -> int:
        """Count the words of the text."""
        return count_words(self.text)
