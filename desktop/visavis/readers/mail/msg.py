"""Reads Outlook messages: they become mails, and are read as those are."""

from __future__ import annotations

import email
from email.header import Header
from email.message import Message as Mail
from email.utils import format_datetime, formataddr

from visavis.model.errors import InputError
from visavis.model.message import Message
from visavis.readers.block import Reading
from visavis.readers.mail import eml, mapi
from visavis.readers.mail.mapi import File, Properties
from visavis.readers.mail.packed_rtf import unpack_rtf
from visavis.readers.zip_archive import report_damage

_KIND = Message("an Outlook message")
_DEEPEST = 20  # mails in mails
_ENCRYPTED, _SIGNED = "ipm.note.smime", "ipm.note.smime.multipartsigned"


def read(data: bytes, name: str) -> Reading:
    """Read the bytes of an Outlook message. Raises InputError or a subclass about `name`."""
    return eml.read_mail(_open(data, name), name)


def list_attachments(data: bytes, name: str) -> dict[str, bytes]:
    """Return the attached documents that have a reader, by printable name."""
    return eml.list_documents(_open(data, name), name)


def _open(data: bytes, name: str) -> Mail:
    with report_damage(name, _KIND):
        message = Properties(File(data))
        if message.text(mapi.MESSAGE_CLASS).lower() == _ENCRYPTED:
            raise InputError(name, eml.ENCRYPTED)
        return _build_mail(message, 0)


def _build_mail(message: Properties, depth: int) -> Mail:
    mail = Mail()
    mail["Subject"] = Header(" ".join(message.text(mapi.SUBJECT).split()), "utf-8").encode(maxlinelen=0)
    mail["From"] = _find_sender(message)
    if date := message.time(mapi.SENT) or message.time(mapi.RECEIVED):
        mail["Date"] = format_datetime(date)
    mail["Content-Type"] = "multipart/mixed"
    body = Mail()
    body["Content-Type"] = "multipart/alternative"
    body.set_payload(list(_list_bodies(message)))
    attach = _unsign if message.text(mapi.MESSAGE_CLASS).lower() == _SIGNED else _attach
    mail.set_payload([body, *filter(None, (attach(one, depth) for one in message.attachments()))])
    return mail


def _list_bodies(message: Properties) -> list[Mail]:
    """Return the text in its forms, the best last; the plain one before RTF, which many write from HTML."""
    bodies = []
    if packed := message.data(mapi.RTF):
        bodies.append(_make_part("application/rtf", unpack_rtf(packed)))
    if plain := message.text(mapi.BODY):
        bodies.append(_make_part("text/plain; charset=utf-8", plain.encode("utf-8", "replace")))
    if page := message.data(mapi.HTML):
        bodies.append(_make_part(f"text/html; charset={message.html_encoding}", page))
    elif text := message.text(mapi.HTML):
        bodies.append(_make_part("text/html; charset=utf-8", text.encode("utf-8", "replace")))
    return bodies


def _make_part(kind: str, data: bytes) -> Mail:
    part = Mail()
    part["Content-Type"] = kind
    part["Content-Transfer-Encoding"] = "8bit"
    part.set_payload(data.decode("ascii", "surrogateescape"))
    return part


def _attach(attachment: Properties, depth: int) -> Mail | None:
    name = next(filter(None, map(attachment.text, mapi.FILE_NAMES)), "")
    inner = attachment.mail()
    if inner is None:
        part = _make_part("application/octet-stream", attachment.data(mapi.DATA))
    elif depth < _DEEPEST:
        part = Mail()
        part["Content-Type"] = "message/rfc822"
        part.set_payload([_build_mail(inner, depth + 1)])
        name = ""  # it is named by its subject
    else:
        return None
    part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", name))
    return part


def _unsign(attachment: Properties, depth: int) -> Mail:
    """Return the mail that the only attachment of a signed message holds."""
    return email.message_from_bytes(attachment.data(mapi.DATA))


def _find_sender(message: Properties) -> str:
    """Return who sent it; the address of an Exchange server is none that anyone writes to."""
    name = next(filter(None, map(message.text, mapi.SENDER_NAMES)), "")
    addresses = map(message.text, mapi.SENDER_ADDRESSES)
    address = next((address for address in addresses if "@" in address and address.isascii()), "")
    return formataddr((name, address)) if address else Header(name, "utf-8").encode(maxlinelen=0)
