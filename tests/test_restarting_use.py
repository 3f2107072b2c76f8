"""What a user sees when the engine fails: in the window and on the command line, with the real engine."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from conftest import SEED, Build
from test_restarting import LINUX, ROOT, gone, serve_failing
from visavis import paths, services
from visavis.engines.translation import engine_client
from visavis.engines.translation.restarting import RestartingTranslator
from visavis.model.article import Article
from visavis.model.errors import PackageError
from visavis.model.events import Event, Translated
from visavis.model.passage import Status
from visavis.readers.open import from_text
from visavis.session.request import Request
from window_under_test import MainWindow

WINDOW = """
import sys
from collections.abc import Iterator
from pathlib import Path
from visavis.app.application import create_application, build_window
app = create_application(["visavis"])
window = build_window()
work = window.workspace
window.show()
def busy(now):
    if not now and work.document and work.document.complete:
        print(work.session.engines.translator()._process._process.pid, flush=True)
        window.close()
        app.quit()
work.session.busy.connect(busy)
window.open_path(Path(sys.argv[1]))
app.exec()
"""


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    """Have no process of another test, and leave none."""
    services._engine.cache_clear()
    yield
    services._engine.cache_clear()


def engine_of(window: MainWindow) -> RestartingTranslator:
    made = window.session.engines.translator()
    assert isinstance(made, RestartingTranslator)
    return made


def test_a_crash_half_way_takes_neither_the_translation_nor_a_correction(build_window: Build, qtbot: QtBot) -> None:
    window = build_window(None)
    failed: list[Exception] = []
    window.session.failed.connect(failed.append)

    def crash(event: Event) -> None:
        if isinstance(event, Translated):
            window.session.grew.disconnect(crash)
            window.session.edit(0, "Mine.")
            running = engine_of(window)._process
            assert running
            os.kill(running._process.pid, signal.SIGSEGV)

    window.session.grew.connect(crash)
    window.open_path(SEED)
    qtbot.waitUntil(lambda: bool(window.document and window.document.complete), timeout=120_000)
    assert window.document and not failed
    passages = window.document.passages
    assert (passages[0].target, passages[0].status) == ("Mine.", Status.EDITED)
    assert "NATO" in passages[1].target or "Kosovo" in passages[1].target
    qtbot.waitUntil(lambda: not window.session.is_busy, timeout=30_000)


def test_a_sentence_that_crashes_the_engine_is_shown_as_it_is(
    build_window: Build, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve_failing(monkeypatch)
    path = tmp_path / "a.txt"
    path.write_text("Le maire est arrivé à Paris hier soir. Le Tueur est là. Il est reparti ce matin.", "utf-8")
    window = build_window(None)
    window.open_path(path)
    qtbot.waitUntil(lambda: bool(window.document and window.document.complete), timeout=120_000)
    assert window.document
    first, left, last = (window.document.passages[n] for n in range(3))
    assert "Paris" in first.target and "morning" in last.target
    assert left.target == "Le Tueur est là."
    assert "the translation engine crashed" in [flag.detail for flag in left.flags]
    qtbot.waitUntil(lambda: not window.session.is_busy, timeout=30_000)


def test_the_process_starts_while_the_article_is_read(build_window: Build, qtbot: QtBot) -> None:
    window = build_window(None)
    started: list[bool] = []

    def read() -> Article:
        started.append(engine_of(window)._process is not None)
        return from_text("a.txt", "Le maire est arrivé à Paris hier soir.")

    window.session.open(Request("a.txt", read))
    qtbot.waitUntil(lambda: bool(window.document and window.document.complete), timeout=120_000)
    assert started == [True]
    qtbot.waitUntil(lambda: not window.session.is_busy, timeout=30_000)


def test_without_a_package_an_article_is_read_and_the_error_told(
    build_window: Build, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(paths, "get_built_in_packages_folder", lambda: tmp_path)
    window = build_window(None)
    with qtbot.waitSignal(window.session.failed, timeout=30_000) as failed:
        window.open_path(SEED)
    assert isinstance(failed.args[0], PackageError)
    assert window.document and window.document.total > 10


def test_an_engine_that_cannot_start_is_told_and_goes_on_when_asked(
    build_window: Build, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    served = engine_client.SERVED
    monkeypatch.setattr(engine_client, "SERVED", "this")
    window = build_window(None)
    window.open_path(SEED)
    qtbot.waitUntil(lambda: bool(window.document) and not window.session.is_busy, timeout=60_000)
    assert "its engine could not be started; close other programs and try again" in window.message_bar.text
    monkeypatch.setattr(engine_client, "SERVED", served)
    window.acts["resume"].trigger()
    qtbot.waitUntil(lambda: bool(window.document and window.document.complete), timeout=120_000)
    qtbot.waitUntil(lambda: not window.session.is_busy, timeout=30_000)


@LINUX
def test_closing_the_window_leaves_no_process_behind() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", WINDOW, str(SEED)], cwd=ROOT, env=environment, capture_output=True, check=True
    )
    assert gone(int(done.stdout))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="bounds the memory as Linux does")
def test_without_memory_for_the_engine_the_command_says_so(tmp_path: Path) -> None:
    def translate(limit: str) -> subprocess.CompletedProcess[str]:
        command = f'ulimit -v {limit}; exec "$0" -m visavis translate "$1" -o "$2"'
        arguments = [sys.executable, str(SEED), str(tmp_path / "out.txt")]
        return subprocess.run(
            ["bash", "-c", command, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
        )

    told = translate("200000")
    assert told.returncode == 3
    assert told.stderr.startswith("visavis: ") and told.stderr.count("\n") == 1
    assert "close other programs and try again" in told.stderr
    assert not list(tmp_path.iterdir())
    assert translate("unlimited").returncode == 0
