"""Composition root of the GUI: the session, the store, the log, and the crash handler."""

from __future__ import annotations

import gc
import itertools
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from visavis import __version__, paths
from visavis.app.crash_reporter import CrashReporter
from visavis.gui.controllers.actions import ActionsController
from visavis.gui.frame import Frame
from visavis.gui.style.icons import redraw_icons
from visavis.gui.window import MainWindow
from visavis.infrastructure import log
from visavis.infrastructure.settings import Settings
from visavis.model.events import Event, Ranked
from visavis.model.ports import Engines
from visavis.services import create_engines, open_store
from visavis.session.session import Session

if TYPE_CHECKING:
    from visavis.gui.workspace import Workspace
    from visavis.model.document import Document

HIDDEN = 40  # articles between full collections, which also scan the frozen objects and take 0.1 s


def add_frame(window: MainWindow, wired: Engines | None = None) -> None:
    """Add what surrounds articles to the window, with this machine's engines unless others are given."""
    settings = window.settings
    saved = open_store(settings, lambda error: session.warned.emit(error))  # noqa: PLW0108 (it is made below)
    wired = wired or create_engines(settings, saved.memory)
    method = settings.method
    if method not in wired.methods:
        log.note("settings: there is no such method")
        method = next(iter(wired.methods))
    session = Session(wired, method, saved.work)
    session.grew.connect(_freeze_loaded_objects)
    session.articles.added.connect(_log_opened)
    opened = itertools.count(1)
    # after the article is shown, because either takes up to 50 ms
    session.articles.added.connect(lambda _: QTimer.singleShot(0, lambda: _collect_garbage(next(opened) % HIDDEN == 0)))
    session.saved.connect(lambda _: _collect_garbage())
    session.failed.connect(log.fault)
    session.unread.connect(lambda _, error: log.fault(error))
    frame = Frame(window, settings, window.welcome, session)
    actions = ActionsController(window, frame, window.get_workspace, settings)
    frame.status_bar.network.follow_guard(window.guard)
    window.appearance.changed.connect(redraw_icons)
    window.use_frame(frame, lambda: _build_workspace(window, frame, actions))


def _build_workspace(window: MainWindow, frame: Frame, actions: ActionsController) -> Workspace:
    """Return the workspace for a frame; importing it takes longer than everything before."""
    from visavis import services
    from visavis.gui.commands.context_menus import ContextMenus
    from visavis.gui.controllers.session_presenter import SessionPresenter
    from visavis.gui.window_context import GlossaryFiles
    from visavis.gui.workspace import Workspace

    glossary = GlossaryFiles(services.load_glossary, services.import_glossary, services.add_term, services.remove_term)
    with window.appearance.suspended():
        workspace = Workspace(
            window, frame, lambda: services.open_package_library(window.settings, window.guard), glossary
        )
        ContextMenus(workspace, actions.by_name, window)
        SessionPresenter(window, workspace, frame.settings, actions)
    gc.freeze()  # collecting after the first article then takes 15 ms instead of 77
    gc.enable()
    return workspace


def install_crash_reporter(window: MainWindow) -> None:
    """Start logging and install the crash handler."""
    log.start(paths.get_logs_folder(), f"visavis {__version__}")
    log.watch(paths.get_logs_folder())
    _enable_fault_log(window.settings)
    CrashReporter(window, lambda: _save_work(window)).install()


def preload_engine(window: MainWindow) -> None:
    """Start loading the engine in the background, so that the first article need not wait for it."""
    if window.frame:
        # no daemon: an engine started while Python ends would be left without its owner, with a traceback
        threading.Thread(target=window.frame.session.engines.prepare, name="prepare").start()


def _freeze_loaded_objects(event: Event) -> None:
    """Exclude the objects loaded so far from garbage collection: scanning them blocks the window for 50 ms."""
    if isinstance(event, Ranked):
        gc.freeze()


def _collect_garbage(all_: bool = False) -> None:
    """Collect the cycles that file readers and exports leave behind, before they are frozen and stay forever."""
    if all_:
        gc.unfreeze()
    gc.collect()


def _enable_fault_log(settings: Settings) -> None:
    for fault in settings.faults:
        log.note(f"settings: {fault}; the default is used")


def _log_opened(document: Document) -> None:
    log.note(f"opened a {document.article.kind} of {document.total} sentences")


def _save_work(window: MainWindow) -> None:
    """Save what a crash would lose. Raises TimeoutError if the disk is too slow."""
    autosave = window.frame.session.autosave if window.frame else None
    writing = autosave.flush() if autosave else None
    if writing and not writing.wait(5.0):
        raise TimeoutError
