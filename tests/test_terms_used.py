"""The user's own terms are used in the engine's words: by another hypothesis, or by replacing words at fault."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from test_hypotheses import Beam
from tiny import TinySegmenter, TinySummariser
from visavis.exports.provenance import describe_provenance, format_provenance
from visavis.exports.writers.json import dumps
from visavis.model.document import Document
from visavis.model.errors import StoreError
from visavis.model.events import Restored
from visavis.model.glossary import Glossary, Term
from visavis.model.passage import Hypothesis, Passage, Status
from visavis.model.ports import Engines
from visavis.pipeline import collect_document, run_pipeline
from visavis.readers.open import from_text
from visavis.repair.hypotheses import MARGIN
from visavis.repair.terms import use_terms
from visavis.store.saved_work import Changes
from visavis.store.store import Store

SENTENCE = "Le tramway sera prêt demain."
TRAM = Term("tramway", ("light rail",), ("tram", "tramway"), own=True)
FIRST, BY_BEAM = "The tram will be ready tomorrow.", "Light rail will be ready tomorrow."
REPLACED = "The light rail will be ready tomorrow."


def translate(beam: Beam, *terms: Term, text: str = SENTENCE, store: Store | None = None) -> Document:
    engines = Engines(
        TinySegmenter(),
        lambda: beam,
        lambda method: TinySummariser(),
        {"tiny": ""},
        store.memory if store else None,
        lambda: Glossary(terms),
    )
    return collect_document(run_pipeline(lambda: from_text("a", text), engines))


def test_a_hypothesis_with_the_term_is_taken_first() -> None:
    beam = Beam(Hypothesis(FIRST, -0.4), Hypothesis(BY_BEAM, -0.5))
    passage = translate(beam, TRAM).passages[0]
    assert (passage.target, passage.hypothesis, passage.terms) == (BY_BEAM, 1, ("Light rail",))
    assert not passage.flags


@pytest.mark.parametrize("others", [[], [Hypothesis(BY_BEAM, -0.41 - MARGIN)], [Hypothesis(f"{BY_BEAM} 42", -0.5)]])
def test_else_the_words_at_fault_are_replaced(others: list[Hypothesis]) -> None:
    passage = translate(Beam(Hypothesis(FIRST, -0.4), *others), TRAM).passages[0]
    assert (passage.target, passage.hypothesis, passage.terms) == (REPLACED, 0, ("light rail",))
    assert not passage.flags


def test_built_in_terms_are_only_flagged() -> None:
    beam = Beam(Hypothesis(FIRST, -0.4), Hypothesis(BY_BEAM, -0.5))
    passage = translate(beam, replace(TRAM, own=False)).passages[0]
    assert (passage.target, passage.terms, beam.asked) == (FIRST, (), 0)
    assert [flag.check for flag in passage.flags] == ["glossary"]


@pytest.mark.parametrize(
    ("french", "english", "term"),
    [
        ("Les tramways sont prêts.", "The trams are ready.", TRAM),  # another number than the term's
        ("Le tramway est prêt.", "The trams are ready.", TRAM),
        ("Le tramway est prêt.", "The Tram is ready.", TRAM),  # a name?
        ("Le tramway est prêt.", "The streetcar is ready.", TRAM),  # the words at fault are not known
        ("Il a un tramway.", "He has a tram.", replace(TRAM, english=("underground",))),  # "a underground"
    ],
)
def test_what_is_not_clear_is_flagged_and_left(french: str, english: str, term: Term) -> None:
    passage = translate(Beam(Hypothesis(english, -0.5)), term, text=french).passages[0]
    assert (passage.target, passage.terms) == (english, ())
    assert "glossary" in [flag.check for flag in passage.flags]


def test_what_a_person_has_written_or_dismissed_is_left_alone() -> None:
    plain = translate(Beam(Hypothesis(FIRST, -0.5)), replace(TRAM, own=False)).passages[0]
    glossary = Glossary([TRAM])
    for passage in (
        replace(plain, status=Status.EDITED, package=None),
        replace(plain, status=Status.GIVEN, package=None),
        replace(plain, status=Status.VERIFIED),
        replace(plain, recalled=True),
        replace(plain, flags=tuple(replace(flag, dismissed=True) for flag in plain.flags)),
    ):
        assert list(use_terms([passage], {}, glossary)) == [passage]


def test_the_terms_used_are_told_in_json_and_provenance() -> None:
    document = translate(Beam(Hypothesis(FIRST, -0.5)), TRAM)
    (paragraph,) = json.loads(dumps(document))["paragraphs"]
    assert paragraph["sentences"][0]["terms"] == ["light rail"]
    assert describe_provenance(document, None)["passages_by_glossary"] == 1
    assert "Passages with terms by the user's glossary: 1." in format_provenance(document, None)
    plain = translate(Beam(Hypothesis(FIRST, -0.5)))
    assert '"terms"' not in dumps(plain) and "glossary" not in str(format_provenance(plain, None))
    assert "passages_by_glossary" not in describe_provenance(plain, None)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    def fail(error: StoreError) -> None:
        pytest.fail(str(error))

    return Store(tmp_path / "store.sqlite", fail)


def test_the_terms_used_are_kept_with_the_work(store: Store) -> None:
    document = translate(Beam(Hypothesis(FIRST, -0.5)), TRAM)
    store.work.write(Changes(document.article, passages=dict(document.passages), opened=True))
    restored = store.work.restore(document.article)
    assert isinstance(restored, Restored)
    assert [passage.terms for passage in restored.passages] == [("light rail",)]


def test_a_remembered_translation_follows_today_s_glossary(store: Store) -> None:
    def targets(*terms: Term) -> tuple[str, int]:
        beam = Beam(Hypothesis(FIRST, -0.4), Hypothesis(BY_BEAM, -0.5))
        passage: Passage = translate(beam, *terms, store=store).passages[0]
        return passage.target, beam.asked

    assert targets(TRAM) == (BY_BEAM, 1)
    assert targets() == (FIRST, 0)  # what followed the glossary was not remembered
    assert targets(TRAM) == (BY_BEAM, 1)  # what is remembered follows it too
