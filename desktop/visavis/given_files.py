"""Opens an article with a translation of it made elsewhere, from two files or a bilingual one, and checks it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from visavis.exports.provenance import leave_out_provenance
from visavis.given_translation import align_translation, check_translation, pair_segments
from visavis.model.article import Article
from visavis.model.document import Document
from visavis.model.ports import Engines
from visavis.pipeline import segment_article

Progress = Callable[[int, int], object]


def check_article(
    article: Article, translation: Article, path: str, engines: Engines, on_progress: Progress
) -> Document:
    """Align an article with its translation, which was read from `path`, and check it. Raises VisavisError.

    The provenance in an export of ours is no translation.
    """
    texts = (translation.text[paragraph.start : paragraph.end] for paragraph in translation.paragraphs)
    paragraphs = [(text,) for text in leave_out_provenance(texts)]
    return _align_and_check(article, paragraphs, path, engines, on_progress)


def check_bilingual(path: Path, engines: Engines, on_progress: Progress) -> Document:
    """Check a TMX, XLIFF, or two-column Word or HTML file. Raises VisavisError."""
    from visavis.readers.bilingual.open import open_bilingual  # imports lxml, when the window starts

    text = open_bilingual(path)
    if text.aligned:
        return check_translation(text.article, text.english, pair_segments(text.english), str(path), engines.glossary())
    return _align_and_check(text.article, text.english, str(path), engines, on_progress)


def _align_and_check(
    article: Article, paragraphs: Sequence[Sequence[str]], path: str, engines: Engines, on_progress: Progress
) -> Document:
    """Cut both sides into sentences, align and check them; `paragraphs` are the English texts."""
    cut, spans = segment_article(article, engines.segmenter), engines.english_segmenter.spans
    english = [[text[start:end] for text in texts for start, end in spans(text)] for texts in paragraphs]
    groups = align_translation(cut, english, engines, on_progress)
    return check_translation(cut, english, groups, path, engines.glossary())
