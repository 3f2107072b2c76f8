"""The output of the readers: blocks of text with their roles, locations and emphasis."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from visavis.model.article import Cell, Picture, Role
from visavis.model.errors import InputError
from visavis.model.message import Message

_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028]")
_PARAGRAPH_ENDS = re.compile(r"[\f\u2029]")
# Invisible characters: control characters, soft hyphens, zero-width characters, direction and byte order marks, tags.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
    r"|[\U000e0000-\U000e0fff]"
)

# Runs that may have more combining marks on a letter than any script uses: normalising very many takes minutes.
_MARKS = re.compile(r"[^\w\s\0-\u02ff]{31,}")
#: Text that holds nothing but these is as clean as it can be, which is found in one look.
_UNCLEAN = re.compile(r"[^\t\n\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u202f-\u205e\u20ac]")
_MOST_MARKS = 30  # limit of UAX #15, stream-safe text format

_MOST_LETTERS = 15_000_000  # two million words

#: What readers put between the lines of a paragraph that are sentences of their own, such as those of an address; in
#: the text of a block it is a line feed.
LINE_END = "\u2028"
_WHITE = re.compile(r"[ \t\n]+")


class Piece(NamedTuple):
    """A run of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


class Block(NamedTuple):
    """A paragraph; its role is final unless it is BODY; `runs` are (start, end, bold, italic) in `text`.

    `level` is the level of a heading (1 is the highest) or the depth of a list item (0 is the outermost). `place` is
    its location ("page 3", "table 1, row 2, column 1", "footnote 2"). `key` is the reader's own address for it, used to
    write a translation back. `language` is the ISO 639-1 code that the file states for it, or empty. `pictures` stand
    before it.
    """

    role: Role
    text: str
    level: int = 0
    place: str = ""
    cell: Cell | None = None
    runs: tuple[tuple[int, int, bool, bool], ...] = ()
    key: str = ""
    language: str = ""
    pictures: tuple[Picture, ...] = ()


class Reading(NamedTuple):
    """The result of reading a file: blocks, and the file's metadata, empty where it has none.

    `attachments` are the names of documents inside the file, by which they can be opened too. `notes` say how it was
    read, such as how much was left out.
    """

    blocks: list[Block]
    title: str = ""
    author: str = ""
    date: str = ""
    site: str = ""
    attachments: tuple[str, ...] = ()
    notes: tuple[Message, ...] = ()


def may_be_too_large(data: bytes) -> bool:
    """True if a file has so many bytes that its letters must be counted."""
    return len(data) > _MOST_LETTERS


def check_size(letters: int, name: str) -> None:
    """Raise InputError about `name` if it has more letters than any book (two million words)."""
    if letters > _MOST_LETTERS:
        raise InputError(name, "it holds more than {0} million letters; open a part", _MOST_LETTERS // 1_000_000)


def clean_text(raw: str) -> str:
    """Return a text in NFC with newlines only, without invisible characters and excessive combining marks."""
    if not _UNCLEAN.search(raw):
        return raw
    lines = _PARAGRAPH_ENDS.sub("\n\n", _LINE_ENDS.sub("\n", raw))
    return unicodedata.normalize("NFC", _MARKS.sub(_fewer_marks, _UNSEEN.sub("", lines)))


def _fewer_marks(match: re.Match[str]) -> str:
    kept, marks = "", 0
    for c in match[0]:
        marks = marks + 1 if unicodedata.combining(c) else 0
        kept += c if marks <= _MOST_MARKS else ""
    return kept


def make_block(
    role: Role,
    pieces: Iterable[Piece | str],
    *,
    level: int = 0,
    place: str = "",
    cell: Cell | None = None,
    key: str = "",
) -> Block:
    """Create a block from pieces: clean them, collapse white space, keep LINE_END, and turn emphasis into runs."""
    text = ""
    runs: list[tuple[int, int, bool, bool]] = []
    for piece in pieces:
        part = Piece(piece) if isinstance(piece, str) else piece
        if LINE_END in part.text:
            words = "\n".join(_WHITE.sub(" ", clean_text(line)) for line in part.text.split(LINE_END))
            words = words.replace(" \n", "\n").replace("\n ", "\n")
            text = text.rstrip(" ") if words[:1] == "\n" else text
        else:
            words = _WHITE.sub(" ", clean_text(part.text))
        if not text or text[-1] in " \n":
            words = words.lstrip(" \n")
        start, text = len(text), text + words
        if words.strip() and (part.bold or part.italic):
            last = runs[-1] if runs else None
            if last and last[1] == start and last[2:] == (part.bold, part.italic):
                runs[-1] = (last[0], len(text), part.bold, part.italic)
            else:
                runs.append((start, len(text), part.bold, part.italic))
    text = text.rstrip(" \n")
    kept = tuple((start, min(end, len(text)), bold, italic) for start, end, bold, italic in runs if start < len(text))
    return Block(role, text, level, place, cell, kept, key)
