"""What was worked on comes back after the program was killed."""

from __future__ import annotations

import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from conftest import Tiny
from visavis.model.events import Restored
from visavis.readers.open import open_path
from visavis.session.autosave import DELAY_MS
from visavis.session.request import Request
from visavis.session.session import Session
from visavis.store.store import Store

TESTS = Path(__file__).resolve().parent

#: A program that opens an article, edits a sentence, and says so once that is written; then it waits to be killed.
EDITING = f"""
import sys
sys.path.insert(0, {str(TESTS)!r})
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from conftest import Tiny
from visavis.readers.open import open_path
from visavis.store.store import Store
from visavis.session.autosave import DELAY_MS
from visavis.session.request import Request
from visavis.session.session import Session
app = QCoreApplication([])
store = Store(Path(sys.argv[1]), lambda error: sys.exit(str(error)))
session = Session(Tiny().engines, "tiny", store.work)
path = Path(sys.argv[2])
def edit(busy):
    if not busy:
        session.edit(1, "The council has spoken.")
        session.remember_view({{"caret": 1}})
        QTimer.singleShot(int(sys.argv[3]), lambda: print("edited", flush=True))
session.busy.connect(edit)
session.open(Request(str(path), lambda: open_path(path)))
app.exec()
"""


@pytest.mark.parametrize("wait_ms", [DELAY_MS + 700])
def test_after_kill_9_the_article_comes_back_with_correction_and_place(
    qtbot: QtBot, tiny: Tiny, article: Path, tmp_path: Path, wait_ms: int
) -> None:
    place = tmp_path / "store" / "store.sqlite"
    program = [sys.executable, "-c", EDITING, str(place), str(article), str(wait_ms)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout and running.stdout.readline() == "edited\n"
        store = Store(place, lambda error: pytest.fail(str(error)))
        session = Session(replace(tiny.engines, memory=store.memory), "tiny", store.work)
        keeper = session.autosave
        assert keeper
        with qtbot.waitSignal(keeper.looked) as looked:
            keeper.find_recent()
        assert looked.args and not looked.args[1].recents  # another program has it open
        running.send_signal(signal.SIGKILL)
        running.wait(10)
    keeper._last_found = False  # as in another program
    with qtbot.waitSignal(keeper.looked) as looked:
        keeper.find_recent()
    assert looked.args
    last = looked.args[1]
    (interrupted,) = last.recents
    assert interrupted.path == str(article) and last.crashed
    with qtbot.waitSignal(session.grew, check_params_cb=lambda event: isinstance(event, Restored)) as grown:
        session.open(Request(interrupted.path, lambda: open_path(Path(interrupted.path))))
    assert grown.args and grown.args[0].view == {"caret": 1}
    qtbot.waitUntil(lambda: bool(session.document and 1 in session.document.passages))
    assert session.document and session.document.passages[1].target == "The council has spoken."
    assert session.close()
