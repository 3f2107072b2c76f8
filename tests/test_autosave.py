"""Work is saved as it happens, and comes back: after closing, after a kill, in a changed file."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from conftest import ARTICLE, Tiny
from visavis.model.article import Article
from visavis.model.errors import StoreError
from visavis.model.events import Event, Restored, Started
from visavis.model.passage import Status
from visavis.model.summary_picks import SummaryPicks
from visavis.readers.open import from_text, open_path
from visavis.session.autosave import DELAY_MS, Autosave
from visavis.session.request import Request
from visavis.session.session import Session
from visavis.store.saved_work import LastOpen
from visavis.store.store import Store

Sit = Callable[[], Session]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "store" / "store.sqlite"


@pytest.fixture
def told() -> list[StoreError]:
    return []


@pytest.fixture
def sit(qtbot: QtBot, tiny: Tiny, place: Path, told: list[StoreError]) -> Iterator[Sit]:
    """Return what begins a session that remembers."""
    made: list[Session] = []

    def begin() -> Session:
        store = Store(place, told.append)
        made.append(Session(replace(tiny.engines, memory=store.memory), "tiny", store.work))
        return made[-1]

    yield begin
    tiny.open()
    for session in made:
        assert session.close()


def keeper(session: Session) -> Autosave:
    assert session.autosave
    return session.autosave


def idle(qtbot: QtBot, session: Session) -> None:
    """Wait until there is nothing left to do or to write."""
    mine = keeper(session)
    qtbot.waitUntil(lambda: session.is_idle and not (mine._job or mine._timer.isActive()), timeout=15_000)


def restored(session: Session) -> list[Restored]:
    found: list[Restored] = []

    def take(event: Event) -> None:
        if isinstance(event, Restored):
            found.append(event)

    session.grew.connect(take)
    return found


def request(path: Path) -> Request:
    return Request(str(path), lambda: open_path(path))


def test_the_readers_picks_for_the_summary_are_there_in_the_next_session(
    qtbot: QtBot, sit: Sit, article: Path, tiny: Tiny
) -> None:
    session = sit()
    session.open(request(article))
    idle(qtbot, session)
    session.pick(SummaryPicks((3,), (1,), (3, 2)))
    session.remember_view({"caret": 2})
    assert session.close()
    again = sit()
    again.open(request(article))
    idle(qtbot, again)
    assert again.document
    assert again.document.picks == SummaryPicks((3,), (1,), (3, 2))
    assert 1 not in [sentence.id for sentence, _ in again.document.chosen(8)]


def test_corrections_and_place_are_there_in_the_next_session(qtbot: QtBot, sit: Sit, article: Path, tiny: Tiny) -> None:
    session = sit()
    session.open(request(article))
    idle(qtbot, session)
    session.edit(1, "The council has spoken.")
    session.verify(2)
    session.remember_view({"caret": 1, "pins": [4]})
    session.remember_view({"caret": 2})
    assert session.close()
    again = sit()
    found = restored(again)
    again.open(request(article))
    idle(qtbot, again)
    assert found[0].view == {"caret": 2, "pins": [4]}
    document = again.document
    assert document and document.complete and document.ranking
    assert document.passages[1].target == "The council has spoken."
    assert [document.passages[n].status for n in (1, 2, 3)] == [Status.EDITED, Status.VERIFIED, Status.MACHINE]
    assert tiny.translator.calls == 1
    again.remember_view({"caret": 3})
    idle(qtbot, again)
    after = keeper(again).work.restore(document.article)
    assert after and after.view == {"caret": 3, "pins": [4]}


def test_a_correction_is_written_within_a_second_without_being_asked(qtbot: QtBot, sit: Sit, article: Path) -> None:
    session, other = sit(), sit()
    session.open(request(article))
    idle(qtbot, session)
    session.edit(1, "The council has spoken.")
    assert session.document and keeper(session)._timer.isActive()
    assert DELAY_MS < 500
    qtbot.waitUntil(lambda: keeper(other).work.recent()[0].counted.edited == 1, timeout=5000)


def test_reopening_at_once_shows_the_last_correction(qtbot: QtBot, sit: Sit, article: Path) -> None:
    session = sit()
    session.open(request(article))
    idle(qtbot, session)
    session.edit(1, "The council has spoken.")
    session.articles.close(session.articles.list[0])
    session.open(request(article))
    idle(qtbot, session)
    assert session.document and session.document.passages[1].target == "The council has spoken."
    assert not session.can_undo


def slowly(session: Session, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Let the disk wait until the event is set."""
    go, work = threading.Event(), keeper(session).work
    write = work.write
    monkeypatch.setattr(work, "write", lambda changes: go.wait(10) and write(changes))
    return go


