"""Read an OpenDocument presentation: its slides in order, each with its title first, and its notes as asides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from visavis.model.article import Role
from visavis.model.errors import EmptyInput, InputError
from visavis.model.message import Message
from visavis.readers import zip_archive
from visavis.readers.block import Block, Reading
from visavis.readers.odt.reader import find_object, find_picture, open_parts, read_facts
from visavis.readers.odt.styles import Styles, qualify_name
from visavis.readers.odt.walk import TextWalker
from visavis.readers.office.note_calls import mark_notes
from visavis.readers.office.omissions import Omission, explain_emptiness
from visavis.readers.office_styles import keep_one_title
from visavis.readers.pictures import PictureFinder, hang_pictures
from visavis.readers.table_walk import keep_data_tables

_KIND = Message("an OpenDocument presentation")
_PAGE, _NOTES = qualify_name("draw:page"), qualify_name("presentation:notes")
_CLASS, _FRAME = qualify_name("presentation:class"), qualify_name("draw:frame")
_MARGINS = frozenset(("header", "footer", "date-time", "page-number"))


class _SlideStyles(Styles):
    """The styles of slides, where the place of a paragraph says whether it is the title."""

    def role(self, paragraph: Any) -> tuple[Role, int]:
        """Return the role and level of a paragraph."""
        frame = next(paragraph.iterancestors(_FRAME), None)
        if frame is not None and frame.get(_CLASS) == "title":
            return Role.TITLE, 0
        role, level = super().role(paragraph)
        return (Role.BODY, 0) if role is Role.TITLE else (role, level)


def read(data: bytes, name: str) -> Reading:
    """Read the slides in the bytes of an OpenDocument presentation; raises the InputError family about `name`."""
    reading, _, _ = read_slides(data, name)
    if not reading.blocks:
        raise EmptyInput(
            name, explain_emptiness(Message("it is an OpenDocument presentation without text"), reading.notes)
        )
    return reading


def read_slides(data: bytes, name: str, keep: bool = False) -> tuple[Reading, dict[str, Any], TextWalker]:
    """Return what is read, the roots of the parts that hold words, and the walk, which can `keep` what is where."""
    archive, parts = open_parts(data, name, _KIND)
    content, *others = parts.values()
    with zip_archive.report_damage(name, _KIND):
        slides = content.find(f"{qualify_name('office:body')}/{qualify_name('office:presentation')}")
        if slides is None:
            raise InputError(name, "it is an OpenDocument file, but no presentation")
        walk = TextWalker(_SlideStyles(*others, content), lambda address: find_object(archive, address), keep)
        walk.pictures = PictureFinder(lambda address: find_picture(archive, address))
        hidden = set(_list_hidden(content))
        blocks: list[Block] = []
        for number, page in enumerate(slides.findall(_PAGE), 1):
            if page.get(qualify_name("draw:style-name")) in hidden:
                walk.omissions.count(Omission.SLIDE)
            else:
                blocks += _read_slide(page, number, walk)
        walk.omissions.count(Omission.MARGIN, _count_margins(slides))
        placed = [
            block._replace(place=f"{old.place}, {block.place}" if block.cell else old.place)
            for old, block in zip(blocks, keep_data_tables(blocks, walk.layouts), strict=True)
        ]
        reading = Reading(keep_one_title(placed), *read_facts(others), notes=walk.omissions.notes())
    return reading, parts, walk


def _read_slide(page: Any, number: int, walk: TextWalker) -> Iterator[Block]:
    """Yield the blocks of a slide, the title first, then those of its notes."""
    notes, place = page.find(_NOTES), f"slide {number}"
    walk.skipped |= {frame for frame in page.iter(_FRAME) if frame.get(_CLASS) in _MARGINS}
    walk.skipped |= {notes} if notes is not None else set()
    found = _walk(page, walk, place)
    found.sort(key=lambda block: block.role is not Role.TITLE)
    for block in mark_notes(hang_pictures(found), walk.called):
        yield block._replace(place=place)
    for block in _walk(notes, walk, f"{place} notes") if notes is not None else ():
        yield block._replace(role=Role.ASIDE, level=0, place=f"{place}, notes")
    for block in walk.notes:
        yield block._replace(place=f"{place}, {block.place}")
    walk.notes.clear()


def _walk(root: Any, walk: TextWalker, name: str) -> list[Block]:
    start = len(walk.blocks)
    walk.walk(root, name=name)
    return walk.blocks[start:]


def _list_hidden(content: Any) -> Iterator[str]:
    """Yield the names of the styles of hidden slides."""
    for style in content.iter(qualify_name("style:style")):
        said = style.find(qualify_name("style:drawing-page-properties"))
        if said is not None and said.get(qualify_name("presentation:visibility")) == "hidden":
            yield style.get(qualify_name("style:name"), "")


def _count_margins(slides: Any) -> int:
    """Return how many headers and footers of slides hold words."""
    kinds = [qualify_name(f"presentation:{kind}-decl") for kind in ("header", "footer")]
    return sum(any(map(str.isalpha, "".join(said.itertext()))) for said in slides.iter(*kinds))
