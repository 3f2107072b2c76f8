"""What the window is made of: the session and the settings it shows, and the widgets it shows them in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.core.glossary import Glossary, Term
from desktop.core.settings import Settings
from desktop.gui.facing import FacingView
from desktop.gui.heads import Heads
from desktop.gui.side import SidePanel
from desktop.gui.status import Status
from desktop.gui.strip import Strip
from desktop.gui.summary import SummaryPanel
from desktop.gui.welcome import Welcome
from desktop.work.session import Session

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
