"""Takes in hOCR, the format in which Tesseract says which words it read, where, and how sure it is."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from statistics import median
from typing import Any, NamedTuple

from lxml import etree

from visavis.readers.pdf.characters import Fragment, PageFragments, TextStyle

_LINES = "ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"
_UNCERTAIN, _NOISE = 60, 25  # Tesseract's confidence, of 100
_WORDLESS = re.compile(r"[^\w€$%«»“”\"'’.,;:!?()–—-]+|_+")  # what specks and rules are read as
_STRAIGHT, _CURVED = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])"), re.compile(r"(?<=[^\W\d_])’(?=[^\W\d_])")
_CURVED_SHARE = 0.1  # of the apostrophes: in type with straight ones, none is taken for a curved one
_STEP = 1.25  # sizes are estimates, so they are rounded to powers of this, times the usual size
_APART = 2.5  # ems between words that don't belong to one sentence, such as those of a table


class Word(NamedTuple):
    """A word that was read."""

    text: str
    sure: float
    x0: float
    x1: float


class ScannedPage(NamedTuple):
    """The words of a page, as fragments of lines in points, and those that Tesseract is uncertain of."""

    fragments: list[Fragment]
    words: int
    uncertain: list[str]


def parse_hocr(hocr: bytes, dpi: int, height: float) -> ScannedPage:
    """Return the words in the hOCR of a page, which is so many points high."""
    parser = etree.XMLParser(recover=True, huge_tree=False, resolve_entities=False)
    root = etree.fromstring(hocr, parser) if hocr.strip() else None
    fragments: list[Fragment] = []
    words: list[Word] = []
    for line in root.iter("{*}span") if root is not None else ():
        facts = _facts(line)
        if line.get("class") not in _LINES or "bbox" not in facts:
            continue
        read = [word for word in _words(line, 72 / dpi) if not _is_noise(word)]
        size = facts.get("x_size", [facts["bbox"][3] - facts["bbox"][1]])[0] * 72 / dpi
        if (
            not read
            or median(word.sure for word in read) < _NOISE
            or not any(c.isalnum() for w in read for c in w.text)
        ):
            continue
        slope, offset = (*facts.get("baseline", []), 0.0, 0.0)[:2]
        left, _, right, bottom = facts["bbox"]
        y = height - (bottom + offset + slope * (right - left) / 2) * 72 / dpi
        fragments.extend(_fragments(read, y, size))
        words += read
    return ScannedPage(fragments, len(words), [word.text for word in words if word.sure < _UNCERTAIN])


def unify_apostrophes(pages: list[ScannedPage]) -> list[ScannedPage]:
    """Return the pages with one kind of apostrophe: Tesseract takes many of the curved ones for straight ones."""
    text = "".join(fragment.text for page in pages for fragment in page.fragments)
    straight, curved = len(_STRAIGHT.findall(text)), len(_CURVED.findall(text))
    if curved < _CURVED_SHARE * (straight + curved):
        return pages
    return [
        page._replace(
            fragments=[
                each._replace(pieces=tuple((_STRAIGHT.sub("’", part), style) for part, style in each.pieces))
                for each in page.fragments
            ]
        )
        for page in pages
    ]


def level_sizes(pages: list[ScannedPage], heights: list[float]) -> list[PageFragments]:
    """Return the pages with the sizes of their lines rounded, so that those of one type are equal."""
    sizes = [fragment.size for page in pages for fragment in page.fragments for _ in fragment.text]
    usual = median(sizes) if sizes else 1.0
    levelled = []
    for page, height in zip(pages, heights, strict=True):
        fragments = [_levelled(fragment, usual) for fragment in page.fragments]
        levelled.append(PageFragments(height, fragments, sum(len(fragment.text) for fragment in fragments), 0))
    return levelled


def _levelled(fragment: Fragment, usual: float) -> Fragment:
    power = round(math.log(max(fragment.size, 0.1) / usual) / math.log(_STEP))
    size = round(usual * _STEP**power, 1)
    style = TextStyle(size, bold=False, italic=False)
    return fragment._replace(size=size, pieces=((fragment.text, style),))


def _fragments(words: list[Word], y: float, size: float) -> Iterator[Fragment]:
    start = 0
    for index in range(1, len(words) + 1):
        if index == len(words) or words[index].x0 - words[index - 1].x1 > _APART * size:
            part = words[start:index]
            text = " ".join(word.text for word in part)
            style = TextStyle(size, bold=False, italic=False)
            yield Fragment(part[0].x0, part[-1].x1, y, size, ((text, style),))
            start = index


def _words(line: Any, points: float) -> Iterator[Word]:
    for span in line.iter("{*}span"):
        facts, text = _facts(span), "".join(span.itertext()).strip()
        if span.get("class") == "ocrx_word" and text and "bbox" in facts:
            left, _, right, _ = facts["bbox"]
            yield Word(text, facts.get("x_wconf", [0.0])[0], left * points, right * points)


def _is_noise(word: Word) -> bool:
    return bool(_WORDLESS.fullmatch(word.text)) or (word.sure < _NOISE and not any(map(str.isalnum, word.text)))


def _facts(span: Any) -> dict[str, list[float]]:
    """Return the properties in a title, such as "bbox 10 20 30 40; x_wconf 96"."""
    facts: dict[str, list[float]] = {}
    for part in (span.get("title") or "").split(";"):
        name, *values = part.split()[:5] or [""]
        try:
            facts[name] = [float(value) for value in values]
        except ValueError:
            continue
    return facts if len(facts.get("bbox", [])) == 4 else {}
