"""Saved work: what comes back when an article is opened again, and which articles there were."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ARTICLE
from tiny import TINY, TinySegmenter
from visavis.analysis.sentence_counts import SentenceCounts, count_sentences
from visavis.model.article import Article, Sentence
from visavis.model.document import Document
from visavis.model.events import Restored
from visavis.model.passage import Flag, Passage, Status
from visavis.pipeline import NO_PACKAGE, segment_article
from visavis.readers.open import from_text
from visavis.store.article_lock import ProgramLock
from visavis.store.database import Database
from visavis.store.matching import carry_over
from visavis.store.saved_work import Changes, LastOpen, SavedWork


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


def refuse(error: Exception) -> None:
    raise AssertionError(error)


@pytest.fixture
def work(tmp_path: Path) -> Iterator[SavedWork]:
    made = SavedWork(Database(tmp_path / "store.sqlite", refuse), Clock(), most=5)
    yield made
    made.release()


def article(text: str = ARTICLE, name: str = "/a.txt") -> Article:
    return segment_article(from_text(name, text), TinySegmenter())


def passages(article: Article) -> dict[int, Passage]:
    """Return machine passages with a flag, but the second one edited, the third verified and the fourth recalled."""
    made = {
        s.id: Passage(s, f"EN {s.text}", -0.5, flags=(Flag("name", "?", (0, 1), (0, 2), "x"),), package=TINY)
        for s in article.sentences()
    }
    made[1] = Passage(made[1].sentence, "Mine", 0.0, Status.EDITED)
    made[2] = replace(made[2], status=Status.VERIFIED, flags=())
    made[3] = Passage(made[3].sentence, "Mine before", 0.0, Status.EDITED, recalled=True)
    return made


def test_an_article_comes_back_as_it_was(work: SavedWork, tmp_path: Path) -> None:
    opened = article()
    made = passages(opened)
    view = {"caret": 4, "scroll": 0.5, "pins": [1, 2]}
    assert work.restore(opened) is None
    assert work.write(Changes(opened, None, made, view))
    later = SavedWork(Database(tmp_path / "store.sqlite", refuse))
    assert later.restore(article()) == Restored(tuple(made.values()), view)


def test_only_what_has_changed_is_written(work: SavedWork) -> None:
    opened = article()
    made = passages(opened)
    work.write(Changes(opened, None, made, {"caret": 4}))
    edited = Passage(made[5].sentence, "Mine too", 0.0, Status.EDITED)
    work.write(Changes(opened, None, {5: edited}))
    assert work.restore(opened) == Restored(tuple({**made, 5: edited}.values()), {"caret": 4})


def test_of_equal_sentences_the_one_that_was_edited_is_the_one_that_comes_back(work: SavedWork) -> None:
    opened = article("Non. Il dort. Non. Il dort. Non.")
    second = Passage(list(opened.sentences())[2], "Never.", 0.0, Status.EDITED)
    work.write(Changes(opened, None, {2: second}))
    assert work.restore(opened) == Restored((second,), {})


@pytest.mark.parametrize("column", ["package", "status", "flags"])
def test_a_damaged_row_takes_nothing_with_it(work: SavedWork, tmp_path: Path, column: str) -> None:
    opened = article()
    made = passages(opened)
    work.write(Changes(opened, None, made, {"caret": 4}))
    with closing(sqlite3.connect(tmp_path / "store.sqlite")) as connection, connection:
        connection.execute(f"UPDATE passage SET {column} = CAST(x'5bff22' AS TEXT) WHERE id = 0")
        connection.execute("UPDATE article SET view = '[' || view")
    restored = work.restore(opened)
    assert restored is not None and restored.view == {}
    assert restored.passages[-len(made) + 1 :] == tuple(made.values())[1:]
    kept = [replace(made[0], flags=())] if column == "flags" else []  # they will be checked again
    assert list(restored.passages[: -len(made) + 1]) == kept


def test_a_changed_file_keeps_what_was_made_of_sentences_that_did_not_change(work: SavedWork) -> None:
    opened = article()
    work.write(Changes(opened, None, passages(opened), {"caret": 4}))
    changed = article(
        ARTICLE.replace("La séance a duré", "Elle a duré").replace(
            "Le conseil municipal", "Une phrase. Le conseil municipal"
        )
    )
    restored = work.restore(changed)
    assert restored and restored.view == {}
    texts = [s.text for s in changed.sentences()]
    found = {p.sentence.text: p for p in restored.passages}
    assert set(texts) - set(found) == {"Une phrase.", "Elle a duré plus de quatre heures."}
    assert found["Le conseil municipal a adopté le budget vendredi soir."].target == "Mine"
    for passage in restored.passages:
        assert texts[passage.sentence.id] == passage.sentence.text
        assert changed.text[passage.sentence.start : passage.sentence.end] == passage.sentence.text


def test_a_file_that_was_moved_is_known_by_its_words(work: SavedWork) -> None:
    work.write(Changes(article(), None, passages(article())))
    restored = work.restore(article(name="/elsewhere.txt"))
    assert restored and restored.passages[1].target == "Mine"
    assert work.restore(article("Tout autre chose.", "/b.txt")) is None


def test_recent_articles_are_listed_once_a_file_with_their_state(work: SavedWork) -> None:
    first = article()
    work.write(Changes(first, None, passages(first)))
    work.write(Changes(article("Il dort.", "/b.txt")))
    work.write(Changes(article("Il rit.", "Pasted text"), "Il  rit."))
    work.write(Changes(article("Il court.", "Pasted text"), "Il court."))
    work.write(Changes(article(ARTICLE + "\nEt après ?\n"), None))
    last, *rest = work.recent()
    assert (last.path, last.counted) == ("/a.txt", SentenceCounts(total=11))
    assert [(one.path, one.pasted) for one in rest] == [
        ("Pasted text", "Il court."), ("Pasted text", "Il  rit."), ("/b.txt", None)
    ]  # fmt: skip
    assert [one.path for one in work.recent(2)] == ["/a.txt", "Pasted text"]
    work.write(Changes(first))
    again = work.recent()[0]
    assert again.counted == SentenceCounts(total=10, done=10, machine=8, edited=2, verified=1, flags=7)
    assert again.title == "Le conseil adopte le budget de la ville"
    assert again.at > last.at


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([Status.MACHINE, Status.EDITED, Status.VERIFIED]), st.booleans(), st.integers(0, 3)),
        max_size=10,
    )
)
def test_a_list_counts_as_the_window_does(made: list[tuple[Status, bool, int]]) -> None:
    opened = article()
    passages = {
        sentence.id: Passage(
            sentence,
            "It.",
            0.0,
            status if by_machine or status is not Status.MACHINE else Status.EDITED,
            (Flag("name", '“{"check": ', (0, 1)),) * flags,
            TINY if by_machine and status is not Status.EDITED else None,
        )
        for sentence, (status, by_machine, flags) in zip(opened.sentences(), made, strict=False)
    }
    with tempfile.TemporaryDirectory() as folder:
        work = SavedWork(Database(Path(folder) / "store.sqlite", refuse))
        work.write(Changes(opened, None, passages))
        counted = work.recent()[0].counted
        work.release()
        work._database.close()
    found = count_sentences(Document(opened, NO_PACKAGE, passages))
    assert counted == replace(found, done=len(passages), others=())


def test_a_file_whose_name_is_no_text_is_saved_too(work: SavedWork) -> None:
    name = os.fsdecode(b"/\xe9t\xe9.txt")
    work.write(Changes(article(name=name), None, passages(article())))
    assert work.recent()[0].path == name
    assert work.restore(article(name=name))


def test_the_oldest_articles_are_forgotten_with_their_passages(work: SavedWork) -> None:
    first = article()
    work.write(Changes(first, None, passages(first)))
    for number in range(5):
        work.write(Changes(article(f"Phrase {number}.", f"/{number}.txt")))
    assert len(work.recent()) == 5
    assert work.restore(first) is None
    count = work._database.read(lambda c: c.execute("SELECT count(*) FROM passage").fetchone()[0], -1)
    assert count == 0


def test_an_article_is_forgotten_with_all_its_versions_and_so_are_all(work: SavedWork, tmp_path: Path) -> None:
    for text in ("Un secret.", "Deux secrets."):
        work.write(Changes(article(text)))
    work.write(Changes(article("Un secret collé.", "Pasted text"), "Un secret collé."))
    work.write(Changes(article("Il dort.", "/b.txt")))
    work.forget(work.recent()[2])
    assert [one.path for one in work.recent()] == ["/b.txt", "Pasted text"]
    work.forget(work.recent()[1])
    assert [one.path for one in work.recent()] == ["/b.txt"]
    work.forget()
    assert work.recent() == []
    assert not any(b"secret" in path.read_bytes() for path in tmp_path.iterdir())


def test_what_a_dead_program_had_open_is_brought_back_once(work: SavedWork, tmp_path: Path) -> None:
    dead = SavedWork(Database(tmp_path / "store.sqlite", refuse))
    dead.write(Changes(article("Il dort.", "/b.txt")))
    dead.write(Changes(article()))
    dead.arrange([Changes(article("Il dort.", "/b.txt")).key, Changes(article()).key], Changes(article()).key)
    assert work.take_last_open() == LastOpen()  # it lives
    assert dead._holder._lock
    dead._holder._lock.release()  # as the system does when it dies
    found = work.take_last_open()
    assert [recent.path for recent in found.recents] == ["/b.txt", "/a.txt"]
    assert (found.shown, found.crashed) == (1, True)
    assert work.take_last_open() == LastOpen()


def test_what_was_open_when_the_program_was_quit_comes_back_and_what_was_closed_does_not(
    work: SavedWork, tmp_path: Path
) -> None:
    other = SavedWork(Database(tmp_path / "store.sqlite", refuse))
    one, two, closed = (Changes(article(f"Phrase {n}.", f"/{n}.txt")) for n in (1, 2, 3))
    for changes in (one, two, closed):
        other.write(changes)
    other.arrange([one.key, two.key, closed.key], closed.key)
    other.arrange([two.key, one.key], one.key)
    other.release()
    found = work.take_last_open()
    assert [recent.path for recent in found.recents] == ["/2.txt", "/1.txt"]
    assert (found.shown, found.crashed) == (1, False)
    assert work.take_last_open() == LastOpen()
    other.write(Changes(article()))
    other.release()
    assert work.recent()[0].path == "/a.txt"


def test_a_holder_lives_until_it_lets_go(tmp_path: Path) -> None:
    one, other = ProgramLock(tmp_path), ProgramLock(tmp_path)
    assert not one.is_running(other.name) and not one.is_running(one.name)
    name = other.acquire()
    assert other.acquire() == name
    assert one.is_running(name) and other.is_running(name)
    other.release()
    assert not one.is_running(name) and not other.is_running(name)
    assert not list(tmp_path.iterdir())


def passage(text: str, target: str) -> Passage:
    return Passage(Sentence(0, 0, 0, text), target, 0.0)


def sentences(text: str) -> list[Sentence]:
    return [Sentence(number, 0, 0, letter) for number, letter in enumerate(text)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("abc", "abc", "012"),
        ("abc", "xabyc", " 01 2"),
        ("aXaYa", "aYaXa", "43012"),  # what stayed together stays; what was moved is found
        ("aaXa", "aXa", "123"),  # each of equal sentences by its neighbours
        ("", "ab", "  "),
        ("ab", "", ""),
    ],
)
def test_passages_are_carried_to_another_version(old: str, new: str, expected: str) -> None:
    found = carry_over([passage(text, str(number)) for number, text in enumerate(old)], sentences(new))
    made = {p.sentence.id: p.target for p in found}
    assert "".join(made.get(number, " ") for number in range(len(new))) == expected
