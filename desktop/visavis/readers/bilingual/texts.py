"""What a bilingual file holds, whatever its format."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from visavis.model.article import Article, Paragraph, Role, Sentence
from visavis.readers.block import Block, Reading, make_block
from visavis.readers.open import build_article


class BilingualParagraph(NamedTuple):
    """A paragraph in both languages: (French, English) segments, of which the English may be empty."""

    role: Role
    level: int
    segments: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class BilingualText:
    """A French article and the English of each of its paragraphs.

    If `aligned`, the article has been cut into the segments of the file, and `english` has one text for each; otherwise
    it has the English of whole paragraphs.
    """

    article: Article
    english: tuple[tuple[str, ...], ...]
    aligned: bool


def build_text(
    name: str, data: bytes, paragraphs: Sequence[BilingualParagraph], kind: str, *, aligned: bool
) -> BilingualText:
    """Join paragraphs into a text; those without French are left out. Raises EmptyInput."""
    cleaned: list[tuple[Block, list[tuple[str, str]]]] = []
    for role, level, segments in paragraphs:
        texts = [(_clean(french), _clean(english)) for french, english in segments]
        kept = [(french, english) for french, english in texts if french]
        if kept:
            # with a key, so that a prompt in it is not parted from it: its English would be another's
            block = Block(role, " ".join(french for french, _ in kept), level, key=str(len(cleaned)))
            cleaned.append((block, kept))
    article = build_article(name, hashlib.sha256(data).hexdigest(), Reading([block for block, _ in cleaned]), kind)
    english = tuple(tuple(target for _, target in segments) for _, segments in cleaned)
    if aligned:
        article = _cut(article, [[french for french, _ in segments] for _, segments in cleaned])
    return BilingualText(article, english, aligned)


def _clean(text: str) -> str:
    return make_block(Role.BODY, [text]).text


def _cut(article: Article, segments: Sequence[Sequence[str]]) -> Article:
    """Return the article with the segments as its sentences."""
    paragraphs: list[Paragraph] = []
    count = 0
    for paragraph, texts in zip(article.paragraphs, segments, strict=True):
        sentences, start = [], paragraph.start
        for text in texts:
            sentences.append(Sentence(count, start, start + len(text), text))
            count, start = count + 1, start + len(text) + 1
        paragraphs.append(replace(paragraph, sentences=tuple(sentences)))
    return replace(article, paragraphs=tuple(paragraphs))
