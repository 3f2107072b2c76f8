"""Where two versions of a sentence differ, word by word, and what else its words could be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

Span = tuple[int, int]

LONGEST = 60  # characters replaced at once: what goes further is another sentence, not another word

_TOKEN = re.compile(r"\w+(?:[-'’.,]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Difference:
    """Characters of one version, and those that stand in their place in the other."""

    old: Span
    new: Span


@dataclass(frozen=True, slots=True)
class Replacement:
    """Other words for a span of a sentence, and the whole sentence with them."""

    span: Span
    words: str
    text: str


def find_differences(old: str, new: str) -> list[Difference]:
    """Return the spans that differ, each as short as whole words allow; a word that has moved is within one span."""
    before, after = _list_tokens(old), _list_tokens(new)
    a, b = [old[slice(*span)] for span in before], [new[slice(*span)] for span in after]
    changes = [
        (i, j, k, m) for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes() if tag != "equal"
    ]
    found = []
    for i, j, k, m in _join_moves(changes, a, b):
        one_sided = i == j or k == m  # what is only added or left out is shown with the word beside it
        back = int(one_sided and i > 0 and k > 0)
        ahead = int(one_sided and not back)
        found.append(Difference(_cover(before, i - back, j + ahead), _cover(after, k - back, m + ahead)))
    return found


def list_replacements(text: str, others: Iterable[str]) -> list[Replacement]:
    """Return what the words of a text are in other versions of it, in the order of these versions, without repeats."""
    found: dict[tuple[Span, tuple[str, ...]], Replacement] = {}
    for other in others:
        for one in find_differences(text, other):
            (start, end), words = one.old, other[slice(*one.new)]
            if end - start <= LONGEST and _list_words(text[start:end]) != _list_words(words):
                made = Replacement(one.old, words, text[:start] + words + text[end:])
                found.setdefault((one.old, tuple(_list_words(words))), made)  # other signs are no other words
    return list(found.values())


def _list_words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _list_tokens(text: str) -> list[Span]:
    return [token.span() for token in _TOKEN.finditer(text)]


def _join_moves(
    changes: list[tuple[int, int, int, int]], a: list[str], b: list[str]
) -> list[tuple[int, int, int, int]]:
    """Join the changes from where a word is taken away to where it is put in again: neither makes sense alone."""
    joined: list[tuple[int, int, int, int]] = []
    for change in changes:
        joined.append(change)
        for at in range(len(joined) - 1):
            (i, _, k, _), (_, j, _, m) = joined[at], joined[-1]
            first, last = joined[at], joined[-1]
            away = {*_fold(a[first[0] : first[1]])} & {*_fold(b[last[2] : last[3]])}
            back = {*_fold(b[first[2] : first[3]])} & {*_fold(a[last[0] : last[1]])}
            if away or back:
                joined[at:] = [(i, j, k, m)]
                break
    return joined


def _fold(words: list[str]) -> list[str]:
    return [word.casefold() for word in words]


def _cover(tokens: list[Span], first: int, last: int) -> Span:
    return (tokens[first][0], tokens[last - 1][1]) if first < last <= len(tokens) else (0, 0)
