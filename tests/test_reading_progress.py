"""The pages of a slow reader are told, and cancelling stops it."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from conftest import Tiny
from visavis.model.article import Article
from visavis.readers.progress import ReadingCancelled, report_page
from visavis.session.request import Request
from visavis.session.session import Session


def test_the_pages_of_a_slow_reader_are_told_and_cancelling_stops_it(qtbot: QtBot, tiny: Tiny) -> None:
    session = Session(tiny.engines, "tiny")
    stopped, pages, outcomes = threading.Event(), list[tuple[int, int]](), list[object]()
    session.opened.connect(outcomes.append)
    session.failed.connect(outcomes.append)

    def read() -> Article:
        try:
            while not stopped.wait(0.01):
                report_page(2, 5)
        except ReadingCancelled:
            stopped.set()
            raise
        raise AssertionError("it was not stopped")

    session.page_read.connect(lambda page, count: pages.append((page, count)))
    session.open(Request("a.pdf", read))
    qtbot.waitUntil(lambda: bool(pages), timeout=15_000)
    session.cancel()
    qtbot.waitUntil(stopped.is_set, timeout=15_000)
    assert session.close()
    assert set(pages) == {(2, 5)} and outcomes == []
