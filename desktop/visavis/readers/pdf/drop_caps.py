"""Drop caps: the large first letter of a paragraph goes back to the start of its first line."""

from __future__ import annotations

import re

from visavis.readers.pdf.characters import Fragment

# An initial, perhaps with the quotation mark or dash before it and the apostrophe after it: "L", "«N", "L’", "« Ç".
_INITIAL = re.compile(r"[«“\"'‘(–—\s\u00a0]*[A-ZÀ-ÖØ-ÞŒ0-9][’']?")
_OPENING = re.compile(r"[«“\"'‘(–—\s\u00a0]+")
_LARGER = 1.5  # at least so many times as large as the text beside it
# In ems of the text: how far the lines may stand from the initial, and below its baseline; and by which share of its
# width it may reach into them, as its box may be wider than its letter.
_BESIDE, _BELOW, _OVERLAP = 1.5, 0.35, 0.6
_HEIGHT = 0.9  # ems of the initial: its lines begin at most so far above its baseline
# Words of one letter, and what may follow them; without this "À la" would become "Àla".
_WORD = re.compile(r"[«“\s\u00a0]*[AÀÔY]")
_NEXT = re.compile(
    r"(?:l[’']|(?:l[ae]|les|une?|cet|cette|ce|ces|son|sa|ses|leurs?|nos|notre|tous|toutes|chaque|peine|partir|travers"
    r"|quoi|qui|quelques|défaut|plusieurs|deux|trois)\b|[A-ZÀ-Þ][a-zà-ÿ])"
)


def join_drop_caps(fragments: list[Fragment]) -> list[Fragment]:
    """Return the fragments with each initial in its first line; the lines beside it start where those below do."""
    found = list(fragments)
    for cap in fragments:
        if not _INITIAL.fullmatch(cap.text.strip()):
            continue
        beside = [other for other in found if _is_beside(other, cap)]
        first = max(beside, key=lambda other: other.y, default=None)
        if first is None or (cap.text.strip().isdigit() and first.y - cap.y < _BELOW * first.size):
            continue  # a large number before a heading is no initial
        mark = next((other for other in found if _precedes(other, cap)), None)
        style = first.pieces[0][1]
        initial = (mark.text.rstrip() if mark else "") + cap.text.strip()
        text = first.text.lstrip()
        if (_WORD.fullmatch(initial) and _NEXT.match(text)) or (initial.isdigit() and not text[:1].isdigit()):
            initial += " "
        left = _left(found, cap, first)
        beside += [other for other in found if _is_under(other, cap, first)]
        moved = {id(other): other._replace(x0=left) for other in beside}
        moved[id(first)] = first._replace(x0=left, pieces=((initial, style), *first.pieces))
        dropped = {id(cap), id(mark)}
        found = [moved.get(id(other), other) for other in found if id(other) not in dropped]
    return found


def _left(fragments: list[Fragment], cap: Fragment, first: Fragment) -> float:
    """Return where the paragraph's lines start: at the initial, unless it hangs in the margin."""
    low = [f for f in fragments if 0 < cap.y - f.y < 2.5 * first.size and f.x0 < first.x1 and f.x1 > first.x0]
    hangs = low and min(f.x0 for f in low) > first.x0 - 0.3 * first.size
    return first.x0 if hangs else cap.x0


def _is_beside(line: Fragment, cap: Fragment) -> bool:
    size = max(line.size, 1.0)
    near = -_OVERLAP * (cap.x1 - cap.x0) < line.x0 - cap.x1 < _BESIDE * size and line.x1 > cap.x1
    return near and cap.size > _LARGER * size and -_BELOW * size < line.y - cap.y < _HEIGHT * cap.size


def _is_under(line: Fragment, cap: Fragment, first: Fragment) -> bool:
    """True for a line just under an initial that still begins where the lines beside it do."""
    size = max(line.size, 1.0)
    return abs(line.x0 - first.x0) < 1 and first.x0 > cap.x1 and -size < line.y - cap.y <= -_BELOW * size


def _precedes(mark: Fragment, cap: Fragment) -> bool:
    """True for a quotation mark that is set in another size before the initial."""
    near = -0.2 * cap.size < cap.x0 - mark.x1 < 0.5 * cap.size
    return near and bool(_OPENING.fullmatch(mark.text)) and -0.5 * cap.size < mark.y - cap.y < cap.size
