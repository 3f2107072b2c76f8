"""Shows the settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from visavis.infrastructure.settings import Settings

if TYPE_CHECKING:
    from visavis.gui.preferences.dialog import PreferencesDialog


class PreferencesController(QObject):
    """Keeps the dialog, which follows the settings; `actions` may be filled until it is shown."""

    def __init__(self, settings: Settings, actions: Mapping[str, QAction], window: QWidget) -> None:
        super().__init__(window)
        self._settings, self._actions, self._window = settings, actions, window
        self._dialog: PreferencesDialog | None = None

    def show_dialog(self) -> None:
        """Show the dialog; what is set then is what *Undo changes* brings back."""
        from visavis.gui.preferences.dialog import PreferencesDialog

        if not self._dialog:
            self._dialog = PreferencesDialog(self._settings, self._actions, self._window)
        self._dialog.begin()
