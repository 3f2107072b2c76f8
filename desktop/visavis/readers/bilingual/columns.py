"""Reads Word files and web pages that have the French on the left and the English on the right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any, NamedTuple

from visavis.model.article import Role
from visavis.model.errors import InputError
from visavis.model.message import Message
from visavis.readers.bilingual.texts import BilingualParagraph, BilingualText, build_text
from visavis.text.language import guess_language

_PENDING = "[…]"  # stands in our exports for what is not translated yet
_MOST_WORDS_UNKNOWN = 100  # the language of a shorter text may be guessed wrong
_BLOCKS = {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "blockquote", "figcaption", "td", "th"}
_HEADING = re.compile(r"(?:heading |h)(\d)", re.IGNORECASE)
_ROLES = {"title": Role.TITLE, "h1": Role.TITLE, "caption": Role.CAPTION, "aside": Role.ASIDE, "li": Role.LIST}


class _Text(NamedTuple):
    """A paragraph of a cell, with the name of its style or element."""

    style: str
    text: str


_Row = tuple[list[_Text], list[_Text]]


def read_docx(data: bytes, name: str) -> BilingualText:
    """Return the text of a Word file in two columns. Raises InputError."""
    from visavis.readers.docx.reader import open_package
    from visavis.readers.zip_archive import report_damage

    with report_damage(name, Message("a Word file")):
        rows = list(_list_docx_rows(open_package(data, name).main_document_part.document))
    return _join_rows(name, data, rows, "docx")


def read_html(data: bytes, name: str) -> BilingualText:
    """Return the text of a web page in two columns. Raises InputError."""
    from lxml.etree import LxmlError

    from visavis.readers.html.reader import decode_page, parse_page

    try:
        page = parse_page(decode_page(data, name))
        rows = [] if page is None else list(_list_html_rows(page))
    except (LxmlError, RecursionError) as error:
        raise InputError(name, "it is damaged, and cannot be read as a web page; save it again") from error
    return _join_rows(name, data, rows, "html")


def _list_docx_rows(document: Any) -> Iterator[_Row]:
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    for table in document.tables:
        if len(table.columns) == 2:
            for row in table.rows:
                cells = [[Paragraph(tag, table) for tag in cell._tc.iter(qn("w:p"))] for cell in row.cells]
                left, right = ([_Text(p.style.name if p.style else "", p.text) for p in cell] for cell in cells)
                yield left, right


def _list_html_rows(page: Any) -> Iterator[_Row]:
    for row in page.xpath("//tr[not(ancestor::td)]"):
        cells = row.xpath("./td|./th")
        if len(cells) == 2:
            yield list(_list_texts(cells[0])), list(_list_texts(cells[1]))


def _list_texts(cell: Any) -> Iterator[_Text]:
    """Yield the paragraphs of a cell: the text of each block element, without that of those inside it."""
    style, text = "", ""
    for kind, element in _walk(cell):
        if isinstance(element, str):
            text += element
        elif element.tag in _BLOCKS:
            if text.strip():
                yield _Text(style, text)
            text = ""
            style = (element.get("class") or element.tag) if kind == "start" else ""
    if text.strip():
        yield _Text(style, text)


def _walk(element: Any) -> Iterator[tuple[str, Any]]:
    yield "start", element
    if element.text:
        yield "text", element.text
    for child in element:
        if isinstance(child.tag, str):
            yield from _walk(child)
        if child.tail:
            yield "text", child.tail
    yield "end", element


def _join_rows(name: str, data: bytes, rows: Iterable[_Row], kind: str) -> BilingualText:
    filled = [row for row in ([_drop_empty(side) for side in row] for row in rows) if any(row)]
    left, right = (guess_language(" ".join(text for row in filled for _, text in row[side])) for side in (0, 1))
    words = sum(len(text.split()) for row in filled for _, text in row[1])
    if not filled or (left == right and words > _MOST_WORDS_UNKNOWN):
        raise InputError(name, "it has no French and English side by side")
    order = -1 if (left, right) == ("en", "fr") else 1
    paragraphs: list[BilingualParagraph] = []
    for row in filled:
        french, english = row[::order]
        for first, second in zip_longest(french, english):
            target = second.text.replace(_PENDING, "") if second else ""
            if first:
                paragraphs.append(BilingualParagraph(*_find_role(first.style), [(first.text, target)]))
            elif paragraphs:  # English without French belongs to what is before it
                role, level, [(source, before)] = paragraphs[-1]
                paragraphs[-1] = BilingualParagraph(role, level, [(source, f"{before} {target}")])
    return build_text(name, data, paragraphs, kind, aligned=False)


def _drop_empty(texts: Iterable[_Text]) -> list[_Text]:
    return [text for text in texts if text.text.strip()]


def _find_role(style: str) -> tuple[Role, int]:
    """Return the role and level that a style of Word, or an element or class of a web page, stands for."""
    heading = _HEADING.match(style)
    if style.lower() in _ROLES or not heading:
        return Role.LIST if style.lower().startswith("list") else _ROLES.get(style.lower(), Role.BODY), 0
    return Role.HEADING, int(heading[1])
