"""Joins the fragments of a column into rows, with raised and lowered signs in the line that they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from visavis.readers.pdf.characters import Fragment, TextStyle

_SMALLER = 0.88  # raised and lowered signs are at most this share of the size of their line
# In ems of the line: how high or low such a sign stands, how near to its neighbour, and the gap before it that is a
# space. Programs draw no space before a raised sign, but some leave up to a third of an em.
_HIGHEST, _LOWEST, _NEAR, _WORD = 0.75, -0.4, 1.0, 0.4
_CALL = re.compile(r"[(\[]?(?:\d{1,3}|\*{1,3})[)\]]?")  # in the size of the text it must touch it
_TOUCHING = 0.15
_LIFTED = 0.12  # ems of the line: a smaller sign that stands less above the baseline isn't raised
_LEVEL = 0.4  # ems: fragments whose baselines differ by less are in one row
_SPACE = 0.1  # ems: a wider gap between fragments is a space
_LONGEST = 12  # letters of a raised or lowered sign


def join_rows(fragments: list[Fragment]) -> list[list[Fragment]]:
    """Return the rows from top to bottom, each from left to right."""
    rows: list[list[Fragment]] = []
    signs = [fragment for fragment in fragments if _is_sign(fragment, fragments)]
    small = set(map(id, signs))
    for fragment in sorted(fragments, key=lambda fragment: -fragment.y):
        if id(fragment) in small:
            continue
        if rows and abs(rows[-1][0].y - fragment.y) < _LEVEL * max(rows[-1][0].size, fragment.size):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    for sign in signs:
        row = next((row for row in rows if any(_belongs(sign, fragment) for fragment in row)), None)
        if row is None:
            rows.append([sign])
        else:
            row.append(sign)
    for row in rows:
        row.sort(key=lambda fragment: fragment.x0)
    return sorted(rows, key=lambda row: -max(row, key=lambda fragment: len(fragment.text)).y)


def join_pieces(row: list[Fragment]) -> Iterator[tuple[str, TextStyle]]:
    """Yield the text of a row, with spaces between fragments that are apart; raised signs are marked as such."""
    for index, fragment in enumerate(row):
        before = row[index - 1] if index else None
        raised = any(_is_raised(fragment, other) for other in row)
        if before:
            small = min(before, fragment, key=lambda each: each.size)
            attached = fragment is small and _belongs(fragment, before)
            wide = (
                _WORD * before.size if attached else _SPACE * max(fragment.size, before.size if small is before else 0)
            )
            if fragment.x0 - before.x1 >= wide:
                yield " ", fragment.pieces[0][1]
        for text, style in fragment.pieces:
            yield text, style._replace(raised=raised)


def _is_sign(fragment: Fragment, others: list[Fragment]) -> bool:
    short = len(fragment.text.strip()) <= _LONGEST
    return short and any(_belongs(fragment, other) for other in others)


def _belongs(sign: Fragment, other: Fragment) -> bool:
    """True if a small sign stands raised or lowered beside this fragment."""
    if not 0 < sign.size <= other.size or len(other.text) < len(sign.text):
        return False
    apart, rise = min(abs(sign.x0 - other.x1), abs(other.x0 - sign.x1)), (sign.y - other.y) / other.size
    if sign.size > _SMALLER * other.size and not (
        _CALL.fullmatch(sign.text.strip()) and apart < _TOUCHING * other.size and rise > _LEVEL / 2
    ):
        return False
    near = apart < _NEAR * other.size
    return near and _LOWEST <= rise <= _HIGHEST and abs(rise) > _LIFTED / 2


def _is_raised(sign: Fragment, other: Fragment) -> bool:
    return _belongs(sign, other) and sign.y - other.y > _LIFTED * other.size
