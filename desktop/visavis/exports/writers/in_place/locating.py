"""Where words of a sentence stand in its translation: certain for names and figures, else by place and by clauses."""

from __future__ import annotations

import re

Span = tuple[int, int]

_FOLDED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉’μ", "01234567890123456789'µ")
_PART = re.compile(r"[^\W_]+")
_CLAUSE_END = re.compile(r"[,;:](?=\s)|\s[–—](?=\s)")
_BETWEEN = r"[\W_]{1,3}?"
_SHORTEST_WORD = 5  # without a capital or figure: shorter ones may be other words that look the same


def find_same(source: str, span: Span, target: str, sign: str = "") -> Span | None:
    """Return where words, or a `sign`, of a sentence stand in its translation as they are: names, figures."""
    words = source[slice(*span)]
    if sign and not _has_words(sign):
        place = _nth(target, sign, source[: span[0]].count(sign))
        return (place, place + len(sign)) if place >= 0 else None
    if not _has_words(source[: span[0]] + source[span[1] :]):
        return 0, len(target)
    if not (parts := [re.escape(part[0]) for part in _PART.finditer(words.translate(_FOLDED))]):
        return None
    certain = any(c.isupper() or c.isdigit() for c in words) or len(words.strip()) >= _SHORTEST_WORD
    if not certain:
        return None
    whole = re.compile(rf"(?<![^\W_]){_BETWEEN.join(parts)}(?![^\W_])")
    first = next(_PART.finditer(words))
    before = sum(found.start() < span[0] + first.start() for found in whole.finditer(source.translate(_FOLDED)))
    found = next((m for n, m in enumerate(whole.finditer(target.translate(_FOLDED))) if n == before), None)
    return _with_signs(words, target, *found.span()) if found else None


def find_by_length(source: str, span: Span, target: str) -> Span:
    """Return the words of a translation that are as far into it, and as many, as others are in its source."""
    start, end = (round(place / max(len(source), 1) * len(target)) for place in span)
    words = [word.span() for word in re.finditer(r"\S+", target)]
    if not words:
        return 0, len(target)
    first = min(words, key=lambda word: abs(word[0] - start))
    last = min((word for word in words if word[0] >= first[0]), key=lambda word: abs(word[1] - end))
    if span[1] >= len(source.rstrip()):
        return first[0], len(target)
    inside = last[1] if last[1] < len(target) else len(target.rstrip(".!?…»” "))
    return first[0], max(inside, first[1] if first[1] < len(target) else inside)


def find_gap(source: str, place: int, target: str) -> int:
    """Return the beginning of a word of a translation that is as far into it as a place is in its source."""
    wanted = place / max(len(source), 1) * len(target)
    starts = [found.end() for found in re.finditer(r"\s+", target)]
    return min(starts, key=lambda start: abs(start - wanted), default=len(target))


def find_end(source: str, place: int, target: str) -> int:
    """Return the place after the word that a place is after, or at the end of its clause, or of the sentence."""
    before = re.search(r"[^\W_]+(?=[^\w]*$)", source[:place])
    if before and (found := find_same(source, before.span(), target)) and found != (0, len(target)):
        return _over_signs(source[before.end() : place], target, found[1])
    ends = [found.start() for found in _CLAUSE_END.finditer(source)]
    there = [found.start() for found in _CLAUSE_END.finditer(target)]
    clause = sum(end < place for end in ends)
    return there[clause] if len(ends) == len(there) and clause < len(there) else len(target)


def _over_signs(signs: str, target: str, place: int) -> int:
    """Return the place after the signs that follow a word in both languages, such as "%", whatever the space there."""
    for sign in signs.split():
        there = place + len(target[place:]) - len(target[place:].lstrip())
        if not target.startswith(sign, there):
            break
        place = there + len(sign)
    return place


def _nth(text: str, sign: str, number: int) -> int:
    place = text.find(sign)
    while number and place >= 0:
        place, number = text.find(sign, place + 1), number - 1
    return place


def _with_signs(words: str, target: str, start: int, end: int) -> Span:
    """Widen a stretch by the signs around it that both languages have."""
    opening, closing = re.match(r"\W*", words), re.search(r"\W*$", words)
    for sign in reversed(opening[0] if opening else ""):
        if start and target[start - 1] == sign:
            start -= 1
    for sign in closing[0] if closing else "":
        if end < len(target) and target[end] == sign:
            end += 1
    return start, end


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))
