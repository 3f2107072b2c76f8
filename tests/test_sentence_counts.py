"""What the window tells at every step, counted in one walk."""

from __future__ import annotations

from dataclasses import replace

from conftest import ARTICLE, Tiny
from visavis.analysis.sentence_counts import SentenceCounts, count_sentences
from visavis.model.passage import Flag, Status
from visavis.pipeline import collect_document, run_pipeline
from visavis.readers.open import from_text
from visavis.session.history import History


def test_it_agrees_with_the_document() -> None:
    document = collect_document(run_pipeline(lambda: from_text("a", ARTICLE), Tiny().engines, "tiny"))
    for id_, passage in document.passages.items():
        document.passages[id_] = replace(passage, flags=())
    assert count_sentences(document) == SentenceCounts(10, 10, 10)
    assert count_sentences(document).complete
    flags = (Flag("figure", "x"), Flag("name", "y"))
    other = replace(document.package, version="9.9")
    document.passages[1] = replace(document.passages[1], status=Status.EDITED, package=None, flags=flags)
    document.passages[2] = replace(document.passages[2], status=Status.VERIFIED, flags=flags)
    document.passages[3] = replace(document.passages[3], package=other)
    document.passages[4] = replace(document.passages[4], package=other, status=Status.VERIFIED)
    document.passages[5] = replace(document.passages[1], sentence=document.passages[5].sentence, status=Status.VERIFIED)
    del document.passages[9]
    counted = count_sentences(document)
    assert counted == SentenceCounts(total=10, done=8, machine=7, edited=2, verified=3, flags=2, others=("9.9",))
    assert counted.done == len(document.done())
    assert (counted.complete, counted.missing) == (False, 1)


def test_to_verify_what_was_edited_leaves_it_edited() -> None:
    document = collect_document(run_pipeline(lambda: from_text("a", ARTICLE), Tiny().engines, "tiny"))
    history = History(document)
    history.edit(1, "The council has spoken.")
    history.edit(2, "It took four hours.")
    history.verify(1)
    history.verify(3)
    counted = count_sentences(document)
    assert (counted.machine, counted.edited, counted.verified) == (8, 2, 2)
