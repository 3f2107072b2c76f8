"""Which actions are enabled, and which are checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from visavis.gui.style.spacing import APART, CLOSE, LINE
from visavis.infrastructure.settings import LANGUAGES, LOOKS

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from visavis.infrastructure.settings import Settings
    from visavis.session.session import Session

# Actions on the sentence under the caret.
SENTENCE = (
    *("edit", "alternatives", "other_words", "verify", "unverify"),
    *("next_flag", "previous_flag", "fix", "dismiss", "use_term"),
)
# Actions whose shortcuts work only in the article.
AT_SENTENCE = ("verify", "unverify")
# Actions on a sentence of the summary, whose shortcuts work there; that of the first also in the article.
PICKING = ("pin", "drop", "up", "down", "automatic")
# Checkable actions, each with the setting it shows.
MARKED = {
    "provenance": "provenance",
    "export_flags": "export_flags",
    "memory": "memory",
    "side": "side",
    "bullets": "summary_bullets",
    "hints": "hints",
}
# Actions that set the line spacing.
SPACINGS = {"close": CLOSE, "usual": LINE, "apart": APART}
# Actions that need an article, and those that need its summary.
ARTICLE = (
    *("close_article", "translation", "save", "save_both", "copy", "quote"),
    *("copy_translation", "preview", "print", "statistics", "find", "replace", *SENTENCE),
)
SUMMARY = ("save_summary", "copy_summary", "copy_fr", "copy_both", *PICKING)


def enable_actions(actions: Mapping[str, QAction], session: Session, complete: bool) -> None:
    """Enable the actions that make sense for the open document, if any; `complete`: all of it is translated."""
    document, busy = session.document, session.is_busy
    able = dict.fromkeys(ARTICLE, document is not None)
    able |= dict.fromkeys(SUMMARY, bool(document and document.ranking))
    able |= {"undo": session.can_undo, "redo": session.can_redo}
    several = len(session.articles.list) > 1
    able |= {"next_article": several, "previous_article": several}
    able["cancel"] = busy
    able["again"] = bool(document and not busy and not document.translation_path)
    able["resume"] = bool(document and not busy and not complete)
    for name, enabled in able.items():
        actions[name].setEnabled(enabled)


def mark_actions(actions: Mapping[str, QAction], settings: Settings) -> None:
    """Check the actions that show what is set."""
    on = {name: bool(getattr(settings, setting)) for name, setting in MARKED.items()}
    on |= {name: settings.line_spacing == width for name, width in SPACINGS.items()}
    on |= {f"show_{name}": settings.languages == name for name in LANGUAGES}
    on |= {f"look_{name}": settings.look == name for name in LOOKS}
    for name, marked in on.items():
        actions[name].setChecked(marked)
