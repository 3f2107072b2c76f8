"""What the status bar says of the network is exact: who was asked, what came and what did not."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from visavis.gui.panels.network_status import NetworkLabel
from visavis.infrastructure.network_guard import Guard
from window_under_test import MainWindow


@pytest.fixture
def guard() -> Guard:
    return Guard()


@pytest.fixture
def label(qtbot: QtBot, guard: Guard) -> NetworkLabel:
    made = NetworkLabel()
    qtbot.addWidget(made)
    made.follow_guard(guard)
    return made


def at(guard: Guard, number: int = -1) -> str:
    return guard.contacts[number].when.strftime("%H:%M")


def test_nobody_was_asked(label: NetworkLabel) -> None:
    assert label.text() == "No connection made"
    assert label.toolTip() == ""


def test_nothing_came(label: NetworkLabel, guard: Guard) -> None:
    for host in ("one.example", "one.example", "two.example"):
        with guard.permit(host):
            pass
    assert label.text() == f"No answer from one.example, two.example at {at(guard)}"
    assert label.toolTip().count("one.example: no answer") == 2
    assert "two.example: no answer" in label.toolTip()


def test_something_came_from_one_of_them(label: NetworkLabel, guard: Guard) -> None:
    with guard.permit("one.example"):
        pass
    with guard.permit("two.example") as contact:
        contact.count(bytes(12_300_000))
        assert label.text() == f"Fetched 12.3 MB from two.example at {at(guard)}; no answer from one.example"
        contact.count(bytes(12_300_000))
    assert label.text().startswith("Fetched 24.6 MB from two.example")
    with guard.permit("one.example") as contact:
        contact.count(b"a")
    assert label.text() == f"Fetched 24.6 MB from two.example, one.example at {at(guard)}"


def test_who_only_led_elsewhere_is_in_the_tooltip(label: NetworkLabel, guard: Guard) -> None:
    with guard.permit("one.example") as first, guard.permit("two.example", "proxy.example") as contact:
        first.led = "two.example"
        contact.count(bytes(5_000))
    assert label.text() == f"Fetched 5.0 kB from two.example (proxy.example) at {at(guard)}"
    assert "one.example: redirected to two.example" in label.toolTip()


def test_what_was_refused_is_in_the_tooltip(label: NetworkLabel, guard: Guard) -> None:
    guard.refused.append("connect ('192.0.2.1', 80)")
    label.refresh()
    assert label.text() == "No connection made"
    assert "192.0.2.1" in label.toolTip()


def test_the_window_tells_at_once_what_another_thread_does(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    go = threading.Event()

    def fetch() -> None:
        with window.guard.permit("one.example"):
            assert go.wait(20)

    thread = threading.Thread(target=fetch)
    thread.start()
    label = window.status_bar.network
    qtbot.waitUntil(lambda: label.text().startswith("No answer from one.example"))
    go.set()
    thread.join(10)
