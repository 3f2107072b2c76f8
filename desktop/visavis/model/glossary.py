"""Terms with the English a newsroom prefers. A translation that uses another word is flagged."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from visavis.model.message import Message
from visavis.model.passage import Flag, Link

CHECK = "glossary"  # the name of this check in flags

_WORD = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"\b(an?) $", re.IGNORECASE)
_INITIALS = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}")  # "U.E.", compared as one word


@dataclass(frozen=True, slots=True)
class Term:
    """A French term, its English equivalents (preferred first), and English to avoid; `own` if it is the user's."""

    french: str
    english: tuple[str, ...]
    avoid: tuple[str, ...] = ()
    own: bool = False


def is_same_term(one: Term, other: Term) -> bool:
    """True if the French of both is found in the same places, so that one overrides the other."""
    return _keys(one.french) == _keys(other.french)


class _Word(NamedTuple):
    """A word in its comparison form, without accents or plural, and its position in the text."""

    key: str
    start: int
    end: int


class Glossary:
    """Finds terms in sentences; a later term overrides an earlier one for the same French."""

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        self.terms = {_keys(term.french): term for term in terms}
        self.terms.pop((), None)
        self._has_own = any(term.own for term in self.terms.values())
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for keys in sorted(self.terms, key=len, reverse=True):
            self._by_first.setdefault(keys[0], []).append(keys)

    def check(self, source: str, target: str) -> tuple[Flag, ...]:
        """Return a flag for each term whose English is missing from the translation."""
        if not self.terms or not target.strip():
            return ()
        flags: dict[str, Flag] = {}
        target_words: list[_Word] | None = None
        for term, place in self._found(source):
            target_words = _words(target) if target_words is None else target_words
            if term.french not in flags and not any(_find(target_words, _keys(english)) for english in term.english):
                flags[term.french] = _flag(term, source[slice(*place)], place, target, target_words)
        return tuple(flags.values())

    def find_own(self, source: str, target: str) -> dict[str, str]:
        """Return the user's own terms in a sentence, each with its English in the translation, or an empty string."""
        if not self._has_own:
            return {}
        words = _words(target)
        found: dict[str, str] = {}
        for term, _ in self._found(source):
            if term.own:
                place = next(filter(None, (_find(words, _keys(english)) for english in term.english)), None)
                found[term.french] = target[slice(*place)] if place else ""
        return found

    def is_own(self, flag: Flag, source: str) -> bool:
        """True if it is a flag of one of the user's own terms."""
        term = self._get_term(flag, source)
        return term is not None and term.own

    def is_sure(self, flag: Flag, source: str, target: str) -> bool:
        """True if the words at fault of a term are known and stand in its number and case, and so does its French."""
        term = self._get_term(flag, source)
        if not term or not flag.source or not flag.target or not flag.fix:
            return False
        start, end = flag.target
        article = _ARTICLE.search(target[:start])  # "a tramway" must not become "a underground"
        return (
            _is_same(source[slice(*flag.source)], term.french, flag.source[0] == 0)
            and any(_is_same(target[start:end], wrong, start == 0) for wrong in (*term.avoid, term.french))
            and (not article or _begins_with_vowel(flag.fix) == (len(article[1]) == 2))
        )

    def _get_term(self, flag: Flag, source: str) -> Term | None:
        return self.terms.get(_keys(source[slice(*flag.source)])) if flag.check == CHECK and flag.source else None

    def _found(self, text: str) -> Iterator[tuple[Term, tuple[int, int]]]:
        """Yield the terms found in a sentence with their spans; the longest term wins."""
        words = _words(text)
        i = 0
        while i < len(words):
            for keys in self._by_first.get(words[i].key, ()):
                part = words[i : i + len(keys)]
                if tuple(word.key for word in part) == keys:
                    place = part[0].start, part[-1].end
                    if _written(self.terms[keys].french, text[slice(*place)], begins=not i):
                        yield self.terms[keys], place
                        i += len(keys) - 1
                        break
            i += 1


def place_flag(flag: Flag, links: Sequence[Link]) -> Flag:
    """Return the flag with its span in the translation, if it had none, taken from the word alignment."""
    if flag.target or not flag.source:
        return flag
    start, end = flag.source
    linked = [link.target for link in links if link.source[0] < end and link.source[1] > start]
    if not linked:
        return flag
    return replace(flag, target=(min(place[0] for place in linked), max(place[1] for place in linked)))


