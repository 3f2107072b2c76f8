"""Leaves out what is printed in the margins: running heads, page numbers, the heads and feet of browsers."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from visavis.readers.pdf.characters import Fragment, PageFragments

# Page numbers: "12", "page 3/8", "- iv -".
_NUMBER = re.compile(
    r"(?:p\.|page|-|–|—)?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*(?:(?:/|sur|of|de)\s*\d{1,4})?\s*(?:-|–|—)?", re.IGNORECASE
)
_LONG = 8  # letters: what begins with so long a title, on a later page, repeats it
_EDGE = 0.15  # share of the page height at the top and bottom where running heads stand
# What browsers print at the very head and foot, beside the title: the address, or the date and time. In the outermost
# twenty-fifth of the page, such a line is theirs; a little further inside, it must hold nothing else, or be in two
# parts.
_OUTERMOST, _OUTER = 0.04, 0.08
_ADDRESS = r"(?:(?:https?://|file://|about:)\S+|www\.[\w-]+\.\S+)"
_WEEKDAY = r"(?:(?:lun|mar|mercre|jeu|vendre|same)di\s|dimanche\s)?"
_DAY = rf"{_WEEKDAY}(?:\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|\d{{1,2}}(?:er)? [a-zéû]{{3,9}}\.? \d{{4}})"
_TIME = rf"{_DAY},?\s*(?:à\s*)?\d{{1,2}}\s?[:h]\s?\d\d(?::\d\d)?(?:\s?[AP]M)?"
_COUNT = r"(?:page\s*)?\d{1,4}\s*(?:/|sur|of|de)\s*\d{1,4}"
_PRINTED = re.compile(rf"^(?:{_ADDRESS}|{_TIME})(?=\s|$)|(?:^|(?<=\s))(?:{_ADDRESS}|{_TIME})$", re.IGNORECASE)
_NOTHING_ELSE = re.compile(rf"(?:(?:{_ADDRESS}|{_TIME}|{_COUNT})\s*)+", re.IGNORECASE)
_LABEL = 3.0  # ems between the number of a note and its text
_APART = 2.0  # ems between the two parts of a browser's head or foot


def remove_margins(sheets: list[PageFragments]) -> list[list[Fragment]]:
    """Return the fragments of each page without what is repeated or printed by a browser at its head and foot."""
    edges = [_edge(sheet) for sheet in sheets]
    seen = Counter(key for edge in edges for key in {_key(fragment) for fragment in edge})
    enough = 2 if len(sheets) <= 6 else 3  # on how many pages a running head must be repeated
    usual, title = _usual_size(sheets), _largest(sheets[0]) if sheets else []
    titles = {text for text in map(_squeezed, title) if len(text) >= _LONG}
    shown: set[int] = set()  # the first page shows its title, even if all pages repeat it

    def is_running(fragment: Fragment, number: int) -> bool:
        text, y = _key(fragment)
        repeated = sum(seen[text, near] for near in (y - 1, y, y + 1)) >= enough
        again = number > 0 and any(text.startswith(title) for title in titles)
        return repeated or again or (numbers(fragment) and not labels(fragment, number))

    def numbers(fragment: Fragment) -> bool:
        return _NUMBER.fullmatch(fragment.text.strip()) is not None

    def labels(fragment: Fragment, number: int) -> bool:
        """True for the number of a note, set apart from it."""
        beside = (f for f in edges[number] if abs(f.y - fragment.y) < 2 and 0 < f.x0 - fragment.x1 < _LABEL * f.size)
        return any(not numbers(other) and not is_running(other, number) for other in beside)

    if usual and title and title[0].size > 1.12 * usual:
        shown = set(map(id, title))
    else:
        titles = set()
    bodies = []
    for number, (sheet, edge) in enumerate(zip(sheets, edges, strict=True)):
        out = {id(fragment) for fragment in edge if is_running(fragment, number)} - shown
        out |= {id(fragment) for fragment in _printed(sheet)}
        bodies.append([fragment for fragment in sheet.fragments if id(fragment) not in out])
    return bodies


def _edge(sheet: PageFragments) -> list[Fragment]:
    """Return the fragments on the two outermost lines at the top and bottom of a page."""
    heights = sorted({round(fragment.y) for fragment in sheet.fragments})
    low = [y for y in heights[:2] if y < sheet.height * _EDGE]
    high = [y for y in heights[-2:] if y > sheet.height * (1 - _EDGE)]
    return [fragment for fragment in sheet.fragments if round(fragment.y) in {*low, *high}]


def _printed(sheet: PageFragments) -> list[Fragment]:
    """Return the outermost lines if a browser printed them."""
    found = []
    for y in {end((fragment.y for fragment in sheet.fragments), default=0.0) for end in (min, max)}:
        row = sorted((f for f in sheet.fragments if abs(f.y - y) < 2), key=lambda fragment: fragment.x0)
        if row and _is_printed(row, min(y, sheet.height - y) / max(sheet.height, 1.0)):
            found += row
    return found


def _is_printed(row: list[Fragment], depth: float) -> bool:
    """True for a line of a browser; `depth` is its share of the page height from the edge."""
    text = " ".join(fragment.text.strip() for fragment in row)
    if depth < _OUTERMOST:
        return _PRINTED.search(text) is not None
    parts = any(b.x0 - a.x1 > _APART * b.size for a, b in pairwise(row))
    whole = parts and any(_NOTHING_ELSE.fullmatch(fragment.text.strip()) for fragment in row)
    return depth < _OUTER and bool(_PRINTED.search(text)) and (whole or bool(_NOTHING_ELSE.fullmatch(text)))


def _key(fragment: Fragment) -> tuple[str, int]:
    # numbers vary from page to page, and positions by up to a step of 3 points
    return _squeezed(fragment), round(fragment.y / 3)


def _squeezed(fragment: Fragment) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", "", fragment.text.casefold()))


def _usual_size(sheets: list[PageFragments]) -> float:
    sizes = Counter[float]()
    for sheet in sheets:
        for fragment in sheet.fragments:
            sizes[fragment.size] += len(fragment.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _largest(sheet: PageFragments) -> list[Fragment]:
    size = max((fragment.size for fragment in sheet.fragments), default=0.0)
    return [fragment for fragment in sheet.fragments if fragment.size > 0.95 * size]
