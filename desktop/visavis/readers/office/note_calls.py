"""Raised figures: which of them call a note, and so are no text, and which are exponents, ordinals or prices."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from visavis.model.article import Role
from visavis.readers.block import Block

# Not after a raised sign: the 3 of 10⁻³ calls no note.
_TYPED = re.compile(r"(?<![\u207a\u207b\u2070\u00b9\u00b2\u00b3\u2074-\u2079])[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_AS_POWER = str.maketrans("0123456789-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻")
_ONE = r"(?:\d{1,3}|\*{1,3}|[†‡])"
_CALL = re.compile(rf"\s*[(\[]?\s*{_ONE}(?:\s*[,;–-]\s*{_ONE})*\s*[)\]]?[,;]?\s*")
_LONGEST = 30
#: What a raised figure makes a power of: a letter, units, which have no vowel as words have, and ten.
_POWERED = re.compile(
    r"(?:(?<![^\W\d_])(?:[^\W\d_]|dam|CO|NO|SO|NH|CH|[b-df-hj-np-tv-xzµμ]{2,3})|(?:mètre|pied|pouce)s?|(?<![\d,.])10)$"
)
#: Of several raised figures after a unit of length, or a second, the first is the exponent: "12 m²¹" is m² and note 1.
_MEASURE = re.compile(r"(?:(?<![^\W\d_])(?:[kcdmhµμ]?m|dam)|mètres?|/\s?s)$")
_EXPONENT = re.compile(r"[23](?=\s*[(\[]?[\d*†‡])")
_SOLIDUS_UNIT = re.compile(r"/\s?[a-zA-Zµ]{1,3}$")
#: The calls of notes at the end of a text, as LibreOffice numbers them, after a word or a figure.
_ROMAN, _AFTER_WORD = (
    re.compile(r"\s*(?:x{0,2}(?:ix|iv|v?i{1,3}|v)|x{1,2})\s*"),
    re.compile(r"(?:[^\W\d_]{3}|\d|[%»”)])[.,]?$"),
)
_PRICE = re.compile(r"(?:€|euros?|EUR)\s?$", re.IGNORECASE)
_NOTE = re.compile(r"[(\[]?(\d{1,3})(?:[.)\]]+\s*|\s+)(?=[^\W\d_]|[«“\"])")
_LABEL = re.compile(r"\s|[«“\"(]|[^\W\d_][^\W\d_]")


class Shown(NamedTuple):
    """What a place in a file shows: all of it, and without the calls of notes."""

    whole: str
    text: str


class Uncalled(NamedTuple):
    """The stretches of a paragraph without the calls of notes, whether it began with a note's own number, the calls."""

    texts: Sequence[str]
    labelled: bool = False
    calls: tuple[str, ...] = ()


def without_calls(stretches: Sequence[str], raised: Sequence[bool]) -> Uncalled:
    """Take the calls of notes out of the stretches of a paragraph, of which some are raised above the line.

    A power of ten is written as one: in plain figures it would be another number.
    """
    text = "".join(stretches)
    if not any(raised) and not _TYPED.search(text):
        return Uncalled(stretches)
    spans = [part for span in _raised(stretches, raised) for part in _exponent_apart(text, *span)]
    calls = _whole(text, [(start, end) for start, end in spans if _is_call(text, start, end)])
    powers = {place for span in spans if span not in calls and _is_power(text, *span) for place in range(*span)}
    kept, at, number = list[str](), 0, 0
    for whole in stretches:
        shown = (c.translate(_AS_POWER) if at + i in powers else c for i, c in enumerate(whole))
        stretch = "".join(shown) if powers else whole
        end, start, left = at + len(stretch), at, ""
        while number < len(calls) and calls[number][0] < end:
            left += stretch[start - at : max(calls[number][0], at) - at]
            start = min(calls[number][1], end)
            if calls[number][1] > end:
                break
            number += 1
        kept.append(left + stretch[start - at :])
        at = end
    numbers = tuple(found for start, end in calls for found in re.findall(r"\d+", text[start:end].translate(_PLAIN)))
    return Uncalled(kept, bool(calls) and not text[: calls[0][0]].strip(), numbers)


