"""View settings: languages, font, text size, line spacing, position of the summary, full screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.reading_view.layout import BOTH
from visavis.gui.style.fonts import reading_font
from visavis.gui.window_context import ArticleContext
from visavis.infrastructure.settings import LANGUAGES as NAMES
from visavis.infrastructure.settings import POINTS

SMALLEST, LARGEST = POINTS
# The columns shown, by the name stored in the settings.
LANGUAGES = dict(zip(NAMES, (BOTH, (0,), (1,)), strict=True))


class ViewSettingsController:
    """Changes the view settings, and applies them when they change."""

    def __init__(self, context: ArticleContext, split: QSplitter, window: QWidget) -> None:
        self._context, self._split, self._window = context, split, window
        context.settings.listen_to(self._set_text, "font_points", "font_family", "line_spacing")
        context.settings.listen_to(self._show_languages, "languages")
        context.settings.listen_to(self._place_summary, "summary_beside")
        context.settings.listen_to(self._show_side, "side")
        self._set_text()
        self._show_languages()
        self._place_summary()

    def zoom(self, factor: float) -> None:
        """Scale the text by `factor`; 0 resets it to the default size."""
        points = self._context.reading_view.page.font.pointSizeF() * factor
        self._context.settings.font_points = min(max(points, SMALLEST), LARGEST) if factor else 0.0

    def choose_font(self) -> None:
        """Ask for a font and use it for the text."""
        font, settings = Dialogs.font(self._window, self._context.reading_view.page.font), self._context.settings
        if font:
            settings.font_family = font.family()
            settings.font_points = min(max(font.pointSizeF(), SMALLEST), LARGEST)

    def toggle_summary_place(self) -> None:
        """Toggle the summary between beside and below the article."""
        self._context.settings.summary_beside = not self._context.settings.summary_beside

    def full_screen(self) -> None:
        """Toggle full screen."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _show_languages(self) -> None:
        for view in (self._context.reading_view, self._context.summary.view):
            view.show_columns(LANGUAGES[self._context.settings.languages])

    def _show_side(self) -> None:
        self._context.side_panel.setVisible(self._context.settings.side and self._context.session.document is not None)

    def _set_text(self) -> None:
        settings = self._context.settings
        font = reading_font(settings.font_points, settings.font_family)
        for view in (self._context.reading_view, self._context.summary.view):
            view.set_reading_font(font, settings.line_spacing)

    def _place_summary(self) -> None:
        beside = self._context.settings.summary_beside
        self._split.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
        length = max(600, self._window.width() if beside else self._window.height())
        self._split.setSizes([length * 66 // 100, length * 34 // 100])
