"""A complete summary to pass on: title, running text or bullets, number of words, key facts, source line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from visavis.exports import emphasis
from visavis.exports.composition import ENGLISH, FRENCH
from visavis.exports.emphasis import flatten_text
from visavis.exports.excerpts import facts_line
from visavis.exports.excerpts.summary import Language, format_source_line
from visavis.model.article import Role, Sentence
from visavis.model.document import Document

_TONGUES = {Language.FRENCH: (FRENCH,), Language.ENGLISH: (ENGLISH,), Language.BOTH: (FRENCH, ENGLISH)}
_TAGS = {Role.TITLE: "h3", Role.BODY: "p", Role.LIST: "li", Role.ASIDE: "p"}


@dataclass(frozen=True, slots=True)
class BriefPart:
    """A paragraph: a title, a text, a bullet, or an aside in small print."""

    language: str
    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class BriefOptions:
    """What a summary has besides its sentences, and whether these are bullets or running text."""

    bullets: bool = True
    headline: bool = True
    facts: bool = True
    source: bool = True


def compose_brief(document: Document, count: int, language: Language, options: BriefOptions) -> list[BriefPart]:
    """Return the summary of `count` sentences in one language, or in both, one after the other."""
    parts = [part for tongue in _TONGUES[language] for part in _compose_in_language(document, count, tongue, options)]
    return [*parts, BriefPart(ENGLISH, Role.ASIDE, format_source_line(document))] if options.source else parts


def list_headline(document: Document) -> list[Sentence]:
    """Return the sentences of the article's headline."""
    return [s for p in document.article.paragraphs if p.role is Role.TITLE for s in p.sentences]


def format_brief(parts: Sequence[BriefPart]) -> str:
    """Return it as plain text, with a blank line between all parts but bullets."""
    blocks = []
    for role, group in groupby(parts, lambda part: part.role):
        bullet = "• " if role is Role.LIST else ""
        blocks.append("\n".join(bullet + part.text for part in group))
    return "\n\n".join(blocks) + "\n"


def format_brief_html(parts: Sequence[BriefPart]) -> str:
    """Return it as HTML."""
    lines = []
    for role, group in groupby(parts, lambda part: part.role):
        items = [f'<{_TAGS[role]} lang="{p.language}">{_format_small(p)}</{_TAGS[role]}>' for p in group]
        lines += ["<ul>", *items, "</ul>"] if role is Role.LIST else items
    return "\n".join(lines)


def _compose_in_language(document: Document, count: int, tongue: str, options: BriefOptions) -> Iterator[BriefPart]:
    heads = list_headline(document) if options.headline else []
    title = " ".join(flatten_text(s.text) if tongue == FRENCH else flatten_text(document.target(s)) for s in heads)
    if title:
        yield BriefPart(tongue, Role.TITLE, title)
    chosen = [
        flatten_text(sentence.text) if tongue == FRENCH else flatten_text(target) or emphasis.PENDING
        for sentence, target in document.chosen(count)
    ]
    if chosen:
        yield from (
            (BriefPart(tongue, Role.LIST, text) for text in chosen)
            if options.bullets
            else (BriefPart(tongue, Role.BODY, " ".join(chosen)),)
        )
    if options.facts:
        yield BriefPart(tongue, Role.ASIDE, facts_line.format_facts_line(document, chosen, tongue == FRENCH))


def _format_small(part: BriefPart) -> str:
    return f"<small>{escape(part.text)}</small>" if part.role is Role.ASIDE else escape(part.text)
