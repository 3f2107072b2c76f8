"""Wraps a text in the file format of each reader, unescaped where the format allows."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

from compound import compound, message

FILES = Path(__file__).resolve().parent.parent / "files"
SEEDS = Path(__file__).resolve().parent.parent.parent / "seeds"
# A valid file for each reader.
GOOD = {
    "txt": next(SEEDS.glob("*.txt")),
    "md": FILES / "exports" / "translation.md",
    "docx": FILES / "docx" / "enquete.docx",
    "pptx": FILES / "pptx" / "bilan.pptx",
    "odt": FILES / "odt" / "enquete.odt",
    "odp": FILES / "odp" / "bilan.odp",
    "rtf": FILES / "rtf" / "enquete.rtf",
    "html": FILES / "html" / "gazette.html",
    "mhtml": FILES / "mhtml" / "gazette.mhtml",
    "pdf": FILES / "pdf" / "one.pdf",
    "epub": FILES / "epub" / "revue.epub",
    "eml": FILES / "eml" / "gmail.eml",
    "msg": FILES / "msg" / "pont.msg",
    "srt": FILES / "subtitles" / "pont.srt",
    "vtt": FILES / "subtitles" / "pont.vtt",
    "tmx": FILES / "exports" / "interleaved.tmx",
    "xliff": FILES / "exports" / "interleaved.xliff",
}
# The file inside each archive format that has the text.
PARTS = {
    "docx": "word/document.xml",
    "pptx": "ppt/slides/slide1.xml",
    "odt": "content.xml",
    "odp": "content.xml",
    "epub": "EPUB/text/ch001.xhtml",
}

_MIME = b"From: a@example.org\nSubject: Bilan\nDate: Tue, 24 Nov 2026 08:00:00 +0000\nMIME-Version: 1.0\n"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_DRAWING, _SLIDE = (f"http://schemas.openxmlformats.org/{kind}/2006/main" for kind in ("drawingml", "presentationml"))
_ODT = f'xmlns:office="{_OASIS}office:1.0" xmlns:text="{_OASIS}text:1.0"'


def dressed(reader: str, text: str) -> bytes:
    """Return a file for a reader that contains a text, one paragraph per line."""
    lines = text.split("\n")
    if reader in _OTHERS:
        return _OTHERS[reader](lines)
    match reader:
        case "html":
            return raw(page("".join(f"<p>{escape(line)}</p>\n" for line in lines)))
        case "mhtml":
            return web_page(dressed("html", text))
        case "eml":
            return mail(raw(text))
        case "msg":
            return outlook(text.encode("utf-16-le", "surrogatepass"))
        case "rtf":
            return b"{\\rtf1\\ansi " + "\\par\n".join(map(_rtf, lines)).encode("ascii") + b"}"
        case "docx":
            return word("".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines))
        case "pptx":
            texts = "".join(f"<a:p><a:r><a:t>{escape(line)}</a:t></a:r></a:p>" for line in lines)
            return slides(f"<p:sp><p:txBody>{texts}</p:txBody></p:sp>")
        case "odp":
            return opened_slides("".join(f"<text:p>{escape(line)}</text:p>" for line in lines))
        case "odt":
            return opendocument("".join(f"<text:p>{escape(line)}</text:p>" for line in lines))
        case "epub":
            return repacked("epub", {PARTS["epub"]: dressed("html", text)})
        case _:
            return raw(text)


def raw(text: str) -> bytes:
    """Encode a text, lone surrogates included."""
    return text.encode("utf-8", "surrogatepass")


def page(body: str, head: str = "", start: str = "") -> str:
    """Return a web page."""
    return f'{start}<html lang="fr"><head><title>Bilan</title>{head}</head><body>{body}</body></html>'


def mail(body: bytes, kind: str = "text/plain; charset=utf-8") -> bytes:
    """Return a mail."""
    return _MIME + b"To: b@example.org\nContent-Type: " + kind.encode() + b"\n\n" + body


def outlook(text: bytes, page: bytes = b"", rtf: bytes = b"") -> bytes:
    """Return an Outlook message with this text (in UTF-16), this page and this compressed RTF."""
    streams = message({0x37: "Bilan", 0x1009: rtf, 0x1013: page})
    return compound({**streams, "__substg1.0_1000001F": text})


def web_page(html: bytes) -> bytes:
    """Return a saved web page (MHTML)."""
    head = b'Content-Type: multipart/related; type="text/html"; boundary="x"\n\n--x\nContent-Type: text/html\n\n'
    return _MIME + head + html + b"\n--x--\n"


def word(body: str, start: str = "") -> bytes:
    """Return a Word file with this XML in its body."""
    document = f'<?xml version="1.0"?>{start}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    return repacked("docx", {PARTS["docx"]: raw(document)})


def opendocument(body: str, start: str = "") -> bytes:
    """Return an OpenDocument text with this XML in its body."""
    inner = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f'<?xml version="1.0"?>{start}<office:document-content {_ODT}>{inner}</office:document-content>'
    return repacked("odt", {PARTS["odt"]: raw(content)})


def slides(shapes: str, start: str = "") -> bytes:
    """Return a PowerPoint file with these shapes on its first slide."""
    slide = f'<p:sld xmlns:p="{_SLIDE}" xmlns:a="{_DRAWING}"><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>'
    return repacked("pptx", {PARTS["pptx"]: raw(f'<?xml version="1.0"?>{start}{slide}')})


def opened_slides(body: str, start: str = "") -> bytes:
    """Return an OpenDocument presentation with this XML on its only slide."""
    more = f'xmlns:draw="{_OASIS}drawing:1.0" xmlns:presentation="{_OASIS}presentation:1.0"'
    page = f"<office:body><office:presentation><draw:page>{body}</draw:page></office:presentation></office:body>"
    content = f'<?xml version="1.0"?>{start}<office:document-content {_ODT} {more}>{page}</office:document-content>'
    return repacked("odp", {PARTS["odp"]: raw(content)})


def cues(lines: Iterable[str], point: str) -> str:
    """Return subtitles with a cue of three seconds for each line."""
    return "".join(
        f"{n + 1}\n{n // 1200:02}:{n // 20 % 60:02}:{n % 20 * 3:02}{point}000 --> "
        f"{n // 1200:02}:{n // 20 % 60:02}:{n % 20 * 3 + 2:02}{point}900\n{line}\n\n"
        for n, line in enumerate(lines)
    )


def memory(units: str, start: str = "") -> bytes:
    """Return a translation memory (TMX) with these units."""
    return raw(f'<?xml version="1.0"?>{start}<tmx version="1.4"><header srclang="fr"/><body>{units}</body></tmx>')


def unit(french: str, english: str = "It was said.") -> str:
    """Return a unit of a translation memory."""
    return f'<tu><tuv xml:lang="fr"><seg>{french}</seg></tuv><tuv xml:lang="en"><seg>{english}</seg></tuv></tu>\n'


def exchanged(units: str, start: str = "") -> bytes:
    """Return an XLIFF 2 file with these units."""
    space = 'version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="fr" trgLang="en"'
    return raw(f'<?xml version="1.0"?>{start}<xliff {space}><file id="f">{units}</file></xliff>')


def segment(french: str, english: str = "It was said.") -> str:
    """Return a unit of an XLIFF 2 file."""
    return f"<unit><segment><source>{french}</source><target>{english}</target></segment></unit>\n"


def repacked(reader: str, changed: dict[str, bytes]) -> bytes:
    """Return the reader's valid file with some files inside replaced or added."""
    made = io.BytesIO()
    with zipfile.ZipFile(GOOD[reader]) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *changed]):
            new.writestr(name, changed[name] if name in changed else old.read(name))
    return made.getvalue()


