"""Antonyms: "hausse" that became "fall"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from visavis import paths
from visavis.checks.meaning.lexicon import (
    Stem,
    find_stems,
    load_reverse_lexicon,
    load_sure_lexicon,
    load_sure_reverse_lexicon,
    reduce_to_stem,
)
from visavis.checks.pair import SentencePair, Span
from visavis.model.message import Message
from visavis.model.passage import Flag

# A negation near a word, so that its antonym may be right: "pas difficile", "easy".
_NEAR = 24  # letters
LONG = 4  # letters that cognates share
_REACH = 3  # words to either side that are a word's company
# What speaks for and against an antonym, fitted by logistic regression on 9,000 right pairs of news-wmt08-12 and 1,600
# with an antonym put in (packaging/benchmarks/wrong_pairs.py). For: the French word is in the row, or the lexicon knows
# it to become a right one; its neighbours are the same. Against: other French words explain the English one, the right
# word is there too, the wrong one is wanted elsewhere, the French word has another counterpart, one of the two is
# negated, they stand apart.
LEAST = 3.1
_LISTED, _LIKELY, _COMPANY = 2.4, 1.95, 1.8
_EXPLAINED, _MAY_EXPLAIN, _RIGHT_TOO, _WANTED = -0.7, -1.6, -2.6, -3.6
_ELSEWHERE, _NEGATED, _APART, _MANY_MEANINGS = -0.9, -1.7, -3.25, -0.95
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
    """Yield the word that surest became its antonym."""
    rows, english = load_antonyms(), find_stems(_AGE.sub(lambda match: "-" * len(match[0]), pair.target))
    if all(stem.text not in rows for stem in english):
        return
    found = list(_weigh_words(pair, find_stems(pair.source), english, rows))
    score, french, other = max(found, default=(LEAST, (0, 0), (0, 0)))
    if score > LEAST:
        was, became = pair.source[slice(*french)], pair.target[slice(*other)]
        yield Flag("antonym", Message("“{0}” became “{1}”", was, became), french, other)


def _weigh_words(
    pair: SentencePair, french: Sequence[Stem], english: Sequence[Stem], rows: Mapping[str, Sequence[_Row]]
) -> Iterator[tuple[float, Span, Span]]:
    """Yield how sure it is that a French word became its antonym, and the spans of both."""
    french_stems, english_stems = {stem.text for stem in french}, {stem.text for stem in english}
    sure, back, every = load_sure_lexicon(), load_sure_reverse_lexicon(), load_reverse_lexicon()
    for at, other in enumerate(english):
        for row in rows.get(other.text, ()):
            score = _EXPLAINED * min(2, len(back.get(other.text, frozenset()) & french_stems - row.french))
            score += _MAY_EXPLAIN * min(3, len(every.get(other.text, frozenset()) & french_stems - row.french))
            score += _MANY_MEANINGS * (other.text in _OF_MANY_MEANINGS)
            if _count(french, row.french) <= _count(english, row.right) and not row.right.isdisjoint(english_stems):
                score += _RIGHT_TOO
            if _count(english, row.wrong) <= _count(french, row.others):
                score += _WANTED
            for place, stem in enumerate(french):
                likely = sure.get(stem.text, frozenset())
                if stem.text not in row.french and likely.isdisjoint(row.right):
                    continue
                of_stem = _LISTED * (stem.text in row.french) + _LIKELY * (not likely.isdisjoint(row.right))
                of_stem += _ELSEWHERE * min(2, len(likely & english_stems - row.wrong))
                of_stem += _NEGATED * _is_turned(pair, stem.span, other.span)
                of_stem += _APART * abs(place / len(french) - at / len(english))
                of_stem += _COMPANY * _share_company(french, place, english, at)
                yield score + of_stem, stem.span, other.span


def _share_company(french: Sequence[Stem], place: int, english: Sequence[Stem], at: int) -> float:
    """Return the share of an English word's neighbours that have a counterpart near the French word."""
    near = [stem.text for stem in french[max(0, place - _REACH - 1) : place + _REACH + 2] if stem != french[place]]
    lexicon = load_reverse_lexicon()
    beside = [*english[max(0, at - _REACH) : at], *english[at + 1 : at + _REACH + 1]]
    known = [stem.text for stem in beside if stem.text in lexicon]
    met = sum(any(one in lexicon[word] or one[:LONG] == word[:LONG] for one in near) for word in known)
    return met / len(known) if known else 1.0


def _count(stems: Sequence[Stem], some: frozenset[str]) -> int:
    """Return how many of the words are some of a row: "avant … après" may have become "before … before"."""
    return sum(stem.text in some for stem in stems)


def _is_turned(pair: SentencePair, french: Span, english: Span) -> bool:
    """True if a negation is near one of two words, and not the other."""
    turned = []
    for text, (start, end) in ((pair.source, french), (pair.target, english)):
        before = _CLAUSE.split(text[max(0, start - _NEAR) : start])[-1]
        after = _CLAUSE.split(text[end : end + _NEAR])[0]
        turned.append(bool(_TURNED.search(before) or _TURNED.search(after)))
    return turned[0] != turned[1]
