"""Read a web page: trafilatura says which of its text is the article, the page itself how it is set."""

from __future__ import annotations

import re

import lxml.html
from lxml.etree import LxmlError
from lxml.html import HtmlElement

from visavis.model.article import Role
from visavis.model.errors import EmptyInput, InputError
from visavis.model.message import Message
from visavis.readers.block import Block, Piece, Reading, check_size, make_block, may_be_too_large
from visavis.readers.html import asides, linked_data
from visavis.readers.html.about import About, read_metadata, reduce_to_key, strip_site_name
from visavis.readers.html.article import is_title, select_article
from visavis.readers.html.page import PageBlock, list_blocks
from visavis.readers.pictures import FindPicture, PictureFinder, load_from_page
from visavis.readers.plain import encoding, mojibake
from visavis.text.endings import ends_sentence

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{1,40})""", re.IGNORECASE
)
#: As browsers do, Latin-1 is read as what Windows makes of it; other codecs of Python's are not for pages.
_CODECS = re.compile(r"(?:utf-?8|iso-?8859-?\d+|latin-?\d|windows-?\d+|cp\d+|us-ascii|mac[\w-]*)$", re.IGNORECASE)
_AS_WINDOWS = re.compile(r"(?:iso-?8859-?1|latin-?1|us-ascii)$", re.IGNORECASE)
_XML = re.compile(r"^(?:\s*<\?xml[^>]*>?)+")  # lxml refuses a text that says its encoding, damaged or twice too
#: In XHTML any element may close itself; a parser of HTML would take all that follows for what is in it.
_XHTML = re.compile(r"<html[^>]*\sxmlns\s*=", re.IGNORECASE)
_ENTITIES = re.compile(r"<!DOCTYPE[^\[>]*\[.*?\]\s*>", re.IGNORECASE | re.DOTALL)
_UNREAD = re.compile(rb"<[^<>]*>|data:[\w/+.-]+;base64,[\w/+=]*")  # tags, and pictures among the styles
_CLOSED = re.compile(
    r"<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\b)([A-Za-z][\w:-]*)(\s[^<>]*)?/>",
    re.IGNORECASE,
)
#: To set out more takes minutes and gigabytes.
_MOST_TAGS = 400_000
#: What follows the sign that opens a tag, without the values of its attributes, in a tag that has thousands.
_LONGEST_TAG = 50_000
_LONG_TAG = re.compile(rb"<[a-z][^<>]{50000,}", re.IGNORECASE)
_QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")

#: In a page whose article is data for search engines, and on the page is not: less than that is a menu.
_FEWEST_OF_DATA = 20  # words


def read(data: bytes, name: str, whole: bool = False) -> Reading:
    """Read the article in the bytes of a web page, or the whole of it; raises the InputError family about `name`."""
    try:
        text = decode_page(data, name)
        repaired = mojibake.repair_encoding(text)
        pictures = PictureFinder(lambda address: load_from_page(address, name))
        reading = read_page(repaired, whole, pictures.find)
    except (LxmlError, RecursionError) as error:
        raise InputError(name, "it is damaged, and cannot be read as a web page; save it again") from error
    if not reading.blocks:
        raise EmptyInput(name, "it is a web page without text")
    return reading._replace(notes=(*mojibake.list_notes(text, repaired), *reading.notes))


def read_page(html: str, whole: bool = False, find_picture: FindPicture | None = None) -> Reading:
    """Return the article in a page, or the whole page where that is wanted or no article is found."""
    page = parse_page(html)
    if page is None:
        return Reading([])
    shown = list_blocks(page, find_picture)
    data = linked_data.list_scripts(page)
    known = read_metadata(page)
    chosen, notes = (shown, ()) if whole or _is_bare(shown) else _article(shown, known, data)
    title = strip_site_name(known.title, known.site)
    blocks = _titled([part.block._replace(language=part.language) for part in asides.mark_asides(chosen)], title)
    return Reading(blocks, title, known.author, known.date, known.site, notes=notes)


def decode_page(data: bytes, name: str, label: str = "") -> str:
    """Return the text of a page: valid UTF-8 is what it is; then `label` or the page's own word; then a guess."""
    if data.count(b"<") > _MOST_TAGS:
        raise InputError(
            name,
            "it has more than {0} tags, far more than an article; copy the text in your browser and paste it",
            _MOST_TAGS,
        )
    if any(len(_QUOTED.sub(b"", tag)) > _LONGEST_TAG for tag in _LONG_TAG.findall(data)):
        raise InputError(
            name,
            "no page is written so (a tag has thousands of attributes); copy the text in your browser and paste it",
        )
    if may_be_too_large(data):
        check_size(len(_UNREAD.sub(b"", data)), name)
    if not label:
        declared = _CHARSET.search(data[:4096])
        label = declared[1].decode("ascii", "replace") if declared else ""
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and b"\0" not in data[:4096] and _CODECS.match(label):
        for codec in ("utf-8-sig", "cp1252" if _AS_WINDOWS.match(label) else label):
            try:
                return data.decode(codec)
            except (LookupError, UnicodeError):
                continue
    return encoding.decode(data, name)


