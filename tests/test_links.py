"""Words that belong together, and other translations: the real engine and package."""

from __future__ import annotations

import pytest

from visavis import paths
from visavis.engines.translation.argos import ArgosTranslator
from visavis.model.errors import EngineFailed
from visavis.packages.find import find_packages

FRENCH = "L’OTAN a envoyé 3,5 tonnes de « matériel » au Kosovo vendredi."
ENGLISH = "NATO sent 3.5 tonnes of “equipment” to Kosovo on Friday."


@pytest.fixture(scope="module")
def engine() -> ArgosTranslator:
    return ArgosTranslator(find_packages([(paths.get_built_in_packages_folder(), "built-in")])[0], threads=1)


def words(engine: ArgosTranslator, french: str, english: str) -> set[tuple[str, str]]:
    links = engine.links(french, english)
    return {(french[slice(*link.source)], english[slice(*link.target)]) for link in links}


def test_words_are_linked_in_the_original_text_and_in_a_reader_s_own_words(engine: ArgosTranslator) -> None:
    found = words(engine, FRENCH, ENGLISH)
    assert {("OTAN", "NATO"), ("3,5", "3.5"), ("Kosovo", "Kosovo"), ("vendredi", "Friday")} <= found
    assert ("OTAN", "Friday") not in found and ("vendredi", "NATO") not in found


def test_each_of_two_equal_words_has_its_own_counterpart(engine: ArgosTranslator) -> None:
    french, english = "Le Kosovo est au sud, mais le Kosovo est libre.", "Kosovo is in the south, but Kosovo is free."
    first = [link for link in engine.links(french, english) if link.target == (0, 6)]
    second = [link for link in engine.links(french, english) if link.target == (28, 34)]
    assert (3, 9) in {link.source for link in first} and (30, 36) not in {link.source for link in first}
    assert (30, 36) in {link.source for link in second}


@pytest.mark.parametrize(("french", "english"), [("", "Yes."), ("Oui.", ""), ("***", "***"), ("mot " * 300, "Word.")])
def test_what_cannot_be_linked_is_not(engine: ArgosTranslator, french: str, english: str) -> None:
    assert engine.links(french, english) == []


def test_alternatives_are_in_different_words_best_first(engine: ArgosTranslator) -> None:
    french = "Les tensions dans le nord du Kosovo durent depuis des mois, et les habitants ont peur."
    made = engine.alternatives(french, 4)
    assert 2 <= len(made) <= 4
    assert all(hypothesis.text.count("Kosovo") == 1 for hypothesis in made)
    assert len({hypothesis.text.lower().replace("the ", "") for hypothesis in made}) == len(made)
    assert [hypothesis.score for hypothesis in made] == sorted((h.score for h in made), reverse=True)


def test_a_sentence_in_parts_has_alternatives_too(engine: ArgosTranslator) -> None:
    part = (
        "le conseil de la ville a adopté le budget, et le maire a défendu les dépenses pour les écoles de la ville ; "
    )
    made = engine.alternatives(part * 6)
    assert made
    assert all(len(hypothesis.text.split()) > 60 for hypothesis in made)


@pytest.mark.parametrize("text", ["", "***", "12,5 %"])
def test_what_says_nothing_has_no_alternatives(engine: ArgosTranslator, text: str) -> None:
    assert engine.alternatives(text) == []


def test_a_breakdown_is_told(engine: ArgosTranslator, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **options: object) -> None:
        raise RuntimeError("out of memory")

    broken = type("Broken", (), {"translate_batch": staticmethod(refuse), "score_batch": staticmethod(refuse)})
    monkeypatch.setattr(engine.decoder, "engine", broken)
    with pytest.raises(EngineFailed):
        engine.alternatives("Il dort bien.")
    with pytest.raises(EngineFailed):
        engine.links("Il dort bien.", "He sleeps.")
