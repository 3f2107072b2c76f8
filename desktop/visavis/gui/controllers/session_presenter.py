"""Shows the session's events in the window: an article has opened, or made progress."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMainWindow

from visavis.analysis.sentence_counts import SentenceCounts, count_sentences
from visavis.gui.controllers.actions import ActionsController
from visavis.gui.reading_view.rows import build_rows
from visavis.gui.workspace import Workspace
from visavis.infrastructure.settings import Settings
from visavis.model.document import Document
from visavis.model.errors import make_printable
from visavis.model.events import Checked, Event, Picked, Ranked, Restored, Revised, Translated


class SessionPresenter(QObject):
    """Keeps the window in step with the document."""

    def __init__(self, window: QMainWindow, workspace: Workspace, settings: Settings, acts: ActionsController) -> None:
        super().__init__(window)
        self._window, self._workspace, self._settings, self._acts = window, workspace, settings, acts
        workspace.reading_view.setAccessibleName(self.tr("Article, French and English"))
        session = workspace.session
        session.opened.connect(self._opened)
        session.leaving.connect(self._leave)
        session.emptied.connect(self._emptied)
        session.grew.connect(self._grew)
        session.foreign.connect(self.refresh)
        session.busy.connect(self.refresh)
        session.page_read.connect(self._show_page)
        settings.listen_to(self._rank, "method")
        workspace.status_bar.cancel.connect(session.cancel)
        workspace.status_bar.resume.connect(session.resume)
        workspace.summary.sentence_chosen.connect(workspace.reading_view.go_to)
        workspace.summary.method_chosen.connect(self._choose_method)
        workspace.summary.automatic_wanted.connect(workspace.summary_picks.reset)
        workspace.packages_and_glossary.packages_closed.connect(self.refresh)
        self.refresh()

    @Slot(object)
    def _opened(self, document: Document) -> None:
        workspace = self._workspace
        workspace.message_bar.hide()
        workspace.stack.setCurrentWidget(workspace.splitter)
        article = document.article
        workspace.reading_view.show_rows(document, list(build_rows(article.paragraphs, article.pictures)))
        workspace.column_headers.update()  # they say who has translated it
        workspace.summary.show_document(document)
        workspace.side_panel.setVisible(self._settings.side)
        workspace.reading_view.setFocus()
        name = document.article.title or PurePath(document.article.path).name
        self._window.setWindowTitle(f"{make_printable(name)} — {self.tr('Vis-à-vis')}")
        workspace.opening.offer_documents(document.article)
        self.refresh()

    @Slot()
    def _leave(self) -> None:
        """Take away what is said of the article that is left."""
        if self._workspace.document:
            self._workspace.status_bar.clearMessage()

    @Slot()
    def _emptied(self) -> None:
        """Show the welcome page again: the last article has been closed."""
        workspace = self._workspace
        workspace.message_bar.hide()
        workspace.side_panel.hide()
        workspace.find_bar.close_bar()
        workspace.stack.setCurrentWidget(workspace.welcome)
        workspace.welcome.setFocus()
        self._window.setWindowTitle(self.tr("Vis-à-vis"))
        workspace.recents.find_recent()
        self.refresh()

    @Slot(object)
    def _grew(self, event: Event) -> None:
        workspace = self._workspace
        match event:
            case Translated(passages) | Restored(passages) | Checked(passages):
                changed = [passage.sentence.id for passage in passages]
                workspace.reading_view.refresh(changed)
                workspace.summary.refresh(changed)
            case Revised(passage):
                workspace.reading_view.refresh([passage.sentence.id])
                workspace.summary.refresh([passage.sentence.id])
            case Picked():
                workspace.summary.picked()
                workspace.reading_view.viewport().update()
            case Ranked():
                workspace.summary.ranked()
        self.refresh()

    @Slot(int, int)
    def _show_page(self, page: int, pages: int) -> None:
        """Show the page, unless the reading has ended before this was delivered."""
        if reading := self._workspace.session.reading:
            self._workspace.status_bar.show_page(reading, page, pages)

    def refresh(self, *_: object) -> None:
        """Update the status bar and the enabled actions."""
        workspace = self._workspace
        document, busy = workspace.document, workspace.session.is_busy
        counted = count_sentences(document) if document else SentenceCounts()
        workspace.status_bar.show_document(document, counted, busy, workspace.session.reading)
        workspace.status_bar.network.refresh()
        self._acts.enable(counted.complete)

    def _choose_method(self, method: str) -> None:
        self._settings.method = method

    def _rank(self) -> None:
        method, methods = self._settings.method, self._workspace.summary.methods
        methods.setCurrentIndex(max(0, methods.findData(method)))
        self._workspace.session.rank(method)
