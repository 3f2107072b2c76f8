"""Opens articles from a dialog, the clipboard, a drop, the command line or a mail; asks if the text is not French."""

from __future__ import annotations

from functools import partial
from pathlib import Path, PurePath

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from visavis.given_files import Progress, check_article, check_bilingual
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.messages import translate_message
from visavis.gui.window_context import WindowContext
from visavis.model.article import Article
from visavis.model.document import Document
from visavis.model.errors import InputError, make_printable
from visavis.model.ports import Engines
from visavis.paths import find_resource, make_absolute
from visavis.readers.bilingual.open import BILINGUAL
from visavis.readers.clipboard import choose_content, is_address
from visavis.readers.open import PAGES, from_text, open_path
from visavis.readers.refusals import ADDRESS
from visavis.session.request import Request
from visavis.text.language import NAMES, guess_language


class OpeningController(QObject):
    """Opens articles for the user."""

    def __init__(self, context: WindowContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._wanted: tuple[Path | None, bool] = (None, False)  # the file last requested, and whether the whole page
        self._shown: tuple[Path | None, bool] = (None, False)  # the same of the open article
        self._dropped = 1  # number of files dropped together
        self._wanted_text: str | None = None  # the text last requested, if it is not in a file
        self._pasted: str | None = None  # the same of the open article
        context.session.opened.connect(self._opened)
        context.session.foreign.connect(self._foreign)
        context.welcome.open.connect(self.ask_for_file)
        context.welcome.paste.connect(self.paste)
        context.welcome.sample.connect(self.open_sample)

    def ask_for_file(self) -> None:
        """Ask for a file and open it."""
        path = Dialogs.open_path(self._window, self._context.settings.last_folder)
        if path:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a file; every file comes through here and is known by its absolute path from now on."""
        whole = make_absolute(path)
        self._context.settings.last_folder = str(whole.parent)
        if whole.suffix.lower() in BILINGUAL:
            self.open_bilingual(whole)
        else:
            self._read(whole)

    def open_text(self, name: str, text: str) -> None:
        """Open a text or a web page that is not in a file."""
        self._wanted = None, True
        self._open(Request(name, lambda: from_text(name, text), text))

    def open_sample(self) -> None:
        """Open the example that comes with the program."""
        text = find_resource("sample-fr.txt").read_text(encoding="utf-8")
        self.open_text(self.tr("Example"), text)

    def ask_for_translation(self) -> None:
        """Ask for a translation of the open article that was made elsewhere, and check it."""
        document = self._context.session.document
        path = Dialogs.translation_path(self._window, self._context.settings.last_folder) if document else None
        if document and path:
            self.open_pair(document.article, make_absolute(path), self._pasted)

    def open_pair(self, article: Article | Path, translation: Path, pasted: str | None = None) -> None:
        """Open an article, or the file of one, with a translation made elsewhere; `pasted` is its text if no file."""
        self._wanted = None, True

        def read() -> Article:
            return open_path(article) if isinstance(article, Path) else article

        def check(engines: Engines, progress: Progress) -> Document:
            return check_article(read(), _read_english(translation), str(translation), engines, progress)

        self._open(Request(str(translation), read, pasted, check))

    def open_bilingual(self, path: Path) -> None:
        """Open a file that has both languages, a translation made elsewhere."""
        self._wanted = None, True
        self._open(Request(str(path), lambda: open_path(path), check=partial(check_bilingual, path)))

    @property
    def is_page(self) -> bool:
        """True if the open file is a web page, which has more in it than the article."""
        document = self._context.session.document
        return document is not None and document.article.kind in PAGES and self._shown[0] is not None

    @property
    def is_whole(self) -> bool:
        """True if all of a web page is shown, not only its article."""
        return self.is_page and self._shown[1]

    def toggle_whole_page(self) -> None:
        """Toggle between the whole web page and its article only."""
        path, whole = self._shown
        if path:
            self._read(path, not whole)

    def offer_documents(self, article: Article) -> None:
        """Say what the reader noted, and if other files were not opened; offer to open the attachments of a mail.

        The attachments' names were chosen by the sender, so they are only displayed.
        """
        mail = Path(article.path)
        bar, texts = self._context.message_bar, [f"{translate_message(note)}." for note in article.notes]
        if self._dropped > 1:
            message = self.tr("Opened {0}, the first of {1} files. Only one article can be open at a time.")
            texts.append(message.format(make_printable(mail.name), self._dropped))
        choices = [(make_printable(name, 60), partial(self._read, mail / name)) for name in article.attachments]
        if len(choices) == 1:
            ((name, do),) = choices
            texts.append(self.tr("This email has an attachment: {0}").format(name))
            bar.show_message(" ".join(texts), self.tr("Open it"), do)
        elif choices:
            texts.append(self.tr("This email has {0} attachments.").format(len(choices)))
            bar.show_choices(" ".join(texts), self.tr("Open"), choices)
        elif article.notes and self.is_page and not self.is_whole:
            bar.show_message(" ".join(texts), self.tr("Show the whole page"), self.toggle_whole_page)
        elif texts:
            bar.show_message(" ".join(texts))

    def paste(self) -> None:
        """Open what is on the clipboard."""
        nothing = QMimeData()  # Qt returns None until something has been copied
        self._take(QGuiApplication.clipboard().mimeData() or nothing, self.tr("Pasted text"))

    def drop(self, mime: QMimeData) -> None:
        """Open what was dropped."""
        self._take(mime, self.tr("Dropped text"))

    def _take(self, mime: QMimeData, name: str) -> None:
        paths = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
        text = mime.text()
        content = choose_content(mime.html(), text)
        if paths:
            self.open_path(Path(paths[0]))
            self._dropped = len(paths)
        elif is_address(text) or (not content and any(url.scheme() in {"http", "https"} for url in mime.urls())):
            self._context.message_bar.show_message(f"{name}: {translate_message(ADDRESS)}.")
        elif content:
            self.open_text(name, content)
        else:
            self._context.message_bar.show_message(self.tr("{0} contains no text.").format(name))

    def _read(self, path: Path, whole: bool = False) -> None:
        self._wanted = path, whole
        self._open(Request(str(path), lambda: open_path(path, whole)))

    def _open(self, request: Request) -> None:
        self._context.message_bar.hide()
        self._dropped = 1
        self._wanted_text = request.pasted
        self._context.session.open(request)

    @Slot(object)
    def _opened(self, document: Document) -> None:
        self._shown, self._pasted = self._wanted, self._wanted_text

    @Slot(object, str)
    def _foreign(self, request: Request, language: str) -> None:
        name = make_printable(PurePath(request.name).name)
        looks = (
            self.tr("{0} appears to be in {1}, not French.").format(name, translate_message(NAMES[language]))
            if language in NAMES
            else ""
        )
        text = looks or self.tr("{0} does not appear to be in French.").format(name)
        again = self.tr("Translate anyway")
        self._context.message_bar.show_message(text, again, lambda: self._context.session.open(request, foreign=True))


def _read_english(path: Path) -> Article:
    """Read a translation. Raises InputError, also if it is French."""
    translation = open_path(path)
    if guess_language(translation.text) == "fr":
        raise InputError(str(path), "this is French too: choose the file that has the English")
    return translation
