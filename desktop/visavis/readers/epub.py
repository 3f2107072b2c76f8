"""Read an EPUB: the chapters in the order of its spine, each a heading and its text."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote, urldefrag

from lxml.etree import LxmlError, _Element

from visavis.model.article import Role
from visavis.model.errors import EmptyInput, InputError, NotText
from visavis.model.message import Message
from visavis.readers.block import Block, Reading, check_size, clean_text, make_block
from visavis.readers.html import reader as html
from visavis.readers.html.drawings import write_out_drawings
from visavis.readers.html.page import list_blocks
from visavis.readers.pictures import PictureFinder
from visavis.readers.zip_archive import ZippedDocument

_PAGES = frozenset(("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "image/svg+xml"))
_DATE = re.compile(r"(?:1[5-9]|20)\d\d(?:-\d\d(?:-\d\d)?)?")
#: Fonts are scrambled in many a book that anybody may read.
_SCRAMBLED = re.compile(r"\.(?:ttf|otf|woff2?)$", re.IGNORECASE)
#: A page that is a drawing as a whole.
_DRAWING = re.compile(
    rb"\A((?:\s*<\?xml[^>]*>)?)(?:\s|<\?[^>]*>|<!--(?:(?!-->).)*-->|<!(?!--)[^>]*>)*(<(?:\w+:)?svg\b)", re.DOTALL
)
_SENTENCE = re.compile(r"\w{2,}[.!?…][\s»”\"')\]]*$")


class _Item(NamedTuple):
    """A file of the book: where it is, what it is, and what the book says of it."""

    href: str
    kind: str
    properties: str


def read(data: bytes, name: str) -> Reading:
    """Read the chapters in the bytes of an EPUB; raises the InputError family about `name`."""
    book = ZippedDocument(data, name, Message("a book"))
    at = _package_at(book)
    package = book.tree(at) if at else None
    if package is None:
        raise book.damaged
    items = _items(package, at)
    labels = _labels(book, items)
    locked = _locked(book)
    pictures = PictureFinder(book.part)
    blocks: list[Block] = []
    chapter = letters = 0
    for item in _spine(package, items):
        if item.href in locked:
            raise InputError(name, "it is locked to one reader (DRM), and cannot be read here")
        page = _page(book, item.href, name, pictures)
        if not chapter and _is_front(page):
            page = [_aside(block)._replace(place="title page") for block in page]
        elif page:
            chapter += 1
            page = _chapter(page, labels.get(item.href, ""), f"chapter {chapter}")
        letters += sum(len(block.text) for block in page)
        check_size(letters, name)
        blocks += page
    if not blocks:
        raise EmptyInput(name, "it is a book without text")
    title = _fact(package, "title")
    date = _DATE.match(_fact(package, "date"))
    authors = ", ".join(filter(None, (_line(element.text) for element in _named(package, "creator"))))
    return Reading(_titled(blocks, title), title, authors, date[0] if date else "")


def _package_at(book: ZippedDocument) -> str:
    container = book.tree("META-INF/container.xml")
    root = next(_named(container, "rootfile"), None) if container is not None else None
    if root is not None and root.get("full-path"):
        return str(root.get("full-path"))
    return next((part for part in book.names if part.endswith(".opf")), "")


def _items(package: _Element, at: str) -> dict[str, _Item]:
    """Return what the book says is in it, by id."""
    return {
        item.get("id", ""): _Item(
            _beside(at, item.get("href", "")), item.get("media-type", ""), item.get("properties", "")
        )
        for item in _named(package, "item")
    }


def _spine(package: _Element, items: dict[str, _Item]) -> Iterator[_Item]:
    """Yield the pages in reading order, each once, without the book's own table of contents."""
    for id_ in dict.fromkeys(reference.get("idref", "") for reference in _named(package, "itemref")):
        item = items.get(id_)
        if item and item.kind in _PAGES and "nav" not in item.properties.split():
            yield item


