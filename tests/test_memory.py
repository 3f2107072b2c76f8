"""The translation memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tiny import TINY
from visavis.model.article import Sentence
from visavis.model.passage import Flag, Match, PackageInfo, Passage, Status
from visavis.store.store import Store

OTHER = replace(TINY, sha256="1" * 64)


def sentence(text: str, id_: int = 0) -> Sentence:
    return Sentence(id_, 0, len(text), text)


def machine(text: str, target: str = "It.", package: PackageInfo = TINY) -> Passage:
    return Passage(sentence(text), target, -0.25, flags=(Flag("name", "Il"),), package=package)


def mine(text: str, target: str) -> Passage:
    return Passage(sentence(text), target, 0.0, Status.EDITED)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return opened(tmp_path)


def opened(folder: Path, on: Callable[[], bool] = lambda: True) -> Store:
    def told(error: Exception) -> None:
        raise AssertionError(error)

    return Store(folder / "store.sqlite", told, on)


def test_a_machine_translation_comes_back_whole_in_its_new_place(store: Store) -> None:
    store.memory.keep([machine("Il dort."), machine("Il rit.", "He laughs.")])
    asked = [sentence("Il rit.", 7), sentence("Il court.", 8), sentence("Il\u00a0dort.", 9)]
    assert store.memory.recall(asked, TINY) == [
        replace(machine("Il rit.", "He laughs."), sentence=asked[0]),
        replace(machine("Il dort."), sentence=asked[2]),
    ]


def test_each_package_has_its_own(store: Store) -> None:
    store.memory.keep([machine("Il dort.", "It sleeps."), machine("Il dort.", "He sleeps.", OTHER)])
    assert [store.memory.recall([sentence("Il dort.")], p)[0].target for p in (TINY, OTHER)] == [
        "It sleeps.",
        "He sleeps.",
    ]
    assert store.memory.recall([sentence("Il dort.")], replace(TINY, sha256="2" * 64)) == []


def test_a_correction_comes_before_the_machine_and_is_marked(store: Store) -> None:
    store.memory.keep([machine("Il dort.")])
    store.memory.correct([mine("Il dort.", "He sleeps.")])
    store.memory.keep([machine("Il dort.")])
    expected = Passage(sentence("Il dort."), "He sleeps.", 0.0, Status.EDITED, recalled=True)
    assert store.memory.recall([sentence("Il dort.")], OTHER) == [expected]
    store.memory.correct([replace(machine("Il dort."), status=Status.VERIFIED)])  # taken back
    assert store.memory.recall([sentence("Il dort.")], TINY) == [machine("Il dort.")]


def test_it_is_there_in_the_next_session_and_in_another_process(store: Store, tmp_path: Path) -> None:
    store.memory.correct([mine("Il dort.", "He sleeps.")])
    other = opened(tmp_path)
    assert other.memory.recall([sentence("Il dort.")], TINY)[0].target == "He sleeps."
    assert other.memory.similar("Il dort !")[0].target == "He sleeps."
    store.memory.correct([mine("Il mange.", "He eats.")])
    assert other.memory.similar("Il mange !")[0].target == "He eats."


def test_many_sentences_are_asked_for_at_once(store: Store) -> None:
    passages = [machine(f"Phrase {number}.", f"Sentence {number}.") for number in range(1300)]
    store.memory.keep(passages)
    found = store.memory.recall([sentence(f"Phrase {number}.", number) for number in range(1301)], TINY)
    assert [(p.sentence.id, p.target) for p in found] == [(n, f"Sentence {n}.") for n in range(1300)]


def test_the_oldest_are_forgotten_and_corrections_never(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.memory._most = 10
    store.memory.correct([mine("Phrase.", "Sentence.")])
    for number in range(25):
        store.memory.keep([machine(f"Phrase {number}.")])
    asked = [sentence(f"Phrase {number}.", number) for number in range(25)]
    assert [p.sentence.id for p in store.memory.recall(asked, TINY)] == list(range(15, 25))
    assert store.memory.recall([sentence("Phrase.")], TINY)


def test_corrections_of_similar_sentences_are_offered_the_most_similar_first(store: Store) -> None:
    store.memory.correct(
        [
            mine("Le maire a défendu les dépenses pour les écoles de la ville.", "The mayor defended school spending."),
            mine("Le maire a défendu les dépenses de la ville.", "The mayor defended the city’s spending."),
            mine("Il pleut.", "It is raining."),
        ]
    )
    found = store.memory.similar("Le maire a défendu les dépenses de sa ville.")
    assert found[0].sentence == "Le maire a défendu les dépenses de la ville."
    assert found[0].target == "The mayor defended the city’s spending."
    assert 0.9 < found[0].similarity < 1
    assert [match.target for match in found[1:]] == ["The mayor defended school spending."]
    assert store.memory.similar("Il pleut.") == [Match("Il pleut.", "It is raining.", 1.0)]


def test_what_is_cleared_is_gone_from_the_disk(store: Store, tmp_path: Path) -> None:
    store.memory.correct([mine("Il dort.", "The secret.")])
    store.memory.keep([machine("Il rit.", "Another secret.")])
    store.memory.clear()
    assert store.memory.recall([sentence("Il dort."), sentence("Il rit.")], TINY) == []
    assert store.memory.similar("Il dort.") == []
    assert not any(b"secret" in path.read_bytes() for path in tmp_path.iterdir())


def test_off_it_neither_knows_nor_learns(tmp_path: Path) -> None:
    on = [True]
    store = opened(tmp_path, lambda: bool(on))
    store.memory.correct([mine("Il dort.", "He sleeps.")])
    on.clear()
    store.memory.correct([mine("Il rit.", "He laughs.")])
    store.memory.keep([machine("Il court.")])
    asked = [sentence("Il dort."), sentence("Il rit."), sentence("Il court.")]
    assert store.memory.recall(asked, TINY) == [] == store.memory.similar("Il dort.")
    on.append(True)
    assert [p.target for p in store.memory.recall(asked, TINY)] == ["He sleeps."]
