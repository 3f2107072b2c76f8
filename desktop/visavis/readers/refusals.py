"""File formats without a reader: recognised by first bytes, archive contents or file name, each with advice."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import PurePath

from visavis.model.message import Message

# Default advice.
OPENS = Message("Vis-à-vis opens Word, PowerPoint, OpenDocument, RTF, PDF, EPUB, web pages, mails, subtitles and text")

# What someone is told who brings the address of a page instead of the page.
ADDRESS = Message(
    "it is an address, and no page is fetched, for nothing leaves this machine: save the page in your browser (Ctrl+S) "
    "and open that, or copy its text"
)

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # magic number of OLE compound files
_ARCHIVE = rb"PK\x03\x04|PK\x05\x06"
_XML = rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!DOCTYPE[^>]*>\s*)?"  # what may precede the root element
_START = 4096  # bytes matched against the patterns


@dataclass(frozen=True, slots=True)
class RefusedKind:
    """A file format: its description, how it is recognised, and what the user can do.

    `begins` is a pattern for the first bytes; `packed` a pattern for a file name or declared type in an archive;
    `stream` the name of a stream in an old Office file.
    """

    what: Message
    suffixes: tuple[str, ...] = ()
    begins: bytes = b""
    packed: str = ""
    stream: str = ""
    do: Message = OPENS
    vague: bool = False  # True if the file name says more

    @property
    def refusal(self) -> Message:
        """The message for the user."""
        return Message("{0}; {1}", self.what, self.do)


def _picture(name: str, suffixes: tuple[str, ...], begins: bytes) -> RefusedKind:
    return RefusedKind(Message("it is a picture ({0})", name), suffixes, begins)


def _recording(name: str, suffixes: tuple[str, ...], begins: bytes) -> RefusedKind:
    return RefusedKind(Message("it is sound or video ({0})", name), suffixes, begins)


def _archive(name: str, suffixes: tuple[str, ...], begins: bytes, vague: bool = False) -> RefusedKind:
    do = Message("unpack it and open the article in it")
    return RefusedKind(Message("it is an archive ({0})", name), suffixes, begins, do=do, vague=vague)


def _sheet(name: str, suffixes: tuple[str, ...], packed: str = "", stream: str = "") -> RefusedKind:
    do = Message("copy the cells with the text and paste them into Vis-à-vis")
    return RefusedKind(Message("it is a spreadsheet ({0})", name), suffixes, packed=packed, stream=stream, do=do)


_AS_DOCX = Message("save it as .docx and open that")
_AS_PDF = Message("save it as PDF and open that")
_ODF = r"application/vnd\.oasis\.opendocument\."

# The first match wins: less specific formats come last.
FOREIGN = (
    _picture("GIF", (".gif",), rb"GIF8[79]a"),
    _picture("WebP", (".webp",), rb"RIFF.{4}WEBP"),
    _picture("HEIC", (".heic", ".heif", ".avif"), rb".{4}ftyp(?:hei|hev|mif1|msf1|avif)"),
    _picture("BMP", (".bmp",), rb"BM.{4}\0{4}"),
    _picture("Photoshop", (".psd",), rb"8BPS\x00\x01"),
    _picture("SVG", (".svg",), _XML + rb"<svg\b"),
    _picture("ICO", (".ico",), rb"\x00\x00\x01\x00"),
    _recording("MP3", (".mp3",), rb"ID3[\x02-\x04]|\xff[\xf2\xf3\xfb]"),
    _recording("MP4", (".mp4", ".m4a", ".m4v", ".mov", ".3gp"), rb".{4}ftyp"),
    _recording("WAV", (".wav",), rb"RIFF.{4}WAVE"),
    _recording("AVI", (".avi",), rb"RIFF.{4}AVI "),
    _recording("Ogg", (".ogg", ".oga", ".opus"), rb"OggS\0"),
    _recording("FLAC", (".flac",), rb"fLaC\0"),
    _recording("Matroska", (".mkv", ".webm"), rb"\x1aE\xdf\xa3"),
    _recording("Windows Media", (".wma", ".wmv"), rb"\x30\x26\xb2\x75\x8e\x66"),
    _recording("AMR", (".amr",), rb"#!AMR"),
    _sheet("Excel", (".xlsx", ".xlsm"), packed=r"xl/workbook\.(?:xml|bin)$"),
    _sheet("OpenDocument", (".ods",), packed=_ODF + "spreadsheet"),
    RefusedKind(
        Message("it is an OpenDocument file, but no text"),
        (".odg", ".odf", ".odb"),
        packed=_ODF + "(?!text|presentation)",
    ),
    RefusedKind(
        Message("it is a Keynote presentation"),
        (".key",),
        packed=r"(?:.*/)?(?:Index/(?:Master|Template)?Slide[^/]*\.iwa|index\.apxl)$",
        do=Message("export it as PowerPoint (.pptx) and open that"),
    ),
    RefusedKind(
        Message("it is a document of Apple’s Pages or Numbers"),
        packed=r"(?:.*/)?(?:Index/Document\.iwa|Index\.zip|buildVersionHistory\.plist)$",
        do=Message("export it as Word (.docx) or PDF and open that"),
        vague=True,
    ),
    RefusedKind(Message("it is a Pages document"), (".pages",), do=Message("export it as Word (.docx) and open that")),
    _sheet("Numbers", (".numbers",)),
    RefusedKind(
        Message("it is a language package"),
        (".argosmodel",),
        packed=r"[^/]+/model/model\.bin$",
        do=Message("install it under Translation, Language packages"),
    ),
    RefusedKind(
        Message("it is protected by a password"),
        stream="EncryptedPackage",
        do=Message("save it without one first"),
    ),
    _sheet("Excel", (".xls",), stream="Workbook"),
    RefusedKind(Message("it is an old Office file"), begins=re.escape(OLD_OFFICE), vague=True),
    RefusedKind(
        Message("it is in another Word format"), begins=_XML + rb"<\?mso-application\s+progid=.Word", do=_AS_DOCX
    ),
    RefusedKind(
        Message("it is in another Word format"),
        (".wps",),
        begins=_XML + rb"<(?:w:wordDocument|pkg:package)\b",
        do=_AS_DOCX,
    ),
    RefusedKind(
        Message("it is a flat OpenDocument file"),
        (".fodt",),
        begins=_XML + rb"<office:document\b",
        do=Message("save it as .odt and open that"),
    ),
    RefusedKind(Message("it is a WordPerfect document"), (".wpd",), rb"\xffWPC", do=_AS_DOCX),
    RefusedKind(Message("it is a PostScript file"), (".ps", ".eps"), rb"%!PS", do=_AS_PDF),
    RefusedKind(Message("it is a scanned document (DjVu)"), (".djvu", ".djv"), rb"AT&TFORM"),
    RefusedKind(Message("it is a book for Kindle"), (".mobi", ".azw", ".azw3"), rb".{60}(?:BOOKMOBI|TEXtREAd)"),
    RefusedKind(Message("it is an Outlook mailbox"), (".pst", ".ost"), rb"!BDN"),
    RefusedKind(Message("it is a database (SQLite)"), (".sqlite", ".db"), rb"SQLite format 3"),
    RefusedKind(
        Message("it is a link to a web page"),
        (".url", ".webloc"),
        rb"\s*\[InternetShortcut\]|\[Desktop Entry\][^\[]*\nType=Link",
        do=Message("open that in your browser, save the page (Ctrl+S) and open the file"),
    ),
    RefusedKind(
        Message("it is a font"), (".ttf", ".otf", ".woff", ".woff2"), rb"OTTO\x00|\x00\x01\x00\x00\x00|wOF[F2]"
    ),
    RefusedKind(
        Message("it is a program"),
        (".exe", ".dll", ".msi", ".jar", ".apk", ".dmg"),
        rb"\x7fELF|MZ.\0|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe",
        packed=r"META-INF/MANIFEST\.MF$|AndroidManifest\.xml$",
    ),
    _archive("7z", (".7z",), rb"7z\xbc\xaf"),
    _archive("RAR", (".rar",), rb"Rar!\x1a"),
    _archive("gzip", (".gz", ".tgz"), rb"\x1f\x8b"),
    _archive("xz", (".xz",), rb"\xfd7zXZ"),
    _archive("bzip2", (".bz2",), rb"BZh[1-9]1AY"),
    _archive("zstd", (".zst",), rb"\x28\xb5\x2f\xfd"),
    _archive("tar", (".tar",), rb".{257}ustar"),
    _archive("ZIP", (".zip",), _ARCHIVE, vague=True),
)


def recognise_refused(name: str, data: bytes) -> RefusedKind | None:
    """Return the format of a file without a reader, or None if it is not recognised."""
    kind = _found(data)
    return (find_by_name(name) or kind) if kind and kind.vague else kind


def find_by_name(name: str) -> RefusedKind | None:
    """Return the format that a file name's suffix suggests, or None."""
    suffix = PurePath(name).suffix.lower()
    return next((kind for kind in FOREIGN if suffix in kind.suffixes), None)


def _found(data: bytes) -> RefusedKind | None:
    start = data[:_START].removeprefix(b"\xef\xbb\xbf")
    names = _names(data) if re.match(_ARCHIVE, start) else ""
    old = data.startswith(OLD_OFFICE)
    for kind in FOREIGN:
        if kind.begins and re.match(kind.begins, start, re.DOTALL):
            return kind
        if kind.packed and names and re.search(f"^(?:{kind.packed})", names, re.MULTILINE):
            return kind
        if kind.stream and old and kind.stream.encode("utf-16-le") in data:
            return kind
    return None


def _names(data: bytes) -> str:
    """Return the declared type and the file names of an archive, one per line; empty if it is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            declared = archive.open("mimetype").read(100).decode("ascii", "replace") if "mimetype" in names else ""
            return "\n".join([declared.strip(), *names])
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError):
        return ""
