"""The program's beginning: what is for the window and what for the command line, and what is imported when."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import typer.main
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from visavis import entry
from visavis.app import application as app
from visavis.app.composition import add_workspace
from visavis.cli import main as cli
from visavis.gui.controllers.actions import ActionsController
from visavis.gui.window import MainWindow
from visavis.infrastructure.network_guard import Guard
from visavis.infrastructure.settings import Settings

FRONT = """
import sys
from visavis.app.application import create_application, build_front_window
app = create_application()
build_front_window().show()
app.processEvents()
print(*(name for name in sys.modules if name.startswith("visavis.")))
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


def test_the_workspace_is_added_once_the_window_is_seen(qtbot: QtBot) -> None:
    window = app.build_front_window()
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.welcome.painted):
        window.show()
    assert window.workspace is None
    focus = window.focusWidget()
    assert focus
    add_workspace(window)
    assert window.workspace
    window.workspace.session.close()
    assert window.focusWidget() is focus
    acts = window.findChild(ActionsController)
    assert isinstance(acts, ActionsController) and acts.by_name["open"].isEnabled()
    assert window.centralWidget().isAncestorOf(window.welcome)


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
