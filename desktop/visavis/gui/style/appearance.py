"""Applies the look that the user has chosen: as the system, light or dark."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette, QStyleHints
from PySide6.QtWidgets import QApplication

from visavis.gui.style.colours import DARK, LIGHT, choose_colours, make_palette
from visavis.gui.style.fonts import interface_font
from visavis.gui.style.stylesheet import write_stylesheet
from visavis.infrastructure.settings import Settings

SCHEMES = {
    "system": Qt.ColorScheme.Unknown,  # Qt then follows the system
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Appearance(QObject):
    """Keeps fonts, palette and style sheet of the application as the settings and the system want them."""

    changed = Signal()  # to another palette

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings, self._hints = settings, QApplication.styleHints()
        QApplication.setFont(interface_font(QApplication.font()))
        settings.listen_to(self.apply, "look")
        self._hints.colorSchemeChanged.connect(self.apply)
        self.apply()

    def apply(self) -> None:
        """Apply the look chosen."""
        wanted = SCHEMES[self._settings.look]
        if self._hints.property("wanted") != wanted:
            self._hints.setProperty("wanted", wanted)
            self._hints.setColorScheme(wanted)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        palette = self._choose_palette()
        sheet = write_stylesheet(choose_colours(palette))
        if sheet != app.styleSheet():  # a new one polishes every widget again
            app.setPalette(palette)
            app.setStyleSheet(sheet)
            self.changed.emit()

    @contextmanager
    def suspended(self) -> Iterator[None]:
        """Leave the style sheet off while many widgets are made: Qt polishes each again with every new parent."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        sheet = app.styleSheet()
        app.setStyleSheet("")
        yield
        app.setStyleSheet(sheet)

    def _choose_palette(self) -> QPalette:
        if self._settings.look == "system" and _wants_contrast(self._hints):
            return QPalette()  # the system's own
        # without a desktop, Qt does not take over what we ask for
        dark = self._settings.look == "dark" or (
            self._settings.look == "system" and self._hints.colorScheme() is Qt.ColorScheme.Dark
        )
        return make_palette(DARK if dark else LIGHT)


def _wants_contrast(hints: QStyleHints) -> bool:
    """True if the system asks for high contrast, whose colours are the user's choice; Qt knows since 6.10."""
    known = hasattr(hints, "accessibility")
    return known and hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
