"""Restores what a translation should have copied but lost: addresses, and words with characters few packages know."""

from __future__ import annotations

import re
import string
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from visavis.engines.translation.normalisation import normalise
from visavis.text import verbatim
from visavis.text.letters import reduce_to_letters

# characters of French that every package can write
_LETTERS = frozenset(string.ascii_letters + string.digits + "àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ")
# Characters that every package can write, or rightly writes differently.
_ORDINARY = _LETTERS | frozenset(".,;:!?'\"()[]-/%&*«»“”„‘’–—…€$£°ªº·")
_PLAIN = (_ORDINARY | {" "}) - {"&"}  # a sentence of these has nothing else to copy: nine in ten
_AND = re.compile(r"(?<=\w)&(?=\w)")  # an ampersand inside a name: "R&D"
_LIKE = 60  # minimum similarity (of 100) between a word and its garbled translation
_TAIL = 5  # letters and signs: the least end of an address that proves it
_WINDOW = 4  # words: an address may come back in several pieces
_EDGES = "".join(c for c in _ORDINARY if not c.isalnum())
# a name with an apostrophe, inside a sentence: an elided "d'" is small there
_NAME = re.compile(r"(?<=[\w,;:] )(?:D|O|Dell)['’][A-ZÀ-Ý][^\W\d_]+(?:-[^\W\d_]+)*")
# an elided article or pronoun before a word
_ELIDED = re.compile(r"(?:[dlnsjmtc]|qu|lorsqu|puisqu|jusqu)['’](?=\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word to copy, its position, and the unusual characters that prove it was copied (none for an address)."""

    text: str
    start: int
    signs: str = ""

    def is_in(self, target: str, source: str) -> bool:
        """True if the translation contains it as often as the source does."""
        times = max(source.count(self.text), source.replace("’", "'").count(self.text))  # the engine writes "'"
        whole = target.count(self.text) >= times
        return whole or (self.signs != "" and all(target.count(sign) >= source.count(sign) for sign in self.signs))


def restore_copied(source: str, target: str) -> tuple[str, list[str]]:
    """Return the translation with lost words restored, and the words that could not be restored.

    Lost addresses are not listed: a check of their own finds them. A word replaces the text most similar to it, or is
    inserted next to the same neighbour as in the source.
    """
    source, lost = unicodedata.normalize("NFC", source), []
    for word in _find_words_to_copy(source):
        if not word.is_in(target, source):
            restored = (
                _replace_likest(word, source, target)
                or _split_joined(word, target)
                or _insert_beside(word, source, target)
            )
            target = restored or target
            if not restored and word.signs:
                lost.append(word.text)
    return target, lost


def _find_words_to_copy(source: str) -> Iterator[_Word]:
    for start, end in verbatim.find_verbatim_spans(source):
        yield _Word(source[start:end], start)
    for name in _NAME.finditer(source):
        yield _Word(name[0].replace("’", "'"), name.start())
    if _PLAIN.issuperset(source):
        return
    for run in re.finditer(r"\S+", verbatim.blank_verbatim_spans(source)):
        yield from _find_signs(run[0], run.start())


def _find_signs(run: str, at: int) -> Iterator[_Word]:
    """Yield the word in a run if it has unusual characters, and any such characters before or after it."""
    signs = "".join(sign for i, sign in enumerate(run) if _is_sign(sign) or (sign == "&" and _AND.match(run, i)))
    if not signs:
        return
    letters = [i for i, sign in enumerate(run) if sign.isalnum() or unicodedata.category(sign) == "Mn"]
    first, last = (letters[0], letters[-1] + 1) if letters else (len(run), len(run))
    elided = _ELIDED.match(run, first)
    first = elided.end() if elided else first
    word = run[first:last]
    for i, sign in enumerate(run):
        if i == first and word and (of_word := "".join(sign for sign in signs if sign in word)):
            yield _Word(word, at + first, of_word)
        if not first <= i < last and _is_sign(sign):
            yield _Word(sign, at + i, sign)


@lru_cache(maxsize=4096)
def _is_sign(sign: str) -> bool:
    """True if a package may be unable to write this character, or may replace it."""
    kind = unicodedata.category(sign)
    if sign in _ORDINARY or kind[0] in "ZC" or kind == "Lm" or normalise(sign) != sign:
        return False
    return not (sign.isalpha() and _LETTERS.issuperset(unicodedata.normalize("NFKC", sign)))


def _replace_likest(word: _Word, source: str, target: str) -> str:
    """Substitute the word for the text most similar to it and nearest to its relative position."""
    key, where = reduce_to_letters(word.text), word.start / len(source)
    runs = [match.span() for match in re.finditer(r"\S+", target)]
    # a word copied from elsewhere in the sentence is not this one
    spare = Counter(target.split()) - Counter(source.split())
    best, place = float(_LIKE), None
    for i, (start, first) in enumerate(runs):
        if target[start:first] not in spare:
            continue
        for _, end in runs[i : i + _WINDOW]:
            # at most 20 points less for a different relative position
            like = _measure_likeness(key, reduce_to_letters(target[start:end])) - 20 * abs(start / len(target) - where)
            if like > best:
                best, place = like, _trim_punctuation(target, start, end)
    return target[: place[0]] + word.text + target[place[1] :] if place else ""


def _split_joined(word: _Word, target: str) -> str:
    """Put an address behind the word that took the place of its beginning: "received_final.txt report"."""
    cut = re.search(r"(?<=\w)[_.@/\\-]", word.text)
    if word.signs or not cut or len(word.text) - cut.start() < _TAIL:
        return ""
    joined = re.search(rf"(?<!\w)([a-z]{{3,}}){re.escape(word.text[cut.start() :])}(?!\w)", target)
    return f"{target[: joined.end(1)]} {word.text}{target[joined.end() :]}" if joined else ""


def _measure_likeness(key: str, other: str) -> float:
    """Return the similarity of two words, of 100; for short words, one must be a prefix of the other."""
    from rapidfuzz.fuzz import ratio  # needed by few sentences

    if min(len(key), len(other)) > 3:
        return ratio(key, other)
    return 100 if key == other else 85 * (len(other) > 1 and key.startswith(other))


def _insert_beside(word: _Word, source: str, target: str) -> str:
    """Insert the word next to its neighbour, if that was copied; symbols at either end go to the same end."""
    end = word.start + len(word.text)
    before, after = source[: word.start], source[end:]
    gap, space = (" " if text[:1].isspace() else "" for text in (before[::-1], after))
    signs = not any(map(str.isalnum, word.text))
    if signs and not any(map(str.isalnum, before)):
        return word.text + space + target
    if before.strip() and (place := _find_neighbour(before.split()[-1], len(before) - len(gap), source, target)):
        rest = target[place[1] :]
        return target if rest.startswith(gap + word.text) else target[: place[1]] + gap + word.text + rest
    if signs and not any(map(str.isalnum, after)):
        body = target.rstrip(".!?…\"')") if after.strip() else target
        return body + gap + word.text + target[len(body) :]
    if after.strip() and (place := _find_neighbour(after.split()[0], end + len(space), source, target)):
        return target[: place[0]] + word.text + space + target[place[0] :]
    return ""


def _find_neighbour(neighbour: str, near: int, source: str, target: str) -> tuple[int, int] | None:
    """Return the span in the translation of a neighbour that starts or ends near `near` in the source."""
    core = neighbour.strip(_EDGES)
    for form in (neighbour, core):
        source_places, target_places = (_find_places(form, text) for text in (source, target))
        if source_places and len(source_places) == len(target_places):
            return target_places[
                min(range(len(source_places)), key=lambda i: min(abs(near - side) for side in source_places[i]))
            ]
    places = _find_places(core.replace(",", "."), target)
    return places[0] if len(places) == 1 else None


def _find_places(word: str, text: str) -> list[tuple[int, int]]:
    matches = re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text) if word.strip(_EDGES) else ()
    return [match.span() for match in matches]


def _trim_punctuation(target: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without the punctuation around it."""
    text = target[start:end]
    inner = text.strip(".,;:!?\"'()") or text
    begin = start + text.index(inner)
    return begin, begin + len(inner)
