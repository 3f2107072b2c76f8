"""How a PDF is set: space between paragraphs, a gutter between columns, and small letters for where it is from."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import NamedTuple

import pypdfium2
import pytest

from conftest import Tiny
from visavis.exports.registry import FORMATS, Layout, Options
from visavis.exports.writers.pdf import DPI
from visavis.model.document import Document
from visavis.pipeline import collect_document, run_pipeline
from visavis.readers.open import from_text

pytestmark = pytest.mark.usefixtures("qapp")

#: French that fills a column, and some lines of it.
LONG = "Le conseil municipal a adopté le budget de la ville vendredi soir, après une séance de plus de quatre heures "
TEXT = f"{LONG.strip()}\n\n{LONG * 3}pour les écoles.\n\n{LONG * 3}pour le tramway.\n\n{LONG * 3}pour les parcs.\n"


FOOT = 70.0  # points: below stands the number of the page


class Letter(NamedTuple):
    """A letter on a page, in points from the left and from the bottom."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float


@pytest.fixture
def document(tiny: Tiny) -> Document:
    return collect_document(run_pipeline(lambda: from_text("a.txt", TEXT), tiny.engines, "tiny"))


def letters(document: Document, layout: Layout, page: int = 0) -> list[Letter]:
    data = FORMATS["pdf"].write(document, Options(layout, made=date(2026, 11, 28)))
    opened = pypdfium2.PdfDocument(data)
    shown = opened[page % len(opened)].get_textpage()
    found = []
    for index in range(shown.count_chars()):
        text = shown.get_text_range(index, 1)
        if text.strip():
            size = pypdfium2.raw.FPDFText_GetFontSize(shown.raw, index) * 72 / DPI
            left, bottom, right, top = shown.get_charbox(index, loose=True)
            found.append(Letter(text, left, bottom, right, top, size))
    return [letter for letter in found if letter.bottom > FOOT]


def lines(found: list[Letter]) -> list[float]:
    """Return how high each line stands, from the top."""
    return sorted({round(letter.bottom, 1) for letter in found}, reverse=True)


def test_paragraphs_of_the_translation_alone_are_apart(document: Document) -> None:
    found = letters(document, Layout.TRANSLATION)
    body = [letter for letter in found if 10 < letter.size < 11]
    steps = [round(above - below, 1) for above, below in pairwise(lines(body))]
    usual = min(steps)
    wider = [step for step in steps if step > usual + 4]
    assert len(wider) == 2, "between three paragraphs"
    assert all(1.3 * usual < step < 2 * usual for step in wider)


def test_two_columns_have_a_gutter(document: Document) -> None:
    found = letters(document, Layout.COLUMNS)
    body = [letter for letter in found if letter.size > 10]
    middle = (min(letter.left for letter in body) + max(letter.right for letter in body)) / 2
    left = max(letter.right for letter in body if letter.left < middle)
    right = min(letter.left for letter in body if letter.left >= middle)
    assert 20 <= right - left <= 60


def test_facing_paragraphs_are_level_and_apart_from_the_next(document: Document) -> None:
    found = [letter for letter in letters(document, Layout.COLUMNS) if 10 < letter.size < 11]
    middle = (min(letter.left for letter in found) + max(letter.right for letter in found)) / 2
    for side in (True, False):
        heights = lines([letter for letter in found if (letter.left < middle) is side])
        steps = [above - below for above, below in pairwise(heights)]
        assert sum(step > min(steps) + 4 for step in steps) == 2
    french = lines([letter for letter in found if letter.left < middle])
    english = lines([letter for letter in found if letter.left >= middle])
    assert french[0] == english[0]


@pytest.mark.parametrize("layout", [Layout.TRANSLATION, Layout.COLUMNS])
def test_where_it_is_from_stands_in_small_letters(document: Document, layout: Layout) -> None:
    found = letters(document, layout) + letters(document, layout, page=-1)  # it may be on either
    start = "".join(letter.text for letter in found).index(document.article.sha256)
    sha256 = found[start : start + 64]
    assert {round(letter.size, 1) for letter in sha256} == {7.4}
    heights = [letter.bottom for letter in sha256]
    assert max(heights) - min(heights) < 3, "it is not broken"


@pytest.mark.parametrize(("layout", "points"), [(Layout.TRANSLATION, 18), (Layout.COLUMNS, 15)])
def test_a_title_is_as_large_as_its_column_bears(document: Document, layout: Layout, points: int) -> None:
    assert max(letter.size for letter in letters(document, layout)) == pytest.approx(points, abs=0.2)
