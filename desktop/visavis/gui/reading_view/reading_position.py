"""The reading position in an article: saved as the user reads, restored when the article is opened again."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from visavis.gui.reading_view.view import FacingView
from visavis.model.events import Event, Restored
from visavis.session.session import Session

WAIT_MS = 400  # delay from the last move to saving


class ReadingPosition(QObject):
    """Saves the sentence under the caret and the one at the top of the view."""

    def __init__(self, session: Session, view: FacingView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._soon = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._soon.timeout.connect(self.save)
        view.moved.connect(self._moved)
        view.verticalScrollBar().valueChanged.connect(self._moved)
        session.grew.connect(self._grew)
        session.leaving.connect(self.save)

    def save(self) -> None:
        """Save the position now."""
        self._soon.stop()
        if self._view.page.rows:
            self._session.remember_view({"caret": self._view.caret, "top": self._view.top_sentence()})

    def _moved(self, _: int) -> None:
        if self._session.document:
            self._soon.start()

    @Slot(object)
    def _grew(self, event: Event) -> None:
        if isinstance(event, Restored) and event.view:
            caret, top = (event.view.get(name) for name in ("caret", "top"))
            if isinstance(top, int):
                self._view.scroll_to(top)
            if isinstance(caret, int) and self._view.page.row_of(caret) is not None:
                self._view.put_caret(caret)
