"""The workspace: the session, the widgets that show it, and the controllers.

Slow to import, so the window is shown first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from visavis.gui.articles.controller import ArticlesController
from visavis.gui.articles.folder import FolderController
from visavis.gui.articles.search import SearchController
from visavis.gui.articles.view import WIDTH, ArticleList
from visavis.gui.controllers.correction.controller import CorrectionController
from visavis.gui.controllers.deferred_action import DeferredAction
from visavis.gui.controllers.export import ExportController
from visavis.gui.controllers.flags.controller import FlagsController
from visavis.gui.controllers.hints import HintsController
from visavis.gui.controllers.opening import OpeningController
from visavis.gui.controllers.packages_and_glossary import PackagesAndGlossaryController
from visavis.gui.controllers.preview import PreviewController
from visavis.gui.controllers.printing import PrintController
from visavis.gui.controllers.quotations import QuotationsController
from visavis.gui.controllers.recents import RecentsController
from visavis.gui.controllers.replacing import ReplaceController
from visavis.gui.controllers.summary_picks import SummaryPicksController
from visavis.gui.controllers.translation_memory import TranslationMemoryController
from visavis.gui.controllers.view_settings import ViewSettingsController
from visavis.gui.dialogs.statistics import StatisticsController
from visavis.gui.overlays.focus_ring import FocusRing
from visavis.gui.panels.find_bar import FindBar
from visavis.gui.panels.hints_bar import HintsBar
from visavis.gui.panels.message_bar import MessageBar
from visavis.gui.panels.side_panel import SidePanel
from visavis.gui.panels.status_bar import StatusBar
from visavis.gui.panels.summary import SummaryPanel
from visavis.gui.panels.welcome import WelcomePage
from visavis.gui.pictures.viewer import PictureViewer
from visavis.gui.quick.controller import QuickController
from visavis.gui.reading_view.column_headers import ColumnHeaders
from visavis.gui.reading_view.reading_position import ReadingPosition
from visavis.gui.reading_view.view import FacingView
from visavis.gui.reading_view.word_highlighting import WordHighlighter
from visavis.gui.style.fonts import reading_font
from visavis.gui.window_context import GlossaryFiles, WindowContext
from visavis.infrastructure.settings import Settings
from visavis.model.document import Document
from visavis.session.background_query import BackgroundQuery
from visavis.session.session import Session

if TYPE_CHECKING:
    from visavis.packages.library import PackageLibrary

SIDE_WIDTH = 23  # em


class Workspace:
    """Creates all widgets and controllers for an existing window, and becomes its central widget."""

    def __init__(
        self,
        window: QMainWindow,
        settings: Settings,
        welcome: WelcomePage,
        session: Session,
        library: Callable[[], PackageLibrary],
        glossary: GlossaryFiles,
    ) -> None:
        focus = window.focusWidget()
        self._window, self.session, self.welcome = window, session, welcome
        font = reading_font(settings.font_points)
        self.message_bar, self.status_bar, self.side_panel = MessageBar(), StatusBar(), SidePanel()
        self.article_list = ArticleList()
        self.reading_view = FacingView(font)
        self.column_headers = ColumnHeaders(self.reading_view)
        self.summary = SummaryPanel(font, session.engines.methods, session.method, settings)
        context = WindowContext(
            session,
            settings,
            welcome,
            self.message_bar,
            self.column_headers,
            self.reading_view,
            self.summary,
            self.status_bar,
            self.side_panel,
        )
        self.find_bar, self.hints_bar = FindBar(session, self.reading_view), HintsBar(self.reading_view)
        self.splitter, self.stack = QSplitter(), QStackedWidget()
        self._place()
        deferred = DeferredAction(session, self.message_bar, context.show_notice, window)
        self.articles = ArticlesController(session, self.article_list)
        self.opening, self.export = OpeningController(context, window), ExportController(context, deferred, window)
        self.quick = QuickController(session, settings, self.opening, window)
        self.folder = FolderController(session, settings, self.opening, window)
        self.replacing = ReplaceController(context, window)
        self.search = SearchController(session, self.opening, self.reading_view, window)
        self.view_settings = ViewSettingsController(context, self.splitter, window)
        self.flags, self.hints = FlagsController(context), HintsController(context, self.hints_bar)
        self.summary_picks = SummaryPicksController(context, window)
        self.quotations = QuotationsController(context, self.export, self.side_panel.quotations)
        self.correction, self.word_highlighter = (
            CorrectionController(context, window),
            WordHighlighter(session, self.reading_view),
        )
        for taker in (self.export, self.replacing):
            taker.taking.connect(self.correction.keep_edit)
        self.pictures = PictureViewer(self.reading_view)
        for view in (self.reading_view, self.summary.view):
            FocusRing(view)
        self.translation_memory = TranslationMemoryController(context, window)
        self.recents, self.reading_position = (
            RecentsController(context, self.opening, window),
            ReadingPosition(session, self.reading_view),
        )
        self.printing, self.statistics = (
            PrintController(context, deferred, window),
            StatisticsController(context, window),
        )
        self.printing.taking.connect(self.correction.keep_edit)
        self.preview = PreviewController(context, self.export, self.printing, window)
        self.packages_and_glossary = PackagesAndGlossaryController(context, library, glossary, window)
        if focus:
            focus.setFocus()  # reparenting the welcome page took its focus

    @property
    def document(self) -> Document | None:
        """The open document, if any."""
        return self.session.document

    def leave(self) -> None:
        """Save the edit in progress and the reading position, and stop all background work."""
        self.correction.keep_edit()
        self.reading_position.save()
        self._window.hide()  # hide first: the engine may need a moment to stop
        for query in self._window.findChildren(BackgroundQuery):
            query.close()
        self.session.close()

    def _place(self) -> None:
        """Lay out the widgets in the window."""
        window = self._window
        self.splitter.addWidget(_column(self.reading_view, self.column_headers, self.hints_bar, self.find_bar))
        self.splitter.addWidget(self.summary)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 1)
        self.stack.addWidget(self.welcome)
        self.stack.addWidget(self.splitter)
        whole = QSplitter()
        whole.addWidget(self.article_list)
        whole.addWidget(_column(self.stack, self.message_bar))
        whole.addWidget(self.side_panel)
        whole.setStretchFactor(1, 1)
        em = window.fontMetrics().horizontalAdvance("m")
        left, side = WIDTH * em, SIDE_WIDTH * em
        whole.setSizes([left, window.width() - left - side, side])
        window.setCentralWidget(whole)
        self.side_panel.hide()
        window.setStatusBar(self.status_bar)


def _column(main: QWidget, *above: QWidget) -> QWidget:
    """Return a column with `main` below other widgets, taking the remaining space."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in above:
        column.addWidget(widget)
    column.addWidget(main, 1)
    return whole
