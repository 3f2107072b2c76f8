"""Recent articles: in the menu and on the welcome page; reopens one after a crash."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from PySide6.QtCore import QDateTime, QLocale, QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu, QWidget

from visavis.gui.controllers.opening import OpeningController
from visavis.gui.count_texts import describe_counts
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.menu import KeyCapturingMenu
from visavis.gui.panels.welcome import RecentEntry
from visavis.gui.requests import request_saved
from visavis.gui.tips import format_tooltip
from visavis.gui.window_context import WindowContext
from visavis.model.errors import make_printable
from visavis.paths import make_absolute
from visavis.session.background_query import BackgroundQuery
from visavis.store.saved_work import LastOpen, Recent, SavedWork

LONGEST_TITLE = 80  # characters
IN_MENU, ON_PAGE = 12, 5  # articles in the menu and on the welcome page


class RecentsController(QObject):
    """Shows the recent articles and opens them."""

    def __init__(self, context: WindowContext, opening: OpeningController, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._welcome, self._notice = context.session, context.welcome, context.show_notice
        self._opening, self._window, self._settings = opening, window, context.settings
        self._menu: QMenu | None = None
        self._query = BackgroundQuery(self)
        if self._session.autosave:
            self._session.autosave.looked.connect(self._looked)

    def fill_menu(self, menu: QMenu) -> None:
        """Use `menu` for the recent articles."""
        self._menu = menu
        menu.setEnabled(False)
        menu.setToolTipsVisible(True)
        above = menu.parentWidget()
        if isinstance(above, QMenu):
            above.aboutToShow.connect(self.find_recent)

    def find_recent(self) -> None:
        """Look up the recent articles, and the one a crash interrupted."""
        if self._session.autosave:
            self._session.autosave.find_recent()

    def open(self, recent: Recent) -> None:
        """Open a recent article again."""
        self._opening.open_requests([request_saved(recent)])

    def forget(self) -> None:
        """Delete all recent articles and the work on them, after asking the user."""
        question = self.tr("Forget all articles, with their corrections? Files that you saved stay.")
        autosave = self._session.autosave
        if autosave and Dialogs.agree(self._window, self.tr("Forget"), question, self.tr("Forget")):
            self._query.ask(lambda: _forget(autosave.work), lambda _: self.find_recent())

    @Slot(object, object)
    def _looked(self, recents: Sequence[Recent], last: LastOpen) -> None:
        recents = _leave_out_repeats(recents)
        entries = [(self._name(one), self._state(one), one) for one in recents]
        self._welcome.show_recent(
            [RecentEntry(name, state, self._where(one)) for name, state, one in entries[:ON_PAGE]],
            lambda n: self.open(recents[n]),
            lambda n, place: self._show_menu(recents[n], place),
        )
        if self._menu:
            self._menu.clear()
            for name, state, one in entries[:IN_MENU]:
                action = self._menu.addAction(f"{name.replace('&', '&&')}\t{state}")
                action.setToolTip(format_tooltip(make_printable(one.path)))
                action.triggered.connect(lambda _=False, one=one: self.open(one))
            self._menu.addSeparator()
            self._menu.addAction(self.tr("&Forget these articles…")).triggered.connect(self.forget)
            self._menu.setEnabled(bool(recents))
        self._reopen(last)

    def _reopen(self, last: LastOpen) -> None:
        """Open the articles again that were open when the program last ended, behind one that is open already."""
        requests = [request_saved(recent) for recent in last.recents]
        if not requests or not (last.crashed or self._settings.reopen):
            return
        busy = self._session.document or self._session.is_busy
        self._opening.open_requests(requests, -1 if busy else last.shown)
        self._notice(self.tr("Restored as you left it"))

    def _show_menu(self, recent: Recent, place: QPoint) -> None:
        """Show what can be done with a recent article."""
        menu = KeyCapturingMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("&Open")).triggered.connect(lambda: self.open(recent))
        if recent.pasted is None:
            from visavis.gui.outside import open_outside

            folder = Path(recent.path).parent
            menu.addAction(self.tr("Show in &folder")).triggered.connect(lambda: open_outside(folder))
        menu.addSeparator()
        menu.addAction(self.tr("Fo&rget this article…")).triggered.connect(lambda: self._forget_one(recent))
        menu.popup(place)

    def _forget_one(self, recent: Recent) -> None:
        """Delete an article and the work on it, after asking the user."""
        question = self.tr("Forget “{0}”, with its corrections? Files that you saved stay.").format(self._name(recent))
        autosave = self._session.autosave
        if autosave and Dialogs.agree(self._window, self.tr("Forget"), question, self.tr("Forget")):
            self._query.ask(lambda: _forget(autosave.work, recent), lambda _: self.find_recent())

    def _where(self, recent: Recent) -> str:
        """Return the folder of a file, and when it was last open."""
        date = QDateTime.fromSecsSinceEpoch(int(recent.at)).date()
        day = self._window.locale().toString(date, QLocale.FormatType.ShortFormat)
        folder = make_printable(PurePath(recent.path).parent.name) if recent.pasted is None else self.tr("pasted")
        return " · ".join(filter(None, (folder, day)))

    def _name(self, recent: Recent) -> str:
        name = recent.title or PurePath(recent.path).name
        if recent.translation and recent.translation != recent.path:
            name = f"{name} ↔ {PurePath(recent.translation).name}"
        return make_printable(name if len(name) <= LONGEST_TITLE else name[: LONGEST_TITLE - 1].rstrip() + "…")

    def _state(self, recent: Recent) -> str:
        counted, context = recent.counted, []
        if counted.missing:
            context.append(self.tr("{0} % translated").format(100 * counted.done // counted.total))
        context += filter(None, [describe_counts(counted)])
        return " · ".join(context) or self.tr("translated")


def _leave_out_repeats(recents: Sequence[Recent]) -> list[Recent]:
    """Return each file once.

    A relative path, saved before paths were made absolute, counts only if it exists from the current folder.
    """
    files: dict[object, Recent] = {}
    for one in recents:
        path = Path(one.path)
        if one.pasted is not None:
            files[one.id] = one
        elif path.is_absolute() or path.exists():
            files.setdefault((make_absolute(path), one.translation), one)
    return list(files.values())


def _forget(work: SavedWork, recent: Recent | None = None) -> Iterator[bool]:
    work.forget(recent)
    yield True
