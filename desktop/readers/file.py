"""From a file, its bytes or a pasted text to an article; raises the InputError family, with the name it was given."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
from pathlib import Path

from desktop.core.article import Article, Paragraph, Role
from desktop.core.errors import EmptyInput, InputError, why
from desktop.readers import markdown, roles, text
from desktop.readers.encoding import decode

LARGEST = 50 * 1000 * 1000  # bytes
_MARKDOWN = {".md", ".markdown"}
_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028]")
_PARAGRAPH_ENDS = re.compile(r"[\f\u2029]")
#: Control characters, soft hyphens, zero-width characters, marks of direction and of byte order.
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def open_path(path: Path) -> Article:
    """Read the article in a file; raises InputError about `path` as it was given."""
    name = str(path)
    try:
        # Not blocking: a pipe without a writer must not hold the program, and what was looked at is what is read.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise InputError(name, _reason(path, error)) from error
    try:
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(file.fileno())
            if stat.S_ISREG(status.st_mode):
                data = file.read(LARGEST + 1)
            else:
                raise InputError(name, "it is not a regular file, and holds no article")
    except OSError as error:
        raise InputError(name, why(error)) from error
    return from_bytes(name, data)


def from_bytes(name: str, data: bytes) -> Article:
    """Read the article in the bytes of a file; a name that ends in .md or .markdown says that it is Markdown."""
    if len(data) > LARGEST:
        raise InputError(name, f"it is larger than {LARGEST // 1_000_000} MB; an article is a few kB")
    return _article(name, hashlib.sha256(data).hexdigest(), decode(data, name))


def from_text(name: str, text: str) -> Article:
    """Read the article in a text, such as one that was pasted; half a surrogate pair is replaced."""
    data = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
    if len(data) > LARGEST:
        raise InputError(name, f"it is larger than {LARGEST // 1_000_000} MB; an article is a few kB")
    return _article(name, hashlib.sha256(data).hexdigest(), data.decode("utf-8"))


def clean(raw: str) -> str:
    """Return a text in NFC with newlines only, without what cannot be seen."""
    lines = _PARAGRAPH_ENDS.sub("\n\n", _LINE_ENDS.sub("\n", raw))
    return unicodedata.normalize("NFC", _UNSEEN.sub("", lines))


def _article(name: str, sha256: str, raw: str) -> Article:
    cleaned = clean(raw)
    found = markdown.blocks(cleaned) if Path(name).suffix.lower() in _MARKDOWN else []
    blocks = roles.mark(found or text.blocks(cleaned))  # Markdown that shows nothing is read as it stands
    if not blocks:
        raise EmptyInput(name, "it holds no text")
    paragraphs, start = [], 0
    for index, block in enumerate(blocks):
        paragraphs.append(Paragraph(index, block.role, start, start + len(block.text)))
        start += len(block.text) + 2
    title = next((block.text for block in blocks if block.role is Role.TITLE), "")
    return Article(name, sha256, "\n\n".join(block.text for block in blocks), tuple(paragraphs), title)


def _reason(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, ValueError):
        return "this is no file name"
    if path.is_dir():  # Windows refuses to open a folder for want of permission
        return why(IsADirectoryError())
    return why(error)
