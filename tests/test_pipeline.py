"""The pipeline, with engines that need no model."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ARTICLE
from tiny import TINY, TinySegmenter, TinySummariser, TinyTranslator
from visavis import pipeline
from visavis.model.article import SUMMARISED, Article, Paragraph, Role
from visavis.model.document import Document
from visavis.model.errors import EngineFailed, InputError, PackageError
from visavis.model.events import Event, Opened, Ranked, Started, Translated, apply_event
from visavis.model.passage import Hypothesis
from visavis.model.ports import Engines, Translator
from visavis.pipeline import (
    NO_PACKAGE,
    collect_document,
    rank_sentences,
    run_pipeline,
    segment_article,
    translate_article,
)
from visavis.readers.open import from_text

ENGLISH = "The council met on Friday and it was said that they would not pay for the works of the town. " * 5


def engines(translator: Translator | None = None) -> Engines:
    made = translator or TinyTranslator()
    return Engines(TinySegmenter(), lambda: made, lambda method: TinySummariser(), {"tiny": ""})


def read(text: str = ARTICLE) -> Article:
    return from_text("a.txt", text)


def made(texts: Sequence[str], roles: Sequence[Role]) -> Article:
    """Return an article of such paragraphs, an empty line between them."""
    paragraphs, start = [], 0
    for index, (text, role) in enumerate(zip(texts, roles, strict=True)):
        paragraphs.append(Paragraph(index, role, start, start + len(text)))
        start += len(text) + 2
    return Article("a.txt", "0" * 64, "\n\n".join(texts), tuple(paragraphs))


sentence = st.sampled_from(["Il pleut.", "Le maire parle !", "Où va-t-on ?", "Été, hiver.", "« Oui. »", "😀 rit."])
paragraph = st.lists(sentence, min_size=1, max_size=5).map(" ".join)
articles = st.lists(st.tuples(paragraph, st.sampled_from(list(Role))), max_size=8).map(
    lambda pairs: made([text for text, _ in pairs], [role for _, role in pairs])
)


@given(articles)
def test_every_sentence_is_where_it_says_and_they_are_numbered_in_reading_order(article: Article) -> None:
    found = list(segment_article(article, TinySegmenter()).sentences())
    assert [s.id for s in found] == list(range(len(found)))
    assert [s.start for s in found] == sorted(s.start for s in found)
    for s in found:
        assert article.text[s.start : s.end] == s.text
        assert s.text == s.text.strip() != ""
    assert "".join("".join(s.text.split()) for s in found) == "".join(article.text.split())


@settings(deadline=None)  # the first example loads word lists, and another program may have the processor
@given(articles)
def test_every_sentence_is_translated_once_and_the_document_is_whole(article: Article) -> None:
    events = list(run_pipeline(lambda: article, engines(), "tiny"))
    passages = [p for event in events if isinstance(event, Translated) for p in event.passages]
    document = collect_document(events)
    sentences = list(document.article.sentences())
    assert [p.sentence for p in passages] == sentences
    assert all(p.target == f"EN: {p.sentence.text.upper()}" and p.package == TINY for p in passages)
    assert document.complete
    assert document.package == TINY
    able = [s.id for p in document.article.paragraphs if p.role in SUMMARISED for s in p.sentences]
    assert sorted(choice.id for choice in document.ranking) == able


@settings(deadline=None)  # as above
@given(articles, st.data())
def test_what_is_done_is_not_done_again(article: Article, data: st.DataObject) -> None:
    whole = segment_article(article, TinySegmenter())
    ids = [s.id for s in whole.sentences()]
    done = data.draw(st.sets(st.sampled_from(ids)) if ids else st.just(set[int]()))
    events = list(translate_article(whole, engines(), "tiny", done))
    made_now = [p.sentence.id for event in events if isinstance(event, Translated) for p in event.passages]
    assert made_now == [id_ for id_ in ids if id_ not in done]
    assert sum(isinstance(event, Ranked) for event in events) == 1


def test_the_steps_come_in_order_and_the_ranking_after_the_first_batch() -> None:
    kinds = [type(event) for event in run_pipeline(read, engines(), "tiny")]
    assert kinds == [Opened, Started, Translated, Ranked, Translated, Translated, Translated]


def test_without_a_method_nothing_is_ranked() -> None:
    document = collect_document(run_pipeline(read, engines()))
    assert document.complete
    assert document.ranking == ()
    assert document.method == ""


def test_the_engine_is_made_only_when_the_article_has_been_read() -> None:
    asked: list[str] = []

    def missing() -> Translator:
        asked.append("engine")
        raise PackageError("", "there is none")

    def bad() -> Article:
        raise InputError("a.txt", "there is no such file")

    wired = Engines(TinySegmenter(), missing, lambda method: TinySummariser(), {})
    with pytest.raises(InputError):
        list(run_pipeline(bad, wired))
    assert asked == []
    steps = run_pipeline(read, wired)
    assert isinstance(next(steps), Opened)
    with pytest.raises(PackageError):
        next(steps)


def test_nothing_is_done_before_it_is_asked_for() -> None:
    translator = TinyTranslator()
    steps = run_pipeline(read, engines(translator))
    assert translator.calls == 0
    next(steps)  # opened
    next(steps)  # started
    assert translator.batches == 0
    next(steps)
    assert translator.batches == 1


def test_closing_it_between_two_batches_closes_the_engine() -> None:
    translator = TinyTranslator()
    steps = run_pipeline(read, engines(translator), "tiny")
    assert sum(isinstance(next(steps), Translated) for _ in range(3)) == 1
    assert not translator.closed
    assert isinstance(steps, Iterator)
    steps.close()  # type: ignore[attr-defined]
    assert translator.closed
    assert translator.batches == 1


def test_what_was_translated_before_a_failure_stays_and_the_rest_can_be_resumed() -> None:
    document = Document(read(), NO_PACKAGE)
    with pytest.raises(EngineFailed):
        for event in run_pipeline(read, engines(TinyTranslator(fail_after=2)), "tiny"):
            apply_event(document, event)
    assert len(document.done()) == 6
    assert not document.complete
    for event in translate_article(document.article, engines(), "", document.done()):
        apply_event(document, event)
    assert document.complete
    assert len(document.ranking) == 8


@pytest.mark.parametrize(("text", "language"), [(ARTICLE, "fr"), (ENGLISH, "en")])
def test_a_text_that_is_not_french_stops_only_if_it_is_asked_to(text: str, language: str) -> None:
    translator = TinyTranslator()
    first, *rest = run_pipeline(lambda: read(text), engines(translator), foreign=False)
    assert isinstance(first, Opened)
    assert (first.language, first.stopped) == (language, language != "fr")
    assert bool(rest) == (language == "fr")
    assert translator.calls == (language == "fr")
    first, *rest = run_pipeline(lambda: read(text), engines(), foreign=True)
    assert isinstance(first, Opened)
    assert not first.stopped
    assert isinstance(rest[-1], Translated)


def test_an_article_without_sentences_is_complete_and_ranked() -> None:
    document = collect_document(run_pipeline(lambda: made([], []), engines(), "tiny"))
    assert document.complete
    assert (document.method, document.ranking, document.total) == ("tiny", (), 0)


def test_collecting_tells_each_event_with_the_document_grown_by_it() -> None:
    seen: list[tuple[type[Event], int]] = []
    collect_document(
        run_pipeline(read, engines()), lambda event, document: seen.append((type(event), len(document.passages)))
    )
    assert seen == [(Opened, 0), (Started, 0), *[(Translated, n) for n in (3, 6, 9, 10)]]


def test_ranking_names_its_method() -> None:
    event = rank_sentences(segment_article(read(), TinySegmenter()), engines(), "tiny")
    assert event.method == "tiny"
    assert [choice.rank for choice in event.ranking] == list(range(1, 9))


def test_batches_may_come_in_any_order() -> None:
    class Backwards(TinyTranslator):
        def translate(self, sentences: Sequence[str]) -> Iterator[list[tuple[int, Hypothesis]]]:
            return iter(list(super().translate(sentences))[::-1])

    document = collect_document(run_pipeline(read, engines(Backwards()), "tiny"))
    assert document.complete
    assert all(document.target(s) == f"EN: {s.text.upper()}" for s in document.article.sentences())


def test_the_engine_is_asked_before_the_word_lists_of_the_checks_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, in_time = threading.Event(), list[bool]()

    class Watched(TinyTranslator):
        def translate(self, sentences: Sequence[str]) -> Iterator[list[tuple[int, Hypothesis]]]:
            asked.set()
            return super().translate(sentences)

    monkeypatch.setattr(pipeline, "warm_checks", lambda: in_time.append(asked.wait(10)))
    collect_document(run_pipeline(read, engines(Watched())))
    assert in_time == [True]
