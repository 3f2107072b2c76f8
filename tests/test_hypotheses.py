"""The translation heeds its checks: another hypothesis is taken where the first has a grave flag."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tiny import TINY, TinySegmenter, TinySummariser, TinyTranslator
from visavis.engines.translation.argos import ArgosTranslator
from visavis.exports.writers.json import dumps
from visavis.model.passage import Hypothesis
from visavis.model.ports import Engines
from visavis.packages.find import choose_package
from visavis.pipeline import collect_document, run_pipeline
from visavis.readers.open import from_text
from visavis.repair.hypotheses import LONGEST, MARGIN

SENTENCE = "Le tramway coûtera 42 millions d’euros à la ville."
WRONG, RIGHT = "The tram will cost the city 24 million euros.", "The tramway will cost the city 42 million euros."
WORSE = "The tram will cost Paris 24 million dollars."


class Beam(TinyTranslator):
    """Translates to the first of a beam; counts how often it is asked for the rest."""

    def __init__(self, *beam: Hypothesis) -> None:
        super().__init__()
        self.beam, self.asked, self.begins = list(beam), 0, list[str]()

    def translate(self, sentences: Sequence[str]) -> Iterator[list[tuple[int, Hypothesis]]]:
        yield [(number, self.beam[0]) for number in range(len(sentences))]

    def hypotheses(self, sentences: Sequence[str], count: int, begins: Sequence[str]) -> list[list[Hypothesis]]:
        self.asked += len(sentences)
        self.begins += begins
        return [self.beam for _ in sentences]


def translate(translator: TinyTranslator, text: str = SENTENCE) -> tuple[str, int]:
    engines = Engines(TinySegmenter(), lambda: translator, lambda method: TinySummariser(), {"tiny": ""})
    passage = collect_document(run_pipeline(lambda: from_text("a", text), engines)).passages[0]
    assert passage.package == TINY
    return passage.target, passage.hypothesis


def test_a_likely_hypothesis_without_a_grave_flag_is_taken() -> None:
    beam = Beam(Hypothesis(WRONG, -0.5), Hypothesis(WORSE, -0.55), Hypothesis(RIGHT, -0.6))
    assert translate(beam) == (RIGHT, 2)
    assert beam.asked == 1


@pytest.mark.parametrize(
    "others",
    [[], [Hypothesis(WORSE, -0.55)], [Hypothesis(RIGHT, -0.5 - 4 * MARGIN)]],
    ids=["none", "as bad", "unlikely"],
)
def test_else_the_first_stays(others: list[Hypothesis]) -> None:
    assert translate(Beam(Hypothesis(WRONG, -0.5), *others)) == (WRONG, 0)


def test_the_engine_is_not_asked_where_nothing_is_flagged_or_the_sentence_is_long() -> None:
    right = Beam(Hypothesis(RIGHT, -0.5), Hypothesis(RIGHT, -0.6))
    assert translate(right) == (RIGHT, 0)
    wrong = Beam(Hypothesis(WRONG, -0.5), Hypothesis(RIGHT, -0.6))
    assert translate(wrong, f"{'très ' * LONGEST}{SENTENCE}") == (WRONG, 0)
    assert right.asked == wrong.asked == 0


def test_the_engine_is_asked_for_other_words_from_the_flagged_one_on() -> None:
    sentence, begin = "Le maire a parlé de la rénovation du quartier.", "The mayor spoke of the"
    beam = Beam(Hypothesis(f"{begin} renovatiment of the area.", -0.5), Hypothesis(f"{begin} renewal of the area.", -2))
    assert translate(beam, sentence) == (f"{begin} renovatiment of the area.", 0)
    beam.beam[1:] = [Hypothesis(f"{begin} renewal of the area.", -0.6)]
    assert translate(beam, sentence) == (f"{begin} renewal of the area.", 1)
    assert beam.begins == [begin, begin]


def test_the_choice_is_in_the_json() -> None:
    engines = Engines(
        TinySegmenter(),
        lambda: Beam(Hypothesis(WRONG, -0.5), Hypothesis(RIGHT, -0.6)),
        lambda method: TinySummariser(),
        {"tiny": ""},
    )
    document = collect_document(run_pipeline(lambda: from_text("a", SENTENCE), engines))
    assert '"hypothesis": 1' in dumps(document)
    passage = document.passages[0]
    document.passages[0] = replace(passage, hypothesis=0)
    assert '"hypothesis"' not in dumps(document)


def test_the_real_engine_returns_a_beam_for_each_sentence() -> None:
    engine = ArgosTranslator(choose_package())
    long = "Le maire a parlé, " * 60 + "puis il est parti."
    first, nothing, parts = engine.hypotheses(["Le maire est venu hier soir.", "42", long], 4, ["", "", ""])
    assert len(first) == 4
    assert first[0].score >= first[1].score
    assert len({one.text for one in first}) > 1
    assert nothing == []
    assert all("mayor" in one.text for one in parts)


def test_the_real_engine_keeps_the_words_that_a_sentence_shall_begin_with() -> None:
    engine = ArgosTranslator(choose_package())
    sentence, begin = "Le maire a parlé de la rénovation du quartier.", "Yesterday, the mayor"
    kept, free = engine.hypotheses([sentence, sentence], 4, [begin, ""])
    assert len({one.text for one in kept}) == 4
    assert all(one.text.startswith(begin) for one in kept)
    assert not any(one.text.startswith(begin) for one in free)


def test_a_remembered_choice_is_not_looked_for_again(tmp_path: Path) -> None:
    from visavis.store.store import Store

    store = Store(tmp_path / "store.sqlite", lambda error: pytest.fail(str(error)), lambda: True)
    beam = Beam(Hypothesis(WRONG, -0.5), Hypothesis(WORSE, -0.55), Hypothesis(RIGHT, -0.6))
    wired = Engines(TinySegmenter(), lambda: beam, lambda method: TinySummariser(), {"tiny": ""}, store.memory)
    targets = [
        collect_document(run_pipeline(lambda: from_text("a", SENTENCE), wired)).passages[0].target for _ in range(2)
    ]
    assert targets == [RIGHT, RIGHT]
    assert beam.asked == 1
