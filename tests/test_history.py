"""What the reader does to passages, and takes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tiny import TINY
from visavis.checks import check_passages
from visavis.model.article import Sentence
from visavis.model.document import Document
from visavis.model.events import Checked, Picked, Revised, Revision, Reworded, Translated, apply_event
from visavis.model.glossary import Glossary, Term
from visavis.model.passage import Flag, Passage, Status
from visavis.model.summary_picks import SummaryPicks
from visavis.pipeline import NO_PACKAGE
from visavis.readers.open import from_text
from visavis.session.history import History

MACHINE = Passage(Sentence(0, 0, 8, "Il dort."), "It sleeps.", -0.4, flags=(Flag("unknown", "?"),), package=TINY)
TOWN = Sentence(0, 0, 28, "Le maire a ouvert la mairie.")


@pytest.fixture
def document() -> Document:
    return Document(from_text("a", "Il dort."), NO_PACKAGE, {0: MACHINE})


def test_an_edit_replaces_the_passage_with_the_reader_s_words_on_one_line(document: Document) -> None:
    event = History(document).edit(0, "  He\nsleeps. ")
    edited = Passage(MACHINE.sentence, "He sleeps.", 0.0, Status.EDITED)
    assert event == Revised(edited, MACHINE)
    assert document.passages == {0: edited}
    assert edited.human


@pytest.mark.parametrize(("sentence", "text"), [(0, "It sleeps."), (0, " "), (7, "Nobody")])
def test_what_changes_nothing_is_no_revision(document: Document, sentence: int, text: str) -> None:
    history = History(document)
    assert history.edit(sentence, text) is None
    assert history.undo() is None and history.redo() is None and history.verify(7) is None
    assert document.passages == {0: MACHINE}
    assert not history.can_undo and not history.can_redo


def test_verify_toggles_and_remembers_whose_words_they_are(document: Document) -> None:
    history = History(document)
    states = []
    for act in (
        history.verify,
        history.verify,
        lambda id_: history.edit(id_, "He sleeps."),
        history.verify,
        history.verify,
    ):
        act(0)
        states.append(document.passages[0].status.value)
    assert states == ["verified", "machine", "edited", "verified", "edited"]
    history.undo()
    assert document.passages[0].status is Status.VERIFIED


def test_undo_and_redo_walk_through_all_revisions(document: Document) -> None:
    history = History(document)
    history.edit(0, "He sleeps.")
    history.verify(0)
    history.edit(0, "He is asleep.")
    seen = [document.passages[0]]
    while history.can_undo:
        history.undo()
        seen.append(document.passages[0])
    assert seen[-1] == MACHINE
    assert [(p.target, p.status.value) for p in seen] == [
        ("He is asleep.", "edited"), ("He sleeps.", "verified"), ("He sleeps.", "edited"), ("It sleeps.", "machine")
    ]  # fmt: skip
    again = [document.passages[0]]
    while history.can_redo:
        history.redo()
        again.append(document.passages[0])
    assert again == seen[::-1]
    history.undo()
    history.edit(0, "Asleep.")
    assert not history.can_redo


def test_a_batch_that_comes_after_an_edit_leaves_the_reader_s_words(document: Document) -> None:
    History(document).edit(0, "He sleeps.")
    apply_event(document, Translated((MACHINE,)))
    assert document.passages[0].target == "He sleeps."


def test_an_edited_passage_is_checked_again() -> None:
    sentence = Sentence(0, 0, 32, "L’OTAN a envoyé 300 soldats hier")
    document = Document(from_text("a", sentence.text), NO_PACKAGE, {0: Passage(sentence, "?", -0.4, package=TINY)})
    history = History(document, lambda: Glossary([Term("OTAN", ("NATO",))]))
    history.edit(0, "The Alliance sent 400 soldiers yesterday")
    assert [(flag.check, flag.target) for flag in document.passages[0].flags] == [
        ("figure", (18, 21)),
        ("glossary", None),
    ]
    history.edit(0, "NATO sent 300 soldiers yesterday")
    assert document.passages[0].flags == ()


def test_what_is_undone_or_done_again_is_checked_with_the_terms_of_now() -> None:
    terms = [Glossary()]
    made = Passage(TOWN, "The mayor opened the town hall.", -0.1, flags=(Flag("unknown", "?"),), package=TINY)
    document = Document(from_text("a", TOWN.text), NO_PACKAGE, {0: made})
    history = History(document, lambda: terms[0])
    history.edit(0, "The mayor opened the city hall.")
    terms[0] = Glossary([Term("mairie", ("city hall",))])
    history.undo()
    assert document.passages[0].target == made.target
    assert [flag.check for flag in document.passages[0].flags] == ["unknown", "glossary"]
    terms[0] = Glossary()
    history.redo()
    history.undo()
    assert document.passages[0] == made


def test_all_that_a_reader_does_to_a_document_is_undone_the_last_first(document: Document) -> None:
    history = History(document)
    acts: tuple[Callable[[], Revision | None], ...] = (
        lambda: history.edit(0, "He sleeps."),
        lambda: history.pick(document.picks.pin(4)),
        lambda: history.verify(0),
        lambda: history.pick(document.picks.drop(2)),
        lambda: history.pick(document.picks.move([3, 4], 4, -1)),
        lambda: history.pick(SummaryPicks()),
    )
    seen = [(document.passages[0], document.picks)]
    for act in acts:
        assert act() is not None
        seen.append((document.passages[0], document.picks))
    for before in reversed(seen[:-1]):
        assert history.undo() is not None
        assert (document.passages[0], document.picks) == before
    assert not history.can_undo
    for after in seen[1:]:
        history.redo()
        assert (document.passages[0], document.picks) == after


def test_to_pick_what_is_picked_already_is_no_revision(document: Document) -> None:
    history = History(document)
    assert history.pick(SummaryPicks()) is None
    assert history.pick(SummaryPicks((1,))) == Picked(SummaryPicks((1,)))
    assert history.pick(SummaryPicks((1,))) is None
    assert history.undo() == Picked(SummaryPicks()) and not history.can_undo


def test_a_flag_is_dismissed_survives_a_recheck_and_comes_back(document: Document) -> None:
    history, (flag,) = History(document), MACHINE.flags
    assert history.dismiss(0, flag)
    assert not document.passages[0].open_flags
    history.verify(0)
    history.verify(0)
    assert not document.passages[0].open_flags
    assert history.dismiss(0, flag) is None
    for _ in range(3):
        history.undo()
    assert [*document.passages[0].open_flags] == [flag]


def test_a_dismissed_flag_that_a_check_makes_again_stays_dismissed() -> None:
    passage = Passage(TOWN, "The mayor did not open the 3 town halls.", -0.4, package=TINY)
    (once,) = check_passages([passage], {0: passage})
    assert once.open_flags
    dismissed = replace(once, flags=tuple(replace(flag, dismissed=True) for flag in once.flags))
    (again,) = check_passages([dismissed], {0: dismissed})
    assert again == dismissed
    edited = replace(dismissed, target="The mayor did not open the 30 town halls.")
    (other,) = check_passages([edited], {0: edited})
    assert other.open_flags


def test_what_has_changed_while_it_was_reworded_stays(document: Document) -> None:
    other = replace(MACHINE, sentence=replace(MACHINE.sentence, id=1))
    document.passages[1] = other
    history = History(document)
    new = [replace(one, target="He sleeps.", terms=("He",)) for one in (MACHINE, other)]
    history.edit(0, "She sleeps.")
    event = history.reword(Reworded(tuple(new), (MACHINE, other), 0))
    assert isinstance(event, Checked) and [passage.sentence.id for passage in event.passages] == [1]
    assert [document.passages[id_].target for id_ in (0, 1)] == ["She sleeps.", "He sleeps."]
    assert history.reword(Reworded(tuple(new), (MACHINE, other), 0)) is None
    history.undo()
    assert [document.passages[id_].target for id_ in (0, 1)] == ["She sleeps.", "It sleeps."]
