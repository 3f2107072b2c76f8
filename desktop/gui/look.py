"""How the window looks: the size of the text, where the summary is, full screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.gui.parts import Parts
from desktop.gui.typography import reading_font


class Look:
    """Changes the look and keeps it in the settings."""

    def __init__(self, parts: Parts, split: QSplitter, window: QWidget) -> None:
        self._parts, self._split, self._window = parts, split, window
        self._place_summary()

    def zoom(self, factor: float) -> None:
        """Set the text larger or smaller; 0 is the normal size."""
        points = self._parts.facing.page.font.pointSizeF() * factor
        self._parts.settings.font_points = min(max(points, 7.0), 40.0) if factor else 0.0
        font = reading_font(self._parts.settings.font_points)
        for view in (self._parts.facing, self._parts.summary.view):
            view.set_reading_font(font)

    def turn(self) -> None:
        """Put the summary beside or below the article."""
        self._parts.settings.summary_beside = not self._parts.settings.summary_beside
        self._place_summary()

    def full_screen(self) -> None:
        """Fill the screen, or leave it."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _place_summary(self) -> None:
        beside = self._parts.settings.summary_beside
        self._split.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
        length = max(600, self._window.width() if beside else self._window.height())
        self._split.setSizes([length * 66 // 100, length * 34 // 100])
