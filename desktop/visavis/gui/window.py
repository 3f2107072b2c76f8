"""The main window: shown at once with the welcome page; `frame` and `workspace` follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow

from visavis.gui.panels.welcome import WelcomePage
from visavis.gui.style.appearance import Appearance
from visavis.infrastructure.settings import Settings

# Importing the rest takes longer than everything before the window is visible (packaging/benchmarks/start.py). So
# `app.composition` imports and creates the frame once the window has been painted, and then the workspace.
if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from visavis.gui.frame import Frame
    from visavis.gui.workspace import Workspace
    from visavis.infrastructure.network_guard import Guard


class MainWindow(QMainWindow):
    """Shows one document; never changes it."""

    def __init__(self, settings: Settings, guard: Guard) -> None:
        super().__init__()
        self.settings, self.guard = settings, guard
        self.frame: Frame | None = None
        self._workspace: Workspace | None = None
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self.get_workspace)
        self.appearance = Appearance(settings, self)
        self.welcome = WelcomePage()
        self.setCentralWidget(self.welcome)
        self.setWindowTitle(self.tr("Vis-à-vis"))
        self.setAcceptDrops(True)
        self.resize(1240, 860)
        if settings.window and not self.restoreGeometry(QByteArray.fromBase64(settings.window.encode())):
            # the saved geometry does not fit: it came from a much larger screen
            self.resize(self.size().boundedTo(self.screen().availableSize()))

    @property
    def workspace(self) -> Workspace | None:
        """What shows articles, built when it is first asked for; None as long as there is no frame for it."""
        return self.get_workspace() if self.frame else None

    def get_workspace(self) -> Workspace:
        """Return what shows articles, built when it is first asked for."""
        self._idle.stop()
        if self._workspace is None:
            self._workspace = self._build_workspace()
        return self._workspace

    def build_workspace_soon(self) -> None:
        """Build the workspace once the keys and clicks that wait have been served."""
        self._idle.start()

    def use_frame(self, frame: Frame, build_workspace: Callable[[], Workspace]) -> None:
        """Use this frame from now on, and this function to build the workspace."""
        self.frame, self._build_workspace = frame, build_workspace
        frame.session.busy.connect(self.get_workspace)  # an article is being read, and will be shown
        if self.isVisible():
            frame.recents.find_recent()

    def open_path(self, path: Path) -> None:
        """Open a file, if the frame has been loaded."""
        if self.frame:
            self.frame.opening.open_path(path)

    # Qt overrides

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if self.frame and (mime.hasUrls() or mime.hasText() or mime.hasHtml()):
            event.acceptProposedAction()
            self.welcome.zone.light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.welcome.zone.light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.welcome.zone.light(False)
        if self.frame:
            self.frame.opening.drop(event.mimeData())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.frame and not event.spontaneous():
            self.frame.recents.find_recent()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.window = bytes(self.saveGeometry().toBase64().data()).decode()
        self._idle.stop()
        if self._workspace:
            self._workspace.save()
        if self.frame:
            self.frame.leave()
        super().closeEvent(event)
