"""Attacks made by hand on presentations."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hostile.dress import opened_slides, part, repacked, slides

Make = Callable[[], bytes]

_TEXT = "La ministre a présenté son plan mardi à Paris devant la presse. " * 8
_WORDS = f"<p:sp><p:txBody><a:p><a:r><a:t>{_TEXT}</a:t></a:r></a:p></p:txBody></p:sp>"
_PARAGRAPH = f"<text:p>{_TEXT}</text:p>"
_DEEP = 100_000


def pptx(outside: str, bomb: str, lure: str, address: str) -> Iterator[tuple[str, Make]]:
    """Yield the attacks on PowerPoint files; `outside` and `bomb` are DTDs."""
    yield "nested deep", lambda: slides("<p:grpSp>" * _DEEP + _WORDS)
    yield "nested groups", lambda: slides("<p:grpSp>" * 200 + _WORDS + "</p:grpSp>" * 200)
    yield "entities", lambda: slides(_WORDS.replace("La ministre", "&l11;"), bomb)
    yield "entities outside", lambda: slides(_WORDS.replace("La ministre", "&x;&y;"), outside)
    cells = f"<a:tr>{'<a:tc><a:txBody><a:p/></a:txBody></a:tc>' * 5000}</a:tr>" * 20
    yield "table", lambda: slides(_framed(f"<a:tbl>{cells}</a:tbl>") + _WORDS)
    main, rels = "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels"
    slide = b'<p:sldId id="256" r:id="rId2"/>'
    many = part("pptx", main).replace(b"</p:sldIdLst>", slide * 50_000 + b"</p:sldIdLst>")
    yield "slides alike", lambda: repacked("pptx", {main: many})
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    targets = enumerate((f"file://{lure}", f"{address}/a", f"../../../..{lure}"))
    out = "".join(f'<Relationship Id="rId{n}" Type="{base}/slide" Target="{to}"/>' for n, to in targets)
    up = part("pptx", rels).replace(b"</Relationships>", out.encode() + b"</Relationships>")
    yield "references", lambda: repacked("pptx", {rels: up})
    ring = part("pptx", "ppt/slides/_rels/slide1.xml.rels").replace(b"slideLayouts/slideLayout", b"slides/slide")
    yield "a layout in a ring", lambda: repacked("pptx", {"ppt/slides/_rels/slide1.xml.rels": ring})
    yield "macros", lambda: repacked("pptx", {"ppt/vbaProject.bin": b"\xd0\xcf\x11\xe0" * 9999})
    numbered = '<a:p><a:pPr lvl="99999999999"><a:buAutoNum type="romanUcPeriod" startAt="99999999"/></a:pPr>'
    yield "numbers", lambda: slides(_WORDS.replace("<a:p>", numbered) * 500)


def odp(outside: str, bomb: str, lure: str, address: str) -> Iterator[tuple[str, Make]]:
    """Yield the attacks on OpenDocument presentations; `outside` and `bomb` are DTDs."""
    yield "nested deep", lambda: opened_slides("<draw:g>" * _DEEP + _PARAGRAPH)
    yield "entities", lambda: opened_slides("<text:p>&l11;</text:p>", bomb)
    yield "entities outside", lambda: opened_slides("<text:p>&x;&y;</text:p>", outside)
    notes = f"<presentation:notes>{_PARAGRAPH}</presentation:notes>"
    yield "notes in notes", lambda: opened_slides(notes.replace(_PARAGRAPH, notes * 3) * 2000)
    yield "many slides", lambda: opened_slides(f"{_PARAGRAPH}</draw:page><draw:page>" * 5000)
    link = f'xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{address}/../..{lure}"'
    yield "references", lambda: opened_slides(f"<draw:frame><draw:object {link}/></draw:frame>{_PARAGRAPH}")


def _framed(table: str) -> str:
    return f"<p:graphicFrame><a:graphic><a:graphicData>{table}</a:graphicData></a:graphic></p:graphicFrame>"