def part(reader: str, name: str) -> bytes:
    """Return a file inside the reader's valid file."""
    with zipfile.ZipFile(GOOD[reader]) as archive:
        return archive.read(name)


def drawn(text: str) -> bytes:
    """Return a PDF that draws a text of up to 255 different characters, each one byte with a ToUnicode table."""
    codes = {c: i for i, c in enumerate(sorted(set(text) - {"\n"})[:255], 1)}
    table = "".join(f"<{i:02x}> <{c.encode('utf-16-be', 'surrogatepass').hex()}>\n" for c, i in codes.items())
    cmap = f"begincmap 1 begincodespacerange <00> <ff> endcodespacerange {len(codes)} beginbfchar {table} endbfchar"
    lines = (bytes(codes.get(c, 1) for c in line).hex() for line in text.split("\n"))
    content = "BT /F 12 Tf 14 TL 50 750 Td " + "".join(f"<{line}> ' " for line in lines) + "ET"
    return pdf(content.encode(), tounicode=cmap.encode())


def pdf(content: bytes, tounicode: bytes = b"", catalog: str = "", page: str = "", more: Iterable[bytes] = ()) -> bytes:
    """Return a PDF of one page; `catalog` and `page` add entries to those, `more` are objects from number 7 on."""
    resources = "" if "/Resources" in page else "/Resources << /Font << /F 5 0 R >> >>"
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R {resources} {page} >>".encode(),
        stream(content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        stream(tounicode),
        *more,
    ]
    made = b"%PDF-1.7\n"
    places = []
    for number, thing in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (size, table, end)


def stream(data: bytes, filters: str = "/FlateDecode") -> bytes:
    """Return a compressed PDF stream."""
    packed = zlib.compress(data) if filters == "/FlateDecode" else data
    return b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(packed), filters.encode(), packed)


def _rtf(line: str) -> str:
    units = line.translate({ord(c): f"\\{c}" for c in "\\{}"}).encode("utf-16-le", "surrogatepass")
    pairs = (int.from_bytes(units[i : i + 2], "little") for i in range(0, len(units), 2))
    return "".join(chr(unit) if unit < 0x80 else f"\\u{unit - (unit > 0x7FFF) * 0x10000}?" for unit in pairs)


_OTHERS: dict[str, Callable[[list[str]], bytes]] = {
    "pdf": lambda lines: drawn("\n".join(lines)),
    "srt": lambda lines: raw(cues(lines, ",")),
    "vtt": lambda lines: raw(f"WEBVTT\n\n{cues(lines, '.')}"),
    "tmx": lambda lines: memory("".join(unit(escape(line)) for line in lines)),
    "xliff": lambda lines: exchanged("".join(segment(escape(line)) for line in lines)),
}
