"""Aligns the paragraphs and sentences of a text with a translation of it, over a machine translation as the bridge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from visavis.alignment.likeness import Likeness
from visavis.alignment.monotonic import Group, align_in_order
from visavis.alignment.moved import link_moved
from visavis.alignment.vectors import add_copied_words, compute_cosine, vectorize_sentences

Paragraphs = Sequence[Sequence[str]]

# So low because a free translation in its place is likelier than a lost sentence: of .0 to .25, best on newstest2013.
_THRESHOLD = 0.03


def align_sentences(french: Paragraphs, machine: Paragraphs, english: Paragraphs) -> list[Group]:
    """Return groups of French and English sentences that belong together, numbered through each text.

    `machine` has a translation of each French sentence. A group without French or without English has no counterpart.
    """
    bridge = [add_copied_words(*pair) for pair in zip(chain(*machine), chain(*french), strict=True)]
    target = list(chain(*english))
    aligner = _Aligner(bridge, target)
    groups = aligner.align(range(len(bridge)), range(len(target)), _THRESHOLD)
    if len(french) == len(english) > 1:
        pairs = list(zip(_number_sentences(french), _number_sentences(english), strict=True))
        kept = [group for pair in pairs for group in aligner.align(*pair, _THRESHOLD)]
        # The same number of paragraphs may be an accident: where one is missing and another was split in two.
        if aligner.rate(kept) >= 0.9 * aligner.rate(groups):
            return kept
    return groups


class _Aligner:
    """Aligns stretches of two lists of sentences."""

    def __init__(self, bridge: Sequence[str], english: Sequence[str]) -> None:
        self._bridge, self._english = vectorize_sentences(bridge, english)
        self._lengths = [len(text) for text in bridge], [len(text) for text in english]

    def align(self, french: range, english: range, threshold: float) -> list[Group]:
        """Align two stretches; return groups by the numbers of their sentences."""
        likeness = self._compare(french, english)
        groups = link_moved(align_in_order(likeness, len(french), len(english), threshold), likeness)
        return [(_shift(group, french.start), _shift(other, english.start)) for group, other in groups]

    def rate(self, groups: Sequence[Group]) -> float:
        """Return how alike the sentences of all groups are, in sum."""
        pairs = [(self._bridge[list(group)], self._english[list(other)]) for group, other in groups if group and other]
        return sum(compute_cosine(first.sum(axis=0), second.sum(axis=0)) for first, second in pairs)

    def _compare(self, french: range, english: range) -> Likeness:
        first, second = slice(french.start, french.stop), slice(english.start, english.stop)
        return Likeness(self._bridge[first], self._english[second], self._lengths[0][first], self._lengths[1][second])


def _number_sentences(paragraphs: Paragraphs) -> Iterator[range]:
    """Yield the numbers of each paragraph's sentences, counted through the whole text."""
    start = 0
    for sentences in paragraphs:
        yield range(start, start + len(sentences))
        start += len(sentences)


def _shift(numbers: tuple[int, ...], by: int) -> tuple[int, ...]:
    return tuple(number + by for number in numbers)
