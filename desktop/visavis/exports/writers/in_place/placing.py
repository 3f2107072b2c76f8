"""Puts the English of each sentence where its French stood, and what is no text between the same words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from visavis.exports.emphasis import flatten_text
from visavis.exports.writers.in_place import locating
from visavis.exports.writers.in_place.locating import Span
from visavis.exports.writers.in_place.tokens import RAISED, Kind, Mark, Side, Token, Words

_ENDS, _STANDS, _BEGINS = range(3)  # the order of what is at one place


class Sentence(NamedTuple):
    """A sentence and its translation, or nothing; English that has no French may come `after` one that stays."""

    source: str
    target: str
    after: str = ""


class _Part(NamedTuple):
    """A token, or a part of one, where its text begins and ends, and the number of its sentence, or -1."""

    token: Token
    start: int
    end: int
    sentence: int


def translate_tokens(tokens: Sequence[Token], sentences: Sequence[Sentence], plainly: Words) -> Iterator[Token]:
    """Yield the tokens of a paragraph with its sentences translated, set `plainly` unless it is certain otherwise."""
    text = "".join(token.text for token in tokens)
    sentences = _join_unmatched(sentences)
    spans = _spans(text, sentences)
    if spans is None:  # the file shows another text than was read
        english = " ".join(sentence.target for sentence in sentences if sentence.target)
        sentences = [Sentence(text, english, sentences[-1].after if sentences else "")]
        spans = [(len(text) - len(text.lstrip()), len(text.rstrip()))]
    for number, parts in groupby(_parts(tokens, spans), key=lambda part: part.sentence):
        target = flatten_text(sentences[number].target) if number >= 0 else ""
        if number < 0:
            yield from (part.token for part in parts)
        elif not target:
            yield from (_leave_french(part.token) for part in parts)
            if after := flatten_text(sentences[number].after):
                yield Words(f" {after}", plainly.look, plainly.name)
        else:
            start, end = spans[number]
            own = [part._replace(start=part.start - start, end=part.end - start) for part in parts]
            yield from _placed(own, text[start:end], target, plainly)


def find_usual_words(tokens: Iterable[Token]) -> Words:
    """Return words that are set as most of a paragraph: those in the longest stretch that nothing sets apart."""
    words = [token for token in tokens if isinstance(token, Words) and token.text.strip()]
    return max(words, key=lambda token: (not token.name, len(token.text)), default=Words(""))


def _leave_french(token: Token) -> Token:
    return replace(token, french=bool(token.text.strip())) if isinstance(token, Words) else token


def _join_unmatched(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences that have French, with English that has none after one that is translated, else before."""
    joined, waiting = list[Sentence](), ""
    for source, target, _ in sentences:
        if source.strip():
            joined.append(Sentence(source, f"{waiting} {target}".strip() if target else ""))
            waiting = "" if target else waiting
        elif joined and joined[-1].target:
            joined[-1] = Sentence(joined[-1].source, f"{joined[-1].target} {target}".strip())
        else:
            waiting = f"{waiting} {target}".strip()
    if waiting and joined:  # nothing here is translated: the French stays, and the English follows it
        last = joined[-1]
        joined[-1] = Sentence(last.source, last.target and f"{last.target} {waiting}", "" if last.target else waiting)
    return joined


def _spans(text: str, sentences: Sequence[Sentence]) -> list[tuple[int, int]] | None:
    """Return where the sentences stand in a text that has other spaces; None if it has other words."""
    places = [place for place, c in enumerate(text) if not c.isspace()]
    solid = ["".join(sentence.source.split()) for sentence in sentences]
    if "".join(solid) != "".join(text.split()):
        return None
    spans, at = list[tuple[int, int]](), 0
    for words in solid:
        spans.append((places[at], places[at + len(words) - 1] + 1))
        at += len(words)
    return spans


def _parts(tokens: Iterable[Token], spans: Sequence[tuple[int, int]]) -> Iterator[_Part]:
    """Yield the tokens, words cut where sentences begin and end.

    What is at a sentence's edge is in none, but for what ends a stretch that began in the sentence.
    """
    at = number = 0
    begun = set[Any]()
    for token in tokens:
        start, at = at, at + len(token.text)
        while number < len(spans) and spans[number][1] <= start:
            number += 1
        if isinstance(token, Mark):
            held = number if number < len(spans) and spans[number][0] < at and start < spans[number][1] else -1
            if begun and number and spans[number - 1][1] == start == at:
                held = number - 1
            if token.side is Side.OPEN and held >= 0:
                begun.add(token.pair)
            elif token.side is Side.CLOSE:
                begun.discard(token.pair)
            yield _Part(token, start, at, held)
            continue
        if token.text and not (number < len(spans) and spans[number][0] < start):
            begun.clear()
        first = start
        for later in range(number, len(spans)):
            begin, end = max(spans[later][0], first), min(spans[later][1], at)
            if begin >= at:
                break
            if first < begin:
                yield _Part(replace(token, text=token.text[first - start : begin - start]), first, begin, -1)
            if begin < end:
                yield _Part(replace(token, text=token.text[begin - start : end - start]), begin, end, later)
            first = end
        if first < at:
            yield _Part(replace(token, text=token.text[first - start :]), first, at, -1)


