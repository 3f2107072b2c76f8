"""One name, one spelling within an article: Zelensky in one sentence must not be Zelenskyy in the next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from visavis.checks.name_words import fold_spelling, load_common_words, load_exonyms
from visavis.model.message import Message
from visavis.model.passage import Flag, Passage

REACH = 400  # sentences that are looked back to; so an article of any length takes time in proportion to its length
_NAME = re.compile(r"(?<![^\W\d_])[^\W\d_a-zß-ÿ][^\W\d_]{3,}")

Spellings = Mapping[str, str]


def find_spellings(passages: Iterable[Passage], passages_by_id: Mapping[int, Passage]) -> dict[int, Spellings]:
    """Return for each passage how the names of the French are spelt in the English of those before it."""
    found: dict[int, Spellings] = {}
    known: dict[str, str] = {}
    ids = sorted(passage.sentence.id for passage in passages)
    wanted = frozenset(ids)
    for number in range(ids[0] - REACH, ids[-1] + 1) if ids else ():
        if number in wanted:
            found[number] = dict(known)
        passage = passages_by_id.get(number)
        if passage and passage.target:
            for name, word, _ in _list_names(passage.sentence.text, passage.target):
                known.setdefault(name, word)
    return found


def check_spellings(passage: Passage, known: Spellings) -> Iterator[Flag]:
    """Yield the names that were spelt otherwise before."""
    for name, word, start in _list_names(passage.sentence.text, passage.target):
        other = known.get(name, word)
        if other.casefold() != word.casefold():  # a headline may be in capitals
            yield Flag(
                "spelling", Message("“{0}” was “{1}” before", word, other), None, (start, start + len(word)), other
            )


def differs_in_names(passage: Passage, other: Passage) -> bool:
    """True if two versions of a passage spell a name of the French otherwise: later sentences must be checked again."""
    one, two = ({name: word for name, word, _ in _list_names(p.sentence.text, p.target)} for p in (passage, other))
    return one != two


@lru_cache(2048)  # each sentence is asked for again with the batch after it
def _list_names(source: str, target: str) -> tuple[tuple[str, str, int], ...]:
    """Return the names of a sentence in small letters, each with its spelling in the English and where that starts."""
    names = {match[0].lower() for match in _NAME.finditer(source)} - load_common_words("fr")
    words = {match[0]: match.start() for match in _NAME.finditer(target)}
    folds = {word: fold_spelling(word) for word in words} if names else {}
    exonyms, found = load_exonyms(), []
    for name in sorted(names):
        fold = fold_spelling(name)
        forms = [form for form in exonyms.get(name, ()) if form[0] == exonyms[name][0][0] and form.isalpha()]
        fitting = [word for word in words if folds[word] == fold or word.lower() in forms]
        if len(fitting) == 1 and len(forms) != 1:
            found.append((name, fitting[0], words[fitting[0]]))
    return tuple(found)
