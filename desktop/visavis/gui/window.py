"""The window: there at once, with the page that says how to begin; furnish.py puts in what works in it.

Each concern has a room of its own (opening.py, taking.py away, look.py…); acts.py lists what the user can do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget

from visavis.gui.panels.welcome import Welcome
from visavis.infrastructure.settings import Settings

if TYPE_CHECKING:  # slow to import, and not needed to show the window
    from pathlib import Path

    from PySide6.QtGui import QAction

    from visavis.gui.controllers.actions import Acts
    from visavis.gui.controllers.correction import Editing
    from visavis.gui.controllers.export import Taking
    from visavis.gui.controllers.flags import Flags
    from visavis.gui.controllers.opening import Opening
    from visavis.gui.controllers.printing import Printing
    from visavis.gui.controllers.quotations import Quoting
    from visavis.gui.controllers.recents import Recents
    from visavis.gui.controllers.session_presenter import Showing
    from visavis.gui.controllers.summary_picks import Picking
    from visavis.gui.controllers.translation_memory import Remembering
    from visavis.gui.controllers.view_settings import Look
    from visavis.gui.dialogs.statistics import Counting
    from visavis.gui.panels.find_bar import FindBar
    from visavis.gui.panels.message_bar import Strip
    from visavis.gui.panels.side_panel import SidePanel
    from visavis.gui.panels.status_bar import Status
    from visavis.gui.panels.summary import SummaryPanel
    from visavis.gui.reading_view.column_headers import Heads
    from visavis.gui.reading_view.reading_position import Place
    from visavis.gui.reading_view.view import FacingView
    from visavis.gui.reading_view.word_highlighting import WordLight
    from visavis.gui.widgets import GlossaryFiles
    from visavis.infrastructure.network_guard import Guard
    from visavis.model.document import Document
    from visavis.packages.find import InstalledPackage
    from visavis.packages.library import Shelf
    from visavis.session.session import Session


class MainWindow(QMainWindow):
    """Shows one document; never changes it."""

    session: Session
    shelf: Callable[[], Shelf]
    glossary: GlossaryFiles
    split: QSplitter
    stack: QStackedWidget
    strip: Strip
    status: Status
    side: SidePanel
    facing: FacingView
    heads: Heads
    summary: SummaryPanel
    finding: FindBar
    opening: Opening
    taking: Taking
    look: Look
    flags: Flags
    picking: Picking
    quoting: Quoting
    editing: Editing
    words: WordLight
    remembering: Remembering
    recents: Recents
    place: Place
    printing: Printing
    counting: Counting
    menus: Acts
    acts: dict[str, QAction]
    showing: Showing

    def __init__(self, settings: Settings, guard: Guard) -> None:
        super().__init__()
        self.settings, self.guard = settings, guard
        self.furnished = False
        self.welcome = Welcome()
        self.setCentralWidget(self.welcome)
        self.setWindowTitle(self.tr("Vis-à-vis"))
        self.setAcceptDrops(True)
        self.resize(1240, 860)
        if settings.window and not self.restoreGeometry(QByteArray.fromBase64(settings.window.encode())):
            self.resize(self.size().boundedTo(self.screen().availableSize()))  # it was left on a much larger screen

    @property
    def document(self) -> Document | None:
        """Return what is on the desk."""
        return self.session.document

    def open_path(self, path: Path) -> None:
        """Open a file."""
        self.opening.open_path(path)

    def show_packages(self) -> None:
        """Show the language packages."""
        from visavis.gui.dialogs.packages import PackagesDialog  # with it come the libraries that download

        dialog = PackagesDialog(self.shelf(), self.settings, self)
        dialog.changed.connect(self._change_package)
        dialog.exec()
        self.showing.refresh()

    def _change_package(self, used: InstalledPackage) -> None:
        """Use another package at once: begin anew what is being translated, offer to translate again what has been."""
        self.session.change_package()
        document, text = self.document, self.tr("{0} {1} is now in use.").format(used.name, used.version)
        if self.session.is_busy:
            anew = self.tr("The article is translated with it from the beginning; what you corrected stays.")
            self.strip.tell(f"{text} {anew}")
        elif document and document.package.name and used.info() != document.package:
            self.strip.tell(text, self.tr("Translate again"), self.session.retranslate)

    def show_glossary(self) -> None:
        """Show the glossary."""
        from visavis.gui.dialogs.glossary import GlossaryDialog

        dialog = GlossaryDialog(self.glossary, self)
        dialog.exec()
        if dialog.changed:
            self.session.recheck()

    def show_keys(self) -> None:
        """Show the keys."""
        from visavis.gui.dialogs.file_dialogs import Dialogs

        Dialogs.table(self, self.tr("Keys"), self.menus.keys())

    # Qt's own

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if self.furnished and (mime.hasUrls() or mime.hasText() or mime.hasHtml()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.opening.drop(event.mimeData())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.furnished and not event.spontaneous():
            self.recents.look()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.window = bytes(self.saveGeometry().toBase64().data()).decode()
        if self.furnished:
            self._leave()
        super().closeEvent(event)

    def _leave(self) -> None:
        from visavis.session.background_query import Asker

        self.editing.keep()
        self.place.remember()
        self.hide()  # the engine may need a moment to stop
        for asker in self.findChildren(Asker):
            asker.close()
        self.session.close()