def _placed(parts: Sequence[_Part], source: str, target: str, usual: Words) -> Iterator[Token]:
    """Yield the translation of a sentence with its marks."""
    marks = list(_marks(parts, source, target))
    shown = [span for span, mark, _, _ in marks if mark.kind is Kind.SHOWN]
    looks = [*_link_looks(parts, marks, usual), *_looks(parts, source, target, usual)]
    there = sorted(marks, key=lambda item: (item[0][0], item[2], item[3]))
    edges = {0, len(target), *(place for span, *_ in marks for place in span), *(p for span, _ in looks for p in span)}
    held = 0
    for start, end in pairwise([*sorted(edges), len(target)]):
        while held < len(there) and there[held][0][0] <= start:
            yield there[held][1]
            held += 1
        if start < end and not any(first <= start < last for first, last in shown):
            over = next((words.look for span, words in reversed(looks) if span[0] <= start < span[1]), None)
            yield Words(target[start:end], usual.look, usual.name, over)


def _marks(parts: Sequence[_Part], source: str, target: str) -> Iterator[tuple[Span, Mark, int, int]]:
    """Yield the marks of a sentence with their places in its translation, and what tells their order there."""
    closing = {
        part.token.pair: (order, part)
        for order, part in enumerate(parts)
        if isinstance(part.token, Mark) and part.token.side is Side.CLOSE
    }
    for order, part in enumerate(parts):
        mark = part.token
        if not isinstance(mark, Mark):
            continue
        if mark.kind is Kind.SHOWN:
            if found := locating.find_same(source, (part.start, part.end), target, sign=mark.text):
                yield found, mark, _STANDS, order
        elif mark.side is Side.ALONE:
            place = (locating.find_gap if mark.kind is Kind.BREAK else locating.find_end)(source, part.start, target)
            yield (place, place), mark, _STANDS, order
        elif mark.side is Side.OPEN:
            yield from _stretch(mark, order, part.start, closing.pop(mark.pair, None), source, target)
        elif mark.pair in closing:  # what it ends began in a sentence before
            found = _found(mark.kind, source, (0, part.start), target)
            end = (found or locating.find_by_length(source, (0, part.start), target))[1]
            yield (end, end), mark, _ENDS, order


def _stretch(
    mark: Mark, order: int, start: int, closed: tuple[int, _Part] | None, source: str, target: str
) -> Iterator[tuple[Span, Mark, int, int]]:
    """Yield the two sides of a stretch, or the first if it ends in a later sentence."""
    end = closed[1].start if closed else len(source)
    if not source[start:end].strip():
        place = locating.find_end(source, start, target)
        yield (place, place), mark, _STANDS, order
        if closed and isinstance(closed[1].token, Mark):
            yield (place, place), closed[1].token, _STANDS, closed[0]
        return
    found = _found(mark.kind, source, (start, end), target)
    if found is None and not closed:
        found = locating.find_by_length(source, (start, end), target)
    if found is not None:
        yield (found[0], found[0]), mark, _BEGINS, order
        if closed and isinstance(closed[1].token, Mark):
            yield (found[1], found[1]), closed[1].token, _ENDS, closed[0]


def _found(kind: Kind, source: str, span: Span, target: str) -> Span | None:
    """Return where a stretch is in a translation; None for a field whose words are not there."""
    found = locating.find_same(source, span, target)
    if found or kind is Kind.FIELD:
        return found
    return locating.find_by_length(source, span, target) if kind is Kind.LINK else (0, len(target))


def _looks(parts: Sequence[_Part], source: str, target: str, usual: Words) -> Iterator[tuple[Span, Words]]:
    """Yield what is set in another way than usual, where it is certain which words of the translation are meant."""
    stretches: list[tuple[int, int, Words]] = []
    for part in parts:
        words = part.token
        if isinstance(words, Words) and words.name != usual.name and words.text.strip():
            last = stretches[-1] if stretches else None
            if last and last[2].name == words.name and not _has_words(source[last[1] : part.start]):
                stretches[-1] = last[0], part.end, last[2]
            else:
                stretches.append((part.start, part.end, words))
    for start, end, words in stretches:
        first = start
        while first and source[first].isalnum() and source[first - 1].isalnum():  # the end of a word, as in "m2"
            first -= 1
        found = locating.find_same(source, (first, end), target)
        if found and not (first < start and target[found[1] - 1] in RAISED):  # the "²" of the translation is raised
            yield (max(found[0], found[1] - (end - start)) if first < start else found[0], found[1]), words


def _link_looks(
    parts: Sequence[_Part], marks: Iterable[tuple[Span, Mark, int, int]], usual: Words
) -> Iterator[tuple[Span, Words]]:
    """Yield how the words of each link are set, so that its translation looks like a link."""
    ends = {mark.pair: span[1] for span, mark, *_ in marks if mark.side is Side.CLOSE}
    for span, mark, _, order in marks:
        if mark.kind is Kind.LINK and mark.side is Side.OPEN:
            held = (part.token for part in parts[order:] if isinstance(part.token, Words) and part.token.text.strip())
            if (words := next(held, None)) and words.name != usual.name:
                yield (span[0], ends.get(mark.pair, span[1])), words


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))
