"""Sentence pairs as they are read: cleaned as the program cleans what it translates, and only those that can teach."""

from __future__ import annotations

import lzma
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

TYPOGRAPHY = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"'}
)
FRENCH = frozenset("le la les de des du et est une dans pour que qui au aux sur ne pas ce cette il".split())  # noqa: SIM905
ENGLISH = frozenset("the of and to in is that for it on this be with as are by was not you we".split())  # noqa: SIM905
MONO = "mono/news-fr.txt.xz"

Pair = tuple[str, str]


def clean(text: str) -> str:
    """Return `text` in NFC with plain spaces, apostrophes and double quotes, as the program gives it to the engine."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).translate(TYPOGRAPHY)).strip()


def is_swapped(french: str, english: str) -> bool:
    """True if a side is plainly in the other's language, by function words."""
    a, b = french.lower().split(), english.lower().split()
    wrong = sum(w in ENGLISH for w in a) - sum(w in FRENCH for w in a)
    return wrong >= 2 or sum(w in FRENCH for w in b) - sum(w in ENGLISH for w in b) >= 2


def is_usable(french: str, english: str) -> bool:
    """True if a pair can teach: both sides there, of like length, not copies, mostly letters."""
    a, b = len(french.split()), len(english.split())
    letters = sum(c.isalpha() for c in french) > 0.5 * len(french)
    like = 0.4 < (len(french) + 12) / (len(english) + 12) < 2.5
    different = french != english or a == 1
    return 0 < a <= 110 and 0 < b <= 110 and like and letters and different and not is_swapped(french, english)


def read_lines(path: Path) -> Iterator[str]:
    """Yield the lines of an .xz text file."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n")


def read_pairs(path: Path, skip: Sequence[tuple[int, int]] = ()) -> list[Pair]:
    """Return the usable pairs of NAME.tsv.xz, each once, without the line ranges in `skip` (first, last; from 1)."""
    pairs: dict[Pair, None] = {}
    for number, line in enumerate(read_lines(path), 1):
        if "\t" not in line or any(first <= number <= last for first, last in skip):
            continue
        french, english = (clean(side) for side in line.split("\t")[:2])
        if is_usable(french, english):
            pairs[french, english] = None
    return list(pairs)
