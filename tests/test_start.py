"""The program's beginning: what is for the window and what for the command line, and what is imported when."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from conftest import ARTICLE, Tiny
from visavis import entry
from visavis.app import application as app
from visavis.app.composition import add_frame
from visavis.cli import main as cli
from visavis.gui.controllers.actions import ActionsController
from visavis.gui.reading_view.view import FacingView
from visavis.gui.window import MainWindow
from visavis.infrastructure.network_guard import Guard
from visavis.infrastructure.settings import Settings
from visavis.model.errors import StoreError

FRONT = """
import sys
from visavis.app.application import create_application, build_front_window
app = create_application()
build_front_window().show()
app.processEvents()
print(*(name for name in sys.modules if name.startswith("visavis.")))
"""

FURNISHED = (
    FRONT.replace("build_front_window().show()", "window = build_front_window(); window.show()").rsplit("\n", 2)[0]
    + """
from visavis.app.composition import add_frame
add_frame(window)
app.processEvents()
print(*(name for name in sys.modules if name.startswith("visavis.")))
"""
)

INTERRUPTED = """
import signal
from visavis.app import application, composition
add_frame = composition.add_frame
def interrupted_before(window, *arguments):
    signal.raise_signal(signal.SIGINT)
    add_frame(window, *arguments)
    print(window.isVisible())
composition.add_frame = interrupted_before
application.main()
"""

STOPPED = """
import signal, sys
from visavis import entry
from visavis.infrastructure import display
class Interruption:
    def find_spec(self, name, *rest):
        if name == "PySide6":
            signal.raise_signal(signal.SIGINT)
display.find_obstacle = lambda: ""
sys.meta_path.insert(0, Interruption())
sys.argv = ["visavis"]
entry.main()
"""

LEFT_AT_ONCE = """
import dataclasses, time
from visavis.app import application, composition
application.create_application()
window = application.build_front_window()
composition.add_frame(window)
def prepare():
    time.sleep(0.2)
    print("prepared")
