"""Opens an article with a translation of it made elsewhere, from two files or a bilingual one, and checks it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from visavis.given_translation import align_translation, check_translation, pair_segments
from visavis.model.article import Article
from visavis.model.document import Document
from visavis.model.ports import Engines, Segmenter
from visavis.pipeline import segment_article
from visavis.readers.bilingual.open import open_bilingual

Progress = Callable[[int, int], object]


def ignore_progress(done: int, total: int) -> None:
    """Do nothing with it."""


def check_article(
    article: Article, translation: Article, path: str, engines: Engines, on_progress: Progress = ignore_progress
) -> Document:
    """Align an article with its translation, which was read from `path`, and check it. Raises VisavisError."""
    paragraphs = [translation.text[paragraph.start : paragraph.end] for paragraph in translation.paragraphs]
    english = [list(split_sentences([text], engines.english_segmenter)) for text in paragraphs]
    return _align_and_check(article, english, path, engines, on_progress)


def check_bilingual(path: Path, engines: Engines, on_progress: Progress = ignore_progress) -> Document:
    """Check a TMX, XLIFF, or two-column Word or HTML file. Raises VisavisError."""
    text = open_bilingual(path)
    if text.aligned:
        return check_translation(text.article, text.english, pair_segments(text.english), str(path), engines.glossary())
    english = [list(split_sentences(paragraph, engines.english_segmenter)) for paragraph in text.english]
    return _align_and_check(text.article, english, str(path), engines, on_progress)


def split_sentences(texts: Iterable[str], segmenter: Segmenter) -> Iterable[str]:
    """Yield the sentences of English texts."""
    return (text[start:end] for text in texts for start, end in segmenter.spans(text))


def _align_and_check(
    article: Article, english: list[list[str]], path: str, engines: Engines, on_progress: Progress
) -> Document:
    cut = segment_article(article, engines.segmenter)
    groups = align_translation(cut, english, engines, on_progress)
    return check_translation(cut, english, groups, path, engines.glossary())
