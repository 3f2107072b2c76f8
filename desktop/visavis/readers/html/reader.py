"""Read a web page: trafilatura says which of its text is the article, the page itself how it is set."""

from __future__ import annotations

import logging
import re
from typing import Any, NamedTuple

import lxml.html
from lxml.etree import LxmlError
from lxml.html import HtmlElement

from visavis.model.article import Role
from visavis.model.errors import EmptyInput, InputError
from visavis.readers import encoding
from visavis.readers.block import Block, Piece, Reading, check_size, clean_text, make_block
from visavis.readers.html.page import PageBlock, list_blocks

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
_SENTENCE = re.compile(r"[.!?…][\s»”\"')\]]*$")
#: A page of news has some thousand elements; to find the article among many more would take minutes.
_MOST_ELEMENTS = 15_000
_FEWEST = 20  # words
#: To set out more takes minutes and gigabytes.
_MOST_TAGS = 400_000
#: What follows the sign that opens a tag, without the values of its attributes, in a tag that has thousands.
_LONGEST_TAG = 50_000
_LONG_TAG = re.compile(rb"<[a-z][^<>]{50000,}", re.IGNORECASE)
_QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")
_LONG = 40  # characters that are not in two places by chance


class _About(NamedTuple):
    """What trafilatura finds: the texts of the article's elements without spaces, and what the page says of itself."""

    elements: frozenset[str] = frozenset()
    whole: str = ""
    title: str = ""
    author: str = ""
    date: str = ""
    site: str = ""


def read(data: bytes, name: str, whole: bool = False) -> Reading:
    """Read the article in the bytes of a web page, or the whole of it; raises the InputError family about `name`."""
    try:
        reading = read_page(decode_page(data, name), whole)
    except (LxmlError, RecursionError) as error:
        raise InputError(name, "it is damaged, and cannot be read as a web page") from error
    if not reading.blocks:
        raise EmptyInput(name, "it is a web page without text")
    return reading


def read_page(html: str, whole: bool = False) -> Reading:
    """Return the article in a page, or the whole page where that is wanted or no article is found."""
    page = parse_page(html)
    if page is None:
        return Reading([])
    shown = list_blocks(page)
    about = _about(page) if sum(1 for _ in page.iter()) <= _MOST_ELEMENTS else _bare_about(page)
    chosen = shown if whole or _is_bare(shown) else _article(shown, about)
    blocks = _titled([part.block for part in chosen], about.title)
    return Reading(blocks, about.title, about.author, about.date, about.site)


def decode_page(data: bytes, name: str, label: str = "") -> str:
    """Return the text of a page: valid UTF-8 is what it is; then `label` or the page's own word; then a guess."""
    if data.count(b"<") > _MOST_TAGS:
        raise InputError(name, "it has more than {0} tags; a page with an article has some thousand", _MOST_TAGS)
    if any(len(_QUOTED.sub(b"", tag)) > _LONGEST_TAG for tag in _LONG_TAG.findall(data)):
        raise InputError(name, "it has a tag with thousands of attributes, as no page has; it was not opened")
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


def _about(page: HtmlElement) -> _About:
    """Ask trafilatura, which is given the parsed page, no address and nothing to fetch."""
    import trafilatura  # slow to import

    for library in ("trafilatura", "htmldate", "justext"):  # it would tell the console of every page it gives up
        logging.getLogger(library).setLevel(logging.CRITICAL)
    try:
        extracted: Any = trafilatura.bare_extraction(
            page,
            include_comments=False,
            include_formatting=True,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception:  # whatever a page does to it, the page can still be read whole
        extracted = None
    if extracted is None:
        return _bare_about(page)
    texts = [text for element in extracted.body.iter("*") for text in ("".join(element.itertext()), element.tail or "")]
    whole = _squashed("".join(extracted.body.itertext()))
    author = re.sub(r"^par\s+", "", _line(extracted.author), flags=re.IGNORECASE)
    facts = _line(extracted.title), author, _line(extracted.date), _line(extracted.sitename)
    return _About(frozenset(map(_squashed, texts)), whole, *facts)


def _bare_about(page: HtmlElement) -> _About:
    return _About(title=_line(page.findtext(".//title")))


def _article(shown: list[PageBlock], about: _About) -> list[PageBlock]:
    """Return the parts that trafilatura found, and the title, the standfirst and the captions that it leaves out."""
    squashed = [_squashed(part.text) for part in shown]
    in_article = [text in about.elements or (len(text) >= _LONG and text in about.whole) for text in squashed]
    sure = [i for i, text in enumerate(squashed) if in_article[i] and len(text) >= _LONG]
    if sum(len(shown[i].text.split()) for i in sure) < _FEWEST:
        return shown
    first, last = sure[0], sure[-1]
    while last + 1 < len(shown) and in_article[last + 1]:  # short cells and items at the end
        last += 1
    top = next((i for i in range(first, -1, -1) if _is_title(shown[i], about.title)), first)
    return [
        part
        for i, part in enumerate(shown[: last + 1])
        if i >= top and (i == top or in_article[i] or _is_caption(part) or (i < first and _is_standfirst(part)))
    ]


def _is_title(part: PageBlock, title: str) -> bool:
    text, wanted = _squashed(part.text), _squashed(title)
    same = text == wanted or (len(text) >= 15 and text in wanted) or wanted in text
    return part.block.role is Role.HEADING and bool(wanted) and same and len(text) < 3 * len(wanted)


def _is_caption(part: PageBlock) -> bool:
    return part.block.role is Role.CAPTION and not part.around


def _is_standfirst(part: PageBlock) -> bool:
    words = part.text.split()
    own = part.block.role in {Role.BODY, Role.HEADING} and not part.around and part.linked < 0.3
    return own and len(words) >= 8 and bool(_SENTENCE.search(part.text))


def _is_bare(shown: list[PageBlock]) -> bool:
    """Tell whether a page has nothing around its text, as one that a word processor wrote."""
    words = sum(len(part.text.split()) for part in shown)
    linked = sum(part.linked * len(part.text.split()) for part in shown)
    return not any(part.around for part in shown) and linked <= words / 100


def _titled(blocks: list[Block], title: str) -> list[Block]:
    """Make the heading that is the title the title, or put the page's before the rest; a sentence is no heading."""
    plain = [block._replace(role=Role.BODY, level=0) if _is_sentence(block) else block for block in blocks]
    wanted = _squashed(title)
    named = (i for i, block in enumerate(plain[:5]) if wanted and _squashed(block.text) == wanted)
    headed = (
        i
        for i, block in enumerate(plain)
        if _is_title(PageBlock(block, block.text, 0, False), title) or (block.role is Role.HEADING and block.level == 1)
    )
    at = next(named, next(headed, None))
    if at is not None:
        return [*plain[:at], plain[at]._replace(role=Role.TITLE, level=0), *plain[at + 1 :]]
    return [make_block(Role.TITLE, [Piece(title)]), *plain] if plain and title else plain


def _is_sentence(block: Block) -> bool:
    """Tell whether what the page calls a heading is a standfirst."""
    long = len(block.text) > 90 and bool(_SENTENCE.search(block.text))
    return block.role is Role.HEADING and (long or len(block.text) > 250)


def _squashed(text: str) -> str:
    return re.sub(r"\s+", "", clean_text(text))


def _line(text: str | None) -> str:
    return " ".join(clean_text(text or "").split())