def may_hold_typed_calls(text: str) -> bool:
    """True if there are raised figures in a text."""
    return _TYPED.search(text) is not None


def without_typed_calls(stretches: Sequence[str]) -> Uncalled:
    """Take the calls of notes out of the stretches of a paragraph that were typed as such: "2 400 tonnes¹"."""
    return without_calls(stretches, [False] * len(stretches))


def find_exponent(before: str, raised: str) -> int:
    """Return how many of the raised figures after a text are its exponent, where the others call a note; else 0."""
    found = _EXPONENT.match(raised.translate(_PLAIN))
    return found.end() if found and _MEASURE.search(before[-9:]) else 0


def mark_notes(blocks: Sequence[Block], called: Collection[str]) -> list[Block]:
    """Return the blocks with those at the end as asides that are the notes called: "1. Selon le rapport"."""
    found = list(blocks)
    for i in range(len(found) - 1, 0, -1):
        label = _NOTE.match(found[i].text)
        if found[i].role is Role.ASIDE:
            continue
        if found[i].role not in {Role.BODY, Role.LIST} or found[i].cell or not label or label[1] not in called:
            break
        found[i] = found[i]._replace(role=Role.ASIDE)
    return found


def _raised(stretches: Sequence[str], raised: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield where text is raised, by its setting or by its characters."""
    at = 0
    held: tuple[int, int] | None = None
    for stretch, up in zip(stretches, raised, strict=True):
        end = at + len(stretch)
        if up and stretch:
            held = (held[0] if held else at, end)
        elif stretch:
            if held:
                yield held
            held = None
            for typed in _TYPED.finditer(stretch):
                yield at + typed.start(), at + typed.end()
        at = end
    if held:
        yield held


def _exponent_apart(text: str, start: int, end: int) -> list[tuple[int, int]]:
    middle = start + find_exponent(text[max(start - 9, 0) : start], text[start:end])
    return [(start, middle), (middle, end)] if middle > start else [(start, end)]


def _whole(text: str, calls: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Take to the calls what stands between them, the brackets around them, and the space before them."""
    found: list[tuple[int, int]] = []
    for start, end in calls:
        bracketed = text[start - 1 : start] in {"(", "["} and text[end : end + 1] in {")", "]"}
        first, last = (start - 1, end + 1) if bracketed else (start, end)
        if found and text[found[-1][1] : first].strip() in {",", ";", "-", "–"}:
            first = found.pop()[0]
        elif (last == len(text) or text[last] in " .,;)…\u00a0\u202f") and first and text[first - 1].isspace():
            first = len(text[:first].rstrip())
        found.append((first, last))
    return found


def _is_power(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isdecimal() and re.fullmatch(r"\s*[-−–]?\d{1,3}\s*", text[start:end]) is not None


def _is_call(text: str, start: int, end: int) -> bool:
    raised = text[start:end].translate(_PLAIN)
    if _ROMAN.fullmatch(raised):
        return _AFTER_WORD.search(text[max(start - 9, 0) : start].rstrip()) is not None
    if len(raised) > _LONGEST or not _CALL.fullmatch(raised):
        return False
    near, after = text[max(start - 40, 0) : start], text[end : end + 2]
    before = near.rstrip()
    if near[-1:].isspace() and after[:1].isalpha():  # it begins a word, as in "le ¹⁴C"
        return False
    if not before:  # the number of a note at the foot, but not that of an isotope
        return bool(_LABEL.match(after)) or raised[-1:].isspace()
    if not any(map(str.isdigit, raised)) or raised.strip("()[] ") == "1":  # no first power is ever written
        return True
    if _PRICE.search(before) and len(raised.strip()) == 2:
        return False
    return not (_POWERED.search(before) or _SOLIDUS_UNIT.search(before))
