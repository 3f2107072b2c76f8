"""Slips in names: a word of the English that is a name of the French, or its English form, but for one letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from visavis.checks.meaning.english_words import is_english
from visavis.checks.name_words import SHORTEST_SLIP, is_inflected, is_slip, load_common_words, load_exonyms
from visavis.checks.pair import SentencePair, Span

_CAPITAL = re.compile(r"(?<![^\W\d_])[^\W\d_a-zß-ÿ][^\W\d_]{3,}")


def find_slips(pair: SentencePair) -> Iterator[tuple[str, Span, Span]]:
    """Yield a name as it should stand in the English, its span in the French, and that of the word in the English."""
    source = pair.source.lower()
    unknown = [
        match for match in _CAPITAL.finditer(pair.target) if match[0].lower() not in source and _is_new(match[0])
    ]
    if not unknown:
        return
    names = list(_list_names(pair))
    for match in unknown:
        for name, span in names:
            if is_slip(name, match[0]) and not match[0].isupper() and not match[0].startswith(name):
                yield name, span, match.span()
                break


def _is_new(word: str) -> bool:
    """True if a word is neither English nor an English form of a name."""
    low = word.lower()
    return not (low in load_common_words("en") or is_english(low) or low in _list_forms())


@cache
def _list_forms() -> frozenset[str]:
    return frozenset(word for forms in load_exonyms().values() for form in forms for word in form.split())


def _list_names(pair: SentencePair) -> Iterator[tuple[str, Span]]:
    """Yield the names of the French that the English should have, as they stand or in their English forms."""
    low, exonyms = pair.target.lower(), load_exonyms()
    for match in _CAPITAL.finditer(pair.source):
        if is_inflected(match[0]):
            continue
        forms = [form.title() for form in exonyms.get(match[0].lower(), ())]
        for name in forms or [match[0]]:
            if len(name) >= SHORTEST_SLIP and name.lower() not in low:
                yield name, match.span()
