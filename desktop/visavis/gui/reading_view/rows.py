"""Rows: a paragraph, a part of a very long one, or a row of a table, in French and in English."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from visavis.gui.reading_view.tables import TableCells, arrange_table
from visavis.model.article import Paragraph, Picture, Role, Sentence
from visavis.model.document import Document

# Longer paragraphs are split into several rows, so that laying out one row never blocks the window.
MOST_CHARACTERS = 3000

PENDING = "…"  # shown for sentences not translated yet

BREAK = "\u2028"  # Unicode line separator, the only one at which a QTextLayout breaks; parts what is in a table


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences shown in one row; `first` is true if they begin their paragraph.

    Those of an `excerpt` need not follow each other in the article, those of a table stand in `cells`; `pictures` stand
    above the text.
    """

    role: Role
    sentences: tuple[Sentence, ...]
    first: bool = True
    excerpt: bool = False
    cells: TableCells | None = None
    pictures: tuple[Picture, ...] = ()

    @property
    def separator(self) -> str:
        """What parts the row from the one before in copied text."""
        if self.cells and not self.cells.first:
            return "\n"
        return "\n\n" if self.first else " "


@dataclass(frozen=True, slots=True)
class RowText:
    """One language of a row: its text, and the (start, end, sentence id) of each sentence in it.

    `cells` are the (start, column) of each cell of a table that has words; a cell goes on until the next begins.
    """

    text: str
    spans: tuple[tuple[int, int, int], ...]
    cells: tuple[tuple[int, int], ...] = ()

    def copy_text(self, start: int, end: int) -> str:
        """Return the text between two offsets, with tabs between cells."""
        starts = {start for start, _ in self.cells}
        marks = (("\t" if at + 1 in starts else "\n") if c == BREAK else c for at, c in enumerate(self.text))
        return "".join(marks)[start:end] if self.cells else self.text[start:end]

    def sentence_at(self, offset: int) -> int:
        """Return the id of the sentence at an offset, or -1 between sentences."""
        return next((id_ for start, end, id_ in self.spans if start <= offset < end), -1)

    def span_of(self, sentence: int) -> tuple[int, int] | None:
        """Return the (start, end) of a sentence, or None if this side lacks it."""
        return next(((start, end) for start, end, id_ in self.spans if id_ == sentence), None)


def build_rows(paragraphs: Iterable[Paragraph], pictures: Iterable[Picture] = ()) -> Iterator[Row]:
    """Yield the rows of paragraphs and of tables, each with the pictures that stand before it."""
    waiting = list(pictures)
    shown = (paragraph for paragraph in paragraphs if paragraph.sentences)
    for table, group in groupby(shown, lambda paragraph: paragraph.cell.table if paragraph.cell else 0):
        members = list(group)
        units = [members] if table else [[paragraph] for paragraph in members]
        for unit in units:
            above = tuple(picture for picture in waiting if picture.paragraph <= unit[-1].index)
            waiting = waiting[len(above) :]
            rows = _list_table_rows(unit) if table else _split_paragraph(unit[0])
            yield replace(next(rows), pictures=above)
            yield from rows


def make_french_text(row: Row, document: Document) -> RowText:
    """Return the French of a row, spaced as in the article unless it is an excerpt."""
    if row.excerpt:
        return _join([(s.text.replace("\n", " "), s.id) for s in row.sentences])
    return _make_text(row, lambda sentences: _join_french(sentences, document))


def make_english_text(row: Row, document: Document) -> RowText:
    """Return the English of a row, with one ellipsis for each run of sentences not translated yet."""
    return _make_text(row, lambda sentences: _join_english(sentences, document))


def _list_table_rows(paragraphs: Sequence[Paragraph]) -> Iterator[Row]:
    for cells in arrange_table(paragraphs):
        sentences = tuple(sentence for cell in cells.columns for part in cell for sentence in part)
        yield Row(Role.BODY, sentences, cells=cells)


def _split_paragraph(paragraph: Paragraph) -> Iterator[Row]:
    sentences: list[Sentence] = []
    first = True
    for sentence in paragraph.sentences:
        if sentences and sentence.end - sentences[0].start > MOST_CHARACTERS:
            yield Row(paragraph.role, tuple(sentences), first)
            sentences, first = [], False
        sentences.append(sentence)
    yield Row(paragraph.role, tuple(sentences), first)


def _make_text(row: Row, join: Callable[[Sequence[Sentence]], RowText]) -> RowText:
    """Return the text of a row: its sentences joined, or in a table each paragraph of each cell on its own lines."""
    if not row.cells:
        return join(row.sentences)
    text = ""
    spans: list[tuple[int, int, int]] = []
    starts: list[tuple[int, int]] = []
    for column, cell in enumerate(row.cells.columns):
        for number, sentences in enumerate(cell):
            text += BREAK if text else ""
            if not number:
                starts.append((len(text), column))
            part = join(sentences)
            spans += ((len(text) + start, len(text) + end, id_) for start, end, id_ in part.spans)
            text += part.text
    return RowText(text, tuple(spans), tuple(starts))


def _join_french(sentences: Sequence[Sentence], document: Document) -> RowText:
    begin = sentences[0].start
    text = document.article.text[begin : sentences[-1].end].replace("\n", " ")
    return RowText(text, tuple((s.start - begin, s.end - begin, s.id) for s in sentences))


def _join_english(sentences: Sequence[Sentence], document: Document) -> RowText:
    parts: list[str] = []
    spans: list[tuple[int, int, int]] = []
    at = 0
    for sentence in sentences:
        shown = document.target(sentence) or PENDING
        if sentence.id in document.passages:  # one that a translation made elsewhere lacks can be written
            spans.append((at, at + len(shown), sentence.id))
        elif parts and parts[-1] == PENDING:
            continue
        parts.append(shown)
        at += len(shown) + 1
    return RowText(" ".join(parts), tuple(spans))


def _join(sentences: Sequence[tuple[str, int]]) -> RowText:
    spans, at = [], 0
    for text, id_ in sentences:
        spans.append((at, at + len(text), id_))
        at += len(text) + 1
    return RowText(" ".join(text for text, _ in sentences), tuple(spans))
