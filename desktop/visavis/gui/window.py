"""The window: there at once, with the page that says how to begin; `workspace` is what works in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow

from visavis.gui.panels.welcome import WelcomePage
from visavis.infrastructure.settings import Settings

# Importing the workspace takes longer than all else before the window is seen (packaging/benchmarks/start.py: keys are
# answered after 0.23 s, the window is there after 0.12 s), so `app.composition` imports and makes it once it is seen.
if TYPE_CHECKING:
    from pathlib import Path

    from visavis.gui.workspace import Workspace
    from visavis.infrastructure.network_guard import Guard


class MainWindow(QMainWindow):
    """Shows one document; never changes it."""

    def __init__(self, settings: Settings, guard: Guard) -> None:
        super().__init__()
        self.settings, self.guard = settings, guard
        self.workspace: Workspace | None = None
        self.welcome = WelcomePage()
        self.setCentralWidget(self.welcome)
        self.setWindowTitle(self.tr("Vis-à-vis"))
        self.setAcceptDrops(True)
        self.resize(1240, 860)
        if settings.window and not self.restoreGeometry(QByteArray.fromBase64(settings.window.encode())):
            self.resize(self.size().boundedTo(self.screen().availableSize()))  # it was left on a much larger screen

    def use_workspace(self, workspace: Workspace) -> None:
        """Work with this from now on."""
        self.workspace = workspace
        if self.isVisible():
            workspace.recents.find_recent()

    def open_path(self, path: Path) -> None:
        """Open a file, if there is a workspace to open it in."""
        if self.workspace:
            self.workspace.opening.open_path(path)

    # Qt's own

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if self.workspace and (mime.hasUrls() or mime.hasText() or mime.hasHtml()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.workspace:
            self.workspace.opening.drop(event.mimeData())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.workspace and not event.spontaneous():
            self.workspace.recents.find_recent()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.window = bytes(self.saveGeometry().toBase64().data()).decode()
        if self.workspace:
            self.workspace.leave()
        super().closeEvent(event)
