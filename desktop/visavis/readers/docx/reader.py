"""Read a Word file: its paragraphs as they stand, with their addresses; then its notes, and what is around the text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

from docx.opc.constants import CONTENT_TYPE
from docx.oxml.ns import qn
from lxml import etree

from visavis.model.article import Role
from visavis.model.errors import EmptyInput, InputError
from visavis.model.message import Message
from visavis.readers import zip_archive
from visavis.readers.block import Block, Piece, Reading, make_block
from visavis.readers.docx.inlines import read_line
from visavis.readers.docx.inserted import Inserted
from visavis.readers.docx.paragraphs import (
    CHUNK,
    FALLBACK,
    PLACEHOLDER,
    SDT,
    P,
    list_drawing_lines,
    list_paragraphs,
    list_stories,
    runs_on,
)
from visavis.readers.docx.pictures import list_pictures, load_picture
from visavis.readers.docx.styles import Styles, number_paragraphs
from visavis.readers.file_metadata import clean_author, clean_title
from visavis.readers.office import line_breaks
from visavis.readers.office.drawings import read_text
from visavis.readers.office.line_breaks import put_on_one_line
from visavis.readers.office.note_calls import mark_notes
from visavis.readers.office.omissions import Omission, Omissions
from visavis.readers.office_styles import keep_one_title
from visavis.readers.pictures import PictureFinder, hang_pictures
from visavis.readers.table_walk import TableTracker, keep_data_tables, parse_span

_KIND = Message("a Word file")
_NOTES = frozenset(("footnote", "endnote"))
_BODY, _TABLE, _ROW, _CELL = map(qn, ("w:body", "w:tbl", "w:tr", "w:tc"))
_HIDDEN_ROW = f"{qn('w:trPr')}/{qn('w:hidden')}"


class _File(NamedTuple):
    """An opened file: the addresses of its paragraphs, its styles, and the numbers of its items by address."""

    keys: dict[Any, str]
    styles: Styles
    markers: dict[str, str]
    inserted: Inserted
    omissions: Omissions
    called: set[str]
    pictures: PictureFinder


def read(data: bytes, name: str, inserted: bool = False) -> Reading:
    """Read the article in the bytes of a Word file, `inserted` in another or not; raises InputError about `name`."""
    with zip_archive.report_damage(name, _KIND):
        reading = _read(open_package(data, name), inserted)
    if not reading.blocks:
        raise EmptyInput(name, "it is a Word file without text")
    return reading


def open_package(data: bytes, name: str) -> Any:
    """Return the opened package of a Word file; raises InputError about `name`."""
    import docx

    archive = zip_archive.ZippedDocument(data, name, _KIND)
    for part in archive.names:  # python-docx will unpack them all
        archive.markup(part) if part.endswith((".xml", ".rels")) else archive.part(part)
    with zip_archive.report_damage(name, _KIND):
        if b"purl.oclc.org/ooxml" in (archive.part("_rels/.rels") or b""):
            raise InputError(name, "it is in the strict form of Word's format; save it as an ordinary .docx first")
        package = docx.package.Package.open(io.BytesIO(data))
        if package.main_document_part.content_type != CONTENT_TYPE.WML_DOCUMENT_MAIN:
            raise InputError(name, "it is a template or holds macros; save it as an ordinary .docx first")
    return package


def _read(package: Any, inserted: bool) -> Reading:
    document = package.main_document_part.document
    styles, omissions = Styles(document), Omissions()
    keys = {paragraph: key for key, paragraph in list_paragraphs(document)}
    chunks = Inserted(package.main_document_part, inserted)
    pictures = PictureFinder(lambda relation: load_picture(document.part, relation))
    file = _File(keys, styles, number_paragraphs(document, styles), chunks, omissions, set(), pictures)
    blocks: list[Block] = []
    for kind, root in list_stories(document):
        if kind == "text":
            found = hang_pictures(keep_data_tables(*_text(root, file)))
            blocks += mark_notes(found, file.called)
        elif kind in _NOTES:
            blocks += _notes(kind, root, document.element.body, file)
        elif not inserted:
            blocks += _beside(kind, root, file)
    blocks += _drawing_lines(document)
    title, author, date = _facts(package)
    return Reading(keep_one_title(blocks), title, author, date, notes=omissions.notes())


def _text(root: Any, file: _File) -> tuple[list[Block], set[int]]:
    """Return the paragraphs in the order in which they begin, and which tables are layouts."""
    blocks, grid = list[Block](), TableTracker()
    walk = etree.iterwalk(root, events=("start", "end"), tag=(P, SDT, CHUNK, _TABLE, _ROW, _CELL, FALLBACK))
    for event, element in walk:
        if event == "end":
            if element.tag == _TABLE:
                grid.end_table()
        elif _is_unseen(element, file.omissions):
            walk.skip_subtree()
        elif element.tag == P:
            if root.tag == _BODY:  # what is beside the text has relations of its own
                shown = tuple(file.pictures.find(*picture) for picture in list_pictures(element))
                blocks += [Block(Role.BODY, "", pictures=tuple(filter(None, shown)))] if any(shown) else []
            if not runs_on(element):
                blocks += (block._replace(cell=grid.current_cell) for block in _blocks(element, file))
        elif element.tag == CHUNK:
            found = file.inserted.blocks(element)
            blocks += (block._replace(cell=grid.current_cell) for block in found or ())
            file.omissions.count(Omission.PART, found is None)
        elif element.tag == _TABLE:
            grid.begin_table()
        elif element.tag == _ROW:
            grid.begin_row()
        elif element.tag == _CELL:
            wide = element.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            columns = parse_span(wide.get(qn("w:val"), "") if wide is not None else "")
            grid.begin_cell(columns, columns)
    return blocks, grid.layouts


def _is_unseen(element: Any, omissions: Omissions) -> bool:
    """True if an element is not shown: what stands in for a newer one, a prompt, a hidden row."""
    if element.tag == SDT and element.find(PLACEHOLDER) is not None and element.getparent().tag != P:
        omissions.count(Omission.PROMPT)
        return True
    if element.tag == _ROW and element.find(_HIDDEN_ROW) is not None:
        omissions.count(Omission.HIDDEN)
        return True
    return bool(element.tag == FALLBACK)


def _notes(kind: str, root: Any, body: Any, file: _File) -> Iterator[Block]:
    """Yield the notes in the order in which the text refers to them."""
    named = {note.get(qn("w:id")): note for note in root.findall(qn(f"w:{kind}"))}
    referred = dict.fromkeys(reference.get(qn("w:id")) for reference in body.iter(qn(f"w:{kind}Reference")))
    for number, note in enumerate((named[id_] for id_ in referred if id_ in named), 1):
        for block in _text(note, file)[0]:
            yield block._replace(role=Role.ASIDE, level=0, place=f"{kind} {number}", cell=None)


def _beside(kind: str, root: Any, file: _File) -> Iterator[Block]:
    """Yield the words of a page's header or footer, or of the comments."""
    for number, part in enumerate(root.findall(qn("w:comment")) if kind == "comment" else [root], 1):
        place = f"{kind} {number}" if kind == "comment" else kind
        for block in _text(part, file)[0]:
            if any(map(str.isalpha, block.text)):
                yield block._replace(role=Role.ASIDE, level=0, place=place, cell=None)


