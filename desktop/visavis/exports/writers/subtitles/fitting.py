"""Where a text is cut: into cues, in proportion to what each of them held, and a cue into lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WIDEST = 42  # letters of a line, as broadcasters have it
_WORD = re.compile(r"[^ \t\n]+")
_PAUSE = re.compile(r"[,;:.!?…»”)–—]$")
_GAIN = 5  # letters that a cut may be moved to a pause


def split_text(text: str, shares: Sequence[int]) -> list[str]:
    """Cut a text between words into as many pieces as there are shares; where words are too few, they are repeated."""
    words = _WORD.findall(text)
    pieces, whole = list[str](), max(sum(shares), 1)
    first = said = 0
    for number in range(len(shares)):
        said += shares[number]
        left = len(shares) - number - 1
        if first >= len(words):
            pieces.append(pieces[-1] if pieces else "")
            continue
        last = len(words) if not left else _find_cut(words, first, left, said / whole)
        pieces.append(" ".join(words[first:last]))
        first = last
    return pieces


def _find_cut(words: Sequence[str], first: int, left: int, share: float) -> int:
    """Return before which word to cut, so that a share of the text is behind and a word is left for each piece."""
    total = sum(map(len, words)) + len(words) - 1
    best, nearest, place = first + 1, float("inf"), sum(len(word) + 1 for word in words[:first])
    for number in range(first + 1, max(len(words) - left, first + 1) + 1):
        word = words[number - 1]
        place += len(word) + 1
        distance = abs(place - 1 - share * total) - _GAIN * bool(_PAUSE.search(word))
        if distance < nearest:
            best, nearest = number, distance
    return best


def wrap_lines(text: str, alone: bool) -> list[str]:
    """Return a text as one line, or, if it is too wide and `alone` in its cue, as two of about one width."""
    if len(text) <= _WIDEST or not alone:
        return [text]
    return [line for line in split_text(text, (1, 1)) if line]
