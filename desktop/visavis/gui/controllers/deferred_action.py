"""Handles copies and exports made before everything was translated: says so, and offers to repeat them once it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from visavis.gui.panels.message_bar import MessageBar
from visavis.model.article import Sentence
from visavis.model.document import Document
from visavis.session.session import Session


class DeferredAction(QObject):
    """Waits until certain sentences of the open document are translated; for one request at a time."""

    def __init__(self, session: Session, strip: MessageBar, notice: Callable[[str], None], window: QWidget) -> None:
        super().__init__(window)
        self._session, self._strip, self._notice, self._window = session, strip, notice, window
        self._document: Document | None = None  # the document whose sentences are awaited
        self._wanted: frozenset[int] = frozenset()
        self._again: Callable[[], object] = lambda: None
        session.grew.connect(self._look)
        session.opened.connect(self._forget)

    def report(
        self,
        done: str,
        snapshot: Document,
        sentences: Iterable[Sentence],
        offer: str,
        again: Callable[[], object],
        finish: Callable[[], object] = lambda: None,
    ) -> None:
        """Report a copy or export of sentences of `snapshot`, and `finish` if they are all translated.

        If some are not translated yet, `offer` to repeat it when they are.
        """
        document, wanted = self._session.document, frozenset(sentence.id for sentence in sentences)
        missing = len(wanted - snapshot.passages.keys())
        if not missing or not document or document.article is not snapshot.article:
            self._notice(done)
            finish()
            return
        message = (
            self.tr("{0}. {1} of {2} sentences is not translated yet.")
            if missing == 1
            else self.tr("{0}. {1} of {2} sentences are not translated yet.")
        )
        number = self._window.locale().toString
        text = message.format(done, number(missing), number(len(wanted)))
        self._strip.show_message(text, offer, lambda: self._wait(document, wanted, again))

    def _wait(self, document: Document | None, wanted: frozenset[int], again: Callable[[], object]) -> None:
        self._document, self._wanted, self._again = document, wanted, again
        self._strip.show_message(self.tr("Waiting for the translation…"), self.tr("Do not wait"), self._forget)
        if not self._session.is_busy:
            self._session.resume()
        self._look()

    def _look(self) -> None:
        """Repeat the action once no sentence is missing."""
        document = self._document
        if document and document is self._session.document and self._wanted <= document.passages.keys():
            again = self._again
            self._forget()
            self._strip.hide()
            again()

    def _forget(self) -> None:
        self._document = None