def apply_fix(target: str, flag: Flag) -> str:
    """Return the translation with the flag's fix applied; unchanged if the flag has no fix or no span."""
    if not flag.target or flag.fix is None:
        return target
    start, end = flag.target
    return target[:start] + flag.fix + target[end:]


def _flag(term: Term, was: str, place: tuple[int, int], target: str, target_words: list[_Word]) -> Flag:
    wanted = term.english[0]
    # The words at fault: an English word to avoid, or the French term left untranslated.
    wrong = next(filter(None, (_find(target_words, _keys(words)) for words in (*term.avoid, term.french))), None)
    if wrong is None:
        return Flag(CHECK, _describe(term, was), place, None, wanted)
    words = target[slice(*wrong)]
    capital = wrong[0] == 0 and words[:1].isupper()  # it begins the sentence
    fix = wanted[:1].upper() + wanted[1:] if capital else wanted
    return Flag(CHECK, _describe(term, was, words), place, wrong, fix)


def _describe(term: Term, was: str, words: str = "") -> Message:
    """Say what the English of a term is, and what it is not; a built-in term is not called the user's."""
    wanted = term.english[0]
    if term.own:
        if words:
            return Message("“{0}” is “{1}” in your glossary, not “{2}”", was, wanted, words)
        return Message("“{0}” is “{1}” in your glossary", was, wanted)
    if words:
        return Message("“{0}” is usually “{1}”, not “{2}”", was, wanted, words)
    return Message("“{0}” is usually “{1}”", was, wanted)


def _is_same(text: str, term: str, begins: bool) -> bool:
    """True if the text is written as the term, but for a capital at the start of a sentence."""
    text, term = text.replace("’", "'"), term.replace("’", "'")
    return text == term or (begins and text == term[:1].upper() + term[1:])


def _begins_with_vowel(word: str) -> bool:
    return word[:1].lower() in "aeiou"


def _written(term: str, text: str, begins: bool) -> bool:
    """True if the text is spelled as the term requires: PS is not "ps", but OTAN may be Otan; names keep their capital.

    A single lowercase term does not match a capitalised word, except at the start of a sentence: Bruno Le Maire is not
    a mayor.
    """
    if term.isupper():
        return text.isupper() or (len(term) > 3 and text[:1].isupper() and "." not in text)
    capitals = [word for word in _WORD.findall(term) if word[0].isupper()]
    if not capitals and " " not in term and not begins and text.istitle():
        return False
    return not capitals or any(word[0].isupper() for word in _WORD.findall(text))


def _words(text: str) -> list[_Word]:
    initials = {match.start(): match for match in _INITIALS.finditer(text)}
    words: list[_Word] = []
    end = 0
    for match in _WORD.finditer(text):
        if match.start() < end:
            continue
        match_or_initials = initials.get(match.start(), match)  # "U.E." is one word
        end = match_or_initials.end()
        words.append(_Word(_key(match_or_initials[0].replace(".", "")), match_or_initials.start(), end))
    return words


def _find(words: list[_Word], keys: tuple[str, ...]) -> tuple[int, int] | None:
    """Return the span of consecutive words matching `keys`, or None."""
    size = len(keys)
    for i in range(len(words) - size + 1 if size else 0):
        if words[i].key == keys[0] and all(words[i + j].key == keys[j] for j in range(1, size)):
            return words[i].start, words[i + size - 1].end
    return None


@lru_cache(maxsize=20_000)
def _keys(text: str) -> tuple[str, ...]:
    return tuple(word.key for word in _words(text))


@lru_cache(maxsize=50_000)
def _key(word: str) -> str:
    """Return a word without accents and plural ending: ministers → minister, généraux and generals → general."""
    folded = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(c for c in folded if not unicodedata.combining(c)).replace("œ", "oe").replace("æ", "ae")
    if len(plain) > 3 and plain.endswith("aux") and plain != "taux":
        return f"{plain[:-3]}al"
    if len(plain) > 4 and plain.endswith("ies"):
        return f"{plain[:-3]}y"
    return plain[:-1] if len(plain) > 3 and plain[-1] in "sx" and not plain.endswith("ss") else plain
