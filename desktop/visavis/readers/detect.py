"""Detects the format of a file: by its content first, by its name only where the content leaves a choice.

Formats without a reader are in refusals.py.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

from visavis.model.message import Message
from visavis.readers.refusals import OLD_OFFICE, find_by_name, recognise_refused

# The formats with a reader, and their suffixes.
SUFFIXES = {
    "txt": (".txt", ".text"),
    "markdown": (".md", ".markdown"),
    "docx": (".docx",),
    "doc": (".doc", ".dot"),
    "pptx": (".pptx", ".ppsx"),
    "ppt": (".ppt", ".pps"),
    "odt": (".odt",),
    "odp": (".odp",),
    "rtf": (".rtf",),
    "html": (".html", ".htm", ".xhtml"),
    "mhtml": (".mht", ".mhtml"),
    "pdf": (".pdf",),
    "epub": (".epub",),
    "eml": (".eml",),
    "msg": (".msg",),
    "subtitles": (".srt", ".vtt"),
    "image": (".png", ".jpg", ".jpeg", ".tif", ".tiff"),
}
BILINGUAL = (".tmx", ".xlf", ".xliff")  # suffixes of files that always have both languages

# The start of an HTML file, after an XML declaration and comments.
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_IMAGE = re.compile(rb"\x89PNG\r\n|\xff\xd8\xff|II\*\0|MM\0\*")
_SUBTITLES = re.compile(
    rb"\s*(?:WEBVTT[ \t]*(?:[^\r\n\w][^\r\n]*)?\r?\n"
    rb"|(?:\d+\s*\r?\n)?\d\d:\d\d:\d\d[,.]\d{1,3}\s*-->\s*\d\d:\d\d:\d\d[,.]\d)"
)
_HEAD_SIZE = 1 << 16  # bytes searched for a mail header
# A line of a mail header (folded lines start with a space), and the field names that identify a mail.
_FIELD = re.compile(rb"(?:[!-9;-~]+:|[ \t])")
_KNOWN = re.compile(
    rb"^(?:From|To|Subject|Date|Received|Return-Path|Message-ID|MIME-Version|Delivered-To|Reply-To|Content-Type"
    rb"|X-Mozilla-Status|DKIM-Signature|User-Agent|X-Mailer):",
    re.IGNORECASE | re.MULTILINE,
)
_LEAST_KNOWN = 3  # of those fields, in a damaged header

# What OpenDocument files say they are; their templates say more.
_DECLARED = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "odp": b"application/vnd.oasis.opendocument.presentation",
}

# Streams of the formats in compound files that have a reader, or, of what is locked, none; a message may have such
# files attached.
_STREAMS = {
    "msg": "__substg1.0_",
    "": "EncryptedPackage",
    "doc": "WordDocument",
    "ppt": "PowerPoint Document",
}

# Formats read as text, whatever their content.
_TEXTS = ("txt", "markdown")


def detect_kind(name: str, data: bytes) -> str:
    """Return a key of SUFFIXES, "txt" if nothing contradicts it, or an empty string if there is no reader."""
    start = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if data.startswith(b"PK\x03\x04"):
        return _packed(name, data)
    if data.startswith(OLD_OFFICE):
        return next((kind for kind, stream in _STREAMS.items() if stream.encode("utf-16-le") in data), "")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if _IMAGE.match(data):
        return "image"
    if start.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    if _HTML.match(_narrow(start)):
        return "html"
    named_mail = PurePath(name).suffix.lower() in SUFFIXES["eml"]
    if head := _head(data[:_HEAD_SIZE].removeprefix(b"\xef\xbb\xbf"), lenient=named_mail):
        web_page = re.search(rb"^content-type:\s*multipart/related", head, re.IGNORECASE | re.MULTILINE)
        sent = re.search(rb"^(?:To|Received):", head, re.IGNORECASE | re.MULTILINE)
        return "mhtml" if web_page and not sent else "eml"
    if _SUBTITLES.match(_narrow(start)):
        return "subtitles"
    if recognise_refused(name, data):
        return ""
    suffix = PurePath(name).suffix.lower()
    return "markdown" if suffix in SUFFIXES["markdown"] else "html" if suffix in SUFFIXES["html"] else "txt"


def name_other_kind(name: str) -> Message:
    """Return what a file that is not text, and not of any other known format, seems to be by its name."""
    kind, suffix = find_by_name(name), PurePath(name).suffix.lower()
    if kind:
        return kind.what
    if any(suffix in suffixes for known, suffixes in SUFFIXES.items() if known not in _TEXTS):
        return Message("its name ends in {0}, but it is no such file, or a damaged one", suffix)
    return Message("it is no text")


def _head(start: bytes, lenient: bool = False) -> bytes:
    """Return the header of a mail or a saved web page, or nothing if the file doesn't begin with one.

    If lenient, a few of its lines may be broken.
    """
    head, *rest = re.split(rb"\r?\n\r?\n|\r\r", start.lstrip(), maxsplit=1)
    if lenient:
        head = re.sub(rb"^([!-9;-~]+)[ \t]+:", rb"\1:", head, flags=re.MULTILINE)
    lines = head.splitlines()
    if lines and lines[0].startswith(b"From "):  # the first line of a message in an mbox file
        lines = lines[1:]
    ended = bool(rest) or len(start) < _HEAD_SIZE
    broken = sum(not _FIELD.match(line) for line in lines)
    if lenient and broken:
        stated = {field.lower() for field in _KNOWN.findall(head)}
        return head if broken * 2 < len(lines) and len(stated) >= _LEAST_KNOWN else b""
    return head if ended and lines and not broken and len(_KNOWN.findall(head)) >= 2 else b""


def _packed(name: str, data: bytes) -> str:
    suffix = PurePath(name).suffix.lower()
    named = next((kind for kind in ("docx", "pptx", "odt", "odp", "epub") if suffix in SUFFIXES[kind]), "")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            declared = archive.open("mimetype").read(100).strip() if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError):
        return named  # its reader reports that it is damaged
    office = "[Content_Types].xml" in names
    inside = {file.split("/")[0] for file in names}
    if office and "word" in inside:
        return "docx"
    if office and "ppt" in inside:
        return "pptx"
    if office and named in {"docx", "pptx"} and "xl" not in inside:
        return named
    for kind, said in _DECLARED.items():
        if declared.startswith(said) or (named == kind and not declared):
            return kind
    return "epub" if declared == b"application/epub+zip" or "META-INF/container.xml" in names else ""


def _narrow(start: bytes) -> bytes:
    """Return the beginning of a UTF-16 file as if it were ASCII, so that its tags can be recognised."""
    return start.replace(b"\0", b"").lstrip(b"\xff\xfe")
