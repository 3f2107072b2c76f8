"""Slips in names: a word of the English that is a name of the French, or its English form, but for one letter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from string import ascii_lowercase

from visavis.checks.meaning.english_words import is_english, load_english_words
from visavis.checks.meaning.lexicon import find_stems, load_sure_reverse_lexicon, reduce_to_stem
from visavis.checks.name_words import SHORTEST_SLIP, fold_spelling, is_inflected, is_slip, load_exonyms
from visavis.checks.pair import WORD, SentencePair, Span

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
        else:
            yield from _find_english(match, pair)


def _find_english(word: re.Match[str], pair: SentencePair) -> Iterator[tuple[str, Span, Span]]:
    """Yield the English word that a word with a capital is but for one letter, if the French has it: "Cenral Bank"."""
    if len(word[0]) < SHORTEST_SLIP or not word[0][1:].islower() or is_english(word[0].lower()):
        return
    alike = [one.lower() for one in WORD.findall(pair.source) if fold_spelling(one) == fold_spelling(word[0])]
    if any(len(one) == len(word[0]) or one not in load_english_words() for one in alike):
        return  # "Viktor"; but "Commision" has lost a letter of a word that is English too
    french, back = {stem.text: stem.span for stem in find_stems(pair.source)}, load_sure_reverse_lexicon()
    for other in sorted(_list_neighbours(word[0].lower()) & load_english_words()):
        for stem in sorted(back.get(reduce_to_stem(other), frozenset()) & french.keys()):
            yield other.title(), french[stem], word.span()
            return


def _list_neighbours(word: str) -> set[str]:
    """Return all strings that differ from a word by a letter more or another letter within."""
    places = range(1, len(word) - 1)
    more = {word[:i] + letter + word[i:] for i in places for letter in ascii_lowercase}
    return more | {word[:i] + letter + word[i + 1 :] for i in places for letter in ascii_lowercase}


def _is_new(word: str) -> bool:
    """True if a word is neither English nor an English form of a name."""
    low = word.lower()
    return not (low in load_english_words() or low.removesuffix("s") in load_english_words() or low in _list_forms())


@cache
def _list_forms() -> frozenset[str]:
    return frozenset(word for forms in load_exonyms().values() for form in forms for word in form.split())


def _list_names(pair: SentencePair) -> Iterator[tuple[str, Span]]:
    """Yield the names of the French that the English should have, or have more often, in their English forms."""
    found, exonyms = [], load_exonyms()
    for match in _CAPITAL.finditer(pair.source):
        if not is_inflected(match[0]):
            forms = [form.title() for form in exonyms.get(match[0].lower(), ())]
            same = not forms or match[0].startswith(tuple(forms))  # "Ukraine", whose form is "Ukrain"
            forms += [match[0]] if same else []
            found += [(name, match.span()) for name in forms if len(name) >= SHORTEST_SLIP]
    wanted = Counter(name for name, _ in found)
    given = Counter(match[0] for match in _CAPITAL.finditer(pair.target))
    yield from ((name, span) for name, span in found if given[name] < wanted[name])
