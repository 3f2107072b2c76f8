"""The main window: shown at once with the welcome page; `workspace` follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow

from visavis.gui.panels.welcome import WelcomePage
from visavis.gui.style.appearance import Appearance
from visavis.infrastructure.settings import Settings

# Importing the workspace takes longer than everything before the window is visible (packaging/benchmarks/start.py: the
# window is visible after 0.12 s, keys are answered after 0.23 s). So `app.composition` imports and creates it once the
# window has been painted.
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
        self.appearance = Appearance(settings, self)
        self.welcome = WelcomePage()
        self.setCentralWidget(self.welcome)
        self.setWindowTitle(self.tr("Vis-à-vis"))
        self.setAcceptDrops(True)
        self.resize(1240, 860)
        if settings.window and not self.restoreGeometry(QByteArray.fromBase64(settings.window.encode())):
            # the saved geometry does not fit: it came from a much larger screen
            self.resize(self.size().boundedTo(self.screen().availableSize()))

    def use_workspace(self, workspace: Workspace) -> None:
        """Use this workspace from now on."""
        self.workspace = workspace
        if self.isVisible():
            workspace.recents.find_recent()

    def open_path(self, path: Path) -> None:
        """Open a file, if the workspace has been loaded."""
        if self.workspace:
            self.workspace.opening.open_path(path)

    # Qt overrides

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if self.workspace and (mime.hasUrls() or mime.hasText() or mime.hasHtml()):
            event.acceptProposedAction()
            self.welcome.zone.light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.welcome.zone.light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.welcome.zone.light(False)
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
