"""Hints: three for a new user, and what a click would do where the pointer is."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from visavis.gui.controllers.flags.walk import find_flag_at
from visavis.gui.panels.hints_bar import HintsBar
from visavis.gui.window_context import ArticleContext


class HintsController(QObject):
    """Shows the hints until they are dismissed, and follows the pointer."""

    def __init__(self, context: ArticleContext, bar: HintsBar) -> None:
        super().__init__(bar)
        self._context, self._bar, self._view = context, bar, context.reading_view
        bar.dismissed.connect(self.toggle)
        context.settings.listen_to(self._show, "hints")
        context.session.opened.connect(self._show)
        self._view.pointed.connect(self._point)
        context.summary.view.pointed.connect(self._point_summary)

    def toggle(self) -> None:
        """Show the hints, or dismiss them for good."""
        self._context.settings.hints = not self._context.settings.hints

    def _show(self) -> None:
        self._bar.setVisible(self._context.settings.hints and self._context.session.document is not None)

    def _point(self, sentence: int, side: int, offset: int) -> None:
        document = self._context.session.document
        passage = document.passages.get(sentence) if document else None
        flagged = passage is not None and find_flag_at(passage, side, offset) is not None
        shape = Qt.CursorShape.PointingHandCursor if flagged else Qt.CursorShape.IBeamCursor
        if self._view.viewport().cursor().shape() is not shape:
            self._view.viewport().setCursor(shape)
        if flagged:
            hint = self.tr("Click to see what may be wrong")
        elif passage and side and sentence == self._view.caret:
            hint = self.tr("Click a word to see what else it could be, double-click to edit the sentence")
        elif passage and side:
            hint = self.tr("Click to light the sentence in both languages, double-click to edit it")
        else:
            hint = self.tr("Click to light the sentence in both languages") if passage else ""
        self._context.status_bar.show_hint(hint)

    def _point_summary(self, sentence: int, _side: int, _offset: int) -> None:
        self._context.status_bar.show_hint(self.tr("Click to go to the sentence in the article") * (sentence >= 0))
