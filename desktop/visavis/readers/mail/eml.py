"""Reads mails: subject, author, date and text, and the attached documents."""

from __future__ import annotations

import email
import re
from email.errors import MessageError
from email.header import decode_header
from email.message import Message as Mail
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import PurePath
from typing import Any

from lxml.etree import LxmlError

from visavis.model.article import Role
from visavis.model.errors import EmptyInput, InputError, make_printable
from visavis.model.message import Message
from visavis.readers.block import Block, Reading, clean_text, make_block
from visavis.readers.detect import SUFFIXES, detect_kind
from visavis.readers.html import reader as html
from visavis.readers.html.page import list_blocks
from visavis.readers.mail.body_text import LineFlow, mark_quoted, read_body
from visavis.readers.mail.header_lines import mend_header
from visavis.readers.mail.transfer import decode_body
from visavis.readers.plain.encoding import decode
from visavis.readers.rtf import reader as rtf

# Prefixes that mail programs add to the subject of a forward or reply.
_PREFIX = re.compile(r"^(?:(?P<forward>tr|fwd?|wg|rv)|r[eé]f?|aw)\s?:\s*", re.IGNORECASE)
_ENCRYPTED = frozenset(("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"))
#: What is said of a mail that cannot be read without its key.
ENCRYPTED = Message("it is encrypted; open it in your mail program and save its text")
_RTF = frozenset(("text/rtf", "application/rtf"))
_TEXTS = frozenset(("text/plain", "text/html", *_RTF))
_TNEF = frozenset(("application/ms-tnef", "application/vnd.ms-tnef"))
_WINMAIL = Message("Outlook packed what came with it in winmail.dat, which is not read; ask for it as ordinary files")
_MOST_PARTS = 10_000  # a bound against crafted mails; real ones have a few
_MULTIPART = re.compile(rb"^content-type:\s*multipart/[\w.-]+", re.IGNORECASE | re.MULTILINE)
_BETWEEN = re.compile(r"^--([^\s\"]{1,70})[ \t\r]*$", re.MULTILINE)
_PGP = "-----BEGIN PGP MESSAGE-----"
# What the standard library's parser raises on damage, deep nesting and unknown charsets.
_FAULTS = (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError, LxmlError)


def read(data: bytes, name: str) -> Reading:
    """Read the bytes of a mail. Raises InputError or a subclass about `name`."""
    if data.count(b"\n--") > _MOST_PARTS:
        raise InputError(
            name, "it has more than {0} parts, far more than a mail; save its text and open that", _MOST_PARTS
        )
    return read_mail(_parse(data, name), name)


def read_mail(message: Mail, name: str) -> Reading:
    """Read a parsed mail. Raises InputError or a subclass about `name`."""
    try:
        subject, forwarded = _subject(message)
        if message.get_content_type() in _ENCRYPTED:
            raise InputError(name, ENCRYPTED)
        blocks = _blocks(message, name, forwarded) or _blocks_attached(message, name)
        documents, notes = tuple(_documents(message)), _notes(message)
    except _FAULTS as error:
        raise InputError(name, "it is damaged, and cannot be read as a mail; save it again") from error
    if blocks and blocks[0].text.startswith(_PGP):
        raise InputError(name, ENCRYPTED)
    if not blocks and not documents:
        reason = notes[0] if notes else Message("it is a mail without text")
        raise EmptyInput(name, reason)
    titled = _titled(blocks, subject)
    return Reading(titled, subject, _author(message), _date(message), attachments=documents, notes=notes)


def list_attachments(data: bytes, name: str) -> dict[str, bytes]:
    """Return the attached documents that have a reader, by printable name."""
    return list_documents(_parse(data, name), name)


def list_documents(message: Mail, name: str) -> dict[str, bytes]:
    """Return the documents attached to a parsed mail that have a reader, by printable name."""
    try:
        return _documents(message)
    except _FAULTS as error:
        raise InputError(name, "it is damaged, and cannot be read as a mail; save it again") from error


