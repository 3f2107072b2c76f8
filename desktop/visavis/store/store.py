"""Everything saved about the user's work, in one place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from visavis.model.errors import StoreError
from visavis.store.database import Database
from visavis.store.saved_work import SavedWork
from visavis.store.translation_memory import TranslationMemory


class Store:
    """The translation memory and the saved work in the file `path`; `told` is called once for each kind of error.

    `remembering` returns whether translations are to be remembered at that moment.
    """

    def __init__(
        self, path: Path, on_error: Callable[[StoreError], None], remembering: Callable[[], bool] = lambda: True
    ) -> None:
        self._database = Database(path, on_error)
        self.memory = TranslationMemory(self._database, remembering)
        self.work = SavedWork(self._database)

    def close(self) -> None:
        """Close the file."""
        self._database.close()
