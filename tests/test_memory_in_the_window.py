"""The translation memory, turned off and cleared from the window."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from conftest import Build, Tiny
from visavis import paths, services
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.overlays.marked_text import NOTE
from visavis.infrastructure.settings import Settings
from visavis.model.article import Sentence
from visavis.model.passage import Match, PackageInfo, Passage
from window_under_test import MainWindow


class Remembered:
    """A memory that knows one sentence like any other."""

    def __init__(self) -> None:
        self.on, self.cleared = True, 0

    def recall(self, sentences: Sequence[Sentence], package: PackageInfo) -> list[Passage]:
        return []

    def keep(self, passages: Sequence[Passage]) -> None:
        """Keep nothing."""

    def correct(self, passages: Sequence[Passage]) -> None:
        """Keep nothing."""

    def similar(self, sentence: str, count: int = 3) -> list[Match]:
        return [Match("Une phrase.", "What I said before.", 0.876)]

    def clear(self) -> None:
        self.cleared += 1


@pytest.fixture
def memory() -> Remembered:
    return Remembered()


@pytest.fixture
def remembering(build_window: Build, tiny: Tiny, memory: Remembered) -> MainWindow:
    return build_window(replace(tiny.engines, memory=memory))


def test_it_is_turned_off_and_on(build_window: Build) -> None:
    window = build_window(None)
    memory = window.session.engines.memory
    assert memory and memory.on and window.acts["memory"].isChecked()
    window.acts["memory"].trigger()
    assert (memory.on, window.acts["memory"].isChecked()) == (False, False)
    window.settings.memory = True  # whoever turns it on
    assert (memory.on, window.acts["memory"].isChecked()) == (True, True)


#: A program that turns the memory off, says so, and waits to be killed.
TURNING = """
from visavis.app.application import create_application, build_window
from visavis.gui.controllers.actions import ActionsController
app = create_application()
window = build_window()
window.findChild(ActionsController).by_name["memory"].trigger()
print("off", flush=True)
app.exec()
"""


def test_once_it_is_off_it_stays_off_whatever_happens() -> None:
    with subprocess.Popen([sys.executable, "-c", TURNING], stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout and running.stdout.readline() == "off\n"
        running.kill()
    settings = Settings.load(paths.get_settings_file())
    assert not services.open_store(settings, lambda error: pytest.fail(str(error))).memory.on


def test_it_is_cleared_if_the_user_agrees(
    remembering: MainWindow, memory: Remembered, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Dialogs, "agree", lambda *asked: False)
    remembering.acts["clear_memory"].trigger()
    monkeypatch.setattr(Dialogs, "agree", lambda *asked: True)
    remembering.acts["clear_memory"].trigger()
    qtbot.waitUntil(lambda: remembering.status_bar.currentMessage() == "Translation memory cleared")
    assert memory.cleared == 1


def test_a_correction_of_a_similar_sentence_is_offered_first(remembering: MainWindow, qtbot: QtBot) -> None:
    remembering.opening.open_text("a", "Le maire parle aux habitants de la ville.")
    qtbot.waitUntil(lambda: not remembering.session.is_busy)
    remembering.reading_view.go_to(0)
    remembering.acts["alternatives"].trigger()
    offers = remembering.correction.alternatives.popup
    qtbot.waitUntil(offers.isVisible)
    best = offers.list.item(0)
    assert best.text() == "What I said before."
    assert best.data(NOTE) == "your translation of a similar sentence (88 %)"
    assert offers.list.count() == 5
    offers.list.itemClicked.emit(offers.list.item(0))
    assert remembering.document and remembering.document.passages[0].target == "What I said before."
