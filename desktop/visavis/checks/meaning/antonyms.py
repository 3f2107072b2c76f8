"""Antonyms: "hausse" that became "fall"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from visavis import paths
from visavis.checks.meaning.lexicon import (
    Stem,
    find_stems,
    load_likeliest,
    load_sure_lexicon,
    load_sure_reverse_lexicon,
    reduce_to_stem,
)
from visavis.checks.pair import SentencePair, Span
from visavis.model.message import Message
from visavis.model.passage import Flag

# A negation near a word, so that its antonym may be right: "pas difficile", "easy".
_NEAR = 24  # letters
LONG = 4  # letters of a stem that the lexicon is trusted with
# Stems that are more often no antonyms: "at home", "starting with".
_OF_MANY_MEANINGS = frozenset(
    ("home", "for", "down", "start", "starti", "previo", "before", "suppor", "fill", "early", "late", "after")
)
_AGE = re.compile(r"years?[- ]old\b", re.IGNORECASE)  # "un jeune de 18 ans" is an 18-year-old
_CLAUSE = re.compile(r"[,;:.!?]")
_TURNED = re.compile(
    r"\b(?:ne|pas|sans|ni|non|peu|moins|jamais|aucune?|contre|anti|perd\w*|coût\w*|lost|loss|los(?:e|es|ing)|cost\w*|not|no|never|without|nor|hardly|cannot|against|less"
    r"|little|few)\b|\bn['’]|n['’]t\b",
    re.IGNORECASE,
)


class _Row(NamedTuple):
    """French stems, what they become in English, their antonyms in French, and those in English."""

    french: frozenset[str]
    right: frozenset[str]
    others: frozenset[str]
    wrong: frozenset[str]


@cache
def load_antonyms() -> dict[str, tuple[_Row, ...]]:
    """Return the rows in which an English stem is the wrong one, by that stem."""
    lines = paths.find_resource("antonyms-fr-en.tsv").read_text(encoding="utf-8").splitlines()
    found: dict[str, tuple[_Row, ...]] = {}
    for line in lines:
        if line.startswith("#"):
            continue
        one = _Row(*(frozenset(map(reduce_to_stem, column.split())) for column in line.split("\t")))
        for row in (one, _Row(one.others, one.wrong, one.french, one.right)):
            for stem in row.wrong:
                found[stem] = (*found.get(stem, ()), row)
    return found


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield a word that became its antonym."""
    rows, english = load_antonyms(), find_stems(_AGE.sub(lambda match: "-" * len(match[0]), pair.target))
    if all(stem.text not in rows for stem in english):
        return
    french = find_stems(pair.source)
    french_stems, english_stems = {stem.text for stem in french}, {stem.text for stem in english}
    back = load_sure_reverse_lexicon()
    for other in english:
        explaining = back.get(other.text, frozenset()) & french_stems
        for row in rows.get(other.text, ()):
            if not explaining <= row.french | row.others:
                continue
            if _count(french, row.french) <= _count(english, row.right) and not row.right.isdisjoint(english_stems):
                continue
            if _count(english, row.wrong) <= _count(french, row.others):
                continue
            for stem in french:
                if _may_become(stem.text, other.text, row) and not _is_turned(pair, stem.span, other.span):
                    sure = load_sure_lexicon().get(stem.text, frozenset()) & english_stems - row.wrong
                    if any(back[word] & french_stems == {stem.text} for word in sure):
                        continue  # it became another word
                    was, became = pair.source[slice(*stem.span)], pair.target[slice(*other.span)]
                    yield Flag("antonym", Message("“{0}” became “{1}”", was, became), stem.span, other.span)
                    return


def _count(stems: Sequence[Stem], some: frozenset[str]) -> int:
    """Return how many of the words are some of a row: "avant … après" may have become "before … before"."""
    return sum(stem.text in some for stem in stems)


def _may_become(stem: str, other: str, row: _Row) -> bool:
    """True if a French stem should have become what the row says is right, and not the other English stem."""
    known = len(stem) >= LONG and load_likeliest().get(stem) in row.right
    return stem in row.french or (known and other not in _OF_MANY_MEANINGS)


def _is_turned(pair: SentencePair, french: Span, english: Span) -> bool:
    """True if a negation is near one of two words, and not the other."""
    turned = []
    for text, (start, end) in ((pair.source, french), (pair.target, english)):
        before = _CLAUSE.split(text[max(0, start - _NEAR) : start])[-1]
        after = _CLAUSE.split(text[end : end + _NEAR])[0]
        turned.append(bool(_TURNED.search(before) or _TURNED.search(after)))
    return turned[0] != turned[1]
