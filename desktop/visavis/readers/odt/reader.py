"""Read an OpenDocument text, by lxml: odfpy builds its own tree of it in Python, many times slower, and is not kept."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from typing import Any

from visavis.model.errors import EmptyInput, InputError
from visavis.model.message import Message
from visavis.readers import zip_archive
from visavis.readers.block import Reading
from visavis.readers.file_metadata import clean_author, clean_title
from visavis.readers.odt.styles import Styles, qualify_name
from visavis.readers.odt.walk import TextWalker
from visavis.readers.office.note_calls import mark_notes
from visavis.readers.office_styles import keep_one_title
from visavis.readers.pictures import PictureFinder, hang_pictures
from visavis.readers.table_walk import keep_data_tables

_KIND, _CONTENT = Message("an OpenDocument text"), "content.xml"
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def read(data: bytes, name: str) -> Reading:
    """Read the article in the bytes of an OpenDocument text; raises the InputError family about `name`."""
    parts, walk = walk_text(data, name)
    with zip_archive.report_damage(name, _KIND):
        others = [root for part, root in parts.items() if part != _CONTENT]
        found = hang_pictures(keep_data_tables(walk.blocks, walk.layouts))
        blocks = keep_one_title([*mark_notes(found, walk.called), *walk.notes])
        reading = Reading(blocks, *read_facts(others), notes=walk.omissions.notes())
    if not reading.blocks:
        raise EmptyInput(name, "it is an OpenDocument text without words")
    return reading


def walk_text(data: bytes, name: str, keep: bool = False) -> tuple[dict[str, Any], TextWalker]:
    """Return the roots of the parts that hold words, and what a walk through the text finds.

    The walk can `keep` what each place in the text shows.
    """
    archive, parts = open_parts(data, name, _KIND)
    content, *others = parts.values()
    with zip_archive.report_damage(name, _KIND):
        text = content.find(f"{qualify_name('office:body')}/{qualify_name('office:text')}")
        if text is None:
            raise InputError(name, "it is an OpenDocument file, but no text")
        walk = TextWalker(Styles(*others, content), lambda address: find_object(archive, address), keep)
        walk.pictures = PictureFinder(lambda address: find_picture(archive, address))
        walk.walk(text)
        for place, margin in _list_margins(others):
            walk.walk(margin, place)
    return parts, walk


def open_parts(data: bytes, name: str, kind: Message) -> tuple[zip_archive.ZippedDocument, dict[str, Any]]:
    """Return an opened file and the roots of its parts that hold words or facts, the content first."""
    archive = zip_archive.ZippedDocument(data, name, kind)
    if "encrypted-package" in archive.names or b"encryption-data" in (archive.part("META-INF/manifest.xml") or b""):
        raise InputError(name, "it is protected by a password; save it without one first")
    parts = {part: root for part in (_CONTENT, "styles.xml", "meta.xml") if (root := archive.xml(part)) is not None}
    if _CONTENT not in parts:
        raise archive.damaged
    return archive, parts


def find_object(archive: zip_archive.ZippedDocument, address: str) -> Any:
    """Return the root of an object in the file, such as a formula, or None."""
    name = posixpath.normpath(f"{address}/content.xml")
    return archive.tree(name) if address and name in archive.names else None


def find_picture(archive: zip_archive.ZippedDocument, address: str) -> bytes | None:
    """Return the bytes of a picture in the file, or None."""
    return archive.part(posixpath.normpath(address))


def _list_margins(roots: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    """Yield the pages' headers and footers that are shown and hold words, each with what its place is called."""
    for root in roots:
        for kind in ("header", "footer"):
            number = 0
            for margin in root.iter(*(qualify_name(f"style:{kind}{which}") for which in ("", "-left", "-first"))):
                shown = margin.get(qualify_name("style:display")) != "false"
                if shown and any(map(str.isalpha, "".join(margin.itertext()))):
                    number += 1
                    yield f"{kind} {number}", margin


def read_facts(roots: list[Any]) -> tuple[str, str, str]:
    """Return title, author and date."""

    def said(*names: str) -> str:
        values = (
            root.findtext(f"{qualify_name('office:meta')}/{qualify_name(name)}") for name in names for root in roots
        )
        return next((text for text in values if text), "")

    date = _DATE.match(said("meta:creation-date", "dc:date"))
    author = clean_author(said("meta:initial-creator", "dc:creator"))
    return clean_title(said("dc:title")), author, date[0] if date else ""
