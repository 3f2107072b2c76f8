"""Raised figures: which of them call a note, and so are no text, and which are exponents, ordinals or prices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_TYPED = re.compile(r"[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_AS_POWER = str.maketrans("0123456789-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻")
_ONE = r"(?:\d{1,3}|\*{1,3}|[†‡])"
_CALL = re.compile(rf"\s*[(\[]?\s*{_ONE}(?:\s*[,;–-]\s*{_ONE})*\s*[)\]]?[,;]?\s*")
_LONGEST = 30
#: What a raised figure makes a power of: a letter, units, which have no vowel as words have, and ten.
_POWERED = re.compile(r"(?:(?<![^\W\d_])(?:[^\W\d_]|dam|CO|NO|SO|NH|CH|[b-df-hj-np-tv-xzµμ]{2,3})|(?<![\d,.])10)$")
_SOLIDUS_UNIT = re.compile(r"/\s?[a-zA-Zµ]{1,3}$")
_PRICE = re.compile(r"(?:€|euros?|EUR)\s?$", re.IGNORECASE)
_LABEL = re.compile(r"\s|[«“\"(]|[^\W\d_][^\W\d_]")


class Stretch(str):
    """A stretch of text; `raised` says that it is set above the line."""

    raised: bool

    def __new__(cls, text: str, raised: bool = False) -> Stretch:  # noqa: D102
        made = super().__new__(cls, text)
        made.raised = raised
        return made


def without_calls(stretches: Sequence[Stretch]) -> tuple[list[str], bool]:
    """Return the stretches of a paragraph without the calls of notes, and whether it began with a note's own number.

    A power of ten is written as one: in plain figures it would be another number.
    """
    raised, text = list(_raised(stretches)), "".join(stretches)
    if not raised:
        return list(stretches), False
    calls = _whole(text, [(start, end) for start, end in raised if _is_call(text, start, end)])
    powers = {place for span in raised if span not in calls and _is_power(text, *span) for place in range(*span)}
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
    return kept, bool(calls) and not text[: calls[0][0]].strip()


def _raised(stretches: Sequence[Stretch]) -> Iterator[tuple[int, int]]:
    """Yield where text is raised, by its setting or by its characters."""
    at, held = 0, None
    for stretch in stretches:
        end = at + len(stretch)
        if stretch.raised and stretch:
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
