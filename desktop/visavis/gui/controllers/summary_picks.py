"""Summary picks: pin, remove or move sentences by hand, or return to the automatic summary."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from visavis.gui.window_context import ArticleContext
from visavis.model.document import Document
from visavis.model.summary_picks import SummaryPicks


class SummaryPicksController(QObject):
    """Sends the user's picks to the session, for the sentence under the caret in the summary or the article."""

    def __init__(self, context: ArticleContext, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._summary, self._facing = context.session, context.summary, context.reading_view
        self._notice = context.show_notice

    def pin(self) -> None:
        """Pin the sentence to the summary, or unpin it."""
        document, sentence = self._document, self._sentence
        if document is None:
            return
        if any(choice.id == sentence for choice in document.ranking):
            self._pick(document.picks.pin(sentence))
        elif sentence >= 0:
            self._notice(self.tr("Titles, captions and text around the article cannot be in the summary"))

    def drop(self) -> None:
        """Remove the sentence; the next best takes its place, and the caret moves on."""
        document, shown, sentence = self._document, self._summary.shown, self._sentence
        if document and sentence in shown:
            at = shown.index(sentence)
            self._pick(document.picks.drop(sentence))
            left = self._summary.shown
            if left and self._summary.view.hasFocus():
                self._summary.view.go_to(left[min(at, len(left) - 1)])

    def move(self, by: int) -> None:
        """Move the sentence up (-1) or down (1)."""
        document, shown, sentence = self._document, self._summary.shown, self._summary.view.caret
        if document and sentence in shown:
            self._pick(document.picks.move(shown, sentence, by))
            self._summary.view.reveal(sentence)

    def reset(self) -> None:
        """Return to the automatic summary."""
        if self._document:
            self._pick(SummaryPicks())

    def _pick(self, picks: SummaryPicks) -> None:
        self._session.pick(picks)

    @property
    def _document(self) -> Document | None:
        return self._session.document

    @property
    def _sentence(self) -> int:
        view = self._summary.view
        return view.caret if view.hasFocus() else self._facing.caret