def _parse(data: bytes, name: str) -> Mail:
    try:
        mail = _parted(mend_header(data.removeprefix(b"\xef\xbb\xbf").lstrip()))
    except _FAULTS as error:
        raise InputError(name, "it is damaged, and cannot be read as a mail; save it again") from error
    _show_inline_texts(mail)
    return mail


def _parted(data: bytes) -> Mail:
    """Return a parsed mail in its parts, though its header may not say what stands between them."""
    mail = email.message_from_bytes(data)
    payload = mail.get_payload()
    if mail.get_content_maintype() != "multipart" or not isinstance(payload, str) or mail.get_boundary():
        return mail
    between = _BETWEEN.search(payload)
    said = f'; boundary="{between[1]}"'.encode("ascii", "ignore") if between else b""
    return email.message_from_bytes(_MULTIPART.sub(lambda found: found[0] + said, data, count=1))


def _show_inline_texts(mail: Mail) -> None:
    """Make ordinary parts of texts that are to be shown inline, though they have a name, until one comes without."""
    for part in mail.walk():
        if part.get_content_type() not in _TEXTS or part.get_content_disposition() == "attachment":
            continue
        if part.get_content_disposition() != "inline":
            return
        del part["Content-Disposition"]


def _blocks(part: Mail, name: str, forwarded: bool) -> list[Block]:
    """Return the text of a part: the last usable alternative, the first usable related part, or all mixed parts."""
    kind = part.get_content_type()
    if part.is_multipart():
        if kind == "message/rfc822":
            return []
        children: list[Any] = list(part.get_payload())
        if kind == "multipart/alternative":
            return next(filter(None, (_blocks(child, name, forwarded) for child in reversed(children))), [])
        if kind == "multipart/related":
            return next(filter(None, (_blocks(child, name, forwarded) for child in children)), [])
        return [block for child in children for block in _blocks(child, name, forwarded)]
    body = decode_body(part)
    if kind not in _TEXTS or _is_attached(part) or body is None or not body.data.strip():
        return []
    footer = _plain(body.footer, part, name, False) if body.footer else []
    asides = [block._replace(role=Role.ASIDE, level=0) for block in footer]
    if kind == "text/plain":
        return [*_plain(body.data, part, name, forwarded), *asides]
    if kind in _RTF:
        written = rtf.read(body.data, name).blocks
        return mark_quoted(written, [False] * len(written), forwarded)
    label = str(part.get_content_charset() or "")
    page = html.parse_page(_utf_7(body.data, label) or html.decode_page(body.data, name, label))
    shown = list_blocks(page) if page is not None else []
    around = [part.around and not forwarded for part in shown]
    return [*mark_quoted([part.block for part in shown], around, forwarded), *asides]


def _blocks_attached(message: Mail, name: str) -> list[Block]:
    """Return the text of the mail that a mail without a text of its own passes on."""
    passed_on = [part for part in message.walk() if part.get_content_type() == "message/rfc822"]
    children: Any = passed_on[0].get_payload() if len(passed_on) == 1 else None
    return _blocks(children[0], name, True) if isinstance(children, list) and children else []


def _plain(data: bytes, part: Mail, name: str, forwarded: bool) -> list[Block]:
    label = str(part.get_content_charset() or "")
    flowed = str(part.get_param("format", "")).lower() == "flowed"
    text = _utf_7(data, label) or (html.decode_page(data, name, label) if label else decode(data, name))
    return read_body(clean_text(text), LineFlow(flowed, str(part.get_param("delsp", "")).lower() == "yes"), forwarded)


def _utf_7(data: bytes, label: str) -> str:
    """Return a text in UTF-7, which web pages may not use, but old mails do; empty if it is not what it is called."""
    if not re.search(r"utf-?_?7", label, re.IGNORECASE):
        return ""
    try:
        return data.decode("utf-7")
    except UnicodeError:
        return ""


