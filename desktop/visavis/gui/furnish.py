"""Put into the window what works in it, and the menus, and have it follow its session."""

from __future__ import annotations

from collections.abc import Callable

from visavis.gui.controllers.actions import Acts
from visavis.gui.controllers.session_presenter import Showing
from visavis.gui.widgets import GlossaryFiles
from visavis.gui.window import MainWindow
from visavis.gui.workspace import Workspace
from visavis.packages.library import Shelf
from visavis.session.session import Session


def furnish(window: MainWindow, session: Session, shelf: Callable[[], Shelf], glossary: GlossaryFiles) -> None:
    """Give the window its workspace."""
    workspace = Workspace(window, window.settings, window.welcome, session, shelf, glossary)
    workspace.status.network.follow(window.guard)
    Showing(window, workspace, window.settings, Acts(window, workspace, window.settings))
    window.use_workspace(workspace)
