"""Rows: a paragraph, or a part of a very long one, in French and in English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from visavis.model.article import Paragraph, Role, Sentence
from visavis.model.document import Document

# Longer paragraphs are split into several rows, so that laying out one row never blocks the window.
MOST_CHARACTERS = 3000

PENDING = "…"  # shown for sentences not translated yet


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences shown in one row; `first` is true if they begin their paragraph.

    Those of an `excerpt` need not follow each other in the article.
    """

    role: Role
    sentences: tuple[Sentence, ...]
    first: bool = True
    excerpt: bool = False


@dataclass(frozen=True, slots=True)
class RowText:
    """One language of a row: its text, and the (start, end, sentence id) of each sentence in it."""

    text: str
    spans: tuple[tuple[int, int, int], ...]

    def sentence_at(self, offset: int) -> int:
        """Return the id of the sentence at an offset, or -1 between sentences."""
        return next((id_ for start, end, id_ in self.spans if start <= offset < end), -1)

    def span_of(self, sentence: int) -> tuple[int, int] | None:
        """Return the (start, end) of a sentence, or None if this side lacks it."""
        return next(((start, end) for start, end, id_ in self.spans if id_ == sentence), None)


def build_rows(paragraphs: Iterable[Paragraph]) -> Iterator[Row]:
    """Yield the rows of paragraphs."""
    for paragraph in paragraphs:
        sentences: list[Sentence] = []
        first = True
        for sentence in paragraph.sentences:
            if sentences and sentence.end - sentences[0].start > MOST_CHARACTERS:
                yield Row(paragraph.role, tuple(sentences), first)
                sentences, first = [], False
            sentences.append(sentence)
        if sentences:
            yield Row(paragraph.role, tuple(sentences), first)


def make_french_text(row: Row, document: Document) -> RowText:
    """Return the French of a row, spaced as in the article unless it is an excerpt."""
    if row.excerpt:
        return _join([(s.text.replace("\n", " "), s.id) for s in row.sentences])
    begin = row.sentences[0].start
    text = document.article.text[begin : row.sentences[-1].end].replace("\n", " ")
    return RowText(text, tuple((s.start - begin, s.end - begin, s.id) for s in row.sentences))


def make_english_text(row: Row, document: Document) -> RowText:
    """Return the English of a row, with one ellipsis for each run of sentences not translated yet."""
    parts: list[str] = []
    spans: list[tuple[int, int, int]] = []
    at = 0
    for sentence in row.sentences:
        target = document.target(sentence)
        if target:
            spans.append((at, at + len(target), sentence.id))
        elif parts and parts[-1] == PENDING:
            continue
        parts.append(target or PENDING)
        at += len(parts[-1]) + 1
    return RowText(" ".join(parts), tuple(spans))


def _join(sentences: Sequence[tuple[str, int]]) -> RowText:
    spans, at = [], 0
    for text, id_ in sentences:
        spans.append((at, at + len(text), id_))
        at += len(text) + 1
    return RowText(" ".join(text for text, _ in sentences), tuple(spans))
