"""Opens articles from a dialog, the clipboard, a drop, the command line or a mail; asks if the text is not French."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.messages import describe_error, translate_message
from visavis.gui.requests import name_text, request_file, request_pair, request_text
from visavis.gui.window_context import WindowContext
from visavis.model.article import Article
from visavis.model.errors import VisavisError, make_printable
from visavis.paths import find_resource, make_absolute
from visavis.session.request import Request

Choice = tuple[str, Callable[[], None]]  # what is chosen is called so, and does this

AT_ONCE = 40  # files opened together: more are a folder to translate, not articles to read
MOST_TOLD = 3  # messages shown together about files that could not be opened


class OpeningController(QObject):
    """Opens articles for the user."""

    folder_dropped = Signal(object)  # Path of a folder instead of files

    def __init__(self, context: WindowContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._wanted = 0  # number of files to be opened together
        self._unopened: list[str] = []  # what to say of those of several files that could not be opened
        context.session.unread.connect(self._unread)
        context.session.foreign.connect(self._foreign)
        context.welcome.open.connect(self.ask_for_file)
        context.welcome.paste.connect(self.paste)
        context.welcome.sample.connect(self.open_sample)

    def ask_for_file(self) -> None:
        """Ask for files and open them."""
        self.open_paths(Dialogs.open_paths(self._window, self._context.settings.last_folder))

    def open_path(self, path: Path) -> None:
        """Open a file."""
        self.open_paths([path])

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open files, the first of them in front."""
        self.open_requests([self._request(path) for path in paths[:AT_ONCE]])
        self._wanted = len(paths)

    def open_requests(self, requests: Sequence[Request], front: int = 0) -> None:
        """Open several articles, one of them in front."""
        for number, request in enumerate(requests):
            if number == front:
                self._open(request)
        self._context.session.open_all(
            [replace(request, beside=True) for number, request in enumerate(requests) if number != front]
        )

    def open_text(self, name: str, text: str) -> None:
        """Open a text or a web page that is not in a file."""
        self._open(request_text(name, text))

    def open_sample(self) -> None:
        """Open the example that comes with the program."""
        text = find_resource("sample-fr.txt").read_text(encoding="utf-8")
        self.open_text(self.tr("Example"), text)

    def ask_for_translation(self) -> None:
        """Ask for a translation of the open article that was made elsewhere, and check it."""
        document = self._context.session.document
        path = Dialogs.translation_path(self._window, self._context.settings.last_folder) if document else None
        if document and path:
            request = self._context.session.request
            self._open(request_pair(document.article, make_absolute(path), request.pasted if request else None))

    @property
    def is_page(self) -> bool:
        """True if the open file is a web page, which has more in it than the article."""
        document = self._context.session.document
        if document is None or self._path is None:
            return False
        from visavis.readers.open import PAGES  # slow to import, as are the others below

        return document.article.kind in PAGES

    @property
    def is_whole(self) -> bool:
        """True if all of a web page is shown, not only its article."""
        request = self._context.session.request
        return self.is_page and request is not None and request.whole

    def toggle_whole_page(self) -> None:
        """Toggle between the whole web page and its article only."""
        if self._path:
            self._open(request_file(self._path, not self.is_whole))

    def offer_documents(self, article: Article) -> None:
        """Say what the reader noted; offer to open the attachments of a mail."""
        # while others are read that are to be opened with it, what was said of them is still true
        unopened = self._list_unopened() if self._context.session.is_reading else []
        self._tell(unopened, *self._describe(article))

    def _describe(self, article: Article) -> tuple[list[str], str, list[Choice]]:
        """Return what the reader noted of an article, and the name of what can be done about it, with the choices.

        The attachments' names were chosen by the sender, so they are only displayed.
        """
        notes = " ".join(f"{translate_message(note)}." for note in article.notes)
        texts = [notes] if notes else []
        mail = Path(article.path)
        choices: list[Choice] = [
            (make_printable(name, 60), partial(self._open, request_file(mail / name))) for name in article.attachments
        ]
        if len(choices) == 1:
            texts.append(self.tr("This email has an attachment: {0}").format(choices[0][0]))
            return texts, self.tr("Open it"), choices
        if choices:
            texts.append(self.tr("This email has {0} attachments.").format(len(choices)))
            return texts, self.tr("Open"), choices
        if notes and self.is_page and not self.is_whole:
            whole = self.tr("Show the whole page")
            return texts, whole, [(whole, self.toggle_whole_page)]
        return texts, "", []

    def _tell(self, unopened: list[str], texts: list[str], action: str, choices: list[Choice]) -> None:
        """Show what there is to say of files that are not open, and of the article that is shown."""
        text, bar = "\n".join([*unopened, *texts]), self._context.message_bar
        if len(choices) > 1:
            bar.show_choices(text, action, choices)
        elif choices:
            bar.show_message(text, action, choices[0][1])
        elif text:
            bar.show_message(text)

    def paste(self) -> None:
        """Open what is on the clipboard."""
        nothing = QMimeData()  # Qt returns None until something has been copied
        mime = QGuiApplication.clipboard().mimeData() or nothing
        self._take(
            mime,
            self.tr("Pasted text"),
            self.tr("There is no text on the clipboard. Copy an article first, then paste."),
        )

    def drop(self, mime: QMimeData) -> None:
        """Open what was dropped."""
        empty = self.tr("There is no text in what was dropped. Drop a file, a folder, or selected text.")
        self._take(mime, self.tr("Dropped text"), empty)

    def _take(self, mime: QMimeData, name: str, empty: str) -> None:
        from visavis.readers.clipboard import choose_content, is_address
        from visavis.readers.refusals import ADDRESS

        paths = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
        text = mime.text()
        content = choose_content(mime.html(), text)
        folders = [path for path in paths if Path(path).is_dir()]
        if folders:
            self.folder_dropped.emit(Path(folders[0]))
            if len(paths) > 1:
                text = self.tr("Of what was dropped, only the folder {0} was taken. Drop the rest by itself.")
                self._context.message_bar.show_message(text.format(make_printable(PurePath(folders[0]).name)))
        elif paths:
            self.open_paths([Path(path) for path in paths])
        elif is_address(text) or (not content and any(url.scheme() in {"http", "https"} for url in mime.urls())):
            self._context.message_bar.show_message(f"{name}: {translate_message(ADDRESS)}.")
        elif content:
            self.open_text(name_text(text) or name, content)
        else:
            self._context.message_bar.show_message(empty)

    @property
    def _path(self) -> Path | None:
        """The file of the article that is shown, if it is translated here."""
        request = self._context.session.request
        return request.path if request else None

    def _request(self, path: Path) -> Request:
        """Return the request for a file; every file comes through here and is then known by its absolute path."""
        whole = make_absolute(path)
        self._context.settings.last_folder = str(whole.parent)
        return request_file(whole)

    def _open(self, request: Request) -> None:
        self._context.message_bar.hide()
        self._unopened, self._wanted = [], 0
        self._context.session.open(request)

    @Slot(object, object)
    def _unread(self, request: Request, error: VisavisError) -> None:
        self._tell_unopened(request, describe_error(error))

    def _tell_unopened(self, request: Request, text: str, anyway: list[Choice] | None = None) -> None:
        """Say that a file was not opened, with the others that were to be opened with it, and what can be done.

        What was said of the article that they were opened with still holds.
        """
        self._unopened.append(text)
        document = self._context.session.document
        texts, action, choices = self._describe(document.article) if request.beside and document else ([], "", [])
        unopened = self._list_unopened()
        if anyway and len(unopened) == 1:
            action = self.tr("Open") if choices else anyway[0][0]
            choices = [*anyway, *choices]
        self._tell(unopened, texts, action, choices)

    def _list_unopened(self) -> list[str]:
        """Return what there is to say of those files, opened together, that are not open."""
        texts = self._unopened[-MOST_TOLD:]
        more = len(self._unopened) - len(texts)
        if more:
            texts.append(self.tr("{0} more files could not be opened.").format(more))
        if self._wanted > AT_ONCE:
            text = self.tr("Opened the first {0} of {1} files. Open the others when these are done.")
            texts.append(text.format(AT_ONCE, self._wanted))
        return texts

    @Slot(object, str)
    def _foreign(self, request: Request, language: str) -> None:
        from visavis.text.language import NAMES

        name = make_printable(PurePath(request.name).name)
        looks = (
            self.tr("{0} appears to be in {1}, not French.").format(name, translate_message(NAMES[language]))
            if language in NAMES
            else ""
        )
        text = looks or self.tr("{0} does not appear to be in French.").format(name)
        self._tell_unopened(request, text, [(self.tr("Translate anyway"), lambda: self._open_foreign(request))])

    def _open_foreign(self, request: Request) -> None:
        self._unopened, self._wanted = [], 0
        self._context.session.open(replace(request, beside=False), foreign=True)
