"""Wire the program together: the application, the session, the window."""

from __future__ import annotations

import gc
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, QTimer, QTranslator, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from desktop import __version__, log, paths
from desktop.core.document import Document
from desktop.core.events import Event, Ranked
from desktop.core.guard import Guard
from desktop.core.ports import Engines
from desktop.core.settings import Settings
from desktop.gui.crash import Crash
from desktop.gui.parts import GlossaryFiles
from desktop.gui.window import MainWindow
from desktop.wiring import add_term, engines, glossary, import_glossary, settings_path, shelf, store
from desktop.work.session import Session


def application(arguments: list[str] | None = None) -> QApplication:
    """Return the application, in the user's language."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(arguments or sys.argv[:1])
    # Work goes on in threads: the window's waits for the interpreter's lock half a millisecond at most, not five.
    sys.setswitchinterval(0.0005)
    # To walk through all objects of a long article takes 0.1 s, and hardly any are in cycles: look at young ones only.
    gc.set_threshold(5_000, 50, 10_000)
    app.setApplicationName("visavis")
    app.setApplicationDisplayName("Vis-à-vis")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("visavis")
    app.setWindowIcon(QIcon(str(paths.resource("icons/visavis.svg"))))
    return app


class Asked(QObject):
    """Hears macOS ask the application to open a file: there a double click is no argument."""

    file = Signal(str)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Take the event if it is such a wish."""
        if isinstance(event, QFileOpenEvent):
            self.file.emit(event.file())
        return isinstance(event, QFileOpenEvent)


def translate_interface(app: QApplication, locale: QLocale) -> list[QTranslator]:
    """Install the translations of our texts and of Qt's own for a locale; return those found."""
    found = []
    places = (
        ("visavis", str(paths.resource("i18n"))),
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
    )
    for name, folder in places:
        translator = QTranslator(app)
        if translator.load(locale, name, "_", folder):
            app.installTranslator(translator)
            found.append(translator)
    return found


def build(guard: Guard | None = None, wired: Engines | None = None) -> MainWindow:
    """Return the window, not yet shown; needs an application."""
    settings = Settings.load(settings_path())
    guard = guard or Guard()
    kept = store(lambda error: session.warned.emit(error))  # noqa: PLW0108 (it is made below)
    wired = wired or engines(kept.memory)
    method = settings.method if settings.method in wired.methods else next(iter(wired.methods))
    session = Session(wired, method, kept.work)
    session.grew.connect(_spare)
    session.opened.connect(_note)
    session.failed.connect(log.fault)
    return MainWindow(
        session, settings, guard, lambda: shelf(guard), GlossaryFiles(glossary, import_glossary, add_term)
    )


def _spare(event: Event) -> None:
    """Hide from the garbage collector what has been loaded by now: to walk through it blocks the window for 50 ms."""
    if isinstance(event, Ranked):
        gc.freeze()


def _note(document: Document) -> None:
    log.note(f"opened a {document.article.kind} of {document.total} sentences")


def _save(window: MainWindow) -> None:
    """Save what a crash would take; raises TimeoutError if the disk is too slow."""
    window.settings.save(settings_path())
    writing = window.session.keeper.flush() if window.session.keeper else None
    if writing and not writing.wait(5.0):
        raise TimeoutError


def main(path: Path | None = None, guard: Guard | None = None) -> int:
    """Open the window, with a file if given, and run until it is closed."""
    app = application()
    log.start(paths.logs(), f"visavis {__version__}")
    log.watch(paths.logs())
    translate_interface(app, QLocale.system())
    window = build(guard)
    Crash(window, lambda: _save(window)).install()
    if sys.platform == "darwin":
        asked = Asked(app)
        asked.file.connect(lambda name: window.open_path(Path(name)))
        app.installEventFilter(asked)
    window.show()
    if path:
        QTimer.singleShot(0, lambda: window.open_path(path))
    # Python sees Ctrl+C only when it runs: let it, five times a second.
    signal.signal(signal.SIGINT, lambda *_: window.close())
    pulse = QTimer(interval=200)
    pulse.timeout.connect(lambda: None)
    pulse.start()
    code = app.exec()
    window.settings.save(settings_path())
    return code
