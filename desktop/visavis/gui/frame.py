"""What stands around an article and works without one: the bars, opening, the recent articles."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from visavis.gui.articles.folder import FolderController
from visavis.gui.controllers.opening import OpeningController
from visavis.gui.controllers.recents import RecentsController
from visavis.gui.messages import describe_error
from visavis.gui.panels.message_bar import MessageBar
from visavis.gui.panels.status_bar import StatusBar
from visavis.gui.panels.welcome import WelcomePage
from visavis.gui.quick.controller import QuickController
from visavis.gui.window_context import WindowContext
from visavis.infrastructure.settings import Settings
from visavis.model.errors import VisavisError
from visavis.session.background_query import BackgroundQuery
from visavis.session.session import Session


class Frame(QObject):
    """Creates the widgets and controllers that are there without an article, in an existing window."""

    def __init__(self, window: QMainWindow, settings: Settings, welcome: WelcomePage, session: Session) -> None:
        super().__init__(window)
        focus = window.focusWidget()
        self.session, self.settings, self.welcome = session, settings, welcome
        self._window = window
        self.message_bar, self.status_bar = MessageBar(), StatusBar()
        self.stack, self.splitter = QStackedWidget(), QSplitter()
        self.stack.addWidget(welcome)
        self.splitter.addWidget(make_column(self.stack, self.message_bar))
        window.setCentralWidget(self.splitter)
        window.setStatusBar(self.status_bar)
        self.context = WindowContext(session, settings, welcome, self.message_bar, self.status_bar)
        self.opening = OpeningController(self.context, window)
        self.recents = RecentsController(self.context, self.opening, window)
        self.quick = QuickController(session, settings, self.opening, window)
        self.folder = FolderController(session, settings, self.opening, window)
        session.failed.connect(self._tell_failed)
        session.warned.connect(self._tell_failed)
        if focus:
            focus.setFocus()  # reparenting the welcome page took its focus

    def leave(self) -> None:
        """Hide the window, and stop all background work."""
        self._window.hide()  # hide first: the engine may need a moment to stop
        for query in self._window.findChildren(BackgroundQuery):
            query.close()
        self.session.close()

    @Slot(object)
    def _tell_failed(self, error: VisavisError) -> None:
        self.message_bar.show_message(describe_error(error))


def make_column(main: QWidget, *above: QWidget) -> QWidget:
    """Return a column with `main` below other widgets, taking the remaining space."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in above:
        column.addWidget(widget)
    column.addWidget(main, 1)
    return whole
