"""Clears the translation memory."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.window_context import WindowContext
from visavis.model.ports import Memory
from visavis.session.background_query import BackgroundQuery


class TranslationMemoryController(QObject):
    """Clears the translation memory, after asking."""

    def __init__(self, context: WindowContext, window: QWidget) -> None:
        super().__init__(window)
        self._memory, self._notice = context.session.engines.memory, context.show_notice
        self._window = window
        self._query = BackgroundQuery(self)

    def clear(self) -> None:
        """Delete all remembered translations, after asking the user."""
        memory = self._memory
        question = self.tr("Forget all translations and all your corrections in the memory? Open articles stay.")
        if memory and Dialogs.agree(self._window, self.tr("Clear the memory"), question, self.tr("Clear")):
            text = self.tr("Translation memory cleared")
            self._query.ask(lambda: _clear_memory(memory), lambda _: self._notice(text))


def _clear_memory(memory: Memory) -> Iterator[bool]:
    memory.clear()
    yield True
