"""Translates a folder that the user chooses or drops."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from visavis.gui.controllers.opening import OpeningController
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.infrastructure.settings import Settings
from visavis.session.session import Session


class FolderController(QObject):
    """Shows the dialog for a folder."""

    def __init__(self, session: Session, settings: Settings, opening: OpeningController, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        opening.folder_dropped.connect(self.show_dialog)

    def ask_for_folder(self) -> None:
        """Ask for a folder and show the dialog for it."""
        folder = Dialogs.folder_path(self._window, self.tr("Translate a folder"), self._settings.last_folder)
        if folder:
            self.show_dialog(folder)

    def show_dialog(self, folder: Path) -> None:
        """Show the dialog for a folder."""
        from visavis.folder_translation import translate_files
        from visavis.gui.dialogs.folder import FolderDialog

        engines = self._session.engines
        dialog = FolderDialog(
            folder,
            lambda files, task: translate_files(files, task, engines),
            self._settings,
            self._session.method,
            self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
