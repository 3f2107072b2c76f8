"""An article as read from its file: the text, with paragraphs and sentences as offsets into it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from visavis.model.message import Message
from visavis.model.words import count_words


class Role(str, Enum):
    """The role of a paragraph in the article.

    An aside is text around it, such as a biography or a share prompt; a question is an interviewer's.
    """

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    LIST = "list"
    CAPTION = "caption"
    QUESTION = "question"
    ASIDE = "aside"


# Roles whose sentences may appear in a summary.
SUMMARISED = frozenset({Role.BODY, Role.LIST})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `article.text[start:end] == text`; `id` counts from 0 through the whole article."""

    id: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """A run of bold or italic text, or both: `article.text[start:end]`."""

    start: int
    end: int
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """The position of a table cell; all three numbers count from 1. `wide` is the number of columns it spans."""

    table: int
    row: int
    column: int
    wide: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the article: its bytes as the file has them, its media type, and the size that it states.

    `text` is what the file says of it for those who cannot see it; `paragraph` is the index of the paragraph that it
    stands before.
    """

    data: bytes = field(repr=False)
    kind: str
    width: int
    height: int
    text: str = ""
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, `article.text[start:end]`, with its sentences once it has been segmented.

    `level` is the level of a heading (1 is the highest) or the depth of a list item. `place` is its location in the
    file, such as "page 3". `key` is the file reader's own address for it, used to write a translation back into the
    file. `language` is the ISO 639-1 code of a paragraph in another language than the article, or empty.
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
    language: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """The text of a document, with the SHA-256 of the bytes it was read from.

    `path` names its source if it did not come from a file. `kind` is the file format, such as "docx". Author, date and
    site are as the file states them, or empty. `attachments` are the names of documents inside it, such as those
    attached to a mail; each can be opened as `path/name`. `notes` say what was left out or repaired in reading it.
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
    notes: tuple[Message, ...] = ()
    pictures: tuple[Picture, ...] = ()

    def sentences(self) -> Iterator[Sentence]:
        """Yield the sentences in reading order."""
        for paragraph in self.paragraphs:
            yield from paragraph.sentences

    @property
    def words(self) -> int:
        """Number of words in the text."""
        return count_words(self.text)
