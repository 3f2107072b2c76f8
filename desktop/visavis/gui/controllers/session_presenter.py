"""What the session tells, shown: an article that opened, what became of it, what went wrong."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QObject, Slot

from visavis.analysis.tally import Tally, tally
from visavis.gui.messages import error_told
from visavis.gui.reading_view.rows import rows_of
from visavis.gui.window import MainWindow
from visavis.model.document import Document
from visavis.model.errors import VisavisError, printable
from visavis.model.events import Checked, Event, Picked, Ranked, Restored, Revised, Translated


class Showing(QObject):
    """Keeps the window as the document is."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.facing.setAccessibleName(self.tr("Article, French and English"))
        window.status.network.follow(window.guard)
        session = window.session
        session.opened.connect(self._opened)
        session.grew.connect(self._grew)
        session.foreign.connect(self.refresh)
        session.failed.connect(self._failed)
        session.warned.connect(self._failed)
        session.busy.connect(self.refresh)
        window.settings.listen(self._rank, "method")
        window.status.cancel.connect(session.cancel)
        window.status.resume.connect(session.resume)
        window.summary.sentence_chosen.connect(window.facing.go_to)
        window.summary.method_chosen.connect(self._choose_method)
        window.summary.automatic_wanted.connect(window.picking.automatic)
        self.refresh()

    @Slot(object)
    def _opened(self, document: Document) -> None:
        window = self._window
        window.strip.hide()
        window.stack.setCurrentWidget(window.split)
        window.facing.show_rows(document, list(rows_of(document.article.paragraphs)))
        window.summary.show_document(document)
        window.side.setVisible(window.settings.side)
        window.facing.setFocus()
        name = document.article.title or PurePath(document.article.path).name
        window.setWindowTitle(f"{printable(name)} — {self.tr('Vis-à-vis')}")
        window.opening.offer_documents(document.article)
        self.refresh()

    @Slot(object)
    def _grew(self, event: Event) -> None:
        window = self._window
        match event:
            case Translated(passages) | Restored(passages) | Checked(passages):
                changed = [passage.sentence.id for passage in passages]
                window.facing.refresh(changed)
                window.summary.refresh(changed)
            case Revised(passage):
                window.facing.refresh([passage.sentence.id])
                window.summary.refresh([passage.sentence.id])
            case Picked():
                window.summary.picked()
                window.facing.viewport().update()
            case Ranked():
                window.summary.ranked()
        self.refresh()

    @Slot(object)
    def _failed(self, error: VisavisError) -> None:
        self._window.strip.tell(error_told(error))

    def refresh(self, *_: object) -> None:
        """Show how far it is, and what can be done now."""
        window = self._window
        document, busy = window.document, window.session.is_busy
        counted = tally(document) if document else Tally()
        window.status.show_document(document, counted, busy, window.session.reading)
        window.status.network.tell()
        window.menus.enable(counted.complete)

    def _choose_method(self, method: str) -> None:
        self._window.settings.method = method

    def _rank(self) -> None:
        method, methods = self._window.settings.method, self._window.summary.methods
        methods.setCurrentIndex(max(0, methods.findData(method)))
        self._window.session.rank(method)
