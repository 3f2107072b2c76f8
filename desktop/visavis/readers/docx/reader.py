"""Read a Word file: its paragraphs as they stand, with their addresses; then its notes."""

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
from visavis.readers.docx.paragraphs import FALLBACK, TEXT, P, list_paragraphs, list_stories, list_visible_runs
from visavis.readers.docx.styles import Styles, number_paragraphs
from visavis.readers.file_metadata import stated_author, stated_title
from visavis.readers.office_styles import keep_one_title
from visavis.readers.table_walk import TableTracker, keep_data_tables

_KIND = Message("a Word file")
_TABLE, _ROW, _CELL, _BOX = qn("w:tbl"), qn("w:tr"), qn("w:tc"), qn("w:txbxContent")
_SPACES = frozenset(qn(f"w:{name}") for name in ("tab", "br", "cr", "ptab"))
_HYPHEN = qn("w:noBreakHyphen")


class _File(NamedTuple):
    """An opened file: the addresses of its paragraphs, its styles, and the numbers of its items by address."""

    keys: dict[Any, str]
    styles: Styles
    markers: dict[str, str]


def read(data: bytes, name: str) -> Reading:
    """Read the article in the bytes of a Word file; raises the InputError family about `name`."""
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
        reading = _read(package)
    if not reading.blocks:
        raise EmptyInput(name, "it is a Word file without text")
    return reading


def _read(package: Any) -> Reading:
    document = package.main_document_part.document
    styles = Styles(document)
    file = _File({p: key for key, p in list_paragraphs(document)}, styles, number_paragraphs(document, styles))
    blocks: list[Block] = []
    for kind, root in list_stories(document):
        blocks += (
            keep_data_tables(*_text(root, file)) if kind == "text" else _notes(kind, root, document.element.body, file)
        )
    title, author, date = _facts(package)
    return Reading(keep_one_title(blocks), title, author, date)


def _text(root: Any, file: _File) -> tuple[list[Block], set[int]]:
    """Return the paragraphs in the order in which they begin, and which tables are layouts."""
    blocks, grid = list[Block](), TableTracker()
    walk = etree.iterwalk(root, events=("start", "end"), tag=(P, _TABLE, _ROW, _CELL, FALLBACK))
    for event, element in walk:
        if event == "end":
            if element.tag == _TABLE:
                grid.end_table()
        elif element.tag == FALLBACK:
            walk.skip_subtree()
        elif element.tag == P:
            blocks.append(_block(element, file)._replace(cell=grid.current_cell))
        elif element.tag == _TABLE:
            grid.begin_table()
        elif element.tag == _ROW:
            grid.begin_row()
        else:
            wide = element.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            said = wide.get(qn("w:val"), "") if wide is not None else ""
            grid.begin_cell(int(said) if said.isdecimal() and len(said) < 5 else 1)
    return blocks, grid.layouts


def _notes(kind: str, root: Any, body: Any, file: _File) -> Iterator[Block]:
    """Yield the notes in the order in which the text refers to them."""
    named = {note.get(qn("w:id")): note for note in root.findall(qn(f"w:{kind}"))}
    referred = dict.fromkeys(reference.get(qn("w:id")) for reference in body.iter(qn(f"w:{kind}Reference")))
    for number, note in enumerate((named[id_] for id_ in referred if id_ in named), 1):
        for block in _text(note, file)[0]:
            yield block._replace(role=Role.ASIDE, level=0, place=f"{kind} {number}", cell=None)


def _block(paragraph: Any, file: _File) -> Block:
    role, level = file.styles.role(paragraph)
    number, depth = file.styles.numbered(paragraph)
    if number and role in {Role.BODY, Role.LIST}:
        role, level = Role.LIST, max(depth, level)
    key = file.keys[paragraph]
    pieces = [
        Piece(words, *file.styles.emphasis(run)) for run in list_visible_runs(paragraph) if (words := _words(run))
    ]
    block = make_block(role, pieces, level=level, key=key)
    if block.text and (marker := file.markers.get(key)):
        return make_block(role, [marker, *pieces], level=level, key=key)
    return block


def _words(run: Any) -> str:
    words = ""
    for part in run:
        if part.tag == TEXT:
            words += part.text or ""
        elif part.tag in _SPACES:
            words += " "
        elif part.tag == _HYPHEN:
            words += "\u2011"
    return words


def _facts(package: Any) -> tuple[str, str, str]:
    """Return title, author and date; python-docx itself would make up what the file does not say."""
    for related in package.rels.values():
        # LibreOffice writes the name of this relation wrong in what it has itself opened as a Word file.
        if related.reltype.endswith("/metadata/core-properties") and not related.is_external:
            properties = related.target_part.core_properties
            date = properties.created or properties.modified
            return (
                stated_title(properties.title),
                stated_author(properties.author),
                date.date().isoformat() if date else "",
            )
    return "", "", ""