def _labels(book: ZippedDocument, items: dict[str, _Item]) -> dict[str, str]:
    """Return what the table of contents, of EPUB 3 or 2, calls the beginning of each page."""
    labels: dict[str, str] = {}
    for item in items.values():
        tree = None
        if "nav" in item.properties.split() or item.kind == "application/x-dtbncx+xml":
            tree = book.tree(item.href)
        for point in tree.iter("{*}a", "{*}navPoint") if tree is not None else ():
            source = next(_named(point, "content"), point)
            href, _ = urldefrag(source.get("href") or source.get("src") or "")
            label = next(_named(point, "text"), point)
            if href:
                labels.setdefault(_beside(item.href, href), _line("".join(label.itertext())))
    return labels


def _locked(book: ZippedDocument) -> frozenset[str]:
    """Return the pages that only the buyer's reader can decipher."""
    tree = book.tree("META-INF/encryption.xml")
    hrefs = (unquote(element.get("URI", "")) for element in _named(tree, "CipherReference")) if tree is not None else ()
    return frozenset(href for href in hrefs if not _SCRAMBLED.search(href))


def _page(book: ZippedDocument, href: str, name: str, pictures: PictureFinder) -> list[Block]:
    """Return what a page shows; one that is damaged shows nothing, for the others can be read."""
    data = _DRAWING.sub(rb"\1<html><body>\2", book.part(href) or b"", count=1)
    try:
        page = html.parse_page(html.decode_page(data, name)) if data and data.strip() else None
    except (LxmlError, RecursionError, NotText, EmptyInput):
        return []
    if page is None:
        return []
    shown = list_blocks(write_out_drawings(page), lambda source, text: pictures.find(_beside(href, source), text))
    return [_aside(part.block) if part.around or part.note else part.block for part in shown]


def _is_front(blocks: list[Block]) -> bool:
    """True if a page before the first chapter has titles and names on it, and not a sentence."""
    return sum(len(block.text.split()) for block in blocks) <= 60 and not any(_SENTENCE.search(b.text) for b in blocks)


def _aside(block: Block) -> Block:
    return block._replace(role=Role.ASIDE) if block.role in {Role.BODY, Role.LIST} else block


def _chapter(blocks: list[Block], label: str, place: str) -> list[Block]:
    """Put a chapter's place and, if it has no heading, what the table of contents calls it."""
    placed = [block._replace(place=f"{place}, {block.place}" if block.place else place) for block in blocks]
    if not label or any(block.role is Role.HEADING for block in blocks[:3]):
        return placed
    at = next((i for i, block in enumerate(blocks[:3]) if block.text == label), None)
    if at is None:
        return [make_block(Role.HEADING, [label], level=1, place=place), *placed]
    return [*placed[:at], placed[at]._replace(role=Role.HEADING, level=1), *placed[at + 1 :]]


def _titled(blocks: list[Block], title: str) -> list[Block]:
    """Make the title page's line the title, or put the book's title before the rest; no heading repeats it."""
    if not title:
        return blocks
    same = [i for i, block in enumerate(blocks) if block.text.casefold() == title.casefold()]
    at = same[0] if same and same[0] < 5 else None
    rest = [block for i, block in enumerate(blocks) if i != at and not (i in same and block.role is Role.HEADING)]
    first = blocks[at]._replace(role=Role.TITLE, level=0) if at is not None else make_block(Role.TITLE, [title])
    return [*rest[: at or 0], first, *rest[at or 0 :]]


def _beside(at: str, href: str) -> str:
    """Return the name in the archive of what a file at `at` refers to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(at), unquote(href)))


def _named(tree: _Element, tag: str) -> Iterator[_Element]:
    yield from tree.iter(f"{{*}}{tag}")


def _fact(package: _Element, tag: str) -> str:
    return next((_line(element.text) for element in _named(package, tag)), "")


def _line(text: str | None) -> str:
    return " ".join(clean_text(text or "").split())
