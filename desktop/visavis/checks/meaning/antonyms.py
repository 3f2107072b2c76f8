"""Antonyms: "hausse" that became "fall"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from visavis import paths
from visavis.checks.meaning.lexicon import find_stems, load_lexicon, load_reverse_lexicon, reduce_to_stem
from visavis.checks.pair import SentencePair, Span
from visavis.model.message import Message
from visavis.model.passage import Flag

# A negation near a word, so that its antonym may be right: "pas difficile", "easy".
_NEAR = 24  # letters
_TURNED = re.compile(
    r"\b(?:ne|pas|sans|ni|non|peu|moins|jamais|aucune?|contre|anti|not|no|never|without|nor|hardly|cannot|against|less"
    r"|little|few)\b|\bn['’]|n['’]t\b",
    re.IGNORECASE,
)


@cache
def load_antonyms() -> dict[str, tuple[tuple[frozenset[str], ...], ...]]:
    """Return, by French stem, the stems of its like, its English, its antonyms in French, and theirs in English."""
    lines = paths.find_resource("antonyms-fr-en.tsv").read_text(encoding="utf-8").splitlines()
    found: dict[str, tuple[tuple[frozenset[str], ...], ...]] = {}
    for line in lines:
        if line.startswith("#"):
            continue
        french, english, french_other, english_other = (
            frozenset(map(reduce_to_stem, column.split())) for column in line.split("\t")
        )
        for row in ((french, english, french_other, english_other), (french_other, english_other, french, english)):
            for stem in row[0]:
                found[stem] = (*found.get(stem, ()), row)
    return found


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield a word that became its antonym."""
    antonyms = load_antonyms()
    french = find_stems(pair.source)
    if all(stem.text not in antonyms for stem in french):
        return
    english = find_stems(pair.target)
    french_stems, english_stems = {stem.text for stem in french}, {stem.text for stem in english}
    for stem in french:
        for _, right, others, wrong in antonyms.get(stem.text, ()):
            if not (right.isdisjoint(english_stems) and others.isdisjoint(french_stems)):
                continue
            if not load_lexicon().get(stem.text, frozenset()).isdisjoint(english_stems - wrong):
                continue
            for other in english:
                explained = load_reverse_lexicon().get(other.text, frozenset()) & (french_stems - {stem.text})
                if other.text in wrong and not explained and not _is_turned(pair, stem.span, other.span):
                    was, became = pair.source[slice(*stem.span)], pair.target[slice(*other.span)]
                    yield Flag("antonym", Message("“{0}” became “{1}”", was, became), stem.span, other.span)
                    return


def _is_turned(pair: SentencePair, french: Span, english: Span) -> bool:
    """True if a negation is near one of two words."""
    for text, (start, end) in ((pair.source, french), (pair.target, english)):
        if _TURNED.search(text[max(0, start - _NEAR) : start]) or _TURNED.search(text[end : end + _NEAR]):
            return True
    return False
