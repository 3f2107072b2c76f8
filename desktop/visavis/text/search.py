"""Searches both languages of a document, ignoring accents, case, and variants of apostrophes and spaces."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from visavis.model.document import Document

# characters that a search does not distinguish
_ALIKE = {"’": "'", "ʼ": "'", "‘": "'", "œ": "oe", "æ": "ae", "–": "-", "—": "-", "‑": "-", "\n": " ", "\u00ad": ""}
_BATCH = 500  # hits per batch, or sentences between batches without hits


@dataclass(frozen=True, slots=True)
class Hit:
    """A search hit: `text[start:end]` of a sentence, in French (side 0) or English (side 1)."""

    sentence: int
    side: int
    start: int
    end: int


class _SearchForms(dict[int, str]):
    """Maps each character to its search form, computed on first use."""

    def __missing__(self, code: int) -> str:
        bare = unicodedata.normalize("NFKD", _ALIKE.get(chr(code).lower(), chr(code))).casefold()
        self[code] = "".join(_ALIKE.get(c, c) for c in bare if not unicodedata.combining(c))
        return self[code]


_folds = _SearchForms()


def normalise_for_search(text: str) -> str:
    """Return a text without accents and case, with quotes, dashes and spaces unified."""
    return text.translate(_folds)


def search_document(document: Document, wanted: str) -> Iterator[list[Hit]]:
    """Yield the hits in reading order, in batches, French before English in each sentence."""
    needle = " ".join(normalise_for_search(wanted).split())
    batch: list[Hit] = []
    for number, sentence in enumerate(document.article.sentences() if needle else (), 1):
        for side, text in enumerate((sentence.text, document.target(sentence))):
            batch += [Hit(sentence.id, side, *span) for span in _spans(text, needle)]
        if len(batch) >= _BATCH or not number % _BATCH:
            yield batch
            batch = []
    yield batch


def _spans(text: str, needle: str) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each occurrence of `needle`, ignoring accents and case."""
    folded = normalise_for_search(text)
    at = folded.find(needle)
    if at < 0:
        return
    # a character may have two characters in its search form, or none
    ends = list(accumulate(len(_folds[ord(c)]) for c in text))
    while at >= 0:
        yield bisect_right(ends, at), bisect_right(ends, at + len(needle) - 1) + 1
        at = folded.find(needle, at + len(needle))
