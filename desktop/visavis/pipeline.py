"""From a text to a document: reads, cuts, translates, ranks, and yields an event for each step."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from visavis.checks import check_passages, load_checks
from visavis.model.article import Article, Paragraph, Sentence
from visavis.model.document import Document, find_finished_sentences
from visavis.model.events import Checked, Event, Opened, Ranked, Restored, Started, Translated, apply_event
from visavis.model.glossary import Glossary
from visavis.model.passage import PackageInfo, Passage
from visavis.model.ports import Engines, Memory, Segmenter, Translator
from visavis.text.language import guess_language

CHECKED_TOGETHER = 200  # sentences
REMEMBERED = 1000  # sentences that the memory is asked for together

NO_PACKAGE = PackageInfo("", "", "", "")


def segment_article(article: Article, segmenter: Segmenter) -> Article:
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


def run_pipeline(
    read: Callable[[], Article],
    engines: Engines,
    method: str = "",
    foreign: bool = True,
    restore: Callable[[Article], Restored | None] = lambda article: None,
) -> Iterator[Event]:
    """Read an article and yield events until it is translated and ranked; raises VisavisError.

    Without `method` nothing is ranked; without `foreign` it ends after `Opened` if the text is not French.
    """
    for event in open_article(read, engines, foreign):
        yield event
        if not event.stopped:
            yield from process_article(event.article, engines, method, restore)


def open_article(read: Callable[[], Article], engines: Engines, foreign: bool = True) -> Iterator[Opened]:
    """Read an article, and say what it is; it stops there if it is not French and not `foreign`.

    The translator is made only when the article has been read, so that a bad file never waits for an engine.
    """
    if not (engines.memory and engines.memory.on):
        engines.prepare()
    article = segment_article(read(), engines.segmenter)
    language = guess_language(article.text)
    yield Opened(article, language, not foreign and language != "fr")


def process_article(
    article: Article, engines: Engines, method: str, restore: Callable[[Article], Restored | None]
) -> Iterator[Event]:
    """Translate and rank an article; what `restore` knows of it comes first.

    That is not translated again if it is by the package in use or a reader.
    """
    before = restore(article)
    if before:
        yield before
    done = find_finished_sentences(before.passages, engines.translator().package) if before else ()
    yield from translate_article(article, engines, method, done)


def translate_article(
    article: Article, engines: Engines, method: str = "", done: Collection[int] = ()
) -> Iterator[Event]:
    """Yield the batches of the sentences not in `done`; the ranking after the first: she reads before she sums up."""
    engine = engines.translator()
    yield Started(engine.package)
    sentences = [sentence for sentence in article.sentences() if sentence.id not in done]
    known: dict[int, Passage] = {}
    glossary = engines.glossary()
    load_checks()  # while the engine is being loaded
    for passages in _translate_or_recall(sentences, engine, engines.memory):
        known.update((passage.sentence.id, passage) for passage in passages)
        yield Translated(tuple(check_passages(passages, known, glossary)))
        if method:
            yield rank_sentences(article, engines, method)
            method = ""
    if method:  # there was nothing to translate
        yield rank_sentences(article, engines, method)


def _translate_or_recall(
    sentences: list[Sentence], engine: Translator, memory: Memory | None
) -> Iterator[list[Passage]]:
    """Yield passages, first those that the memory knows; without any left the engine need not be loaded."""
    left = sentences
    if memory:
        left = []
        for start in range(0, len(sentences), REMEMBERED):
            asked = sentences[start : start + REMEMBERED]
            recalled = memory.recall(asked, engine.package)
            if recalled:
                yield recalled
            ids = {passage.sentence.id for passage in recalled}
            left += [sentence for sentence in asked if sentence.id not in ids]
    if not left:
        return
    for batch in engine.translate([sentence.text for sentence in left]):
        passages = [Passage(left[i], h.text, h.score, flags=h.flags, package=engine.package) for i, h in batch]
        yield passages
        if memory:  # after what was made is on its way: the disk may be slow
            memory.keep(passages)


def recheck_passages(passages: Mapping[int, Passage], glossary: Glossary) -> Iterator[Checked]:
    """Check passages again, for the glossary has changed; yield those that have other flags than before."""
    ordered = [passages[id_] for id_ in sorted(passages)]
    for start in range(0, len(ordered), CHECKED_TOGETHER):
        some = ordered[start : start + CHECKED_TOGETHER]
        checked = check_passages(some, passages, glossary)
        yield Checked(tuple(new for new, old in zip(checked, some, strict=True) if new.flags != old.flags))


def leave_out_stale(event: Checked, document: Document) -> Checked:
    """Leave out what a reader has written otherwise meanwhile, and take over what she has verified."""
    passages = [(document.passages.get(p.sentence.id), p) for p in event.passages]
    return Checked(tuple(replace(now, flags=p.flags) for now, p in passages if now and now.target == p.target))


def rank_sentences(article: Article, engines: Engines, method: str) -> Ranked:
    """Return the article's sentences ranked by `method`."""
    summariser = engines.summariser(method)
    return Ranked(summariser.method, tuple(summariser.rank(article)))


def collect_document(
    events: Iterable[Event], seen: Callable[[Event, Document], None] = lambda event, document: None
) -> Document:
    """Fold all events into a document, telling `seen` after each."""
    document: Document | None = None
    for event in events:
        if isinstance(event, Opened):
            document = Document(event.article, NO_PACKAGE)
        assert document is not None, "the first event opens the document"
        apply_event(document, event)
        seen(event, document)
    assert document is not None, "a pipeline yields at least one event"
    return document
