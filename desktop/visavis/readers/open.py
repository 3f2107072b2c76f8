"""From a file, its bytes or a pasted text to an article; raises the InputError family, with the name it was given."""

from __future__ import annotations

import hashlib
import importlib
import os
import re
import stat
from dataclasses import replace
from pathlib import Path

from visavis.model.article import Article, Paragraph, Role, Run
from visavis.model.errors import EmptyInput, InputError, NotText, describe_os_error
from visavis.model.message import Message
from visavis.readers import roles
from visavis.readers.block import Block, Reading, check_size, clean_text
from visavis.readers.clipboard import is_address
from visavis.readers.detect import detect_kind
from visavis.readers.pictures import hang_pictures
from visavis.readers.plain import mojibake, text
from visavis.readers.refusals import ADDRESS, OPENS, recognise_refused

LARGEST = 50 * 1000 * 1000  # bytes

#: Readers of files that are not plain text: each has `read(data: bytes, name: str) -> Reading`, imported when needed.
READERS = {
    "docx": "visavis.readers.docx.reader",
    "pptx": "visavis.readers.pptx.slides",
    "odt": "visavis.readers.odt.reader",
    "odp": "visavis.readers.odt.slides",
    "rtf": "visavis.readers.rtf.reader",
    "html": "visavis.readers.html.reader",
    "mhtml": "visavis.readers.html.mhtml",
    "pdf": "visavis.readers.pdf.reader",
    "doc": "visavis.readers.old_office.reader",
    "ppt": "visavis.readers.old_office.reader",
    "epub": "visavis.readers.epub",
    "eml": "visavis.readers.mail.eml",
    "msg": "visavis.readers.mail.msg",
    "subtitles": "visavis.readers.plain.subtitles",
    "image": "visavis.readers.scans.reader",
}

_ONE_SLASH = re.compile(r"(?<=:)/(?!/)")  # what a path makes of the two in an address

#: Kinds whose readers have `list_attachments(data: bytes, name: str) -> dict[str, bytes]` too.
MAILS = frozenset(("eml", "msg"))

#: Kinds that have more to show than the article.
PAGES = frozenset(("html", "mhtml"))


def open_path(path: Path, whole: bool = False) -> Article:
    """Read the article in a file, or the whole of a web page; raises InputError about `path` as it was given.

    `MAIL/NAME` is a document that came with a mail.
    """
    return from_bytes(str(path), read_bytes(path), whole)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file, or of a document that came with a mail. Raises InputError."""
    try:
        return _bytes(path)
    except InputError as error:
        if not isinstance(error.__cause__, NotADirectoryError):
            raise
        mail = read_bytes(path.parent)
        kind = detect_kind(path.parent.name, mail)
        if kind not in MAILS:
            raise
    documents: dict[str, bytes] = importlib.import_module(READERS[kind]).list_attachments(mail, str(path.parent))
    if path.name not in documents:
        those = ", ".join(documents) or Message("none")
        raise InputError(str(path), "the mail came with no such document; it has {0}", those)
    return documents[path.name]


def _bytes(path: Path) -> bytes:
    name = str(path)
    try:
        # Not blocking: a pipe without a writer must not hold the program, and what was looked at is what is read.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        if is_address(name):
            raise InputError(_ONE_SLASH.sub("//", name), ADDRESS) from error
        raise InputError(name, _reason(path, error)) from error
    try:
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise InputError(name, "it is not a regular file, and holds no article")
            if status.st_size > LARGEST:
                raise _too_large(name)
            return file.read(LARGEST + 1)
    except OSError as error:
        raise InputError(name, describe_os_error(error)) from error


def from_bytes(name: str, data: bytes, whole: bool = False) -> Article:
    """Read the article in the bytes of a file of any kind there is a reader for, or the whole of a web page."""
    if len(data) > LARGEST:
        raise _too_large(name)
    kind = detect_kind(name, data)
    refused = None if kind else recognise_refused(name, data)
    if refused:
        raise NotText(name, refused.refusal)
    try:
        return _read(name, data, kind, whole)
    except NotText as error:
        raise NotText(name, "{0}; {1}", error.reason, OPENS) from error


def _read(name: str, data: bytes, kind: str, whole: bool) -> Article:
    sha256 = hashlib.sha256(data).hexdigest()
    if kind in READERS:
        more = {"whole": True} if whole and kind in PAGES else {}
        reading: Reading = importlib.import_module(READERS[kind]).read(data, name, **more)
        return build_article(name, sha256, reading, kind)
    from visavis.readers.plain.encoding import decode  # it brings a library that the window does not wait for

    return build_article(name, sha256, _plain(decode(data, name), name, kind), kind)


def from_text(name: str, text: str) -> Article:
    """Read all of a text or a page, such as one that was pasted; half a surrogate pair is replaced."""
    data = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
    if len(data) > LARGEST:
        raise _too_large(name)
    kind = detect_kind(name, data)
    if kind == "html":
        return from_bytes(name, data, whole=True)
    kind = "markdown" if kind == "markdown" else "txt"
    return build_article(name, hashlib.sha256(data).hexdigest(), _plain(data.decode("utf-8"), name, kind), kind)


def _too_large(name: str) -> InputError:
    return InputError(name, "it is larger than {0} MB, far more than an article; open a part", LARGEST // 1_000_000)


def _plain(raw: str, name: str, kind: str) -> Reading:
    check_size(len(raw), name)
    if is_address(raw):
        raise InputError(name, ADDRESS)
    repaired = mojibake.repair_encoding(raw)
    cleaned = clean_text(repaired)
    blocks: list[Block] = []
    if kind == "markdown":
        from visavis.readers.plain import markdown

        blocks = markdown.read_blocks(cleaned)
    notes = mojibake.list_notes(raw, repaired)
    return Reading(blocks or text.read_blocks(cleaned), notes=notes)  # Markdown that shows nothing is read as it stands


def build_article(name: str, sha256: str, reading: Reading, kind: str) -> Article:
    """Join the blocks of a file into an article; raises EmptyInput if they have no text."""
    check_size(sum(len(block.text) for block in reading.blocks), name)
    blocks = roles.mark_roles([block for block in hang_pictures(reading.blocks) if block.text.strip()])
    if not blocks:
        raise EmptyInput(name, "it contains no text")
    paragraphs, start = [], 0
    for index, block in enumerate(blocks):
        paragraphs.append(_paragraph(index, block, start))
        start += len(block.text) + 2
    title = next((block.text for block in blocks if block.role is Role.TITLE), reading.title)
    whole = "\n\n".join(block.text for block in blocks)
    facts = reading.author, reading.date, reading.site, reading.attachments, reading.notes
    pictures = tuple(
        replace(picture, paragraph=index) for index, block in enumerate(blocks) for picture in block.pictures
    )
    return Article(name, sha256, whole, tuple(paragraphs), title, kind, *facts, pictures)


def _paragraph(index: int, block: Block, start: int) -> Paragraph:
    runs = tuple(Run(start + first, start + last, bold, italic) for first, last, bold, italic in block.runs)
    return Paragraph(
        index,
        block.role,
        start,
        start + len(block.text),
        level=block.level,
        place=block.place,
        cell=block.cell,
        runs=runs,
        key=block.key,
        language=block.language,
    )


def _reason(path: Path, error: OSError | ValueError) -> Message:
    if isinstance(error, ValueError):
        return Message("this is no file name")
    if os.path.isdir(path):  # noqa: PTH112, of any name; Windows refuses to open a folder for want of permission
        return describe_os_error(IsADirectoryError())
    return describe_os_error(error)
