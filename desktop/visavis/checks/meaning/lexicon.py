"""Which words of a sentence have a counterpart in its translation, by a small lexicon of French and English stems."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from visavis import paths
from visavis.checks.pair import Span

Lexicon = Mapping[str, frozenset[str]]

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 6  # letters
COGNATE = 4  # letters that a word shares with its like in the other language: "président", "president"


class Stem(NamedTuple):
    """The stem of a word, and the word's span in the text."""

    text: str
    span: Span


@cache
def load_lexicon() -> Lexicon:
    """Return the English stems that each French stem may become."""
    return {french: frozenset(english.split()) - {"|"} for french, english in _read_rows()}


@cache
def load_sure_lexicon() -> Lexicon:
    """Return the English stems that each French stem mostly becomes."""
    return {french: frozenset(english.partition("|")[0].split()) for french, english in _read_rows()}


def _read_rows() -> Iterator[list[str]]:
    lines = paths.find_resource("lexicon-fr-en.tsv").read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines if not line.startswith("#"))


@cache
def load_reverse_lexicon() -> Lexicon:
    """Return the French stems that may become each English stem."""
    return _turn_round(load_lexicon())


@cache
def load_sure_reverse_lexicon() -> Lexicon:
    """Return the French stems that mostly become each English stem."""
    return _turn_round(load_sure_lexicon())


def _turn_round(lexicon: Lexicon) -> Lexicon:
    found = defaultdict(set)
    for french, stems in lexicon.items():
        for english in stems:
            found[english].add(french)
    return {english: frozenset(stems) for english, stems in found.items()}


@lru_cache(64)  # antonyms and coverage ask for the same sentences
def find_stems(text: str) -> tuple[Stem, ...]:
    """Return the stems of the words of three letters or more."""
    return tuple(Stem(reduce_to_stem(match[0]), match.span()) for match in _WORD.finditer(text))


def reduce_to_stem(word: str) -> str:
    """Return the first letters of a word, small and without accents and plural."""
    plain = word.lower().replace("œ", "oe")
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return (plain[:-1] if len(plain) > 3 and plain[-1] in "sx" else plain)[:_STEM]


def mark_covered(stems: Sequence[Stem], others: Sequence[Stem], lexicon: Lexicon) -> list[tuple[Stem, bool]]:
    """Return the words that the lexicon knows, each with whether a counterpart is among the others."""
    known = {other.text for other in others}
    beginnings = {text[:COGNATE] for text in known}
    return [
        (stem, not counterparts.isdisjoint(known) or stem.text[:COGNATE] in beginnings)
        for stem in stems
        if (counterparts := lexicon.get(stem.text))
    ]
