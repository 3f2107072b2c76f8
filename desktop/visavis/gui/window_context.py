"""The parts of the window shared by the controllers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from visavis.gui.panels.message_bar import MessageBar
from visavis.gui.panels.status_bar import StatusBar
from visavis.gui.panels.welcome import WelcomePage
from visavis.infrastructure.settings import Settings
from visavis.session.session import Session

if TYPE_CHECKING:  # what an article needs is imported after the frame is there
    from pathlib import Path

    from visavis.gui.panels.side_panel import SidePanel
    from visavis.gui.panels.summary import SummaryPanel
    from visavis.gui.reading_view.column_headers import ColumnHeaders
    from visavis.gui.reading_view.view import FacingView
    from visavis.model.glossary import Glossary, Term

NOTICE_MS = 4000  # how long a notice stays in the status bar


@dataclass(frozen=True)
class WindowContext:
    """The session, the settings and the widgets that are there without an article, passed to every controller."""

    session: Session
    settings: Settings
    welcome: WelcomePage
    message_bar: MessageBar
    status_bar: StatusBar

    def show_notice(self, text: str) -> None:
        """Show a short notice in the status bar."""
        self.status_bar.showMessage(text, NOTICE_MS)


@dataclass(frozen=True)
class ArticleContext(WindowContext):
    """The same with the widgets that show an article."""

    column_headers: ColumnHeaders
    reading_view: FacingView
    summary: SummaryPanel
    side_panel: SidePanel


@dataclass(frozen=True, slots=True)
class GlossaryFiles:
    """The glossary's file operations; each may raise VisavisError."""

    load: Callable[[], Glossary]
    import_file: Callable[[Path], list[Term]]
    add: Callable[[Term], None]
    remove: Callable[[Term], None]
