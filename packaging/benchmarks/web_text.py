"""How much of a web page's article is read, and how much else, against what the page's source expects.

`web_text.py FOLDER` with the folder `test/test-pages` of mozilla/readability (a source.html and an expected.html for
each page; they are not part of this repository). Words are compared as bags: "missed" are expected words that were not
read, "extra" are words read that were not expected, each in per cent of the expected ones. The title is in neither.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import lxml.html

from visavis.model.article import Article, Role
from visavis.model.errors import InputError
from visavis.readers.open import from_bytes

_WORD = re.compile(r"\w+")
_CALL = re.compile(r"\s*\[?\w{1,6}( \d+)?\]?\s*")
_UNSEEN = ".//script|.//style|.//noscript|.//template|.//svg|.//iframe|.//object|.//button|.//select|.//textarea"


class Score(NamedTuple):
    """The words of a page: expected, missed in the article, missed in all that is shown, read but not expected."""

    name: str
    expected: int
    missed: int
    not_shown: int
    extra: int


def main(folder: Path, only: str = "") -> None:
    """Print a line for each page, the worst last, and the sums."""
    begun = time.perf_counter()
    scores = [score for page in sorted(folder.iterdir()) if only in page.name and (score := score_page(page))]
    for score in sorted(scores, key=lambda score: score.missed + score.extra):
        print(f"{score.name:40}{score.expected:7}{score.missed:7}{score.not_shown:7}{score.extra:7}")
    expected = sum(score.expected for score in scores)
    for what, number in (
        ("missed in the article", sum(score.missed for score in scores)),
        ("missed in all that is shown", sum(score.not_shown for score in scores)),
        ("extra in the article", sum(score.extra for score in scores)),
    ):
        print(f"{what}: {number} of {expected}, {number / expected:.2%}")
    print(f"{len(scores)} pages in {time.perf_counter() - begun:.1f} s")


def score_page(page: Path) -> Score | None:
    """Return how a page is read, or nothing where nothing is expected of it."""
    expected = count_words(read_expected(page / "expected.html"))
    if not expected:
        return None
    try:
        article = from_bytes("source.html", (page / "source.html").read_bytes())
    except InputError as error:
        print(error)
        return Score(page.name, expected.total(), expected.total(), expected.total(), 0)
    title = {Role.TITLE}
    read = count_words(list_texts(article, title | {Role.ASIDE}))
    shown = count_words(list_texts(article, set()))
    titles = count_words(list_texts(article, set(Role) - title))
    missed = (expected - read - titles).total()
    return Score(page.name, expected.total(), missed, (expected - shown).total(), (read - expected).total())


def list_texts(article: Article, without: set[Role]) -> str:
    """Return the paragraphs whose roles are none of these."""
    return "\n".join(article.text[part.start : part.end] for part in article.paragraphs if part.role not in without)


def read_expected(path: Path) -> str:
    """Return the text that is expected, but for the calls of notes, which are no text."""
    page = lxml.html.fromstring(f"<div>{path.read_text(encoding='utf-8')}</div>")
    calls = [call for call in page.xpath(".//sup[.//a]") if _CALL.fullmatch(call.text_content())]
    for unseen in [*page.xpath(_UNSEEN), *calls]:
        unseen.drop_tree()
    return " ".join(page.itertext())


def count_words(text: str) -> Counter[str]:
    """Count the words of a text, whatever their case."""
    return Counter(_WORD.findall(text.casefold()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
