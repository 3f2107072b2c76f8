"""Replaces words in the English of the open article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from visavis.gui.window_context import ArticleContext

if TYPE_CHECKING:
    from visavis.gui.dialogs.replace import ReplaceDialog


class ReplaceController(QObject):
    """Shows the dialog, and says what was replaced."""

    taking = Signal()  # what is being edited must be in the article now

    def __init__(self, context: ArticleContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._dialog: ReplaceDialog | None = None

    def show_dialog(self) -> None:
        """Show the dialog, with the words selected in the article."""
        from visavis.gui.dialogs.replace import ReplaceDialog

        if not self._dialog:
            self._dialog = ReplaceDialog(self._context.session, self._window)
            self._dialog.replaced.connect(self._tell)
            self._dialog.taking.connect(self.taking)
            self._dialog.shown.connect(self._context.reading_view.go_to)
        marked = self._context.reading_view.selection
        one_line = marked and not marked.empty and marked.anchor.row == marked.head.row
        self._dialog.open_with(self._context.reading_view.selected_text() if one_line else "")

    def _tell(self, count: int) -> None:
        text = self.tr("1 replaced") if count == 1 else self.tr("{0} replaced").format(count)
        self._context.show_notice(self.tr("{0}; Undo takes it back").format(text))