window.frame.session.engines = dataclasses.replace(window.frame.session.engines, prepare=prepare)
composition.preload_engine(window)
window.close()
"""


def test_all_commands_are_known() -> None:
    group = typer.main.get_command(cli.app)
    assert set(entry.COMMANDS) == set(group.commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("arguments", [[], ["article.txt"], ["./translate"], ["à lire.docx"]])
def test_a_file_or_nothing_is_for_the_window(arguments: list[str]) -> None:
    assert entry.asks_for_window(arguments)


@pytest.mark.parametrize("arguments", [["translate"], ["packages"], ["--help"], ["-"], [""], ["a", "b"], ["open"]])
def test_the_rest_is_for_the_command_line(arguments: list[str]) -> None:
    assert not entry.asks_for_window(arguments)


def test_a_window_is_opened_with_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def run(path: Path | None, guard: Guard) -> int:
        asked.append(path)
        return 3

    monkeypatch.setattr("visavis.infrastructure.display.find_obstacle", lambda: "")
    monkeypatch.setattr("visavis.app.application.main", run)
    monkeypatch.setattr(sys, "argv", ["visavis", "article.txt"])
    with pytest.raises(SystemExit) as end:
        entry.main()
    assert end.value.code == 3
    assert asked == [Path("article.txt")]


def test_without_a_display_the_command_line_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("visavis.infrastructure.display.find_obstacle", lambda: "there is no display")
    monkeypatch.setattr("visavis.cli.main.main", lambda: sys.exit(5))
    monkeypatch.setattr(sys, "argv", ["visavis", "article.txt"])
    with pytest.raises(SystemExit) as end:
        entry.main()
    assert end.value.code == 5


def test_the_window_is_there_before_what_works_in_it() -> None:
    done = subprocess.run([sys.executable, "-c", FRONT], check=True, capture_output=True, text=True)
    rooms = {name.split(".")[1] for name in done.stdout.split()}
    assert rooms == {"app", "gui", "infrastructure", "model", "paths"}
    assert "visavis.gui.reading_view.view" not in done.stdout


def test_the_menus_are_there_before_what_shows_an_article() -> None:
    done = subprocess.run([sys.executable, "-c", FURNISHED], check=True, capture_output=True, text=True)
    assert "visavis.gui.controllers.actions" in done.stdout
    for slow in ("gui.workspace", "gui.reading_view", "exports", "readers.open", "pipeline", "checks"):
        assert f"visavis.{slow}" not in done.stdout


@pytest.fixture
def furnished(qtbot: QtBot, tiny: Tiny) -> Iterator[MainWindow]:
    """A window with its frame only."""
    window = app.build_front_window()
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.welcome.painted):
        window.show()
    assert window.workspace is None
    focus = window.focusWidget()
    add_frame(window, tiny.engines)
    assert window.focusWidget() is focus
    middle = window.centralWidget()
    assert middle and middle.isAncestorOf(window.welcome)
    assert not shows_articles(window)
    yield window
    window.close()


def shows_articles(window: MainWindow) -> bool:
    return window.findChild(FacingView) is not None


def actions(window: MainWindow) -> dict[str, QAction]:
    acts = window.findChild(ActionsController)
    assert isinstance(acts, ActionsController)
    return acts.by_name


def test_what_shows_articles_follows_the_frame(qtbot: QtBot, furnished: MainWindow) -> None:
    focus = furnished.focusWidget()
    furnished.build_workspace_soon()
    qtbot.waitUntil(lambda: shows_articles(furnished))
    assert furnished.focusWidget() is focus and furnished.welcome.isVisible()


def test_an_action_does_not_wait_for_what_shows_articles(furnished: MainWindow) -> None:
    acts = actions(furnished)
    assert acts["open"].isEnabled() and not acts["save"].isEnabled()
    acts["show_en"].trigger()
    assert furnished.settings.languages == "en" and not shows_articles(furnished)
    acts["larger"].trigger()
    assert furnished.settings.font_points > 0 and shows_articles(furnished)


def test_an_article_opened_at_once_is_shown(qtbot: QtBot, furnished: MainWindow) -> None:
    assert furnished.frame
    furnished.frame.opening.open_text("Essai", ARTICLE)
    qtbot.waitUntil(lambda: bool(furnished.workspace and furnished.workspace.document), timeout=30_000)
    work = furnished.workspace
    assert work and work.document
    qtbot.waitUntil(lambda: bool(work.document and work.document.complete), timeout=30_000)
    assert work.reading_view.isVisible() and actions(furnished)["save"].isEnabled()


def test_a_fault_before_an_article_can_be_shown_is_told(furnished: MainWindow) -> None:
    assert furnished.frame
    furnished.frame.session.warned.emit(StoreError("store", "it is of a newer version"))
    assert "newer version" in furnished.frame.message_bar.text


def test_a_window_with_its_frame_only_is_closed(furnished: MainWindow) -> None:
    furnished.build_workspace_soon()
    assert furnished.close()
    QApplication.processEvents()
    assert not shows_articles(furnished)


def run_script(script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, text=True, timeout=30)


def test_ctrl_c_while_the_frame_is_built_closes_the_window_after_it() -> None:
    done = run_script(INTERRUPTED)
    assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (0, "True\n", False)


def test_ctrl_c_before_the_window_ends_the_program_without_a_word() -> None:
    done = run_script(STOPPED)
    assert (done.returncode, done.stderr) == (-2, "")


def test_ctrl_c_while_the_command_line_is_imported_leaves_no_traceback() -> None:
    done = run_script(STOPPED.replace("PySide6", "visavis.cli.main").replace('["visavis"]', '["visavis", "translate"]'))
    assert (done.returncode, done.stderr) == (130, "")


def test_the_engine_that_is_being_started_is_waited_for_at_the_end() -> None:
    done = run_script(LEFT_AT_ONCE)
    assert done.stdout == "prepared\n"


def test_a_window_closed_at_once_is_closed(qtbot: QtBot) -> None:
    window = app.build_front_window()
    qtbot.addWidget(window)
    window.show()
    assert window.close()
    assert window.settings.window


def test_the_file_is_opened_once_the_workspace_is_there_and_the_engine_is_loaded(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[tuple[bool, Path]] = []
    monkeypatch.setattr(MainWindow, "open_path", lambda window, path: ran.append((window.workspace is not None, path)))
    monkeypatch.setattr("visavis.services._prepare", lambda settings: ran.append((True, Path("engine"))))
    monkeypatch.setattr("visavis.app.composition.install_crash_reporter", lambda window: None)
    monkeypatch.setattr(app, "translate_interface", lambda *_: [])
    monkeypatch.setattr("signal.signal", lambda *_: None)
    windows: list[MainWindow] = []
    front = app.build_front_window

    def watched(guard: Guard | None, settings: Settings) -> MainWindow:
        windows.append(front(guard, settings))
        return windows[0]

    monkeypatch.setattr(app, "build_front_window", watched)

    def execute(*_: object) -> int:
        """Run the application until all has been asked for."""
        qtbot.waitUntil(lambda: len(ran) == 2)
        windows[0].close()
        return 7

    monkeypatch.setattr(QApplication, "exec", execute)
    assert app.main(Path("article.txt")) == 7
    assert ran == [(True, Path("article.txt")), (True, Path("engine"))]
