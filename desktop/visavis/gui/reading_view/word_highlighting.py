"""Highlights the words aligned with the word under the pointer, on both sides."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from visavis.gui.reading_view.view import FacingView
from visavis.model.passage import Link, Passage
from visavis.session.session import Session
from visavis.text.search import Hit

WAIT_MS = 60  # how long the pointer must rest before the alignment is requested


class WordHighlighter(QObject):
    """Follows the pointer over a view."""

    def __init__(self, session: Session, view: FacingView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._spot = (-1, 0, 0)
        self._rest = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._rest.timeout.connect(self._ask)
        view.pointed.connect(self._pointed)
        session.details.linked.connect(self._light)

    @Slot(int, int, int)
    def _pointed(self, sentence: int, side: int, offset: int) -> None:
        self._spot = (sentence, side, offset)
        self._view.show_words(())
        self._rest.start()

    def _ask(self) -> None:
        passage = self._passage()
        links = self._session.details.links(passage) if passage else None
        if passage and links is not None:
            self._light(passage, links)

    @Slot(object, object)
    def _light(self, passage: Passage, links: list[Link]) -> None:
        sentence, side, offset = self._spot
        if passage is not self._passage():
            return
        under = [link for link in links if _within(link.target if side else link.source, offset)]
        spans = [(0, link.source) for link in under] + [(1, link.target) for link in under]
        self._view.show_words([Hit(sentence, column, *span) for column, span in spans])

    def _passage(self) -> Passage | None:
        document = self._session.document
        return document.passages.get(self._spot[0]) if document else None


def _within(span: tuple[int, int], offset: int) -> bool:
    return span[0] <= offset < span[1]
