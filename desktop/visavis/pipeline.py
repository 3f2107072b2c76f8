"""The pipeline: reads, segments, translates and ranks an article, yielding an event for each step."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from visavis.checks import check_passages, warm_checks
from visavis.model.article import Article, Paragraph, Sentence
from visavis.model.document import Document, find_finished_sentences
from visavis.model.events import (
    Checked,
    Event,
    Opened,
    Ranked,
    Restored,
    Revised,
    Reworded,
    Started,
    Translated,
    apply_event,
)
from visavis.model.glossary import Glossary
from visavis.model.passage import PackageInfo, Passage
from visavis.model.ports import Engines, Memory, Segmenter, Translator
from visavis.repair.hypotheses import choose_hypotheses
from visavis.repair.names import repair_names
from visavis.repair.terms import is_by_machine, list_unused_terms, use_terms
from visavis.text.language import guess_language

CHECKED_TOGETHER = 200  # sentences per batch when checking again
REWORDED_TOGETHER = 8  # sentences per query of the engine: its beam takes about a second for them
REMEMBERED = 1000  # sentences per query of the translation memory

# Of a document whose engine has not started yet, and of a translation made elsewhere.
NO_PACKAGE = PackageInfo("", "", "", "")


def segment_article(article: Article, segmenter: Segmenter) -> Article:
    """Return `article` with its paragraphs split into sentences."""
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
    """Read, translate and rank an article, yielding events. Raises VisavisError.

    Without `method` nothing is ranked. Without `foreign` it stops after `Opened` if the text is not French.
    """
    for event in open_article(read, engines, foreign):
        yield event
        if not event.stopped:
            yield from process_article(event.article, engines, method, restore)


def open_article(read: Callable[[], Article], engines: Engines, foreign: bool = True) -> Iterator[Opened]:
    """Read an article and guess its language; `stopped` is set if it is not French and `foreign` is false.

    The translator is needed only once the article has been read, so an unreadable file never waits for an engine.
    """
    if not (engines.memory and engines.memory.on):
        engines.prepare()
    article = segment_article(read(), engines.segmenter)
    language = guess_language(article.text)
    yield Opened(article, language, not foreign and language != "fr")


def process_article(
    article: Article, engines: Engines, method: str, restore: Callable[[Article], Restored | None]
) -> Iterator[Event]:
    """Translate and rank an article, starting with the saved work from `restore`.

    Passages by the current package or by the user are not translated again.
    """
    before = restore(article)
    if before:
        yield before
    done = find_finished_sentences(before.passages, engines.translator().package) if before else ()
    yield from translate_article(article, engines, method, done)


def translate_article(
    article: Article, engines: Engines, method: str = "", done: Collection[int] = ()
) -> Iterator[Event]:
    """Translate the sentences not in `done`, batch by batch; rank after the first batch, so that text appears first."""
    engine = engines.translator()
    sentences = [sentence for sentence in article.sentences() if sentence.id not in done]
    warming = threading.Thread(target=warm_checks, name="checks", daemon=True)
    if sentences:
        warming.start()  # while the package is identified, and the engine loads and translates
    yield Started(engine.package)
    known: dict[int, Passage] = {}
    glossary = engines.glossary()
    if kept := [passage for passage in _list_kept(article, engine.package) if passage.sentence.id not in done]:
        ids = {passage.sentence.id for passage in kept}
        sentences = [sentence for sentence in sentences if sentence.id not in ids]
        yield Translated(tuple(kept))

    def check(passages: list[Passage]) -> list[Passage]:
        warming.join()
        known.update((passage.sentence.id, passage) for passage in passages)
        checked = list(repair_names(check_passages(passages, known, glossary), known, glossary))
        known.update((passage.sentence.id, passage) for passage in checked)
        return checked

    def choose(passages: list[Passage], grave: bool = True) -> list[Passage]:
        chosen = choose_hypotheses(check(passages), known, glossary, engine, grave)
        chosen = list(use_terms(chosen, known, glossary))
        known.update((passage.sentence.id, passage) for passage in chosen)
        return chosen

    for passages in translate_or_recall(sentences, engine, engines.memory, partial(choose, grave=False), choose):
        yield Translated(tuple(passages))
        if method:
            yield rank_sentences(article, engines, method)
            method = ""
    if method:  # nothing needed translating
        yield rank_sentences(article, engines, method)


def _list_kept(article: Article, package: PackageInfo) -> Iterator[Passage]:
    """Yield the sentences of paragraphs in another language than the article, as they stand."""
    for paragraph in article.paragraphs:
        if paragraph.language:
            yield from (Passage(sentence, sentence.text, 0.0, package=package) for sentence in paragraph.sentences)


def translate_or_recall(
    sentences: list[Sentence],
    engine: Translator,
    memory: Memory | None,
    check: Callable[[list[Passage]], list[Passage]] = list,
    choose: Callable[[list[Passage]], list[Passage]] = list,
) -> Iterator[list[Passage]]:
    """Yield passages in batches: remembered ones first, as `check` returns them, then the engine's, as `choose` does.

    The engine is not loaded if none are left. What was chosen from further down the beam is remembered, but not what
    follows the glossary, which may change.
    """
    left = sentences
    if memory:
        left = []
        for start in range(0, len(sentences), REMEMBERED):
            asked = sentences[start : start + REMEMBERED]
            recalled = memory.recall(asked, engine.package)
            if recalled:
                yield check(recalled)
            ids = {passage.sentence.id for passage in recalled}
            left += [sentence for sentence in asked if sentence.id not in ids]
    if not left:
        return
    for batch in engine.translate([sentence.text for sentence in left]):
        passages = [Passage(left[i], h.text, h.score, flags=h.flags, package=engine.package) for i, h in batch]
        chosen = choose(passages)
        yield chosen
        if memory:  # after the yield, because the disk may be slow
            pairs = zip(passages, chosen, strict=True)
            memory.keep([new if new.hypothesis else old for old, new in pairs if not new.terms])


def recheck_passages(
    passages: Mapping[int, Passage], glossary: Glossary, first: Collection[int] = frozenset()
) -> Iterator[Checked]:
    """Check passages again, those whose ids are given first; yield those whose flags have changed."""
    ordered = [passages[id_] for id_ in sorted(passages, key=lambda id_: (id_ not in first, id_))]
    for start in range(0, len(ordered), CHECKED_TOGETHER):
        some = ordered[start : start + CHECKED_TOGETHER]
        checked = check_passages(some, passages, glossary)
        yield Checked(tuple(new for new, old in zip(checked, some, strict=True) if new.flags != old.flags))


def spells_otherwise(event: Revised) -> bool:
    """True if a revision spells a name otherwise, so that the sentences after it must be checked again."""
    from visavis.checks.spelling.consistency import differs_in_names  # imports word lists that are slow to load

    return differs_in_names(event.passage, event.before)


def reword_passages(passages: Mapping[int, Passage], engines: Engines) -> Iterator[Checked | Reworded]:
    """Check passages again and use the user's own terms in those of a machine. Raises VisavisError.

    An empty event follows each batch, so that the work can be cancelled.
    """
    glossary, known = engines.glossary(), dict(passages)
    for event in recheck_passages(passages, glossary):
        known.update((passage.sentence.id, passage) for passage in event.passages)
        yield event
    before = [p for _, p in sorted(known.items()) if is_by_machine(p) and list_unused_terms(p, glossary)]
    after: list[Passage] = []
    for start in range(0, len(before), REWORDED_TOGETHER):
        some = before[start : start + REWORDED_TOGETHER]
        chosen = choose_hypotheses(some, known, glossary, engines.translator(), grave=False)
        after += use_terms(chosen, known, glossary)
        yield Checked(())
    changed = [(new, old) for new, old in zip(after, before, strict=True) if new.target != old.target]
    unused = sum(bool(list_unused_terms(passage, glossary)) for passage in after)
    yield Reworded(tuple(new for new, _ in changed), tuple(old for _, old in changed), unused)


def leave_out_stale(event: Checked, document: Document) -> Checked:
    """Drop passages the user has edited in the meantime, and keep the status of those verified."""
    passages = [(document.passages.get(p.sentence.id), p) for p in event.passages]
    return Checked(tuple(replace(now, flags=p.flags) for now, p in passages if now and now.target == p.target))


def rank_sentences(article: Article, engines: Engines, method: str) -> Ranked:
    """Rank the article's sentences by `method`."""
    summariser = engines.summariser(method)
    return Ranked(summariser.method, tuple(summariser.rank(article)))


def collect_document(
    events: Iterable[Event], seen: Callable[[Event, Document], None] = lambda event, document: None
) -> Document:
    """Apply all events to a document, calling `seen` after each."""
    document: Document | None = None
    for event in events:
        if isinstance(event, Opened):
            document = Document(event.article, NO_PACKAGE)
        assert document is not None, "the first event opens the document"
        apply_event(document, event)
        seen(event, document)
    assert document is not None, "a pipeline yields at least one event"
    return document
