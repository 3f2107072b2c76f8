"""Read a web page that a browser saved with its pictures in one file: the page itself, never its frames."""

from __future__ import annotations

import email
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from urllib.parse import urljoin, urlsplit

from lxml.etree import LxmlError

from visavis.model.errors import EmptyInput, InputError
from visavis.readers.block import Reading, clean_text
from visavis.readers.html import reader as html
from visavis.readers.pictures import PictureFinder, load_from_page

_PAGES = frozenset(("text/html", "application/xhtml+xml"))


def read(data: bytes, name: str, whole: bool = False) -> Reading:
    """Read the article in the bytes of a saved web page, or the whole; raises the InputError family about `name`."""
    try:
        message = email.message_from_bytes(data)
        page = _root(message)
        raw = page.get_payload(decode=True) if page is not None else None
        label = str((page.get_content_charset() if page is not None else None) or "")
        text = html.decode_page(raw, name, label) if isinstance(raw, bytes) and raw.strip() else ""
        pictures = PictureFinder(lambda address: _load_picture(message, page, address))
        reading = html.read_page(text, whole, pictures.find) if text else None
    except (LxmlError, RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise InputError(name, "it is damaged, and cannot be read as a saved web page; save it again") from error
    if reading is None:
        raise InputError(name, "it holds no web page")
    if not reading.blocks:
        raise EmptyInput(name, "it is a web page without text")
    return reading._replace(title=reading.title or _subject(message), site=reading.site or _site(message))


def _root(message: Message) -> Message | None:
    """Return the part that the file says is the page, or the first page in it."""
    parts = [part for part in message.walk() if part.get_content_type() in _PAGES]
    start = message.get_param("start")
    named = (part for part in parts if start and str(part.get("Content-ID", "")).strip() == str(start).strip())
    return next(named, parts[0] if parts else None)


def _load_picture(message: Message, page: Message | None, address: str) -> bytes | None:
    """Return the picture that came with the page for an address, or that the address holds."""
    if address.startswith("data:"):
        return load_from_page(address, "")
    base = str(page.get("Content-Location", "")) if page is not None else ""
    for part in message.walk():
        named = f"cid:{str(part.get('Content-ID', '')).strip('<> ')}"
        if address == named or urljoin(base, address) == str(part.get("Content-Location", "")).strip():
            data = part.get_payload(decode=True)
            return data if isinstance(data, bytes) else None
    return None


def _subject(message: Message) -> str:
    try:
        return " ".join(clean_text(str(make_header(decode_header(str(message.get("Subject", "")))))).split())
    except (MessageError, ValueError, LookupError):
        return ""


def _site(message: Message) -> str:
    """Return the host the page was saved from."""
    try:
        host = urlsplit(str(message.get("Snapshot-Content-Location", ""))).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if "." in host else ""
