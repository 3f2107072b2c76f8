"""The window for tests, with the attributes of its workspace available on the window itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction

from visavis import paths
from visavis.app.composition import add_frame
from visavis.gui import window as gui
from visavis.gui.controllers.actions import ActionsController
from visavis.gui.controllers.session_presenter import SessionPresenter
from visavis.infrastructure.network_guard import Guard
from visavis.infrastructure.settings import Settings
from visavis.model.ports import Engines

if TYPE_CHECKING:
    from visavis.gui.workspace import Workspace

    class _Window(gui.MainWindow, Workspace):
        """Combines the attributes of both, for the type checker."""
else:
    _Window = gui.MainWindow


SIZE: QSize | None = None  # of the window, if not the usual one


class MainWindow(_Window):
    """Looks up missing attributes in the workspace."""

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            return getattr(self.get_workspace(), name)

    @property
    def menus(self) -> ActionsController:
        """The menus."""
        found = self.findChild(ActionsController)
        assert isinstance(found, ActionsController)
        return found

    @property
    def showing(self) -> SessionPresenter:
        """The object that keeps the window in step with the document."""
        found = self.findChild(SessionPresenter)
        assert isinstance(found, SessionPresenter)
        return found

    @property
    def acts(self) -> dict[str, QAction]:
        """All actions by name."""
        return self.menus.by_name


def build(guard: Guard | None = None, wired: Engines | None = None) -> MainWindow:
    """Return a complete window of this kind, not yet shown; needs a QApplication."""
    settings = Settings.load(paths.get_settings_file())
    settings.hints = False  # they are for a new user
    window = MainWindow(settings, guard or Guard())
    if SIZE:
        window.resize(SIZE)
    add_frame(window, wired)
    window.get_workspace()
    return window
