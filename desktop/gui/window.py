"""The window: shows what is on the desk and sends the user's intents to the session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path, PurePath

from PySide6.QtCore import QByteArray, QMimeData, Qt, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QFont, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.core.document import Document
from desktop.core.errors import OutputError, VisavisError, printable
from desktop.core.events import Event, Ranked, Translated
from desktop.core.guard import Guard
from desktop.core.language import NAMES
from desktop.core.settings import Settings
from desktop.exports.formats import Layout, Options
from desktop.exports.summary import Language
from desktop.exports.write import check
from desktop.gui import saving
from desktop.gui.dialogs import Dialogs
from desktop.gui.facing import FacingView
from desktop.gui.heads import Heads
from desktop.gui.menus import Item, add_menu, add_tools
from desktop.gui.packages import PackagesDialog
from desktop.gui.rows import rows_of
from desktop.gui.status import Status
from desktop.gui.strip import Strip
from desktop.gui.summary import SummaryPanel
from desktop.gui.typography import reading_font
from desktop.gui.welcome import Welcome
from desktop.packages.find import in_use
from desktop.packages.shelf import Shelf
from desktop.readers.file import from_text, open_path
from desktop.work.session import Request, Session

NOTICE_MS = 4000


class MainWindow(QMainWindow):
    """Shows one document; never changes it."""

    def __init__(self, session: Session, settings: Settings, guard: Guard, shelf: Callable[[], Shelf]) -> None:
        super().__init__()
        self.session, self.settings, self.guard, self._shelf = session, settings, guard, shelf
        self.resize(1240, 860)
        font = reading_font(settings.font_points)
        self.strip, self.status, self.welcome = Strip(), Status(), Welcome()
        self.facing = FacingView(font)
        self.facing.setAccessibleName(self.tr("Article, French and English"))
        self.heads = Heads(self.facing)
        self.summary = SummaryPanel(font, session.engines.methods, session.method, settings.summary_sentences)
        self._place()
        self._add_actions()
        self._connect()
        self._refresh_status()
        self.setWindowTitle(self.tr("Vis-à-vis"))
        self.setAcceptDrops(True)
        self.restoreGeometry(QByteArray.fromBase64(settings.window.encode()))

    def _place(self) -> None:
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heads)
        column.addWidget(self.facing, 1)
        self.split = QSplitter()
        self.split.addWidget(reading)
        self.split.addWidget(self.summary)
        self.split.setChildrenCollapsible(False)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 1)
        self._turn()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.welcome)
        self.stack.addWidget(self.split)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(whole)
        self.setStatusBar(self.status)

    def _add_actions(self) -> None:
        keys = QKeySequence.StandardKey
        self.acts = add_menu(
            self,
            self.tr("&File"),
            [
                Item("open", self.tr("&Open…"), keys.Open, self.ask_open),
                Item("paste", self.tr("&Paste article"), keys.Paste, self.paste),
                None,
                Item("save", self.tr("&Save translation…"), keys.Save, self.ask_save),
                Item("save_both", self.tr("Save &both languages…"), "Ctrl+Shift+S", lambda: self.ask_save(saving.BOTH)),
                Item("save_summary", self.tr("Save su&mmary…"), "", lambda: self.ask_save(saving.SUMMARY)),
                Item("provenance", self.tr("Say &where it is from"), "", self._choose_provenance),
                None,
                Item("quit", self.tr("&Quit"), "Ctrl+Q", self.close),
            ],
        )
        self.acts |= add_menu(
            self,
            self.tr("&Edit"),
            [
                Item("copy", self.tr("&Copy"), keys.Copy, self.copy),
                Item("quote", self.tr("Copy &quotation in both languages"), "Ctrl+Alt+C", self.copy_quotation),
                Item("copy_translation", self.tr("Copy &translation"), "Ctrl+Shift+T", self.copy_translation),
                None,
                Item("copy_en", self.tr("Copy &summary"), "Ctrl+Shift+C", lambda: self.copy_summary(Language.ENGLISH)),
                Item("copy_fr", self.tr("Copy summary in &French"), "", lambda: self.copy_summary(Language.FRENCH)),
                Item(
                    "copy_both",
                    self.tr("Copy summary in &both languages"),
                    "",
                    lambda: self.copy_summary(Language.BOTH),
                ),
            ],
        )
        self.acts |= add_menu(
            self,
            self.tr("&View"),
            [
                Item("larger", self.tr("&Larger text"), keys.ZoomIn, lambda: self.zoom(1.1)),
                Item("smaller", self.tr("&Smaller text"), keys.ZoomOut, lambda: self.zoom(1 / 1.1)),
                Item("normal", self.tr("&Normal text"), "Ctrl+0", lambda: self.zoom(0)),
                None,
                Item("turn", self.tr("Summary &beside or below"), "F9", self.turn),
                Item("full", self.tr("&Full screen"), "F11", self.full_screen),
            ],
        )
        self.acts |= add_menu(
            self,
            self.tr("&Translation"),
            [
                Item("cancel", self.tr("&Cancel"), "Esc", self.session.cancel),
                Item("resume", self.tr("Con&tinue"), "", self.session.resume),
                Item("again", self.tr("Translate &again"), "", self.session.retranslate),
                None,
                Item("packages", self.tr("Language &packages…"), "", self.show_packages),
            ],
        )
        self.acts |= add_menu(
            self,
            self.tr("&Help"),
            [
                Item("keys", self.tr("&Keys"), "F1", self.show_keys),
                Item("about", self.tr("&About Vis-à-vis"), "", lambda: Dialogs.about(self)),
            ],
        )
        self.acts["provenance"].setCheckable(True)
        self.acts["provenance"].setChecked(self.settings.provenance)
        tools = [self.acts[name] for name in ("open", "paste")]
        add_tools(
            self, self.tr("Tools"), [*tools, None, *(self.acts[n] for n in ("copy_translation", "copy_en", "save"))]
        )

    def _connect(self) -> None:
        session = self.session
        session.opened.connect(self._opened)
        session.grew.connect(self._grew)
        session.foreign.connect(self._foreign)
        session.saved.connect(self._saved)
        session.failed.connect(self._failed)
        session.busy.connect(self._refresh_status)
        self.welcome.open.connect(self.ask_open)
        self.welcome.paste.connect(self.paste)
        self.status.cancel.connect(session.cancel)
        self.status.resume.connect(session.resume)
        self.summary.sentence_chosen.connect(self.facing.go_to)
        self.summary.method_chosen.connect(self._choose_method)
        self.summary.copy_wanted.connect(self.copy_summary)
        self.summary.length_chosen.connect(self._choose_length)

    @property
    def document(self) -> Document | None:
        """Return what is on the desk."""
        return self.session.document

    # intents

    def ask_open(self) -> None:
        """Ask for a file and open it."""
        path = Dialogs.open_path(self, self.settings.last_folder)
        if path:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a file."""
        self.settings.last_folder = str(path.parent)
        self._open(Request(str(path), lambda: open_path(path)))

    def open_text(self, name: str, text: str) -> None:
        """Open a text that is in no file."""
        self._open(Request(name, lambda: from_text(name, text)))

    def paste(self) -> None:
        """Open what is on the clipboard."""
        self._take(QGuiApplication.clipboard().mimeData(), self.tr("Pasted text"))

    def _open(self, request: Request) -> None:
        self.strip.hide()
        self.session.open(request)

    def _take(self, mime: QMimeData, name: str) -> None:
        paths = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
        if paths:
            self.open_path(Path(paths[0]))
        elif mime.hasText():
            self.open_text(name, mime.text())
        else:
            self.strip.tell(self.tr("{0}: there is no text in it.").format(name))

    def ask_save(self, wanted: Sequence[Layout] = saving.TRANSLATION) -> None:
        """Ask where to and in which format, and save the translation, both languages or the summary."""
        document = self.document
        if not document:
            return
        ways = saving.ways(document, wanted)
        name = f"{PurePath(document.article.path).stem or 'article'}.en{ways[0].form.suffix}"
        suggestion = PurePath(self.settings.last_folder) / name
        names = [(way.name, way.form.suffix) for way in ways]
        answer = Dialogs.save_path(self, self.tr("Save"), suggestion, names)
        if not answer:
            return
        path, way = answer[0], ways[answer[1]]
        try:
            check(path, document.article.path)
        except OutputError as error:
            self._failed(error)
            return
        options = self._options(way.layout, self.summary.length if way.layout is Layout.SUMMARY else 0)
        held = saving.snapshot(document)
        self.session.save(path, lambda: way.form.write(held, options))

    def _options(self, layout: Layout = Layout.TRANSLATION, summary: int = 0) -> Options:
        return Options(layout, summary, self.settings.provenance, date.today())

    def _choose_provenance(self) -> None:
        self.settings.provenance = self.acts["provenance"].isChecked()

    @property
    def _view(self) -> FacingView:
        """Return the view that has the focus."""
        return self.summary.view if self.summary.view.hasFocus() else self.facing

    def copy(self) -> None:
        """Copy what is marked, or the caret's sentence as a quotation."""
        view = self._view
        if view.selection and not view.selection.empty:
            saving.copy_marked(view)
        else:
            self.copy_quotation()

    def copy_quotation(self) -> None:
        """Copy the sentences that are marked, or the caret's, in both languages."""
        document = self.document
        chosen = saving.sentences_at(self._view, document) if document else []
        if document and chosen:
            saving.copy_quoted(document, chosen, Language.BOTH, self.settings.provenance)
            self.status.showMessage(self.tr("Quotation copied"), NOTICE_MS)

    def copy_translation(self) -> None:
        """Copy the whole English text."""
        if self.document:
            saving.copy_document(self.document, self._options())
            self.status.showMessage(self.tr("Translation copied"), NOTICE_MS)

    @Slot(object)
    def copy_summary(self, language: Language) -> None:
        """Copy the summary."""
        document = self.document
        if document and document.ranking:
            chosen = list(document.chosen(self.summary.length))
            saving.copy_quoted(document, chosen, language, self.settings.provenance)
            self.status.showMessage(self.tr("Summary copied"), NOTICE_MS)

    def zoom(self, factor: float) -> None:
        """Set the text larger or smaller; 0 is the normal size."""
        points = self.facing.page.font.pointSizeF() * factor
        self.settings.font_points = min(max(points, 7.0), 40.0) if factor else 0.0
        font: QFont = reading_font(self.settings.font_points)
        for view in (self.facing, self.summary.view):
            view.set_reading_font(font)

    def turn(self) -> None:
        """Put the summary beside or below the article."""
        self.settings.summary_beside = not self.settings.summary_beside
        self._turn()

    def full_screen(self) -> None:
        """Fill the screen, or leave it."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def show_packages(self) -> None:
        """Show the language packages; offer to translate again if another one is in use afterwards."""
        shelf = self._shelf()
        PackagesDialog(shelf, self.settings, self).exec()
        self._refresh_status()
        document, used = self.document, in_use(shelf.packages(), self.settings.package)
        if document and document.package.name and used.info() != document.package:
            text = self.tr("{0} {1} is now in use.").format(used.name, used.version)
            self.strip.tell(text, self.tr("Translate again"), self.session.retranslate)

    def show_keys(self) -> None:
        """Show the keys."""
        native = QKeySequence.SequenceFormat.NativeText
        rows = [
            (action.text().replace("&", ""), action.shortcut().toString(native))
            for action in self.acts.values()
            if not action.shortcut().isEmpty()
        ]
        rows.append((self.tr("Next and previous sentence"), "↓ ↑"))
        Dialogs.keys(self, rows)

    # what the session tells

    @Slot(object)
    def _opened(self, document: Document) -> None:
        self.strip.hide()
        self.stack.setCurrentWidget(self.split)
        self.facing.show_rows(document, list(rows_of(document.article.paragraphs)))
        self.summary.show_document(document)
        self.facing.setFocus()
        name = document.article.title or PurePath(document.article.path).name
        self.setWindowTitle(f"{printable(name)} — {self.tr('Vis-à-vis')}")
        self._refresh_status()

    @Slot(object)
    def _grew(self, event: Event) -> None:
        match event:
            case Translated(passages):
                changed = [passage.sentence.id for passage in passages]
                self.facing.refresh(changed)
                self.summary.refresh(changed)
            case Ranked():
                self.summary.ranked()
        self._refresh_status()

    @Slot(object, str)
    def _foreign(self, request: Request, language: str) -> None:
        self._refresh_status()
        name = printable(PurePath(request.name).name)
        looks = self.tr("{0} looks {1}, not French.").format(name, NAMES[language]) if language in NAMES else ""
        text = looks or self.tr("{0} does not look French.").format(name)
        self.strip.tell(text, self.tr("Translate anyway"), lambda: self.session.open(request, foreign=True))

    @Slot(object)
    def _saved(self, path: Path) -> None:
        self.status.showMessage(self.tr("Saved as {0}").format(printable(path.name)), NOTICE_MS)

    @Slot(object)
    def _failed(self, error: VisavisError) -> None:
        self.strip.tell(str(error))

    def _refresh_status(self) -> None:
        document, busy = self.document, self.session.is_busy
        self.status.show_document(document, busy, self.session.reading)
        self.status.show_network(self.guard)
        for name in ("save", "save_both", "copy", "quote", "copy_translation"):
            self.acts[name].setEnabled(document is not None)
        for name in ("save_summary", "copy_en", "copy_fr", "copy_both"):
            self.acts[name].setEnabled(bool(document and document.ranking))
        self.acts["cancel"].setEnabled(busy)
        self.acts["again"].setEnabled(document is not None and not busy)
        self.acts["resume"].setEnabled(bool(document and not busy and not document.complete))

    def _choose_method(self, method: str) -> None:
        self.settings.method = method
        self.session.rank(method)

    def _choose_length(self, length: int) -> None:
        self.settings.summary_sentences = length

    def _turn(self) -> None:
        beside = self.settings.summary_beside
        self.split.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
        length = max(600, self.width() if beside else self.height())
        self.split.setSizes([length * 66 // 100, length * 34 // 100])

    # Qt's own

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._take(event.mimeData(), self.tr("Dropped text"))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.window = bytes(self.saveGeometry().toBase64().data()).decode()
        self.hide()  # the engine may need a moment to stop
        self.session.close()
        super().closeEvent(event)
