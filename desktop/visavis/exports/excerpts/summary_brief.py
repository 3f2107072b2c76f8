"""A summary as a desk hands it on: title, running text or bullets, words, figures and names, source line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from visavis.exports import emphasis
from visavis.exports.composition import ENGLISH, FRENCH
from visavis.exports.emphasis import plain
from visavis.exports.excerpts import facts_line
from visavis.exports.excerpts.summary import Language, source_line
from visavis.model.article import Role
from visavis.model.document import Document

_TONGUES = {Language.FRENCH: (FRENCH,), Language.ENGLISH: (ENGLISH,), Language.BOTH: (FRENCH, ENGLISH)}
_TAGS = {Role.TITLE: "h3", Role.BODY: "p", Role.LIST: "li", Role.ASIDE: "p"}


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph: a title, a text, a bullet, or an aside in small letters."""

    language: str
    role: Role
    text: str


def brief(document: Document, count: int, language: Language, bullets: bool, provenance: bool) -> list[Part]:
    """Return the summary of `count` sentences in one language, or in one after the other: always the same sentences."""
    parts = [part for tongue in _TONGUES[language] for part in _told(document, count, tongue, bullets)]
    return [*parts, Part(ENGLISH, Role.ASIDE, source_line(document))] if provenance else parts


def brief_text(parts: Sequence[Part]) -> str:
    """Return it as plain text, a blank line between all but bullets."""
    blocks = []
    for role, group in groupby(parts, lambda part: part.role):
        bullet = "• " if role is Role.LIST else ""
        blocks.append("\n".join(bullet + part.text for part in group))
    return "\n\n".join(blocks) + "\n"


def brief_html(parts: Sequence[Part]) -> str:
    """Return it as rich text."""
    lines = []
    for role, group in groupby(parts, lambda part: part.role):
        made = [f'<{_TAGS[role]} lang="{p.language}">{_small(p)}</{_TAGS[role]}>' for p in group]
        lines += ["<ul>", *made, "</ul>"] if role is Role.LIST else made
    return "\n".join(lines)


def _told(document: Document, count: int, tongue: str, bullets: bool) -> Iterator[Part]:
    heads = [s for p in document.article.paragraphs if p.role is Role.TITLE for s in p.sentences]
    title = " ".join(plain(s.text) if tongue == FRENCH else plain(document.target(s)) for s in heads)
    if title:
        yield Part(tongue, Role.TITLE, title)
    chosen = [
        plain(sentence.text) if tongue == FRENCH else plain(target) or emphasis.PENDING
        for sentence, target in document.chosen(count)
    ]
    if chosen:
        yield from (
            (Part(tongue, Role.LIST, text) for text in chosen)
            if bullets
            else (Part(tongue, Role.BODY, " ".join(chosen)),)
        )
    yield Part(tongue, Role.ASIDE, facts_line.line(document, chosen, tongue == FRENCH))


def _small(part: Part) -> str:
    return f"<small>{escape(part.text)}</small>" if part.role is Role.ASIDE else escape(part.text)
