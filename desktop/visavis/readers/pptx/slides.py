"""Read a PowerPoint file: its slides in order, each with its title first, and its notes as asides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from visavis.model.article import Role
from visavis.model.errors import EmptyInput, InputError
from visavis.model.message import Message
from visavis.readers import zip_archive
from visavis.readers.block import Block, Reading
from visavis.readers.file_metadata import clean_author, clean_title
from visavis.readers.office.drawings import PICTURE, list_items, list_titles
from visavis.readers.office.note_calls import mark_notes
from visavis.readers.office.omissions import Omission, Omissions, explain_emptiness
from visavis.readers.office_styles import keep_one_title
from visavis.readers.pictures import PictureFinder, hang_pictures
from visavis.readers.pptx.package import Package, Relation, is_on, qn
from visavis.readers.pptx.styles import SlideStyles, find_placeholder
from visavis.readers.pptx.texts import TextReader
from visavis.readers.table_walk import TableTracker, keep_data_tables, parse_span

_KIND = Message("a PowerPoint file")
_SHAPE, _FRAME, _PICTURE, _GROUP, _TREE = map(qn, ("p:sp", "p:graphicFrame", "p:pic", "p:grpSp", "p:cSld/p:spTree"))
_BLIP, _ABOUT = qn("p:blipFill/a:blip"), qn("p:nvPicPr/p:cNvPr")
_ALTERNATIVE, _CHOICE, _FALLBACK = map(qn, ("mc:AlternateContent", "mc:Choice", "mc:Fallback"))
_CHART, _DIAGRAM = qn("c:chart"), qn("dgm:relIds")
_CELL_TEXT, _DATA = qn("a:txBody"), qn("a:graphic/a:graphicData")
_NAMES = tuple(map(qn, ("p:nvSpPr/p:cNvPr", "p:nvGraphicFramePr/p:cNvPr", "p:nvPicPr/p:cNvPr", "p:nvGrpSpPr/p:cNvPr")))
_TITLES = frozenset(("title", "ctrTitle"))
_MARGINS = frozenset(("dt", "ftr", "hdr", "sldNum"))


def read(data: bytes, name: str) -> Reading:
    """Read the slides in the bytes of a PowerPoint file; raises the InputError family about `name`."""
    reading, _, _ = read_slides(data, name)
    if not reading.blocks:
        raise EmptyInput(name, explain_emptiness(Message("it is a PowerPoint file without text"), reading.notes))
    return reading


def read_slides(data: bytes, name: str) -> tuple[Reading, Package, TextReader]:
    """Return what is read, the parts it was read from, and where in them."""
    archive = zip_archive.ZippedDocument(data, name, _KIND)
    with zip_archive.report_damage(name, _KIND):
        if b"purl.oclc.org/ooxml" in (archive.part("_rels/.rels") or b""):
            raise InputError(
                name, "it is in the strict form of PowerPoint's format; save it as an ordinary .pptx first"
            )
        package = Package(archive)
        main = package.related("", "officeDocument")
        root = package.root(main)
        if root is None or root.tag != qn("p:presentation"):
            raise archive.damaged
        slides = _Slides(package, root)
        return slides.read(main), package, slides.texts


class _Slides:
    """Gathers the blocks of the slides."""

    def __init__(self, package: Package, presentation: Any) -> None:
        self._package, self._presentation = package, presentation
        self._omissions, self._tables = Omissions(), TableTracker()
        self.texts = TextReader(self._omissions)
        self._pictures = PictureFinder(package.data)
        self._margins: set[str] = set()
        self._relations: dict[str, Relation] = {}

    def read(self, main: str) -> Reading:
        """Return what all the slides hold."""
        relations = self._package.relations(main)
        ids = (slide.get(qn("r:id"), "") for slide in self._presentation.iterfind(qn("p:sldIdLst/p:sldId")))
        parts = dict.fromkeys(relations[id_].part for id_ in ids if id_ in relations)
        blocks = [block for number, part in enumerate(parts, 1) for block in self._slide(part, number)]
        self._omissions.count(Omission.MARGIN, len(self._margins))
        placed = [
            block._replace(place=", ".join((old.place, block.place)) if block.cell else old.place)
            for old, block in zip(blocks, keep_data_tables(blocks, self._tables.layouts), strict=True)
        ]
        return Reading(keep_one_title(placed), *self._facts(), notes=self._omissions.notes())

    def _slide(self, part: str, number: int) -> Iterator[Block]:
        slide = self._package.root(part)
        if slide is None or slide.get("show") in {"0", "false"}:
            self._omissions.count(Omission.SLIDE, slide is not None)
            return
        self._relations = self._package.relations(part)
        self.texts.begin_part(part, slide)
        shapes = list(self._list_shapes(slide.find(_TREE)))
        shapes.sort(key=lambda shape: (find_placeholder(shape) or ("", ""))[0] not in _TITLES)
        styles = SlideStyles(self._package, part, self._presentation)
        found = [block for shape in shapes for block in self._shape(shape, styles)]
        for block in mark_notes(hang_pictures(found), self.texts.called):
            yield block._replace(place=f"slide {number}")
        for relation in self._relations.values():
            if relation.kind == "notesSlide":
                for block in self._notes(relation.part):
                    yield block._replace(role=Role.ASIDE, level=0, place=f"slide {number}, notes")
            elif relation.kind == "comments":
                root = self._package.root(relation.part)
                self._omissions.count(Omission.COMMENT, sum(1 for _ in root.iter("{*}cm")) if root is not None else 0)

    def _list_shapes(self, tree: Any) -> Iterator[Any]:
        """Yield the shapes with text, also those in groups; of several forms of one, the first."""
        for child in tree if tree is not None else ():
            if any(is_on(child.find(name), "hidden") for name in _NAMES):
                self._omissions.count(Omission.HIDDEN, any(text.text for text in child.iter(qn("a:t"))))
            elif child.tag == _GROUP:
                yield from self._list_shapes(child)
            elif child.tag == _ALTERNATIVE:
                choice = child.find(_CHOICE)
                yield from self._list_shapes(child.find(_FALLBACK) if choice is None else choice)
            elif child.tag in {_SHAPE, _FRAME, _PICTURE}:
                yield child

    def _shape(self, shape: Any, styles: SlideStyles) -> Iterator[Block]:
        if shape.tag == _FRAME:
            yield from self._frame(shape)
            return
        if shape.tag == _PICTURE:
            yield from self._picture(shape)
            return
        body, (kind, _) = shape.find(qn("p:txBody")), find_placeholder(shape) or ("", "")
        if body is None:
            return
        if kind in _MARGINS:
            words = "".join(text.text or "" for run in body.iter(qn("a:r")) for text in run.iter(qn("a:t")))
            self._margins.update({words} if any(map(str.isalpha, words)) else ())
            return
        role = Role.TITLE if kind in _TITLES else Role.BODY
        yield from self.texts.read(body, styles.list_styles(shape), role)

    def _picture(self, shape: Any) -> Iterator[Block]:
        blip, about = shape.find(_BLIP), shape.find(_ABOUT)
        relation = self._relations.get(blip.get(qn("r:embed"), "")) if blip is not None else None
        told = about.get("descr", "") if about is not None else ""
        picture = self._pictures.find(relation.part, told) if relation else None
        if picture:
            yield Block(Role.BODY, "", pictures=(picture,))

    def _frame(self, frame: Any) -> Iterator[Block]:
        """Yield the cells of a table, or the words of a drawing; count what else is in such a frame."""
        data = frame.find(_DATA)
        table = data.find(qn("a:tbl")) if data is not None else None
        if table is None:
            found = list(self._drawing(data)) if data is not None else []
            self._omissions.count(Omission.OBJECT, not found or data.find(_CHART) is not None)
            yield from found
            return
        self._tables.begin_table()
        for row in table.iterfind(qn("a:tr")):
            self._tables.begin_row()
            for cell in row.iterfind(qn("a:tc")):
                self._tables.begin_cell(wide=parse_span(cell.get("gridSpan", "")))
                body = cell.find(_CELL_TEXT)
                if body is not None and not is_on(cell, "hMerge") and not is_on(cell, "vMerge"):
                    for block in self.texts.read(body, []):
                        yield block._replace(cell=self._tables.current_cell)
        self._tables.end_table()

    def _drawing(self, data: Any) -> Iterator[Block]:
        """Yield the titles of a chart, or the items of a diagram."""
        chart, diagram = data.find(_CHART), data.find(_DIAGRAM)
        id_ = chart.get(qn("r:id")) if chart is not None else diagram.get(qn("r:dm")) if diagram is not None else ""
        part = self._relations[id_].part if id_ in self._relations else ""
        root = self._package.root(part) if part else None
        if root is None:
            return
        self.texts.begin_part(part, root)
        pictures = [self._package.root(other.part) for other in self._relations.values() if other.kind == PICTURE]
        for text in list_titles(root) if chart is not None else list_items(root):
            yield from self.texts.read(text, [], Role.LIST if chart is None else Role.CAPTION)
            self.texts.read_copies((picture for picture in pictures if picture is not None), text)

    def _notes(self, part: str) -> Iterator[Block]:
        root = self._package.root(part)
        if root is not None:
            self.texts.begin_part(part, root)
        for shape in self._list_shapes(root.find(_TREE) if root is not None else None):
            body = shape.find(qn("p:txBody"))
            if body is not None and (find_placeholder(shape) or ("", ""))[0] == "body":
                yield from self.texts.read(body, [])

    def _facts(self) -> tuple[str, str, str]:
        """Return title, author and date."""
        part = self._package.related("", "core-properties")
        root = self._package.root(part) if part else None
        if root is None:
            return "", "", ""
        date = root.findtext(qn("dcterms:created")) or root.findtext(qn("dcterms:modified")) or ""
        title, author = root.findtext(qn("dc:title")), root.findtext(qn("dc:creator"))
        return clean_title(title), clean_author(author), date[:10] if date[:4].isdecimal() else ""
