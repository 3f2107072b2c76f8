"""The statistics dialog: words, reading time, edited and verified sentences, flags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from visavis.gui.clipboard import take_snapshot
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.window_context import WindowContext
from visavis.session.background_query import BackgroundQuery

if TYPE_CHECKING:
    from visavis.analysis.statistics import Statistics
    from visavis.gui.dialogs.table_dialog import Section


class StatisticsController(QObject):
    """Counts off the GUI thread and shows the numbers."""

    def __init__(self, context: WindowContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._query = BackgroundQuery(self)

    def show_statistics(self) -> None:
        """Count, then show the numbers."""
        from visavis.analysis.statistics import compute_statistics

        document = self._context.session.document
        if document:
            snapshot = take_snapshot(document)
            self._query.ask(lambda: (compute_statistics(snapshot),), self._show)

    def _show(self, counted: Statistics) -> None:
        Dialogs.table(self._window, self.tr("Statistics"), self.sections(counted))

    def sections(self, counted: Statistics) -> list[Section]:
        """Return the numbers as tables."""
        number = self._window.locale().toString
        minutes = self.tr("{0} min")

        def time(length: float) -> str:
            return minutes.format(max(1, round(length)))

        checks = self._checks()
        sentences = counted.sentences
        return [
            (
                self.tr("Words"),
                [
                    (self.tr("French"), number(counted.french_words)),
                    (self.tr("English"), number(counted.english_words)),
                    (self.tr("Reading the French"), time(counted.french_minutes)),
                    (self.tr("Reading the English"), time(counted.english_minutes)),
                ],
            ),
            (
                self.tr("Sentences"),
                [
                    (self.tr("in {0} paragraphs").format(number(counted.paragraphs)), number(sentences.total)),
                    (self.tr("by the machine"), number(sentences.machine)),
                    (self.tr("edited"), number(sentences.edited)),
                    (self.tr("not yet translated"), number(sentences.missing)),
                    (self.tr("verified"), number(sentences.verified)),
                ],
            ),
            (
                self.tr("Flags"),
                [
                    (self.tr("in all"), number(sentences.flags)),
                    *((checks.get(check, check), number(count)) for check, count in counted.flags.items()),
                ],
            ),
        ]

    def _checks(self) -> dict[str, str]:
        """Return the display names of the checks."""
        return {
            "figure": self.tr("figure"),
            "time": self.tr("time"),
            "date": self.tr("date"),
            "unit": self.tr("unit"),
            "name": self.tr("name"),
            "negation": self.tr("negation"),
            "quotation": self.tr("quotation"),
            "allegation": self.tr("allegation"),
            "word": self.tr("unknown word"),
            "omission": self.tr("omission"),
            "addition": self.tr("addition"),
            "antonym": self.tr("opposite meaning"),
            "gender": self.tr("gender"),
            "spelling": self.tr("two spellings"),
            "length": self.tr("length"),
            "repetition": self.tr("repetition"),
            "untranslated": self.tr("untranslated"),
            "confidence": self.tr("engine unsure"),
            "glossary": self.tr("glossary"),
            "degenerate": self.tr("garbled"),
            "unknown": self.tr("unknown character"),
        }
