"""How the window looks: which languages are shown, font and size of the text, where the summary is, full screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.core.settings import Settings
from desktop.gui.dialogs import Dialogs
from desktop.gui.fonts import reading_font
from desktop.gui.page import BOTH
from desktop.gui.parts import Parts

SMALLEST, LARGEST = 7.0, 40.0  # points
#: Which columns are shown, by the name that the settings keep.
LANGUAGES = {"both": BOTH, "fr": (0,), "en": (1,)}


def mend(settings: Settings) -> None:
    """Replace what a settings file may hold and the look cannot be."""
    settings.line_spacing = min(max(settings.line_spacing, 1.0), 3.0)
    settings.languages = settings.languages if settings.languages in LANGUAGES else "both"


class Look:
    """Changes the look and keeps it in the settings."""

    def __init__(self, parts: Parts, split: QSplitter, window: QWidget) -> None:
        self._parts, self._split, self._window = parts, split, window
        mend(parts.settings)
        self._set_text()
        self.show_languages(parts.settings.languages)
        self._place_summary()

    def zoom(self, factor: float) -> None:
        """Set the text larger or smaller; 0 is the normal size."""
        points = self._parts.facing.page.font.pointSizeF() * factor
        self._parts.settings.font_points = min(max(points, SMALLEST), LARGEST) if factor else 0.0
        self._set_text()

    def choose_font(self) -> None:
        """Ask for a font and set the text in it."""
        font, settings = Dialogs.font(self._window, self._parts.facing.page.font), self._parts.settings
        if font:
            settings.font_family = font.family()
            settings.font_points = min(max(font.pointSizeF(), SMALLEST), LARGEST)
            self._set_text()

    def space_lines(self, spacing: float) -> None:
        """Set lines closer together or further apart."""
        self._parts.settings.line_spacing = spacing
        self._set_text()

    def show_languages(self, name: str) -> None:
        """Show one language or both: one of `LANGUAGES`."""
        self._parts.settings.languages = name
        for view in (self._parts.facing, self._parts.summary.view):
            view.show_columns(LANGUAGES[name])

    def turn(self) -> None:
        """Put the summary beside or below the article."""
        self._parts.settings.summary_beside = not self._parts.settings.summary_beside
        self._place_summary()

    def turn_side(self) -> None:
        """Show or hide the lists beside the article."""
        settings = self._parts.settings
        settings.side = not settings.side
        self._parts.side.setVisible(settings.side and self._parts.session.document is not None)

    def full_screen(self) -> None:
        """Fill the screen, or leave it."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _set_text(self) -> None:
        settings = self._parts.settings
        font = reading_font(settings.font_points, settings.font_family)
        for view in (self._parts.facing, self._parts.summary.view):
            view.set_reading_font(font, settings.line_spacing)

    def _place_summary(self) -> None:
        beside = self._parts.settings.summary_beside
        self._split.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
        length = max(600, self._window.width() if beside else self._window.height())
        self._split.setSizes([length * 66 // 100, length * 34 // 100])
