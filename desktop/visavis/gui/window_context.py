"""What the window is made of: the session and the settings it shows, and the widgets it shows them in."""

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

NOTICE_MS = 4000


@dataclass(frozen=True)
class WindowContext:
    """Handed to each room of the window: opening, taking away, the look of it."""

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
        """Say for a moment in the status bar what has been done."""
        self.status_bar.showMessage(text, NOTICE_MS)


@dataclass(frozen=True, slots=True)
class GlossaryFiles:
    """Where terms come from and go to; each may raise VisavisError."""

    load: Callable[[], Glossary]
    import_file: Callable[[Path], list[Term]]
    add: Callable[[Term], None]
