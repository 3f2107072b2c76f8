"""What is worked out for one sentence, off the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from conftest import Tiny
from tiny import TINY
from visavis.model.article import Sentence
from visavis.model.errors import EngineFailed
from visavis.model.passage import Hypothesis, Link, Passage, Status
from visavis.session.sentence_details import SentenceDetails
from visavis.store.store import Store


def passage(text: str, id_: int = 0) -> Passage:
    return Passage(Sentence(id_, 0, len(text), text), f"EN: {text.upper()}", -0.1, package=TINY)


@pytest.fixture
def closeup(qtbot: QtBot, tiny: Tiny) -> Iterator[SentenceDetails]:
    made = SentenceDetails(tiny.engines)
    yield made
    assert made.close()


def test_links_come_by_signal_and_are_known_from_then_on(qtbot: QtBot, closeup: SentenceDetails) -> None:
    asked = passage("Il dort.")
    with qtbot.waitSignal(closeup.linked) as told:
        assert closeup.links(asked) is None
    links = [Link((0, 2), (4, 6)), Link((3, 8), (7, 12))]
    assert told.args == [asked, links]
    assert closeup.links(asked) == links
    assert closeup.links(passage("Il dort.", 9)) == links  # the same sentence elsewhere


def test_alternatives_come_by_signal_best_first(qtbot: QtBot, closeup: SentenceDetails) -> None:
    with qtbot.waitSignal(closeup.offered) as told:
        assert closeup.alternatives(passage("Oui.")) is None
    assert told.args
    assert told.args[1][:2] == [Hypothesis("EN: OUI.", -0.1), Hypothesis("EN: OUI. 1", -0.2)]
    assert len(closeup.alternatives(passage("Oui.")) or ()) == 5


def test_only_the_last_of_those_that_wait_is_worked_out(
    qtbot: QtBot, closeup: SentenceDetails, tiny: Tiny, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, asked = threading.Event(), []
    links = tiny.translator.links

    def slow(sentence: str, target: str) -> list[Link]:
        asked.append(sentence)
        go.wait(10)
        return links(sentence, target)

    monkeypatch.setattr(tiny.translator, "links", slow)
    closeup.links(passage("Un."))
    qtbot.waitUntil(lambda: asked == ["Un."])
    for word in ("Deux.", "Trois.", "Quatre."):
        closeup.links(passage(word))
    go.set()
    qtbot.waitUntil(lambda: closeup.links(passage("Quatre.")) is not None)
    assert asked == ["Un.", "Quatre."]


def test_an_engine_that_breaks_down_has_nothing_to_offer(
    qtbot: QtBot, closeup: SentenceDetails, tiny: Tiny, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(sentence: str, count: int = 5) -> list[Hypothesis]:
        raise EngineFailed("", "it broke down")

    well = tiny.translator.alternatives
    monkeypatch.setattr(tiny.translator, "alternatives", broken)
    with qtbot.waitSignal(closeup.offered) as told:
        closeup.alternatives(passage("Oui."))
    assert told.args and told.args[1] == []
    monkeypatch.setattr(tiny.translator, "alternatives", well)  # and when it is well again, it has
    with qtbot.waitSignal(closeup.offered) as told:
        assert closeup.alternatives(passage("Oui.")) is None
    assert told.args and told.args[1][0] == Hypothesis("EN: OUI.", -0.1)


def test_what_was_corrected_meanwhile_is_found_in_the_memory(qtbot: QtBot, tiny: Tiny, tmp_path: Path) -> None:
    memory = Store(tmp_path / "store.sqlite", lambda error: pytest.fail(str(error))).memory
    closeup = SentenceDetails(replace(tiny.engines, memory=memory))
    asked = passage("Le maire est arrivé.")
    with qtbot.waitSignal(closeup.matched) as told:
        closeup.matches(asked)
    assert told.args and told.args[1] == []
    memory.correct([Passage(asked.sentence, "The mayor came.", 0.0, Status.EDITED)])
    with qtbot.waitSignal(closeup.matched) as told:
        closeup.matches(asked)
    assert told.args and [match.target for match in told.args[1]] == ["The mayor came."]
    assert closeup.close()


def test_what_another_package_said_is_forgotten_even_while_it_is_worked_out(
    qtbot: QtBot, closeup: SentenceDetails, tiny: Tiny, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, asked = threading.Event(), passage("Oui.")

    def slow(sentence: str, count: int = 5) -> list[Hypothesis]:
        go.wait(10)
        return [Hypothesis("the old one", -0.1)]

    new = tiny.translator.alternatives
    monkeypatch.setattr(tiny.translator, "alternatives", slow)
    with qtbot.waitSignal(closeup.offered):
        closeup.alternatives(asked)
        closeup.forget()
        go.set()
    monkeypatch.setattr(tiny.translator, "alternatives", new)
    with qtbot.waitSignal(closeup.offered) as told:
        assert closeup.alternatives(asked) is None
    assert told.args and told.args[1][0].text == "EN: OUI."
