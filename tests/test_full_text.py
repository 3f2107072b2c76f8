"""All saved articles are searched, in both languages; what is forgotten is not found."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from test_saved_work import article, refuse
from visavis.model.passage import Passage
from visavis.store.database import Database
from visavis.store.saved_work import Changes, SavedWork
from visavis.store.schema import VERSIONS, migrate


@pytest.fixture
def work(tmp_path: Path) -> SavedWork:
    made = SavedWork(Database(tmp_path / "store.sqlite", refuse))
    for number, text in enumerate(("Le préfet a parlé. Il pleut.", "La préfecture est fermée. Le maire dort.")):
        one = article(text, f"/{number}.txt")
        done = {sentence.id: Passage(sentence, f"EN {sentence.text}", 0.0) for sentence in one.sentences()}
        made.write(Changes(one, None, done))
    return made


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("préfet", ["Le préfet a parlé."]),
        ("PREF", ["La préfecture est fermée.", "Le préfet a parlé."]),
        ("maire en", ["Le maire dort."]),  # one word in French, the other in English
        ("le maire pleut", []),
        ("", []),
        ('"*) OR NEAR(', []),
    ],
)
def test_all_words_are_found_in_either_language(work: SavedWork, wanted: str, found: list[str]) -> None:
    assert [one.sentence for one in work.search(wanted)] == found


def test_an_edit_is_found_and_what_it_replaced_is_not(work: SavedWork) -> None:
    one = article("Le préfet a parlé. Il pleut.", "/0.txt")
    first = next(one.sentences())
    work.write(Changes(one, None, {0: Passage(first, "The governor spoke.", 0.0)}))
    assert [(one.target, one.path) for one in work.search("governor")] == [("The governor spoke.", "/0.txt")]
    assert not work.search("EN parlé")


def test_what_is_forgotten_is_not_found_and_not_on_the_disk(work: SavedWork, tmp_path: Path) -> None:
    work.forget()
    assert not work.search("préfet")
    assert not any(b"parl" in path.read_bytes() for path in tmp_path.iterdir())


def test_passages_saved_by_an_earlier_version_are_found(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "store.sqlite", isolation_level=None)
    migrate(connection, VERSIONS[:2])
    connection.execute(
        "INSERT INTO article (id, path, sha256, title, sentences, at) VALUES (7, x'2f61', 's', 'T', 1, 0)"
    )
    connection.execute(
        "INSERT INTO passage VALUES (7, 0, 'Le préfet dort.', 'The prefect naps.', 0, 'machine', '[]', '', 0, 0, '[]')"
    )
    connection.close()
    work = SavedWork(Database(tmp_path / "store.sqlite", refuse))
    assert [(one.path, one.target) for one in work.search("prefect")] == [("/a", "The prefect naps.")]


def test_a_damaged_index_is_made_anew_and_loses_no_work(work: SavedWork, tmp_path: Path) -> None:
    work._database.close()
    with sqlite3.connect(tmp_path / "store.sqlite") as connection:
        connection.execute("UPDATE word_data SET block = x'ffffffffffff'")
    connection.close()
    one = article("Le préfet a parlé. Il pleut.", "/0.txt")
    assert work.write(Changes(one, None, {0: Passage(next(one.sentences()), "The governor spoke.", 0.0)}))
    assert [found.target for found in work.search("governor")] == ["The governor spoke."]
    assert [found.path for found in work.search("maire")] == ["/1.txt"]
    assert len(work.recent()) == 2
