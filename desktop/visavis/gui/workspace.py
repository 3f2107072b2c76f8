"""The workspace: the widgets that show articles, and the controllers of what can be done with them.

Slow to import and to build, so the frame is there first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QSplitter

from visavis.gui.articles.controller import ArticlesController
from visavis.gui.articles.search import SearchController
from visavis.gui.articles.space import SIDE_WIDTH, WIDTH, ListSpace
from visavis.gui.articles.view import ArticleList
from visavis.gui.controllers.correction.controller import CorrectionController
from visavis.gui.controllers.deferred_action import DeferredAction
from visavis.gui.controllers.export import ExportController
from visavis.gui.controllers.flags.controller import FlagsController
from visavis.gui.controllers.hints import HintsController
from visavis.gui.controllers.packages_and_glossary import PackagesAndGlossaryController
from visavis.gui.controllers.preview import PreviewController
from visavis.gui.controllers.printing import PrintController
from visavis.gui.controllers.quotations import QuotationsController
from visavis.gui.controllers.replacing import ReplaceController
from visavis.gui.controllers.summary_picks import SummaryPicksController
from visavis.gui.controllers.translation_memory import TranslationMemoryController
from visavis.gui.controllers.view_settings import ViewSettingsController
from visavis.gui.dialogs.statistics import StatisticsController
from visavis.gui.frame import Frame, make_column
from visavis.gui.overlays.focus_ring import FocusRing
from visavis.gui.panels.find_bar import FindBar
from visavis.gui.panels.hints_bar import HintsBar
from visavis.gui.panels.side_panel import SidePanel
from visavis.gui.panels.summary import SummaryPanel
from visavis.gui.pictures.viewer import PictureViewer
from visavis.gui.reading_view.column_headers import ColumnHeaders
from visavis.gui.reading_view.reading_position import ReadingPosition
from visavis.gui.reading_view.view import FacingView
from visavis.gui.reading_view.word_highlighting import WordHighlighter
from visavis.gui.style.fonts import reading_font
from visavis.gui.window_context import ArticleContext, GlossaryFiles
from visavis.model.document import Document

if TYPE_CHECKING:
    from visavis.packages.library import PackageLibrary


class Workspace:
    """Creates the widgets and controllers for articles, and puts them into a window's frame."""

    def __init__(
        self, window: QMainWindow, frame: Frame, library: Callable[[], PackageLibrary], glossary: GlossaryFiles
    ) -> None:
        self.session, self.welcome = frame.session, frame.welcome
        self.message_bar, self.status_bar, self.stack = frame.message_bar, frame.status_bar, frame.stack
        self.opening, self.recents = frame.opening, frame.recents
        self.quick, self.folder = frame.quick, frame.folder
        session, settings = frame.session, frame.settings
        font = reading_font(settings.font_points)
        self.side_panel, self.article_list = SidePanel(), ArticleList()
        self.reading_view = FacingView(font)
        self.column_headers = ColumnHeaders(self.reading_view)
        self.summary = SummaryPanel(font, session.engines.methods, session.method, settings)
        context = ArticleContext(
            **vars(frame.context),
            column_headers=self.column_headers,
            reading_view=self.reading_view,
            summary=self.summary,
            side_panel=self.side_panel,
        )
        self.find_bar, self.hints_bar = FindBar(session, self.reading_view), HintsBar(self.reading_view)
        self.splitter = QSplitter()
        self._place(window, frame.splitter)
        space = ListSpace(frame.splitter, self.article_list, self.reading_view, self.side_panel)
        deferred = DeferredAction(session, self.message_bar, context.show_notice, window)
        self.articles = ArticlesController(session, self.article_list, space)
        self.export = ExportController(context, deferred, window)
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
        self.reading_position = ReadingPosition(session, self.reading_view)
        self.printing, self.statistics = (
            PrintController(context, deferred, window),
            StatisticsController(context, window),
        )
        self.printing.taking.connect(self.correction.keep_edit)
        self.preview = PreviewController(context, self.export, self.printing, window)
        self.packages_and_glossary = PackagesAndGlossaryController(context, library, glossary, window)

    @property
    def document(self) -> Document | None:
        """The open document, if any."""
        return self.session.document

    def save(self) -> None:
        """Save the edit in progress and the reading position."""
        self.correction.keep_edit()
        self.reading_position.save()

    def _place(self, window: QMainWindow, whole: QSplitter) -> None:
        """Lay out the widgets in the frame."""
        self.splitter.addWidget(make_column(self.reading_view, self.column_headers, self.hints_bar, self.find_bar))
        self.splitter.addWidget(self.summary)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 1)
        self.stack.addWidget(self.splitter)
        whole.insertWidget(0, self.article_list)
        whole.addWidget(self.side_panel)
        whole.setStretchFactor(1, 1)
        em = window.fontMetrics().horizontalAdvance("m")
        left, side = WIDTH * em, SIDE_WIDTH * em
        whole.setSizes([left, window.width() - left - side, side])
        self.side_panel.hide()
