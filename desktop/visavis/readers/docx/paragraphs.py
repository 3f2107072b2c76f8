"""What is where in a Word file: its paragraphs with their addresses, and which of them go on in the next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import PartFactory, XmlPart
from docx.oxml.ns import qn
from lxml import etree

from visavis.readers.office.drawings import LINE, list_items, list_titles

P, RUN, TEXT, PROPERTIES = qn("w:p"), qn("w:r"), qn("w:t"), qn("w:rPr")
SDT, PLACEHOLDER, CHUNK = qn("w:sdt"), f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}", qn("w:altChunk")
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CHOICE = FALLBACK.replace("Fallback", "Choice")
_NEIGHBOURS = frozenset((P, SDT, CHUNK, qn("w:tbl")))
_OF_PARAGRAPH, _FRAME, _STRUCK = qn("w:pPr"), qn("w:framePr"), (qn("w:del"), qn("w:moveFrom"))
OFF = frozenset(("0", "false", "off", "none"))

_NOTES = ("footnote", RELATIONSHIP_TYPE.FOOTNOTES), ("endnote", RELATIONSHIP_TYPE.ENDNOTES)
_MARGINS = {RELATIONSHIP_TYPE.HEADER: "header", RELATIONSHIP_TYPE.FOOTER: "footer"}
_DIAGRAM_PICTURE = "application/vnd.ms-office.drawingml.diagramDrawing+xml"
_DIAGRAM_PICTURES = "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing"
_AS_XML = (
    CONTENT_TYPE.WML_FOOTNOTES,
    CONTENT_TYPE.WML_ENDNOTES,
    CONTENT_TYPE.DML_CHART,
    CONTENT_TYPE.DML_DIAGRAM_DATA,
    _DIAGRAM_PICTURE,
)
# python-docx keeps notes and drawings as bytes unless it is told that they are XML.
PartFactory.part_type_for.update(dict.fromkeys(_AS_XML, XmlPart))


def get_related_part(file: Any, relation: str) -> Any:
    """Return the root of the part that stands in a relation to the text, or None."""
    return next(iter(_list_related_parts(file, relation)), None)


def _list_related_parts(file: Any, relation: str) -> list[Any]:
    """Return the roots of the parts that stand in a relation to the text, in the order of their names."""
    related = (each for each in file.part.rels.values() if each.reltype == relation and not each.is_external)
    parts = sorted({each.target_part for each in related}, key=lambda part: str(part.partname))
    return [root for part in parts if (root := getattr(part, "element", None)) is not None]


def list_drawing_lines(file: Any) -> list[tuple[str, Any]]:
    """Return the paragraphs of the titles of charts and of the items of diagrams, each with its address."""
    kinds = ("chart", RELATIONSHIP_TYPE.CHART, list_titles), ("diagram", RELATIONSHIP_TYPE.DIAGRAM_DATA, list_items)
    return [
        (f"{kind} {number} {place}", line)
        for kind, relation, list_texts in kinds
        for number, drawing in enumerate(_list_related_parts(file, relation), 1)
        for place, line in enumerate(line for text in list_texts(drawing) for line in text.iter(LINE))
    ]


def list_diagram_pictures(file: Any) -> list[Any]:
    """Return the roots of the pictures of diagrams that programs show."""
    return _list_related_parts(file, _DIAGRAM_PICTURES)


def list_stories(file: Any) -> list[tuple[str, Any]]:
    """Return the parts that hold paragraphs: the text, the notes, the pages' headers and footers, the comments."""
    stories = [("text", file.element.body), *((kind, get_related_part(file, relation)) for kind, relation in _NOTES)]
    stories += [
        (f"{kind} {number}", root)
        for relation, kind in _MARGINS.items()
        for number, root in enumerate(_list_related_parts(file, relation), 1)
    ]
    stories.append(("comment", get_related_part(file, RELATIONSHIP_TYPE.COMMENTS)))
    return [(kind, root) for kind, root in stories if root is not None]


def list_paragraphs(file: Any) -> Iterator[tuple[str, Any]]:
    """Yield the address of each paragraph, and the paragraph; what stands in for a newer shape has the shape's."""
    for kind, root in list_stories(file):
        number, chosen, resumed = 0, list[int](), list[int]()
        for event, element in etree.iterwalk(root, events=("start", "end"), tag=(P, _CHOICE, FALLBACK)):
            if element.tag == P:
                if event == "start":
                    yield "" if resumed and number >= resumed[-1] else f"{kind} {number}", element
                    number += 1
            elif element.tag == _CHOICE and event == "start":
                chosen.append(number)
            elif element.tag == FALLBACK and event == "start":
                resumed.append(number)
                number = chosen.pop() if chosen else number
            elif element.tag == FALLBACK:
                number = resumed.pop()


def runs_on(paragraph: Any) -> bool:
    """True if a paragraph goes on in the next one: it is the large first letter, or its end was struck out."""
    own = paragraph.find(_OF_PARAGRAPH)
    if own is None:
        return False
    frame, end = own.find(_FRAME), own.find(PROPERTIES)
    dropped = frame is not None and frame.get(qn("w:dropCap")) in {"drop", "margin"}
    if not dropped and (end is None or all(end.find(tag) is None for tag in _STRUCK)):
        return False
    following = next((element for element in paragraph.itersiblings() if element.tag in _NEIGHBOURS), None)
    return following is not None and following.tag == P


def list_joined(paragraph: Any) -> list[Any]:
    """Return the paragraphs that go on in this one, and this one last."""
    found = [paragraph]
    for element in paragraph.itersiblings(preceding=True):
        if element.tag in _NEIGHBOURS:
            if element.tag != P or not runs_on(element):
                break
            found.insert(0, element)
    return found


def get_number(element: Any, name: str, default: int = 0) -> int:
    """Return the number that a child of an element holds."""
    child = element.find(qn(name)) if element is not None else None
    raw = child.get(qn("w:val"), "") if child is not None else ""
    return int(raw) if raw.isdecimal() and len(raw) < 10 else default
