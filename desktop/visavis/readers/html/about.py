"""What trafilatura finds in a page: the article's text, and the page's title, author, date and site."""

from __future__ import annotations

import logging
import re
from functools import lru_cache
from typing import Any, NamedTuple

from lxml.html import HtmlElement

from visavis.readers.block import clean_text

#: A page of news has some thousand elements; to find the article among many more would take minutes.
_MOST_ELEMENTS = 15_000
_SITE_SEPARATOR = re.compile(r"\s+[|–—·•-]\s+")
_LETTERS = re.compile(r"[\W_]+")


class About(NamedTuple):
    """The texts of the article's elements without spaces, and what the page says of itself."""

    elements: frozenset[str] = frozenset()
    whole: str = ""
    title: str = ""
    author: str = ""
    date: str = ""
    site: str = ""


def read_metadata(page: HtmlElement) -> About:
    """Ask trafilatura, which is given the parsed page, no address and nothing to fetch."""
    if sum(1 for _ in page.iter()) > _MOST_ELEMENTS:
        return _bare_about(page)
    import trafilatura  # slow to import

    for library in ("trafilatura", "htmldate", "justext"):  # it would tell the console of every page it gives up
        logging.getLogger(library).setLevel(logging.CRITICAL)
    try:
        found: Any = trafilatura.bare_extraction(
            page,
            include_comments=False,
            include_formatting=True,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception:  # whatever a page does to it, the page can still be read whole
        found = None
    if found is None:
        return _bare_about(page)
    texts = [
        text
        for element in found.body.iter("*")
        for text in ("".join(element.itertext()), element.text or "", element.tail or "")
    ]
    whole = drop_spaces("".join(found.body.itertext()))
    author = re.sub(r"^par\s+", "", put_on_one_line(found.author), flags=re.IGNORECASE)
    facts = put_on_one_line(found.title), author, put_on_one_line(found.date), put_on_one_line(found.sitename)
    return About(frozenset(map(drop_spaces, texts)), whole, *facts)


def _bare_about(page: HtmlElement) -> About:
    return About(title=put_on_one_line(page.findtext(".//title")))


def strip_site_name(title: str, site: str) -> str:
    """Return the title of a page without the name of its site."""
    named = _LETTERS.sub("", site).casefold()
    while separators := list(_SITE_SEPARATOR.finditer(title)):
        last = separators[-1]
        first, rest = title[: last.start()], title[last.end() :]
        short = last[0].strip() == "|" and len(first.split()) >= 3 and len(rest.split()) <= 5
        same = bool(named) and _LETTERS.sub("", rest).casefold() in {named, named.rpartition(".")[0]}
        if not (short or same):
            break
        title = first
    return title


@lru_cache(maxsize=16)
def list_headline_keys(title: str) -> frozenset[str]:
    """Return the keys of what the headline in a page's title may be: the site's name may follow it."""
    ends = [found.start() for found in _SITE_SEPARATOR.finditer(title)]
    return frozenset(reduce_to_key(title[:end]) for end in (*ends, len(title))) - {""}


def reduce_to_key(text: str) -> str:
    """Return the letters and digits of a text in lower case, by which two texts are the same to a reader."""
    return _LETTERS.sub("", clean_text(text)).casefold()


def drop_spaces(text: str) -> str:
    """Return a text without its spaces."""
    return "".join(clean_text(text).split())


def put_on_one_line(text: str | None) -> str:
    """Return a text in one line."""
    return " ".join(clean_text(text or "").split())
