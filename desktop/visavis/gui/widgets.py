"""What the window is made of: the session and the settings it shows, and the widgets it shows them in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from visavis.gui.panels.message_bar import Strip
from visavis.gui.panels.side_panel import SidePanel
from visavis.gui.panels.status_bar import Status
from visavis.gui.panels.summary import SummaryPanel
from visavis.gui.panels.welcome import Welcome
from visavis.gui.reading_view.column_headers import Heads
from visavis.gui.reading_view.view import FacingView
from visavis.infrastructure.settings import Settings
from visavis.model.glossary import Glossary, Term
from visavis.session.session import Session

NOTICE_MS = 4000


@dataclass(frozen=True)
class Parts:
    """Handed to each room of the window: opening, taking away, the look of it."""

    session: Session
    settings: Settings
    welcome: Welcome
    strip: Strip
    heads: Heads
    facing: FacingView
    summary: SummaryPanel
    status: Status
    side: SidePanel

    def notice(self, text: str) -> None:
        """Say for a moment in the status bar what has been done."""
        self.status.showMessage(text, NOTICE_MS)


@dataclass(frozen=True, slots=True)
class GlossaryFiles:
    """Where terms come from and go to; each may raise VisavisError."""

    load: Callable[[], Glossary]
    take_in: Callable[[Path], list[Term]]
    add: Callable[[Term], None]
