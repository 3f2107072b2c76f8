"""Puts into a translation what had to be copied and was not: addresses, and words with signs that few packages know."""

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

_LETTERS = frozenset(string.ascii_letters + string.digits + "àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ")
#: What every package writes, or rightly writes in another way.
_ORDINARY = _LETTERS | frozenset(".,;:!?'\"()[]-/%&*«»“”„‘’–—…€$£°ªº·")
_AND = re.compile(r"(?<=\w)&(?=\w)")
_LIKE = 60  # of 100: so alike are a word and what an engine made of it
_WINDOW = 4  # words: an address may come back in pieces
_EDGES = "".join(c for c in _ORDINARY if not c.isalnum())
_ELIDED = re.compile(r"(?:[dlnsjmtc]|qu|lorsqu|puisqu|jusqu)['’](?=\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Word:
    """What is to be copied, where it stands, and which of its signs show that it was; none for an address."""

    text: str
    start: int
    signs: str = ""

    def is_in(self, target: str, source: str) -> bool:
        """Tell whether a translation has it as often as its sentence."""
        whole = target.count(self.text) >= source.count(self.text)
        return whole or (self.signs != "" and all(target.count(sign) >= source.count(sign) for sign in self.signs))


def restore_copied(source: str, target: str) -> tuple[str, list[str]]:
    """Return a translation with what it lacks of the sentence, and what could not be put back: a check finds addresses.

    It takes the place of what looks like it, or stands beside the word that it stands beside in the sentence.
    """
    source, lost = unicodedata.normalize("NFC", source), []
    for word in _find_words_to_copy(source):
        if not word.is_in(target, source):
            restored = _replace_likest(word, source, target) or _insert_beside(word, source, target)
            target = restored or target
            if not restored and word.signs:
                lost.append(word.text)
    return target, lost


def _find_words_to_copy(source: str) -> Iterator[_Word]:
    for start, end in verbatim.find_verbatim_spans(source):
        yield _Word(source[start:end], start)
    for run in re.finditer(r"\S+", verbatim.blank_verbatim_spans(source)):
        yield from _find_signs(run[0], run.start())


def _find_signs(run: str, at: int) -> Iterator[_Word]:
    """Yield the word in a run if it has signs to be copied, and those that stand before or after it."""
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
    """Tell whether a package may be unable to write this, or write something else."""
    kind = unicodedata.category(sign)
    if sign in _ORDINARY or kind[0] in "ZC" or kind == "Lm" or normalise(sign) != sign:
        return False
    return not (sign.isalpha() and _LETTERS.issuperset(unicodedata.normalize("NFKC", sign)))


def _replace_likest(word: _Word, source: str, target: str) -> str:
    """Put a word in the place of the words that look most like it, nearest to where it stands in the sentence."""
    key, where = reduce_to_letters(word.text), word.start / len(source)
    runs = [match.span() for match in re.finditer(r"\S+", target)]
    spare = Counter(target.split()) - Counter(source.split())  # what was copied from elsewhere is not this word
    best, place = float(_LIKE), None
    for i, (start, first) in enumerate(runs):
        if target[start:first] not in spare:
            continue
        for _, end in runs[i : i + _WINDOW]:
            like = _measure_likeness(key, reduce_to_letters(target[start:end])) - 20 * abs(start / len(target) - where)
            if like > best:
                best, place = like, _trim_punctuation(target, start, end)
    return target[: place[0]] + word.text + target[place[1] :] if place else ""


def _measure_likeness(key: str, other: str) -> float:
    """Return how alike two words are, of 100; of short ones one must begin the other."""
    from rapidfuzz.fuzz import ratio  # few sentences need it

    if min(len(key), len(other)) > 3:
        return ratio(key, other)
    return 100 if key == other else 85 * (len(other) > 1 and key.startswith(other))


def _insert_beside(word: _Word, source: str, target: str) -> str:
    """Put a word beside its neighbour in the sentence, if that was copied; a sign at an end stands there again."""
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
    """Return where a neighbour, which begins or ends near a place of the sentence, stands in its translation."""
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
    """Return a span of a translation without the punctuation around it."""
    text = target[start:end]
    inner = text.strip(".,;:!?\"'()") or text
    begin = start + text.index(inner)
    return begin, begin + len(inner)
