"""A line with the article's key figures and names, worded as in the translation; computed off the GUI thread."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel

from visavis.analysis import key_facts
from visavis.gui.clipboard import take_snapshot
from visavis.infrastructure.settings import Settings
from visavis.model.document import Document
from visavis.session.background_query import BackgroundQuery

WAIT_MS = 250  # delay from a change to the updated line


class FactsLabel(QLabel):
    """Follows a document; hidden while there is nothing to list."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(textFormat=Qt.TextFormat.PlainText)
        self._document: Document | None = None
        self._settings = settings
        settings.listen_to(self._show, "summary_facts")
        self._query = BackgroundQuery(self)
        self._soon = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._soon.timeout.connect(self._ask)

    @property
    def is_pending(self) -> bool:
        """True while an update is pending."""
        return self._soon.isActive() or self._query.is_busy

    def show_document(self, document: Document | None) -> None:
        """Show the facts of this document, and update them soon."""
        if document is not self._document:
            self._document = document
            self._query.cancel()
            self._tell(key_facts.KeyFacts())
        if document and not self._soon.isActive():
            self._soon.start()

    def _ask(self) -> None:
        if self._query.is_busy:
            self._soon.start()  # a long article takes a while: let the query finish
        elif self._document:
            snapshot = take_snapshot(self._document)
            self._query.ask(lambda: (key_facts.find_english_facts(snapshot),), self._tell)

    def _tell(self, facts: key_facts.KeyFacts) -> None:
        parts = [
            text.format(", ".join(values))
            for text, values in ((self.tr("Figures: {0}"), facts.figures), (self.tr("Names: {0}"), facts.names))
            if values
        ]
        self.setText(" · ".join(parts))
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self.text()) and self._settings.summary_facts)
