"""The parts of the window shared by the controllers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from visavis.gui.panels.message_bar import MessageBar
from visavis.gui.panels.side_panel import SidePanel
from visavis.gui.panels.status_bar import StatusBar
from visavis.gui.panels.summary import SummaryPanel
from visavis.gui.panels.welcome import WelcomePage
from visavis.gui.reading_view.column_headers import ColumnHeaders
from visavis.gui.reading_view.view import FacingView
from visavis.infrastructure.settings import Settings
from visavis.model.glossary import Glossary, Term
from visavis.session.session import Session

NOTICE_MS = 4000  # how long a notice stays in the status bar


@dataclass(frozen=True)
class WindowContext:
    """The session, the settings and the main widgets, passed to every controller."""

    session: Session
    settings: Settings
    welcome: WelcomePage
    message_bar: MessageBar
    column_headers: ColumnHeaders
    reading_view: FacingView
    summary: SummaryPanel
    status_bar: StatusBar
    side_panel: SidePanel

    def show_notice(self, text: str) -> None:
        """Show a short notice in the status bar."""
        self.status_bar.showMessage(text, NOTICE_MS)


@dataclass(frozen=True, slots=True)
class GlossaryFiles:
    """The glossary's file operations; each may raise VisavisError."""

    load: Callable[[], Glossary]
    import_file: Callable[[Path], list[Term]]
    add: Callable[[Term], None]
    remove: Callable[[Term], None]
