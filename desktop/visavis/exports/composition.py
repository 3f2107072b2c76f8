"""The content of an export, whatever its format: paragraphs and tables, in one language or two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from visavis.exports import checking, emphasis, provenance
from visavis.exports.emphasis import TextSpan, flatten_text
from visavis.exports.excerpts import facts_line
from visavis.exports.registry import Layout, Options
from visavis.exports.typography import refine_document
from visavis.model.article import Cell, Paragraph, Role
from visavis.model.document import Document

FRENCH, ENGLISH = "fr-FR", "en-GB"
BOTH = (FRENCH, ENGLISH)

_NUMBER = re.compile(r"(?:\d{1,3}|[A-Za-z])[.)]\s")  # a list item with its own number: "1. ", "a) "


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph in one language; `level` is the level of a heading (from 1) or the depth of a list item (from 0).

    `remarks` say what the checks or the user found in its sentences.
    """

    language: str
    role: Role
    spans: tuple[TextSpan, ...]
    level: int = 0
    remarks: tuple[str, ...] = ()

    @property
    def plain(self) -> str:
        """The text without emphasis."""
        return "".join(span.text for span in self.spans)

    @property
    def bulleted(self) -> bool:
        """True if it needs a bullet; a numbered list item has its own number."""
        return self.role is Role.LIST and not _NUMBER.match(self.plain)


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table: rows of cells, each with its paragraphs."""

    rows: tuple[tuple[tuple[TextBlock, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class BilingualBlock:
    """French and English side by side."""

    left: TextBlock | TableBlock
    right: TextBlock | TableBlock


Block = TextBlock | TableBlock | BilingualBlock


@dataclass(frozen=True, slots=True)
class Composition:
    """An export: its title, its content, and the lines of its provenance."""

    title: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...]


def compose(document: Document, options: Options) -> Composition:
    """Return the content of an export of the document, its English set as wanted."""
    document = refine_document(document, options.typography)
    head = next((p for p in document.article.paragraphs if p.role is Role.TITLE and p.sentences), None)
    title = _compose_text(document, head, ENGLISH) if head else None
    blocks: list[Block] = []
    if options.layout is Layout.SUMMARY:
        blocks += [title] if title else []
    else:
        if options.flags:
            blocks += _compose_english([checking.format_notice(document)], Role.ASIDE)
        blocks += _compose_blocks(document, options)
        if options.summary and document.ranking:
            blocks.append(TextBlock(ENGLISH, Role.HEADING, (TextSpan("Summary"),), 2))
    blocks += _compose_summary(document, options)
    if options.flags and options.layout is not Layout.SUMMARY:
        blocks += _compose_flags(document)
    notes = provenance.format_provenance(document, options.made) if options.provenance else []
    named = title.plain if title else provenance.get_source_name(document)
    return Composition(named, tuple(blocks), tuple(map(flatten_text, notes)))


def _compose_flags(document: Document) -> Iterator[Block]:
    """Yield a heading and a table of what is to be looked at again."""
    rows = [tuple(((TextBlock(ENGLISH, Role.BODY, (TextSpan(name, bold=True),)),)) for name in checking.COLUMNS)]
    languages = (FRENCH, ENGLISH, ENGLISH)
    for texts in checking.list_flagged(document):
        cells = zip(languages, texts, strict=True)
        rows.append(tuple((TextBlock(language, Role.BODY, (TextSpan(text),)),) for language, text in cells))
    if len(rows) > 1:
        yield TextBlock(ENGLISH, Role.HEADING, (TextSpan(checking.HEADING),), 2)
        yield TableBlock(tuple(rows))


def _compose_blocks(document: Document, options: Options) -> Iterator[Block]:
    layout = options.layout
    cut = [paragraph for paragraph in document.article.paragraphs if paragraph.sentences]
    for table, group in groupby(cut, lambda paragraph: paragraph.cell and paragraph.cell.table):
        members = list(group)
        for unit in [members] if table else [[member] for member in members]:
            if layout is Layout.COLUMNS:
                yield BilingualBlock(
                    *(block for one in BOTH for block in _compose_unit(document, unit, (one,), options.flags))
                )
            else:
                languages = BOTH if layout is Layout.INTERLEAVED else (ENGLISH,)
                yield from _compose_unit(document, unit, languages, options.flags)


def _compose_unit(
    document: Document, unit: Sequence[Paragraph], languages: Sequence[str], flags: bool
) -> list[TextBlock | TableBlock]:
    """Return one paragraph per language, or one table whose cells have all languages."""
    if not unit[0].cell:
        return [_compose_text(document, unit[0], language, flags) for language in languages]
    cells: dict[Cell, list[TextBlock]] = {}
    for paragraph in unit:
        assert paragraph.cell, "the paragraphs of a table are in cells"
        cells.setdefault(paragraph.cell, []).extend(
            _compose_text(document, paragraph, language, flags) for language in languages
        )
    rows = range(1, max(cell.row for cell in cells) + 1)
    columns = range(1, max(cell.column for cell in cells) + 1)
    number = unit[0].cell.table
    return [TableBlock(tuple(tuple(tuple(cells.get(Cell(number, row, c), ())) for c in columns) for row in rows))]


def _compose_text(document: Document, paragraph: Paragraph, language: str, flags: bool = False) -> TextBlock:
    content = (
        emphasis.list_french_spans(document.article, paragraph)
        if language == FRENCH
        else emphasis.list_english_spans(document, paragraph)
    )
    level = max(paragraph.level, 1) if paragraph.role is Role.HEADING else paragraph.level
    remarks = checking.list_remarks(document, paragraph) if flags and language == ENGLISH else ()
    return TextBlock(language, paragraph.role, content, level, remarks)


def _compose_summary(document: Document, options: Options) -> Iterator[Block]:
    chosen = [
        (flatten_text(sentence.text), flatten_text(target or emphasis.PENDING))
        for sentence, target in document.chosen(options.summary)
    ]
    if options.layout is Layout.SUMMARY and chosen:
        texts = [english for _, english in chosen]
        yield from _compose_english(
            texts if options.bullets else [" ".join(texts)], Role.LIST if options.bullets else Role.BODY
        )
        yield from _compose_english([facts_line.format_facts_line(document, texts, french=False)], Role.ASIDE)
        return
    for source, target in chosen:
        french, english = (
            TextBlock(FRENCH, Role.LIST, (TextSpan(source),)),
            TextBlock(ENGLISH, Role.LIST, (TextSpan(target),)),
        )
        if options.layout is Layout.COLUMNS:
            yield BilingualBlock(french, english)
        elif options.layout is Layout.INTERLEAVED:
            yield from (french, english)
        else:
            yield english


def _compose_english(texts: Sequence[str], role: Role) -> Iterator[TextBlock]:
    return (TextBlock(ENGLISH, role, (TextSpan(text),)) for text in texts)
