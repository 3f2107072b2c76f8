"""Finds a sentence in any saved article, opens that article if it is not open, and goes to the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from visavis.gui.controllers.opening import OpeningController
from visavis.gui.reading_view.view import FacingView
from visavis.gui.requests import request_saved
from visavis.model.events import Event, Restored, Started
from visavis.session.session import Session
from visavis.store.full_text import FoundPassage

if TYPE_CHECKING:
    from visavis.gui.dialogs.search import SearchDialog


class SearchController(QObject):
    """Shows the dialog, and what is chosen there."""

    def __init__(self, session: Session, opening: OpeningController, view: FacingView, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._opening, self._view, self._window = session, opening, view, window
        self._dialog: SearchDialog | None = None
        self._sought: FoundPassage | None = None  # the sentence to go to once its article is there
        session.grew.connect(self._grew)
        session.unread.connect(self._forget)

    def show_dialog(self) -> None:
        """Show the dialog, with the words selected in the article."""
        from visavis.gui.dialogs.search import SearchDialog

        if not self._dialog and self._session.autosave:
            self._dialog = SearchDialog(self._session.autosave.work.search, self._window)
            self._dialog.wanted.connect(self._open)
        if self._dialog:
            self._dialog.open_with(self._view.selected_text())

    def _open(self, found: FoundPassage) -> None:
        wanted = found.path, found.translation, found.pasted
        article = next((one for one in self._session.articles.list if one.identity == wanted), None)
        if article:
            self._session.articles.show(article)
            self._go_to(found)
        else:
            self._sought = found
            self._opening.open_requests([request_saved(found)])

    @Slot(object, object)
    def _forget(self, *_: object) -> None:
        """Forget the sentence: its article could not be read."""
        self._sought = None

    @Slot(object)
    def _grew(self, event: Event) -> None:
        """Go to the sentence after the reading position has been restored, which would take the view elsewhere."""
        shown = self._session.articles.shown
        sought = self._sought
        if sought and shown and shown.identity == (sought.path, sought.translation, sought.pasted):
            if isinstance(event, Restored | Started):
                self._go_to(sought)
            if isinstance(event, Started):
                self._sought = None

    def _go_to(self, found: FoundPassage) -> None:
        """Go to the sentence; it may stand elsewhere in a file that has changed, or be gone."""
        document = self._session.document
        same = (one.id for one in document.article.sentences() if one.text == found.sentence) if document else iter(())
        for sentence in same:
            self._view.go_to(sentence)
            return
