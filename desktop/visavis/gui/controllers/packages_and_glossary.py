"""Opens the dialogs for the language packages and the glossary."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from visavis.gui.window_context import GlossaryFiles, WindowContext
from visavis.packages.find import InstalledPackage
from visavis.packages.library import PackageLibrary


class PackagesAndGlossaryController(QObject):
    """Shows the dialogs, and passes changes on to the session."""

    packages_closed = Signal()

    def __init__(
        self, context: WindowContext, library: Callable[[], PackageLibrary], glossary: GlossaryFiles, window: QWidget
    ) -> None:
        super().__init__(window)
        self.library = library
        self._context, self._glossary, self._window = context, glossary, window

    def show_packages(self) -> None:
        """Show the language packages."""
        from visavis.gui.dialogs.packages import PackagesDialog  # imports the download libraries

        dialog = PackagesDialog(self.library(), self._context.settings, self._window)
        dialog.changed.connect(self._change_package)
        dialog.exec()
        self.packages_closed.emit()

    def show_glossary(self) -> None:
        """Show the glossary."""
        from visavis.gui.dialogs.glossary import GlossaryDialog

        dialog = GlossaryDialog(self._glossary, self._window)
        dialog.exec()
        if dialog.changed:
            self._context.session.recheck()

    def _change_package(self, used: InstalledPackage) -> None:
        """Switch package at once: a running translation starts over; for a finished one, offer to translate again."""
        session, strip = self._context.session, self._context.message_bar
        session.change_package()
        document, text = session.document, self.tr("{0} {1} is now in use.").format(used.name, used.version)
        if session.is_busy:
            anew = self.tr("The article is being translated again with it; your corrections are kept.")
            strip.show_message(f"{text} {anew}")
        elif document and document.package.name and used.info() != document.package:
            strip.show_message(text, self.tr("Translate again"), session.retranslate)