def test_a_correction_made_while_the_disk_is_busy_is_there_when_the_article_is_reopened(
    qtbot: QtBot, sit: Sit, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = sit()
    go = slowly(session, monkeypatch)
    session.open(request(article))
    qtbot.waitUntil(lambda: session.is_idle and keeper(session)._job is not None)
    session.edit(1, "The council has spoken.")  # what was made before is being written
    session.pick(SummaryPicks((3,)))
    session.remember_view({"caret": 5})
    session.articles.close(session.articles.list[0])
    with qtbot.waitSignal(session.opened):
        session.open(request(article))
    session.remember_view({"caret": 0})  # where the view begins
    assert session.document and not session.document.passages
    QTimer.singleShot(1200, go.set)  # longer than anybody would wait for a disk
    idle(qtbot, session)
    assert session.document.passages[1].target == "The council has spoken."
    assert session.document.picks == SummaryPicks((3,))
    found = keeper(session).work.restore(session.document.article)
    assert found and found.passages[1].target == "The council has spoken."
    assert found.view == {"caret": 5, "picks": SummaryPicks((3,)).as_dict()}


def test_a_correction_made_while_the_same_article_is_read_again_is_in_it(qtbot: QtBot, sit: Sit, article: Path) -> None:
    session = sit()
    session.open(request(article))
    idle(qtbot, session)
    go = threading.Event()

    def read() -> Article:
        go.wait(10)
        return open_path(article)

    session.open(Request(str(article), read))
    session.edit(1, "The council has spoken.")
    before = session.document
    go.set()
    idle(qtbot, session)
    assert session.document and session.document is before
    assert session.document.passages[1].target == "The council has spoken."
    session.edit(1, "It has.")
    session.undo()
    idle(qtbot, session)
    found = keeper(session).work.restore(session.document.article)
    assert found and found.passages[1].target == "The council has spoken."


def test_a_correction_that_no_disk_takes_is_there_when_the_article_comes_back(
    qtbot: QtBot, sit: Sit, article: Path, place: Path, tmp_path: Path
) -> None:
    place.parent.write_text("a file where the folder should be")
    other = tmp_path / "other.txt"
    other.write_text("Le maire est arrivé. Il parle à la foule de la ville.", encoding="utf-8")
    session = sit()
    for path in (article, article, other, article):
        session.open(request(path))
        idle(qtbot, session)
        if session.document and session.document.complete and path is article:
            session.edit(1, "The council has spoken.")
    assert session.document and session.document.passages[1].target == "The council has spoken."
    place.parent.unlink()
    session.verify(2)
    assert session.close()
    again = sit()
    again.open(request(article))
    idle(qtbot, again)
    assert again.document and again.document.passages[1].target == "The council has spoken."


def test_a_change_of_package_while_saved_work_is_looked_up_loses_none_of_it(
    qtbot: QtBot, sit: Sit, article: Path, tiny: Tiny
) -> None:
    session = sit()
    session.open(request(article))
    idle(qtbot, session)
    session.edit(1, "The council has spoken.")
    begun: list[Event] = []
    session.opened.connect(lambda _: session.change_package())
    session.grew.connect(lambda event: begun.append(event) if isinstance(event, Started) else None)
    session.articles.close(session.articles.list[0])
    session.open(request(article))
    idle(qtbot, session)
    document = session.document
    assert document and document.complete and document.ranking
    assert document.passages[1].target == "The council has spoken."
    assert len(begun) == 2
    assert keeper(session).work.recent()[0].counted.edited == 1


def test_what_is_undone_of_the_summary_is_undone_in_the_store(qtbot: QtBot, sit: Sit, article: Path) -> None:
    session = sit()
    session.open(request(article))
    idle(qtbot, session)
    session.edit(1, "The council has spoken.")
    session.pick(SummaryPicks((3,)))
    session.pick(SummaryPicks((3, 4)))
    session.undo()
    idle(qtbot, session)
    session.open(request(article))
    idle(qtbot, session)
    assert session.document and session.document.picks == SummaryPicks((3,))
    assert session.document.passages[1].target == "The council has spoken."


def test_a_crash_while_the_disk_is_busy_waits_for_all_that_was_made(
    qtbot: QtBot, sit: Sit, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = sit()
    go = slowly(session, monkeypatch)
    session.open(request(article))
    qtbot.waitUntil(lambda: session.is_idle and keeper(session)._job is not None)
    session.edit(1, "The council has spoken.")
    writing = keeper(session).flush()  # as app/composition.py does
    assert writing and not writing.wait(0.01)
    go.set()
    assert writing.wait(10)
    assert keeper(session).work.recent()[0].counted.edited == 1


def test_work_on_the_article_before_is_written_too(qtbot: QtBot, sit: Sit, article: Path, tmp_path: Path) -> None:
    session = sit()
    session.open(request(article))
    idle(qtbot, session)
    other = tmp_path / "other.txt"
    other.write_text("Le maire est arrivé. Il parle à la foule de la ville.", encoding="utf-8")
    session.open(request(other))
    session.edit(1, "The council has spoken.")
    idle(qtbot, session)
    assert [(one.path, one.counted.edited) for one in keeper(session).work.recent()] == [
        (str(other), 0),
        (str(article), 1),
    ]


def test_a_changed_file_keeps_the_corrections_of_what_did_not_change(
    qtbot: QtBot, sit: Sit, article: Path, tiny: Tiny
) -> None:
    session = sit()
    session.open(request(article))
    idle(qtbot, session)
    session.edit(3, "The mayor defended it.")
    session.edit(2, "It lasted for hours.")
    idle(qtbot, session)
    article.write_text("Un titre neuf\n\n" + ARTICLE.replace("plus de quatre heures", "trois heures"), encoding="utf-8")
    session.open(request(article))
    idle(qtbot, session)
    document = session.document
    assert document and document.complete
    assert [p.target for p in document.passages.values() if p.status is Status.EDITED] == ["The mayor defended it."]
    assert document.passages[3].target == "EN: LA SÉANCE A DURÉ TROIS HEURES."
    assert keeper(session).work.recent()[0].counted.edited == 1


def test_a_pasted_text_is_kept_with_its_words(qtbot: QtBot, sit: Sit) -> None:
    session = sit()
    session.open(Request("Pasted text", lambda: from_text("Pasted text", ARTICLE), ARTICLE))
    idle(qtbot, session)
    with qtbot.waitSignal(keeper(session).looked) as looked:
        keeper(session).find_recent()
    assert looked.args
    (recent,), last = looked.args
    assert (recent.pasted, recent.counted.machine, last) == (ARTICLE, 10, LastOpen())


def test_a_correction_is_used_and_offered_elsewhere(qtbot: QtBot, sit: Sit, article: Path) -> None:
    session = sit()
    session.open(request(article))
    idle(qtbot, session)
    session.edit(1, "The council has spoken.")
    idle(qtbot, session)
    text = ARTICLE.split("\n")[2] + "\n\nLe conseil municipal a adopté le budget jeudi soir."
    session.open(Request("b", lambda: from_text("b", text), text))
    idle(qtbot, session)
    document = session.document
    assert document
    assert document.passages[0].target == "The council has spoken."
    assert (document.passages[0].status, document.passages[0].recalled) == (Status.EDITED, True)
    with qtbot.waitSignal(session.details.matched) as matched:
        assert session.details.matches(document.passages[2]) is None
    assert matched.args
    assert [match.target for match in matched.args[1]] == ["The council has spoken."]
    session.open(request(article))
    idle(qtbot, session)
    session.edit(1, "EN: no")
    session.undo()
    idle(qtbot, session)
    assert session.document and session.document.passages[1].target == "The council has spoken."


def test_an_edit_that_is_undone_is_not_remembered(qtbot: QtBot, sit: Sit, article: Path) -> None:
    session = sit()
    session.open(request(article))
    idle(qtbot, session)
    session.edit(1, "The council has spoken.")
    idle(qtbot, session)
    session.undo()
    idle(qtbot, session)
    assert keeper(session).work.recent()[0].counted.edited == 0
    memory = session.engines.memory
    assert memory and memory.similar("Le conseil municipal a adopté le budget vendredi soir.") == []


def test_to_verify_what_the_machine_said_takes_no_correction_away(qtbot: QtBot, sit: Sit, article: Path) -> None:
    session = sit()
    session.open(request(article))
    idle(qtbot, session)
    assert session.document and session.engines.memory
    session.engines.memory.correct([replace(session.document.passages[1], target="Mine", package=None)])
    session.verify(1)
    idle(qtbot, session)
    assert [match.target for match in session.engines.memory.similar(session.document.passages[1].sentence.text)] == [
        "Mine"
    ]


def test_without_a_place_to_write_the_work_goes_on(
    qtbot: QtBot, sit: Sit, article: Path, place: Path, told: list[StoreError]
) -> None:
    place.parent.write_text("a file where the folder should be")
    session = sit()
    session.open(request(article))
    idle(qtbot, session)
    session.edit(1, "The council has spoken.")
    idle(qtbot, session)
    assert session.document and session.document.complete
    assert session.document.passages[1].target == "The council has spoken."
    assert len(told) == 1 and "cannot be used" in str(told[0])


def test_what_could_not_be_written_is_written_later(
    qtbot: QtBot, sit: Sit, article: Path, place: Path, told: list[StoreError]
) -> None:
    place.parent.write_text("a file where the folder should be")
    session = sit()
    session.open(request(article))
    idle(qtbot, session)
    session.edit(1, "The council has spoken.")
    idle(qtbot, session)
    place.parent.unlink()
    session.verify(2)
    idle(qtbot, session)
    counted = keeper(session).work.recent()[0].counted
    assert (counted.machine, counted.edited, counted.verified) == (9, 1, 1)
