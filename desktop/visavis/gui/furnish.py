"""Put into the window what works in it, and the menus, and have it follow its session."""

from __future__ import annotations

from collections.abc import Callable

from visavis.gui.controllers.actions import ActionsController
from visavis.gui.controllers.session_presenter import SessionPresenter
from visavis.gui.window import MainWindow
from visavis.gui.window_context import GlossaryFiles
from visavis.gui.workspace import Workspace
from visavis.packages.library import PackageLibrary
from visavis.session.session import Session


def create_workspace(
    window: MainWindow, session: Session, library: Callable[[], PackageLibrary], glossary: GlossaryFiles
) -> None:
    """Give the window its workspace."""
    workspace = Workspace(window, window.settings, window.welcome, session, library, glossary)
    workspace.status_bar.network.follow_guard(window.guard)
    SessionPresenter(window, workspace, window.settings, ActionsController(window, workspace, window.settings))
    window.use_workspace(workspace)
