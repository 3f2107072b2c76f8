"""The dialog that searches all saved articles: sentences with their English, the title of their article above."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePath

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from visavis.gui.panels.location_list import LocationEntry, LocationListView
from visavis.gui.style.spacing import LARGE, MEDIUM
from visavis.model.errors import make_printable
from visavis.session.background_query import BackgroundQuery
from visavis.store.full_text import FoundPassage

SOON_MS = 150  # delay before searching, after a key


class SearchDialog(QDialog):
    """Searches as the user types; a click or Enter on a sentence asks for its article."""

    wanted = Signal(object)  # FoundPassage

    def __init__(self, search: Callable[[str], Sequence[FoundPassage]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Find in all articles"))
        self._search = search
        self.found: Sequence[FoundPassage] = ()
        self._query = BackgroundQuery(self)
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._ask)
        self.words = QLineEdit(placeholderText=self.tr("Words in French or English"), clearButtonEnabled=True)
        self.words.setAccessibleName(self.tr("Words in French or English"))
        self.words.textChanged.connect(self._soon.start)
        self.words.returnPressed.connect(self._enter_list)
        where = self.tr("Sentences of all articles that you have opened are found, by their French or English.")
        self.list = LocationListView(self.tr("Sentences found"), where)
        self.list.wanted.connect(lambda entry: self.wanted.emit(self.found[entry.sentence]))
        self.count = QLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        for widget in (self.words, self.list, self.count):
            column.addWidget(widget)
        self.resize(round(parent.width() * 0.6), round(parent.height() * 0.7))

    def open_with(self, words: str) -> None:
        """Show the dialog, with `words` to look for unless there are none; the search is made again."""
        self.words.setText(words or self.words.text())
        self.show()
        self.raise_()
        self.activateWindow()
        self.words.setFocus()
        self.words.selectAll()
        self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._soon.stop()
        self._query.cancel()
        super().hideEvent(event)

    def _ask(self) -> None:
        words = self.words.text()

        def steps() -> Iterator[Sequence[FoundPassage]]:
            yield self._search(words)

        self._query.ask(steps, self._show)

    def _show(self, found: Sequence[FoundPassage]) -> None:
        self.found = found
        self.list.show_entries([_make_entry(number, one) for number, one in enumerate(found)])
        texts = {0: self.tr("Nothing found") if self.words.text().strip() else "", 1: self.tr("1 sentence")}
        self.count.setText(texts.get(len(found), self.tr("{0} sentences").format(len(found))))

    def _enter_list(self) -> None:
        """Go from the field to the first sentence found."""
        if self.found:
            self.list.setFocus()
            self.list.setCurrentIndex(self.list.rows.index(0))


def _make_entry(number: int, found: FoundPassage) -> LocationEntry:
    title = make_printable(found.title or PurePath(found.path).name, 120)
    lines = (found.target or "…", found.sentence, title)
    return LocationEntry(lines, "\n".join(lines), number)
