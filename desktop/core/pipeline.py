"""From a path to a document: reads, cuts, ranks, translates, and yields an event for each step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from desktop.core.article import Article, Paragraph, Sentence
from desktop.core.document import Document
from desktop.core.events import Event, Opened, Ranked, Started, Translated, fold
from desktop.core.language import guess
from desktop.core.passage import PackageInfo, Passage
from desktop.core.ports import Segmenter, Summariser, Translator

NO_PACKAGE = PackageInfo("", "", "", "")


def cut(article: Article, segmenter: Segmenter) -> Article:
    """Return `article` with its paragraphs cut into sentences."""
    paragraphs: list[Paragraph] = []
    count = 0
    for paragraph in article.paragraphs:
        text = article.text[paragraph.start : paragraph.end]
        sentences = []
        for start, end in segmenter.spans(text):
            sentences.append(Sentence(count, paragraph.start + start, paragraph.start + end, text[start:end]))
            count += 1
        paragraphs.append(replace(paragraph, sentences=tuple(sentences)))
    return replace(article, paragraphs=tuple(paragraphs))


def run(
    read: Callable[[], Article],
    segmenter: Segmenter,
    translator: Callable[[], Translator],
    summariser: Summariser | None = None,
) -> Iterator[Event]:
    """Read an article and yield events until it is translated and ranked; raises VisavisError.

    The translator is made only when the article has been read, so that a bad file never waits for an engine.
    """
    article = cut(read(), segmenter)
    yield Opened(article, guess(article.text))
    engine = translator()
    yield Started(engine.package)
    yield from translated(article, engine, summariser)


def translated(article: Article, engine: Translator, summariser: Summariser | None) -> Iterator[Event]:
    """Yield the batches of a translation, and the ranking after the first of them: the reader reads before she sums up."""
    sentences = list(article.sentences())
    ranked = summariser is None
    for batch in engine.translate([sentence.text for sentence in sentences]):
        yield Translated(tuple(Passage(sentences[i], h.text, h.score, flags=h.flags) for i, h in batch))
        if summariser is not None and not ranked:
            yield Ranked(summariser.method, tuple(summariser.rank(article)))
            ranked = True


def collect(events: Iterable[Event], seen: Callable[[Event, Document], None] = lambda event, document: None) -> Document:
    """Fold all events into a document, telling `seen` after each."""
    document: Document | None = None
    for event in events:
        if isinstance(event, Opened):
            document = Document(event.article, NO_PACKAGE)
        assert document is not None, "the first event opens the document"
        fold(document, event)
        seen(event, document)
    assert document is not None, "a pipeline yields at least one event"
    return document
