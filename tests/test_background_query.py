"""Questions that take a while."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from visavis.session.background_query import BackgroundQuery


@pytest.fixture
def query(qapp: QApplication) -> BackgroundQuery:
    return BackgroundQuery()


def test_every_answer_comes_to_the_thread_that_asked(query: BackgroundQuery, qtbot: QtBot) -> None:
    answers: list[tuple[int, int, int]] = []
    here = threading.get_ident()

    def steps() -> Iterator[tuple[int, int]]:
        for number in range(3):
            yield number, threading.get_ident()

    query.ask(steps, lambda step: answers.append((*step, threading.get_ident())))
    assert query.is_busy
    qtbot.waitUntil(lambda: not query.is_busy)
    assert [number for number, _, _ in answers] == [0, 1, 2]
    assert all(there != here == back for _, there, back in answers)


def test_a_newer_question_makes_an_older_one_void(query: BackgroundQuery, qtbot: QtBot) -> None:
    gate, answers = threading.Event(), list[str]()

    def slow() -> Iterator[str]:
        gate.wait(10)
        yield "old"

    query.ask(slow, answers.append)
    query.ask(lambda: ("new",), answers.append)
    gate.set()
    qtbot.waitUntil(lambda: not query._living)
    assert answers == ["new"]


def test_a_fault_is_told(query: BackgroundQuery, qtbot: QtBot) -> None:
    def steps() -> Iterator[int]:
        yield 1
        raise KeyError("x")

    answers: list[int] = []
    with qtbot.waitSignal(query.failed) as failed:
        query.ask(steps, answers.append)
    assert isinstance(failed.args[0], KeyError)
    qtbot.waitUntil(lambda: not query._living)
    assert answers == [1]
    assert not query.is_busy


def test_what_is_asked_no_longer_is_not_answered(query: BackgroundQuery, qtbot: QtBot) -> None:
    gate, answers = threading.Event(), list[int]()

    def steps() -> Iterator[int]:
        gate.wait(10)
        yield 1

    query.ask(steps, answers.append)
    query.cancel()
    gate.set()
    qtbot.waitUntil(lambda: not query._living)
    assert answers == []
