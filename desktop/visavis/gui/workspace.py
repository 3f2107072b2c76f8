"""Put into the window all that works in it; slow to import, so the window is shown first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

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
from visavis.gui.controllers.waiting import Waiting
from visavis.gui.dialogs.statistics import Counting
from visavis.gui.fonts import reading_font
from visavis.gui.panels.find_bar import FindBar
from visavis.gui.panels.message_bar import Strip
from visavis.gui.panels.side_panel import SidePanel
from visavis.gui.panels.status_bar import Status
from visavis.gui.panels.summary import SummaryPanel
from visavis.gui.reading_view.column_headers import Heads
from visavis.gui.reading_view.reading_position import Place
from visavis.gui.reading_view.view import FacingView
from visavis.gui.reading_view.word_highlighting import WordLight
from visavis.gui.widgets import GlossaryFiles, Parts
from visavis.gui.window import MainWindow
from visavis.session.session import Session

if TYPE_CHECKING:
    from visavis.packages.library import Shelf

SIDE_WIDTH = 23  # em


def furnish(window: MainWindow, session: Session, shelf: Callable[[], Shelf], glossary: GlossaryFiles) -> None:
    """Make the window's parts, and its rooms, each for one concern."""
    settings, focus = window.settings, window.focusWidget()
    window.session, window.shelf, window.glossary = session, shelf, glossary
    font = reading_font(settings.font_points)
    window.strip, window.status, window.side = Strip(), Status(), SidePanel()
    window.facing = FacingView(font)
    window.heads = Heads(window.facing)
    window.summary = SummaryPanel(font, session.engines.methods, session.method, settings)
    parts = Parts(
        session,
        settings,
        window.welcome,
        window.strip,
        window.heads,
        window.facing,
        window.summary,
        window.status,
        window.side,
    )
    window.finding = FindBar(session, window.facing)
    _place(window)
    waiting = Waiting(session, window.strip, parts.notice, window)
    window.opening, window.taking = Opening(parts, window), Taking(parts, waiting, window)
    window.look = Look(parts, window.split, window)
    window.flags = Flags(parts)
    window.picking = Picking(parts, window)
    window.quoting = Quoting(parts, window.taking, window.side.quotations)
    window.editing, window.words = Editing(parts, window), WordLight(session, window.facing)
    window.remembering = Remembering(parts, window)
    window.recents, window.place = Recents(parts, window.opening, window), Place(session, window.facing)
    window.printing, window.counting = Printing(parts, waiting, window), Counting(parts, window)
    window.menus = Acts(window)
    window.acts = window.menus.by_name
    window.showing = Showing(window)
    if focus:
        focus.setFocus()  # it was lost when its page moved
    window.furnished = True
    if window.isVisible():
        window.recents.look()


def _place(window: MainWindow) -> None:
    window.split = QSplitter()
    window.split.addWidget(_column(window.facing, window.heads, window.finding))
    window.split.addWidget(window.summary)
    window.split.setChildrenCollapsible(False)
    window.split.setStretchFactor(0, 3)
    window.split.setStretchFactor(1, 1)
    window.stack = QStackedWidget()
    window.stack.addWidget(window.welcome)
    window.stack.addWidget(window.split)
    whole = QSplitter()
    whole.addWidget(_column(window.stack, window.strip))
    whole.addWidget(window.side)
    whole.setStretchFactor(0, 1)
    side = SIDE_WIDTH * window.fontMetrics().horizontalAdvance("m")
    whole.setSizes([window.width() - side, side])
    window.setCentralWidget(whole)
    window.side.hide()
    window.setStatusBar(window.status)


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
