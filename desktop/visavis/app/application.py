"""The application and its window, which is shown before its frame and the workspace are imported."""

from __future__ import annotations

import gc
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLibraryInfo, QLocale, Qt, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from visavis import __version__, paths
from visavis.gui.window import MainWindow
from visavis.infrastructure.network_guard import Guard
from visavis.infrastructure.settings import Settings

if TYPE_CHECKING:
    from visavis.model.ports import Engines

# Keys that our translation names otherwise than Qt's: in Qt's French, Return is "Retour", but keyboards say "Entrée".
KEY_NAMES = (QT_TRANSLATE_NOOP("QShortcut", "Return"),)
#: Texts of Qt's dialogs to which 6.11 gave other access keys than its French knows.
DIALOG_TEXTS = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Page &Set:"),
    QT_TRANSLATE_NOOP("QPageSetupWidget", "Page &order:"),
    QT_TRANSLATE_NOOP("QPageSetupWidget", "Pages &per sheet:"),
)


def create_application(arguments: list[str] | None = None) -> QApplication:
    """Return the QApplication, with its name, icon and interpreter settings."""
    running = QApplication.instance()
    if not running and sys.platform in ("win32", "darwin"):
        QApplication.setStyle("Fusion")  # elsewhere it is what Qt has; asking for it by name takes 5 ms
    app = running if isinstance(running, QApplication) else QApplication(arguments or sys.argv[:1])
    # Jobs run in threads: the GUI thread waits for the GIL for at most 0.1 ms at a time, not Python's default of 5 ms.
    sys.setswitchinterval(0.0001)
    # A full garbage collection over a long article's objects takes 0.1 s and stops every thread, though few objects are
    # in cycles. So collect mainly the young generation, in small steps.
    gc.set_threshold(5_000, 5, 50_000)
    gc.disable()  # until the workspace is there: what is imported stays, and scanning it takes a tenth of the start
    app.setApplicationName("visavis")
    app.setApplicationDisplayName("Vis-à-vis")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("visavis")
    app.setWindowIcon(QIcon(str(paths.find_resource("icons/visavis.svg"))))
    return app


def translate_interface(app: QApplication, locale: QLocale) -> list[QTranslator]:
    """Install our translations and Qt's own for a locale; return those found."""
    translators = []
    places = (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("visavis", str(paths.find_resource("i18n"))),  # the last one decides
    )
    for name, folder in places:
        translator = QTranslator(app)
        if translator.load(locale, name, "_", folder):
            app.installTranslator(translator)
            translators.append(translator)
    return translators


def build_window(guard: Guard | None = None, wired: Engines | None = None) -> MainWindow:
    """Return the complete window, not yet shown; needs a QApplication."""
    from visavis.app.composition import add_frame

    window = build_front_window(guard)
    add_frame(window, wired)
    window.get_workspace()
    return window


def build_front_window(guard: Guard | None = None, settings: Settings | None = None) -> MainWindow:
    """Return the window as first shown, without a frame; needs a QApplication."""
    return MainWindow(settings or Settings.load(paths.get_settings_file()), guard or Guard())


def main(path: Path | None = None, guard: Guard | None = None) -> int:
    """Show the window, open a file if given, and run until it is closed."""
    app = create_application()
    settings = Settings.load(paths.get_settings_file())
    translate_interface(app, QLocale(settings.interface) if settings.interface else QLocale.system())
    window = build_front_window(guard, settings)
    wanted = [path] if path else []

    def bring(file: Path) -> None:
        """Open a file, as soon as there is a frame."""
        if window.frame:
            window.open_path(file)
        else:
            wanted.append(file)

    def furnish_and_preload() -> None:
        """Bring what works in the window; keys pressed meanwhile wait in Qt's queue, and are served first."""
        if not window.isVisible():
            return  # it was closed at once
        from visavis.app.composition import add_frame, install_crash_reporter, preload_engine

        install_crash_reporter(window)
        add_frame(window)
        for file in wanted[-1:]:
            window.open_path(file)
        preload_engine(window)
        window.build_workspace_soon()

    window.welcome.painted.connect(furnish_and_preload, Qt.ConnectionType.QueuedConnection)
    if sys.platform == "darwin":
        from visavis.app.file_open_events import FileOpenFilter

        asked = FileOpenFilter(app)
        asked.file.connect(lambda name: bring(Path(name)))
        app.installEventFilter(asked)
    window.show()
    # Python handles Ctrl+C only while it runs bytecode: a timer wakes it up five times a second.
    # It closes the window between two events, never while its frame is being built.
    signal.signal(signal.SIGINT, lambda *_: QTimer.singleShot(0, window.close))
    pulse = QTimer(interval=200)
    pulse.timeout.connect(lambda: None)
    pulse.start()
    return app.exec()
