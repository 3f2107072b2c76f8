"""The window as tests drive it: what works in it is at hand on the window itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction

from visavis import paths
from visavis.app.composition import wire
from visavis.gui import window as gui
from visavis.gui.controllers.actions import Acts
from visavis.gui.controllers.session_presenter import Showing
from visavis.infrastructure.network_guard import Guard
from visavis.infrastructure.settings import Settings
from visavis.model.ports import Engines

if TYPE_CHECKING:
    from visavis.gui.workspace import Workspace

    class _Window(gui.MainWindow, Workspace):
        """Has what either has."""
else:
    _Window = gui.MainWindow


class MainWindow(_Window):
    """Looks into the workspace for what the window itself lacks."""

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            return getattr(self.__dict__["workspace"], name)

    @property
    def menus(self) -> Acts:
        """Return the menus."""
        found = self.findChild(Acts)
        assert isinstance(found, Acts)
        return found

    @property
    def showing(self) -> Showing:
        """Return what keeps the window as the document is."""
        found = self.findChild(Showing)
        assert isinstance(found, Showing)
        return found

    @property
    def acts(self) -> dict[str, QAction]:
        """Return every action by name."""
        return self.menus.by_name


def build(guard: Guard | None = None, wired: Engines | None = None) -> MainWindow:
    """Return such a window whole, not yet shown; needs an application."""
    window = MainWindow(Settings.load(paths.settings()), guard or Guard())
    wire(window, wired)
    return window
