"""Find words in both languages of a document, whatever their accents, case, apostrophes and spaces."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from visavis.model.document import Document

_ALIKE = {"’": "'", "ʼ": "'", "‘": "'", "œ": "oe", "æ": "ae", "–": "-", "—": "-", "‑": "-", "\n": " ", "\u00ad": ""}
_BATCH = 500  # hits, or sentences without any


@dataclass(frozen=True, slots=True)
class Hit:
    """Where the words are: `text[start:end]` of a sentence in French (side 0) or in English (side 1)."""

    sentence: int
    side: int
    start: int
    end: int


class _SearchForms(dict[int, str]):
    """What each character is for a search."""

    def __missing__(self, code: int) -> str:
        bare = unicodedata.normalize("NFKD", _ALIKE.get(chr(code).lower(), chr(code))).casefold()
        self[code] = "".join(_ALIKE.get(c, c) for c in bare if not unicodedata.combining(c))
        return self[code]


_folds = _SearchForms()


def normalise_for_search(text: str) -> str:
    """Return a text without accents, capitals, and the many forms of quotes, dashes and spaces."""
    return text.translate(_folds)


def search_document(document: Document, wanted: str) -> Iterator[list[Hit]]:
    """Yield the hits in reading order, batch by batch, French before English in each sentence."""
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
    """Yield (start, end) of each place in a text that reads as `needle`."""
    folded = normalise_for_search(text)
    at = folded.find(needle)
    if at < 0:
        return
    ends = list(accumulate(len(_folds[ord(c)]) for c in text))  # a character may be two for a search, or none
    while at >= 0:
        yield bisect_right(ends, at), bisect_right(ends, at + len(needle) - 1) + 1
        at = folded.find(needle, at + len(needle))