def _drawing_lines(document: Any) -> Iterator[Block]:
    for key, line in list_drawing_lines(document):
        yield make_block(Role.CAPTION, [read_text(line)], place=key.rpartition(" ")[0], key=key)


def _blocks(paragraph: Any, file: _File) -> Iterator[Block]:
    """Yield what a paragraph and those that go on in it make: one block, or several where breaks part it."""
    role, level = file.styles.role(paragraph)
    number, depth = file.styles.numbered(paragraph)
    if number and role in {Role.BODY, Role.LIST}:
        role, level = Role.LIST, max(depth, level)
    key = file.keys[paragraph]
    line = read_line(paragraph, file.styles, file.omissions)
    file.called.update(line.calls)
    pieces = [Piece(inline.text, inline.look.bold, inline.look.italic) for inline in line.inlines if inline.text]
    if line.labelled and role in {Role.BODY, Role.LIST}:
        role, level = Role.ASIDE, 0
    parts = [put_on_one_line(pieces)] if role in {Role.TITLE, Role.HEADING} else line_breaks.split_paragraphs(pieces)
    marker = file.markers.get(key)
    for part in parts:
        found = make_block(role, part, level=level, key=key)
        if found.text and marker:
            found, marker = make_block(role, [marker, *part], level=level, key=key), None
        yield found


def _facts(package: Any) -> tuple[str, str, str]:
    """Return title, author and date; python-docx itself would make up what the file does not say."""
    for related in package.rels.values():
        # LibreOffice writes the name of this relation wrong in what it has itself opened as a Word file.
        if related.reltype.endswith("/metadata/core-properties") and not related.is_external:
            properties = related.target_part.core_properties
            date = properties.created or properties.modified
            return (
                clean_title(properties.title),
                clean_author(properties.author),
                date.date().isoformat() if date else "",
            )
    return "", "", ""