def _is_attached(part: Mail) -> bool:
    """True for what mail programs list as an attachment; a text with a name but no disposition is shown by them."""
    disposition = part.get_content_disposition()
    if disposition == "attachment":
        return True
    return bool(part.get_filename()) and (disposition is not None or part.get_content_type() not in _TEXTS)


def _documents(message: Mail) -> dict[str, bytes]:
    """Return the attachments that have a reader; repeated names are numbered."""
    documents: dict[str, bytes] = {}
    for raw, data in _attached(message):
        name = make_printable(re.split(r"[/\\]", raw)[-1]).strip(" .")
        kind = detect_kind(name, data)
        if (
            not name
            or kind not in SUFFIXES
            or kind == "image"
            or (kind == "txt" and PurePath(name).suffix.lower() not in SUFFIXES["txt"])
        ):
            continue
        path, number, unique = PurePath(name), 1, name
        while unique in documents:
            number += 1
            unique = f"{path.stem} ({number}){path.suffix}"
        documents[unique] = data
    return documents


def _attached(part: Mail) -> list[tuple[str, bytes]]:
    """Return the attachments of a part, by the sender's names; an attached mail is an attachment too."""
    if part.get_content_type() == "message/rfc822":
        children: Any = part.get_payload()
        inner = children[0] if isinstance(children, list) and children else None
        name = _decoded(part.get_filename() or "") or f"{_header(inner, 'Subject') or 'mail'}.eml" if inner else ""
        return [(name, inner.as_bytes())] if inner else []
    if part.is_multipart():
        return [attached for child in list(part.get_payload()) for attached in _attached(child)]
    body = decode_body(part)
    return [(_decoded(part.get_filename() or ""), body.data)] if body is not None and _is_attached(part) else []


def _notes(message: Mail) -> tuple[Message, ...]:
    """Say so if the mail has a winmail.dat, in which Outlook packs attachments or the whole text."""
    packed = any(
        part.get_content_type() in _TNEF or _decoded(part.get_filename() or "").lower() == "winmail.dat"
        for part in message.walk()
    )
    return (_WINMAIL,) if packed else ()


def _subject(message: Mail) -> tuple[str, bool]:
    """Return the subject without reply and forward prefixes, and whether the mail was forwarded."""
    subject, forwarded = _line(_header(message, "Subject")), False
    while prefix := _PREFIX.match(subject):
        subject, forwarded = subject[prefix.end() :], forwarded or bool(prefix["forward"])
    return subject, forwarded


def _titled(blocks: list[Block], subject: str) -> list[Block]:
    """Put the subject before the text as its title, without repeating it."""
    if not subject:
        return blocks
    rest = blocks[1:] if blocks and blocks[0].text.casefold() == subject.casefold() else blocks
    return [make_block(Role.TITLE, [subject]), *rest]


def _header(message: Mail, name: str) -> str:
    """Return a header decoded from its raw bytes: some programs write non-ASCII letters there, against the standard."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    try:
        data = raw.encode("ascii", "surrogateescape")
        return _decoded(decode(data, name)) if data.strip() else ""
    except (UnicodeError, InputError):
        return ""


def _decoded(raw: str) -> str:
    """Return a header with its encoded words decoded."""
    text = re.sub(r"\r?\n(?=[ \t])", "", raw)
    if "=?" not in text:
        return text
    try:
        words = decode_header(text.replace('"', ""))
    except (MessageError, ValueError):  # invalid base64
        return text
    return "".join(word if isinstance(word, str) else _word(word, charset or "utf-8") for word, charset in words)


def _word(word: bytes, charset: str) -> str:
    try:
        return word.decode(charset, "replace")
    except LookupError:
        return word.decode("utf-8", "replace")


def _author(message: Mail) -> str:
    try:
        author, address = parseaddr(_header(message, "From"))
    except RecursionError:  # raised for hundreds of nested brackets in an invalid address
        return ""
    return _line(author or address)


def _date(message: Mail) -> str:
    try:
        return parsedate_to_datetime(_header(message, "Date")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _line(text: str) -> str:
    return " ".join(clean_text(text).split())
