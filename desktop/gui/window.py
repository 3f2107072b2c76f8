"""The window: shows what is on the desk and sends the user's intents to the session.

Each concern has a room of its own (opening.py, taking.py away, look.py…); acts.py lists what the user can do.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.core.document import Document
from desktop.core.errors import VisavisError, printable
from desktop.core.events import Checked, Event, Picked, Ranked, Restored, Revised, Translated
from desktop.core.guard import Guard
from desktop.core.settings import Settings
from desktop.core.tally import Tally, tally
from desktop.gui.acts import Acts
from desktop.gui.dialogs import Dialogs
from desktop.gui.editing import Editing
from desktop.gui.facing import FacingView
from desktop.gui.find import FindBar
from desktop.gui.flags import Flags
from desktop.gui.heads import Heads
from desktop.gui.look import Look
from desktop.gui.messages import error_told
from desktop.gui.opening import Opening
from desktop.gui.parts import GlossaryFiles, Parts
from desktop.gui.picking import Picking
from desktop.gui.place import Place
from desktop.gui.printing import Printing
from desktop.gui.quotations import Quoting
from desktop.gui.recents import Recents
from desktop.gui.remembering import Remembering
from desktop.gui.rows import rows_of
from desktop.gui.side import SidePanel
from desktop.gui.statistics import Counting
from desktop.gui.status import Status
from desktop.gui.strip import Strip
from desktop.gui.summary import SummaryPanel
from desktop.gui.taking import Taking
from desktop.gui.typography import reading_font
from desktop.gui.welcome import Welcome
from desktop.gui.words import WordLight
from desktop.packages.find import in_use
from desktop.work.asking import Asker
from desktop.work.session import Session

if TYPE_CHECKING:
    from desktop.packages.shelf import Shelf

SIDE_WIDTH = 300


class MainWindow(QMainWindow):
    """Shows one document; never changes it."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        guard: Guard,
        shelf: Callable[[], Shelf],
        glossary: GlossaryFiles,
    ) -> None:
        super().__init__()
        self._glossary = glossary
        self.session, self.settings, self.guard, self._shelf = session, settings, guard, shelf
        self.resize(1240, 860)
        font = reading_font(settings.font_points)
        self.strip, self.status, self.welcome, self.side = Strip(), Status(), Welcome(), SidePanel()
        self.facing = FacingView(font)
        self.facing.setAccessibleName(self.tr("Article, French and English"))
        self.heads = Heads(self.facing)
        self.summary = SummaryPanel(font, session.engines.methods, session.method, settings)
        parts = Parts(
            session, settings, self.welcome, self.strip, self.heads, self.facing, self.summary, self.status, self.side
        )
        self.finding = FindBar(session, self.facing)
        self._place()
        self.opening, self.taking, self.look = Opening(parts, self), Taking(parts, self), Look(parts, self.split, self)
        self.flags = Flags(parts)
        self.picking = Picking(parts, self)
        self.quoting = Quoting(parts, self.taking, self.side.quotations)
        self.editing, self.words = Editing(parts, self), WordLight(session, self.facing)
        self.remembering = Remembering(parts, self)
        self.recents, self.place = Recents(parts, self.opening, self), Place(session, self.facing)
        self.printing, self.counting = Printing(parts, self), Counting(parts, self)
        self._acts = Acts(self)
        self.acts = self._acts.by_name
        self._connect()
        self._refresh_status()
        self.setWindowTitle(self.tr("Vis-à-vis"))
        self.setAcceptDrops(True)
        self.restoreGeometry(QByteArray.fromBase64(settings.window.encode()))

    def _place(self) -> None:
        self.split = QSplitter()
        self.split.addWidget(_column(self.facing, self.heads, self.finding))
        self.split.addWidget(self.summary)
        self.split.setChildrenCollapsible(False)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.welcome)
        self.stack.addWidget(self.split)
        whole = QSplitter()
        whole.addWidget(_column(self.stack, self.strip))
        whole.addWidget(self.side)
        whole.setStretchFactor(0, 1)
        whole.setSizes([self.width() - SIDE_WIDTH, SIDE_WIDTH])
        self.setCentralWidget(whole)
        self.side.hide()
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        session = self.session
        session.opened.connect(self._opened)
        session.grew.connect(self._grew)
        session.foreign.connect(self._refresh_status)
        session.failed.connect(self._failed)
        session.warned.connect(self._failed)
        session.busy.connect(self._refresh_status)
        self.status.cancel.connect(session.cancel)
        self.status.resume.connect(session.resume)
        self.summary.sentence_chosen.connect(self.facing.go_to)
        self.summary.method_chosen.connect(self._choose_method)
        self.summary.automatic_wanted.connect(self.picking.automatic)

    @property
    def document(self) -> Document | None:
        """Return what is on the desk."""
        return self.session.document

    def open_path(self, path: Path) -> None:
        """Open a file."""
        self.opening.open_path(path)

    def show_packages(self) -> None:
        """Show the language packages; offer to translate again if another one is in use afterwards."""
        from desktop.gui.packages import PackagesDialog  # with it come the libraries that download

        shelf = self._shelf()
        PackagesDialog(shelf, self.settings, self).exec()
        self._refresh_status()
        document, used = self.document, in_use(shelf.packages(), self.settings.package)
        if document and document.package.name and used.info() != document.package:
            text = self.tr("{0} {1} is now in use.").format(used.name, used.version)
            self.strip.tell(text, self.tr("Translate again"), self.session.retranslate)

    def show_glossary(self) -> None:
        """Show the glossary."""
        from desktop.gui.glossary import GlossaryDialog

        dialog = GlossaryDialog(self._glossary, self)
        dialog.exec()
        if dialog.changed:
            self.session.recheck()

    def show_keys(self) -> None:
        """Show the keys."""
        Dialogs.table(self, self.tr("Keys"), self._acts.keys())

    # what the session tells

    @Slot(object)
    def _opened(self, document: Document) -> None:
        self.strip.hide()
        self.stack.setCurrentWidget(self.split)
        self.facing.show_rows(document, list(rows_of(document.article.paragraphs)))
        self.summary.show_document(document)
        self.side.setVisible(self.settings.side)
        self.facing.setFocus()
        name = document.article.title or PurePath(document.article.path).name
        self.setWindowTitle(f"{printable(name)} — {self.tr('Vis-à-vis')}")
        self.opening.offer_documents(document.article)
        self._refresh_status()

    @Slot(object)
    def _grew(self, event: Event) -> None:
        match event:
            case Translated(passages) | Restored(passages) | Checked(passages):
                changed = [passage.sentence.id for passage in passages]
                self.facing.refresh(changed)
                self.summary.refresh(changed)
            case Revised(passage):
                self.facing.refresh([passage.sentence.id])
                self.summary.refresh([passage.sentence.id])
            case Picked():
                self.summary.picked()
            case Ranked():
                self.summary.ranked()
        self._refresh_status()

    @Slot(object)
    def _failed(self, error: VisavisError) -> None:
        self.strip.tell(error_told(error))

    def _refresh_status(self) -> None:
        document, busy = self.document, self.session.is_busy
        counted = tally(document) if document else Tally()
        self.status.show_document(document, counted, busy, self.session.reading)
        self.status.show_network(self.guard)
        self._acts.enable(counted.complete)

    def _choose_method(self, method: str) -> None:
        self.settings.method = method
        self.session.rank(method)

    # Qt's own

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if mime.hasUrls() or mime.hasText() or mime.hasHtml():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.opening.drop(event.mimeData())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.recents.look()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.window = bytes(self.saveGeometry().toBase64().data()).decode()
        self.editing.keep()
        self.place.remember()
        self.hide()  # the engine may need a moment to stop
        for asker in self.findChildren(Asker):
            asker.close()
        self.session.close()
        super().closeEvent(event)


def _column(main: QWidget, *above: QWidget) -> QWidget:
    """Return a widget that takes the room there is, below others."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in above:
        column.addWidget(widget)
    column.addWidget(main, 1)
    return whole
