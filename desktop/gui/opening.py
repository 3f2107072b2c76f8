"""How an article comes onto the desk: by dialog, paste, drop or argument; what is not French is asked about."""

from __future__ import annotations

from pathlib import Path, PurePath

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.core.errors import printable
from desktop.core.language import NAMES
from desktop.gui.dialogs import Dialogs
from desktop.gui.parts import Parts
from desktop.readers.file import from_text, open_path
from desktop.work.session import Request


class Opening(QObject):
    """Opens what the user brings."""

    def __init__(self, parts: Parts, window: QWidget) -> None:
        super().__init__(window)
        self._parts, self._window = parts, window
        parts.session.foreign.connect(self._foreign)
        parts.welcome.open.connect(self.ask)
        parts.welcome.paste.connect(self.paste)

    def ask(self) -> None:
        """Ask for a file and open it."""
        path = Dialogs.open_path(self._window, self._parts.settings.last_folder)
        if path:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a file."""
        self._parts.settings.last_folder = str(path.parent)
        self._open(Request(str(path), lambda: open_path(path)))

    def open_text(self, name: str, text: str) -> None:
        """Open a text that is in no file."""
        self._open(Request(name, lambda: from_text(name, text), text))

    def paste(self) -> None:
        """Open what is on the clipboard."""
        self._take(QGuiApplication.clipboard().mimeData(), self.tr("Pasted text"))

    def drop(self, mime: QMimeData) -> None:
        """Open what was dropped."""
        self._take(mime, self.tr("Dropped text"))

    def _take(self, mime: QMimeData, name: str) -> None:
        paths = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
        if paths:
            self.open_path(Path(paths[0]))
        elif mime.hasText():
            self.open_text(name, mime.text())
        else:
            self._parts.strip.tell(self.tr("{0}: there is no text in it.").format(name))

    def _open(self, request: Request) -> None:
        self._parts.strip.hide()
        self._parts.session.open(request)

    @Slot(object, str)
    def _foreign(self, request: Request, language: str) -> None:
        name = printable(PurePath(request.name).name)
        looks = self.tr("{0} looks {1}, not French.").format(name, NAMES[language]) if language in NAMES else ""
        text = looks or self.tr("{0} does not look French.").format(name)
        again = self.tr("Translate anyway")
        self._parts.strip.tell(text, again, lambda: self._parts.session.open(request, foreign=True))
