"""PowerPoint files by hand: the parts that a test needs, and no others."""

from __future__ import annotations

import io
import zipfile

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    f' xmlns:r="{_OFFICE}/relationships" xmlns:m="{_OFFICE}/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"'
)


def run(text: str, look: str = "", inside: str = "") -> str:
    return f"<a:r><a:rPr {look}>{inside}</a:rPr><a:t>{text}</a:t></a:r>"


def paragraph(text: str, properties: str = "") -> str:
    return f"<a:p>{properties}{text if text.startswith('<') else run(text)}</a:p>"


def shape(*paragraphs: str, place: str = "", hidden: str = "") -> str:
    fills = f"<p:ph {place}/>" if place else ""
    texts = "".join(text if text.startswith("<a:p>") else paragraph(text) for text in paragraphs)
    name = f'<p:nvSpPr><p:cNvPr id="1" name="a" {hidden}/><p:cNvSpPr/><p:nvPr>{fills}</p:nvPr></p:nvSpPr>'
    return f"<p:sp>{name}<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{texts}</p:txBody></p:sp>"


def frame(content: str, uri: str) -> str:
    return (
        f'<p:graphicFrame><a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic></p:graphicFrame>'
    )


def table(*rows: list[str]) -> str:
    cells = ["".join(f"<a:tc><a:txBody>{paragraph(c)}</a:txBody></a:tc>" for c in row) for row in rows]
    return frame("<a:tbl>" + "".join(f"<a:tr>{row}</a:tr>" for row in cells) + "</a:tbl>", "…/table")


def part(root: str, shapes: str, more: str = "", attributes: str = "") -> str:
    return f"<p:{root} {SPACES} {attributes}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld>{more}</p:{root}>"


def relations(*related: tuple[str, str, str]) -> str:
    """Return the relations of a part: id, kind and target of each."""
    found = "".join(
        f'<Relationship Id="{id_}" Type="{_OFFICE}/relationships/{kind}" Target="{target}"/>'
        for id_, kind, target in related
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{found}</Relationships>'
    )


def deck(*slides: str, show: dict[int, str] | None = None, more: dict[str, str] | None = None) -> bytes:
    """Return a file with the shapes of each slide; `show` has attributes of slides, `more` other parts."""
    numbers = range(1, len(slides) + 1)
    ids = "".join(f'<p:sldId r:id="s{number}"/>' for number in reversed(numbers))
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(("r1", "officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f"<p:presentation {SPACES}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>",
        # the order of the slides is not that of their names
        "ppt/_rels/presentation.xml.rels": relations(
            *((f"s{number}", "slide", f"slides/slide{number}.xml") for number in numbers)
        ),
    }
    for number, shapes in zip(reversed(numbers), slides, strict=True):
        attributes = (show or {}).get(len(slides) - number + 1, "")
        parts[f"ppt/slides/slide{number}.xml"] = part("sld", shapes, attributes=attributes)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (parts | (more or {})).items():
            archive.writestr(name, content)
    return out.getvalue()
