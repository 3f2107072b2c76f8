"""A slide at the end of a PowerPoint file, with a few lines in small print."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from typing import Any

from lxml import etree

from visavis.exports.composition import ENGLISH
from visavis.readers.pptx.package import Package, name_relations, qn

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FORM = "application/vnd.openxmlformats-officedocument.presentationml"
TYPES, _SECTION = "[Content_Types].xml", "{http://schemas.microsoft.com/office/powerpoint/2010/main}sldIdLst"
_LOWEST_ID = 256  # of a slide
_MARGIN, _WIDTH, _HEIGHT, _SMALL = 457200, 9144000, 1828800, "1200"  # in English Metric Units; a size in points × 100


def add_slide(package: Package, lines: Sequence[str]) -> dict[str, Any]:
    """Return the roots of the parts that are changed or added, by their names."""
    main = package.related("", "officeDocument")
    presentation, relations, types = package.root(main), package.relations(main), package.root(TYPES)
    ids = presentation.find(qn("p:sldIdLst"))
    part = _name_part(package, posixpath.dirname(main))
    slide = etree.SubElement(ids, qn("p:sldId"))
    slide.set("id", str(max([_LOWEST_ID, *(_number(other, "id", 0) + 1 for other in ids)])))
    slide.set(qn("r:id"), next(id_ for n in range(len(relations) + 1) if (id_ := f"visavis{n}") not in relations))
    for section in list(presentation.iter(_SECTION))[-1:]:  # where there are sections, each slide is in one
        etree.SubElement(section, _SECTION.replace("sldIdLst", "sldId")).set("id", slide.get("id", ""))
    owned = package.root(name_relations(main))
    _relate(owned, slide.get(qn("r:id"), ""), "slide", posixpath.relpath(part, posixpath.dirname(main)))
    override = etree.SubElement(types, types.tag.replace("Types", "Override"))
    override.set("PartName", f"/{part}")
    override.set("ContentType", f"{_FORM}.slide+xml")
    size = presentation.find(qn("p:sldSz"))
    width = _number(size, "cx", _WIDTH) if size is not None else _WIDTH
    changed = {main: presentation, name_relations(main): owned, TYPES: types, part: _make_slide(lines, width)}
    shown = [relations[id_].part for other in ids if (id_ := other.get(qn("r:id"), "")) in relations]
    if shown and (layout := package.related(shown[-1], "slideLayout")):
        beside = etree.Element(owned.tag, nsmap=owned.nsmap)
        _relate(beside, "rId1", "slideLayout", posixpath.relpath(layout, posixpath.dirname(part)))
        changed[name_relations(part)] = beside
    return changed


def _name_part(package: Package, folder: str) -> str:
    names = (posixpath.join(folder, f"slides/slide{number}.xml") for number in range(1, 10_000))
    return next(name for name in names if package.root(name) is None)


def _number(element: Any, name: str, default: int) -> int:
    said = element.get(name, "")
    return int(said) if said.isdecimal() and len(said) < 11 else default


def _relate(relations: Any, id_: str, kind: str, target: str) -> None:
    relation = etree.SubElement(relations, qn("rel:Relationship"))
    for name, value in (("Id", id_), ("Type", f"{_OFFICE}/{kind}"), ("Target", target)):
        relation.set(name, value)


def _make_slide(lines: Sequence[str], width: int) -> Any:
    spaces = {"a": qn("a:p")[1:-2], "p": qn("p:p")[1:-2], "r": qn("r:p")[1:-2]}
    root = etree.Element(qn("p:sld"), nsmap=spaces)
    tree = _grow(root, "p:cSld", "p:spTree")
    _name(_grow(tree, "p:nvGrpSpPr"), "1", "", "p:cNvGrpSpPr")
    _grow(tree, "p:grpSpPr")
    shape = _grow(tree, "p:sp")
    _name(_grow(shape, "p:nvSpPr"), "2", "Provenance", "p:cNvSpPr")
    properties = _grow(shape, "p:spPr")
    place = _grow(properties, "a:xfrm")
    _grow(place, "a:off", x=_MARGIN, y=_MARGIN)
    _grow(place, "a:ext", cx=max(width - 2 * _MARGIN, _MARGIN), cy=_HEIGHT)
    _grow(_grow(properties, "a:prstGeom", prst="rect"), "a:avLst")
    body = _grow(shape, "p:txBody")
    _grow(body, "a:bodyPr", wrap="square")
    _grow(body, "a:lstStyle")
    for line in lines:
        run = _grow(body, "a:p", "a:r")
        _grow(run, "a:rPr", lang=ENGLISH, sz=_SMALL)
        _grow(run, "a:t").text = line
    return root


def _name(around: Any, id_: str, name: str, kind: str) -> None:
    _grow(around, "p:cNvPr", id=id_, name=name)
    _grow(around, kind)
    _grow(around, "p:nvPr")


def _grow(parent: Any, *names: str, **values: object) -> Any:
    """Return the innermost of new elements, one in the other, with its attributes."""
    for name in names:
        parent = etree.SubElement(parent, qn(name))
    for name, value in values.items():
        parent.set(name, str(value))
    return parent
