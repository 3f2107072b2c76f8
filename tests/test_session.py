"""The session: which article is open, and which of the jobs under way may change it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from conftest import ARTICLE, Tiny
from visavis.model.article import Article
from visavis.model.document import Document
from visavis.model.errors import EngineFailed, VisavisError
from visavis.model.events import Revised
from visavis.model.passage import Passage, Status
from visavis.readers.open import from_text, open_path
from visavis.session.request import Request
from visavis.session.session import Session

ENGLISH = "The council adopted the budget of the city. The mayor said that it was good for the schools.\n" * 3


def text(name: str, words: str = ARTICLE) -> Request:
    return Request(name, lambda: from_text(name, words))


class Told:
    """What a session has told."""

    def __init__(self, session: Session) -> None:
        self.opened: list[Document] = []
        self.foreign: list[tuple[Request, str]] = []
        self.failed: list[VisavisError] = []
        self.saved: list[Path] = []
        self.busy: list[bool] = []
        session.opened.connect(self.opened.append)
        session.foreign.connect(lambda request, language: self.foreign.append((request, language)))
        session.failed.connect(self.failed.append)
        session.unread.connect(lambda request, error: self.failed.append(error))
        session.saved.connect(self.saved.append)
        session.busy.connect(self.busy.append)


@pytest.fixture
def session(qtbot: QtBot, tiny: Tiny) -> Iterator[Session]:
    made = Session(tiny.engines, "tiny")
    yield made
    tiny.open()
    assert made.close()


@pytest.fixture
def told(session: Session) -> Told:
    return Told(session)


def idle(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: session.is_idle, timeout=15_000)


def translated(qtbot: QtBot, session: Session, sentences: int) -> Document:
    """Wait until so many sentences are there; return the document."""
    qtbot.waitUntil(lambda: bool(session.document and len(session.document.passages) == sentences))
    assert session.document
    return session.document


def test_an_article_is_opened_translated_and_ranked(qtbot: QtBot, session: Session, told: Told) -> None:
    session.open(text("a"))
    assert session.is_busy
    assert session.reading == "a"
    idle(qtbot, session)
    document = session.document
    assert document and told.opened == [document]
    assert document.complete
    assert document.method == "tiny"
    assert len(document.ranking) == 8  # neither the title nor the aside
    assert told.busy[0] is True
    assert told.busy[-1] is False
    assert not session.is_busy and not session.reading
    assert not told.failed


def test_cancel_keeps_what_is_there_and_resume_does_the_rest(qtbot: QtBot, session: Session, tiny: Tiny) -> None:
    gate = tiny.shut()
    session.open(text("a"))
    gate.let(1)
    document = translated(qtbot, session, 3)
    session.cancel()
    gate.let(1)  # the batch under way
    idle(qtbot, session)
    assert not session.is_busy
    assert len(document.passages) == 3
    assert document.ranking
    tiny.open()
    session.resume()
    assert session.is_busy
    idle(qtbot, session)
    assert document.complete
    assert tiny.translator.calls == 2


def test_resume_ranks_what_was_cancelled_before_it_was_ranked(qtbot: QtBot, session: Session, tiny: Tiny) -> None:
    gate = tiny.shut()
    with qtbot.waitSignal(session.opened):
        session.open(text("a"))
    session.cancel()
    gate.set()
    idle(qtbot, session)
    assert session.document
    assert not session.document.ranking
    session.resume()
    idle(qtbot, session)
    assert session.document.ranking
    assert session.document.complete


def test_resume_and_again_do_nothing_when_there_is_nothing_to_do(qtbot: QtBot, session: Session, tiny: Tiny) -> None:
    for act in (session.resume, session.retranslate, session.cancel, lambda: session.rank("tiny")):
        act()
        assert not session.is_busy
    session.open(text("a"))
    idle(qtbot, session)
    session.resume()
    assert not session.is_busy
    assert tiny.translator.calls == 1


@pytest.mark.parametrize("status", [Status.EDITED, Status.GIVEN])
def test_translate_again_leaves_what_people_wrote(qtbot: QtBot, session: Session, tiny: Tiny, status: Status) -> None:
    session.open(text("a"))
    idle(qtbot, session)
    document = session.document
    assert document
    sentence = next(document.article.sentences())
    document.passages[sentence.id] = Passage(sentence, "Mine", 0.0, status)
    session.retranslate()
    idle(qtbot, session)
    assert tiny.translator.calls == 2
    assert document.target(sentence) == "Mine"
    assert document.complete


def test_revisions_are_told_and_stay_when_it_is_translated_again(qtbot: QtBot, session: Session) -> None:
    told: list[tuple[bool, bool]] = []
    session.revised.connect(lambda undo, redo: told.append((undo, redo)))
    for act in (session.undo, session.redo, lambda: session.edit(0, "Mine"), lambda: session.verify(0)):
        act()  # with no article open
    session.open(text("a"))
    idle(qtbot, session)
    document = session.document
    assert document and not session.can_undo
    before = document.passages[1]
    with qtbot.waitSignal(session.grew) as grew:
        session.edit(1, "The council has spoken.")
    assert grew.args == [Revised(document.passages[1], before)]
    session.verify(2)
    session.undo()
    session.redo()
    assert told == [(False, False), (True, False), (True, False), (True, True), (True, False)]
    session.retranslate()
    idle(qtbot, session)
    assert document.passages[1].target == "The council has spoken."
    assert [document.passages[i].status.value for i in range(4)] == ["machine", "edited", "verified", "machine"]
    session.open(text("b"))
    idle(qtbot, session)
    assert not session.can_undo and not session.can_redo


def test_an_edit_during_the_translation_stays(qtbot: QtBot, session: Session, tiny: Tiny) -> None:
    gate = tiny.shut()
    session.open(text("a"))
    gate.let(4)
    document = translated(qtbot, session, 10)
    idle(qtbot, session)
    session.retranslate()
    session.edit(9, "Tell us what you think")
    gate.set()
    idle(qtbot, session)
    assert document.passages[9].target == "Tell us what you think"


def test_an_engine_that_breaks_down_leaves_what_is_there(
    qtbot: QtBot, session: Session, told: Told, tiny: Tiny
) -> None:
    tiny.translator.fail_after = 2
    session.open(text("a"))
    idle(qtbot, session)
    assert [str(error) for error in told.failed] == ["translate-fr_en: the engine broke down"]
    document = session.document
    assert document and len(document.passages) == 6
    assert not session.is_busy
    tiny.translator.fail_after = None
    session.resume()
    idle(qtbot, session)
    assert document.complete


def test_a_fault_of_the_program_is_told_without_the_text(qtbot: QtBot, session: Session, told: Told) -> None:
    def read() -> Article:
        raise RuntimeError("Le conseil municipal a adopté")

    session.open(Request("a", read))
    idle(qtbot, session)
    assert isinstance(told.failed[0], EngineFailed)
    assert str(told.failed[0]) == "Something went wrong (RuntimeError). Try again; your work is kept."
    assert told.busy == [True, False]


def test_another_article_comes_to_the_front_and_the_first_goes_on_being_translated(
    qtbot: QtBot, session: Session, told: Told, tiny: Tiny
) -> None:
    gate = tiny.shut()
    session.open(text("a"))
    gate.let(1)
    first = translated(qtbot, session, 3)
    with qtbot.waitSignal(session.opened):
        session.open(text("b", "Un autre article. Il est court, et il parle de la pluie."))
    second = session.document
    assert second and second is not first
    assert session.is_busy
    gate.set()
    idle(qtbot, session)
    assert second.complete
    assert {p.sentence.text for p in second.passages.values()} == {s.text for s in second.article.sentences()}
    assert first.complete
    assert [article.document for article in session.articles.list] == [first, second]


def test_only_the_last_of_many_is_opened(qtbot: QtBot, session: Session, told: Told) -> None:
    for number in range(8):
        session.open(text(f"a{number}"))
    idle(qtbot, session)
    assert [document.article.path for document in told.opened] == ["a7"]
    assert session.document and session.document.complete


def test_a_bad_second_file_leaves_the_first_and_its_translation(
    qtbot: QtBot, session: Session, told: Told, tiny: Tiny, tmp_path: Path
) -> None:
    gate = tiny.shut()
    session.open(text("a"))
    gate.let(1)
    first = translated(qtbot, session, 3)
    missing = tmp_path / "missing.txt"
    with qtbot.waitSignal(session.unread):
        session.open(Request(str(missing), lambda: open_path(missing)))
    assert str(told.failed[0]) == f"{missing}: there is no such file"
    assert session.document is first
    assert session.is_busy and not session.reading
    gate.set()
    idle(qtbot, session)
    assert first.complete


def test_cancel_while_reading_leaves_the_desk_as_it_was(qtbot: QtBot, session: Session, told: Told) -> None:
    session.open(text("a"))
    idle(qtbot, session)
    go = threading.Event()

    def read() -> Article:
        go.wait(10)
        return from_text("slow", ARTICLE)

    session.open(Request("slow", read))
    session.cancel()
    go.set()
    idle(qtbot, session)
    assert [document.article.path for document in told.opened] == ["a"]
    assert not session.is_busy


def test_what_is_not_french_is_asked_about_and_translated_on_request(
    qtbot: QtBot, session: Session, told: Told
) -> None:
    session.open(text("a"))
    idle(qtbot, session)
    first = session.document
    session.open(text("b", ENGLISH))
    idle(qtbot, session)
    (request, language), *rest = told.foreign
    assert (request.name, language, rest) == ("b", "en", [])
    assert session.document is first
    assert not session.is_busy
    session.open(request, foreign=True)
    idle(qtbot, session)
    assert session.document and session.document.article.path == "b"
    assert session.document.complete


def test_what_is_not_french_leaves_a_translation_going_on(qtbot: QtBot, session: Session, tiny: Tiny) -> None:
    gate = tiny.shut()
    session.open(text("a"))
    gate.let(1)
    first = translated(qtbot, session, 3)
    with qtbot.waitSignal(session.foreign):
        session.open(text("b", ENGLISH))
    assert session.is_busy
    gate.set()
    idle(qtbot, session)
    assert session.document is first
    assert first.complete


def test_rank_by_another_method(qtbot: QtBot, session: Session) -> None:
    session.open(text("a"))
    idle(qtbot, session)
    document = session.document
    assert document
    before = document.ranking
    session.rank("last")
    idle(qtbot, session)
    assert document.method == "last"
    assert document.ranking != before
    assert document.ranking[0].id == max(choice.id for choice in before)


def test_a_method_chosen_during_a_translation_is_not_undone(qtbot: QtBot, session: Session, tiny: Tiny) -> None:
    gate = tiny.shut()
    with qtbot.waitSignal(session.opened):
        session.open(text("a"))
    session.rank("last")
    qtbot.waitUntil(lambda: bool(session.document and session.document.ranking))
    gate.set()
    idle(qtbot, session)
    assert session.document and session.document.method == "last"


def test_a_ranking_of_another_article_is_not_shown(qtbot: QtBot, session: Session, tiny: Tiny) -> None:
    session.open(text("a"))
    idle(qtbot, session)
    go = threading.Event()
    last = tiny.methods["last"]

    class Slow(type(last)):  # type: ignore[misc]
        def rank(self, article: Article) -> list[object]:
            go.wait(10)
            return list(super().rank(article))

    tiny.methods["last"] = Slow()
    session.rank("last")
    first = session.articles.shown
    assert first
    gate = tiny.shut()
    with qtbot.waitSignal(session.opened):
        session.open(text("b", "Un autre article. Il est court, et il parle de la pluie."))
    go.set()
    qtbot.waitUntil(lambda: bool(first.is_idle))
    assert session.document and not session.document.ranking
    gate.set()
    idle(qtbot, session)
    assert {choice.id for choice in session.document.ranking} <= {s.id for s in session.document.article.sentences()}


def test_save_writes_and_tells(qtbot: QtBot, session: Session, told: Told, tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    session.save(path, "words\n")
    idle(qtbot, session)
    assert told.saved == [path]
    assert path.read_text() == "words\n"
    assert True not in told.busy


def test_a_place_that_cannot_be_written_is_told(qtbot: QtBot, session: Session, told: Told, tmp_path: Path) -> None:
    session.save(tmp_path / "none" / "out.txt", "words\n")
    idle(qtbot, session)
    assert not told.saved
    assert "cannot be written" in str(told.failed[0])


def test_close_ends_all_threads_and_nothing_is_told_afterwards(
    qtbot: QtBot, session: Session, told: Told, tiny: Tiny
) -> None:
    gate = tiny.shut()
    session.open(text("a"))
    gate.let(1)
    document = translated(qtbot, session, 3)
    session.open(text("b"))
    session.rank("last")
    gate.set()
    assert session.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "job"]
    idle(qtbot, session)
    assert told.opened == [document]
    assert len(document.passages) == 3
    assert tiny.translator.closed


def test_close_tells_when_a_thread_does_not_end(qtbot: QtBot, session: Session, tiny: Tiny) -> None:
    tiny.shut()
    session.open(text("a"))
    qtbot.waitUntil(lambda: tiny.translator.calls == 1)
    assert not session.close(0.01)
