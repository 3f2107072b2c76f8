"""A job pulls a generator in a thread of its own, and ends in exactly one way."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from visavis.session.background_query import BackgroundQuery
from visavis.session.job import NICENESS, Job, start_job

Told = list[tuple[object, ...]]


def listened(job: Job) -> Told:
    """Return what a job will tell, each with the name of its signal."""
    told: Told = []
    job.stepped.connect(lambda _, step: told.append(("stepped", step)))
    job.finished.connect(lambda _: told.append(("finished",)))
    job.cancelled.connect(lambda _: told.append(("cancelled",)))
    job.failed.connect(lambda _, error: told.append(("failed", str(error))))
    return told


def test_it_tells_each_step_and_then_that_it_has_finished(qtbot: QtBot) -> None:
    job = Job(lambda: iter("abc"))
    told = listened(job)
    with qtbot.waitSignal(job.finished) as end:
        job.start()
    assert told == [("stepped", "a"), ("stepped", "b"), ("stepped", "c"), ("finished",)]
    assert end.args == [job]


def test_the_steps_are_made_in_another_thread_and_told_in_the_window_s(qtbot: QtBot) -> None:
    made, heard = [], []

    def steps() -> Iterator[int]:
        made.append(threading.current_thread())
        yield 1

    job = Job(steps)
    job.stepped.connect(lambda *_: heard.append(threading.current_thread()))
    with qtbot.waitSignal(job.finished):
        job.start()
    assert heard == [threading.current_thread()]
    assert made != heard


def test_an_error_ends_it(qtbot: QtBot) -> None:
    def steps() -> Iterator[int]:
        yield 1
        raise ValueError("broken")

    job = Job(steps)
    told = listened(job)
    with qtbot.waitSignal(job.failed):
        job.start()
    assert told == [("stepped", 1), ("failed", "broken")]


def test_an_error_before_the_first_step_ends_it(qtbot: QtBot) -> None:
    def steps() -> Iterator[int]:
        raise OSError("no")

    job = Job(steps)
    told = listened(job)
    with qtbot.waitSignal(job.failed):
        job.start()
    assert told == [("failed", "no")]


def test_cancelling_is_heard_between_two_steps_and_closes_the_generator(qtbot: QtBot) -> None:
    go, closed = threading.Event(), threading.Event()

    def steps() -> Iterator[int]:
        try:
            yield 1
            go.wait(10)
            yield 2
            yield 3
        finally:
            closed.set()

    job = Job(steps)
    told = listened(job)
    with qtbot.waitSignal(job.stepped):
        job.start()
    job.cancel()
    with qtbot.waitSignal(job.cancelled):
        go.set()
    assert told == [("stepped", 1), ("cancelled",)]
    assert closed.is_set()
    assert job.wait(5)


def test_a_cancelled_step_that_fails_counts_as_a_failure(qtbot: QtBot) -> None:
    go = threading.Event()

    def steps() -> Iterator[int]:
        yield 1
        go.wait(10)
        raise ValueError("late")

    job = Job(steps)
    told = listened(job)
    with qtbot.waitSignal(job.stepped):
        job.start()
    job.cancel()
    with qtbot.waitSignal(job.failed):
        go.set()
    assert told[1:] == [("failed", "late")]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells threads apart")
def test_a_job_that_gives_way_lets_the_window_come_first(qtbot: QtBot) -> None:
    gate, ranks = threading.Event(), list[int]()

    def steps() -> Iterator[str]:
        ranks.append(os.getpriority(os.PRIO_PROCESS, 0))
        yield "begun"
        gate.wait(10)
        ranks.append(os.getpriority(os.PRIO_PROCESS, 0))
        yield "gone on"

    own = os.getpriority(os.PRIO_PROCESS, 0)
    job = Job(steps)
    job.give_way()  # it has not begun: nothing happens
    with qtbot.waitSignal(job.stepped):
        job.start()
    job.give_way()
    gate.set()
    assert job.wait(10)
    job.give_way()  # nor when it has ended
    assert ranks == [own, max(own, NICENESS)]
    assert os.getpriority(os.PRIO_PROCESS, 0) == own


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells threads apart")
def test_what_is_asked_gives_way(qtbot: QtBot) -> None:
    gate, ranks, own = threading.Event(), list[int](), os.getpriority(os.PRIO_PROCESS, 0)

    def steps() -> Iterator[int]:
        gate.wait(10)
        yield os.getpriority(os.PRIO_PROCESS, 0)

    query = BackgroundQuery()
    query.ask(steps, ranks.append)
    gate.set()
    qtbot.waitUntil(lambda: bool(ranks))
    assert ranks == [max(own, NICENESS)]
    assert query.close()


def test_waiting_tells_whether_it_has_ended(qtbot: QtBot) -> None:
    go = threading.Event()
    job = Job(lambda: iter([go.wait(10)]))
    assert not job._thread.is_alive()
    with qtbot.waitSignal(job.finished):
        job.start()
        assert not job.wait(0.01)
        go.set()
    assert job.wait(5)


@pytest.mark.parametrize("value", [None, True, False])
def test_signals_lose_no_reference(qtbot: QtBot, value: object) -> None:
    """PySide6 6.12.0 does, and Python 3.10 and 3.11 crash when None is gone."""
    job = Job(lambda: iter(()))
    job.stepped.connect(lambda *_: value)
    gc.collect()
    before = sys.getrefcount(value)
    for _ in range(200):
        job.stepped.emit(job, value)
        job.signalsBlocked()
    assert sys.getrefcount(value) > before - 100


@pytest.mark.parametrize("own", [False, True], ids=["one for all", "one of its own"])
def test_each_end_is_told_once(own: bool, qtbot: QtBot) -> None:
    told: list[str] = []

    def fail() -> Iterator[int]:
        yield 1
        raise ValueError

    job = start_job(
        fail,
        lambda job, step: told.append(f"step {step}"),
        lambda job: told.append("end"),
        failed=(lambda job, error: told.append(type(error).__name__)) if own else None,
    )
    qtbot.waitUntil(lambda: len(told) == 2)
    assert job.wait(5)
    assert told == ["step 1", "ValueError" if own else "end"]