def parse_page(html: str) -> HtmlElement | None:
    """Return the tree of a page without its comments, or nothing where there is no text; raises LxmlError."""
    text = _XML.sub("", html.replace("\0", ""))
    if _XHTML.search(text[:4096]):
        text = _CLOSED.sub(r"<\1\2></\1>", _ENTITIES.sub("", text, count=1))
    if not text.strip():
        return None
    try:
        # Trafilatura loses what follows a comment, and programs put them between words.
        parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True)
        return lxml.html.document_fromstring(text, parser=parser)
    except LxmlError:
        if re.sub(r"<!--.*?-->|<[^>]*>", "", text, flags=re.DOTALL).strip():
            raise
        return None  # tags alone


def _article(shown: list[PageBlock], known: About, data: list[str]) -> tuple[list[PageBlock], tuple[Message, ...]]:
    """Return the article's parts, from what the page shows or else from its data, and what is to be said of them."""
    selection = select_article(shown, known)
    if selection:
        return selection.parts, _left_out(selection.left_out)
    texts = linked_data.find_article_body(data)
    if sum(len(text.split()) for text in texts) >= _FEWEST_OF_DATA:
        titles = [part for part in shown if is_title(part, known.title)][:1]
        note = Message("The page shows no article; this is the text that it carries for search engines")
        return [*titles, *(PageBlock(make_block(Role.BODY, [text]), text, 0, False) for text in texts)], (note,)
    return shown, (Message("No article was found in the page; this is all of its text"),)


def _left_out(count: int) -> tuple[Message, ...]:
    if count == 1:
        return (Message("1 paragraph looked like a menu or a notice of the page, and was left out"),)
    return (
        (Message("{0} paragraphs looked like menus or notices of the page, and were left out", count),) if count else ()
    )


def _is_bare(shown: list[PageBlock]) -> bool:
    """True if a page has nothing around its text, as one that a word processor wrote."""
    words = sum(len(part.text.split()) for part in shown)
    linked = sum(part.linked * len(part.text.split()) for part in shown)
    return not any(part.around for part in shown) and linked <= words / 100


def _titled(blocks: list[Block], title: str) -> list[Block]:
    """Make the heading that is the title the title, or put the page's before the rest; a sentence is no heading."""
    plain = [block._replace(role=Role.BODY, level=0) if _is_sentence(block) else block for block in blocks]
    named = (i for i, block in enumerate(plain[:5]) if title and reduce_to_key(block.text) == reduce_to_key(title))
    headed = (
        i
        for i, block in enumerate(plain)
        if is_title(PageBlock(block, block.text, 0, False), title) or (block.role is Role.HEADING and block.level == 1)
    )
    at = next(named, next(headed, None))
    if at is not None:
        return [*plain[:at], plain[at]._replace(role=Role.TITLE, level=0), *plain[at + 1 :]]
    return [make_block(Role.TITLE, [Piece(title)]), *plain] if plain and title else plain


def _is_sentence(block: Block) -> bool:
    """True if what the page calls a heading is a standfirst; a question of an interview is none."""
    long = len(block.text) > 90 and ends_sentence(block.text) and not block.text.endswith("?")
    return block.role is Role.HEADING and (long or len(block.text) > 250)
