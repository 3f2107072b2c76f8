"""The dialog that translates a folder: formats and layout above, a row for each file below."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from visavis.exports.registry import FORMATS, Layout
from visavis.folder_translation import FileProgress, FileResult, FolderListing, FolderTask, list_articles
from visavis.gui.clipboard import choose_options, name_format
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.dialogs.folder_files import Files, FolderFiles
from visavis.gui.messages import describe_error
from visavis.gui.outside import open_outside
from visavis.infrastructure.settings import Settings
from visavis.session.background_query import BackgroundQuery

Translate = Callable[[Files, FolderTask], Iterable[FileProgress | FileResult]]

KINDS = ("docx", "odt", "pdf", "html", "md", "txt")  # formats proposed, the first by default
SOON_MS = 200  # delay before the folder is looked through, after a key


class FolderDialog(QDialog):
    """Translates the articles below `top` by `translate`; cancelled, it goes on with those that are left."""

    def __init__(self, top: Path, translate: Translate, settings: Settings, method: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Translate a folder"))
        self._top, self._translate, self._settings, self._method = top, translate, settings, method
        self._query, self._listing = BackgroundQuery(self), BackgroundQuery(self)
        self._query.failed.connect(self._fail)
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._look)
        self.files = FolderFiles(top, self)
        self.kind, self.layout_box = QComboBox(), QComboBox()
        for name in KINDS:
            self.kind.addItem(name_format(FORMATS[name]), name)
        self.kind.currentIndexChanged.connect(self._list_layouts)
        self.summary = QCheckBox(self.tr("With a summary"))
        self.output = QLineEdit(str(top / self.tr("English")))
        self.output.textChanged.connect(self._forget_files)
        self.table = QTableView()
        self.table.setModel(self.files)
        self.note = QLabel(wordWrap=True)
        self.start, self.show_output = QPushButton(self.tr("Translate")), QPushButton(self.tr("Open the folder"))
        self._place()
        self._list_layouts()
        for changed in (self.kind.activated, self.layout_box.activated, self.summary.clicked):
            changed.connect(self._begin_anew)
        self._look()
        self.resize(round(parent.width() * 0.7), round(parent.height() * 0.75))

    def _place(self) -> None:
        """Lay out the form, the table and the buttons."""
        self.choose = QPushButton(self.tr("Choose…"))
        self.choose.clicked.connect(self._choose_output)
        place = QHBoxLayout()
        place.addWidget(self.output, 1)
        place.addWidget(self.choose)
        form = QFormLayout()
        for name, widget in ((self.tr("Format"), self.kind), (self.tr("Layout"), self.layout_box)):
            widget.setAccessibleName(name)
            form.addRow(name, widget)
        form.addRow("", self.summary)
        self.output.setAccessibleName(self.tr("Save in"))
        form.addRow(self.tr("Save in"), place)
        self.table.setAccessibleName(self.tr("Files"))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)  # Tab goes on to the buttons
        self.start.setDefault(True)
        self.start.clicked.connect(self._press)
        self.show_output.clicked.connect(lambda: open_outside(Path(self.output.text())))
        self.show_output.hide()
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.note, 1)
        for button in (self.show_output, close, self.start):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)

    @property
    def task(self) -> FolderTask:
        """What is chosen in the form."""
        layout = Layout(self.layout_box.currentData())  # Qt keeps its value only
        wanted = layout is Layout.SUMMARY or self.summary.isChecked()
        settings = self._settings
        options = choose_options(settings, layout, settings.summary_sentences * wanted)
        return FolderTask(FORMATS[self.kind.currentData()], options, self._method if wanted else "")

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop()
        super().closeEvent(event)

    def reject(self) -> None:
        self._stop()
        super().reject()

    def _stop(self) -> None:
        self._soon.stop()
        self._listing.cancel()
        self._query.cancel()

    def _list_layouts(self) -> None:
        names = {
            Layout.TRANSLATION: self.tr("English"),
            Layout.IN_PLACE: self.tr("English, in the layout of the original where it can be kept"),
            Layout.COLUMNS: self.tr("French and English, in two columns"),
            Layout.INTERLEAVED: self.tr("French and English, one below the other"),
            Layout.SUMMARY: self.tr("Summary"),
        }
        chosen = self.layout_box.currentData()
        self.layout_box.clear()
        for layout in (one for one in names if one in FORMATS[self.kind.currentData()].layouts):
            self.layout_box.addItem(names[layout], layout)
        self.layout_box.setCurrentIndex(max(0, self.layout_box.findData(chosen)))

    def _forget_files(self) -> None:
        """Look through the folder soon: its results belong elsewhere now."""
        self._listing.cancel()
        self.files.show_files(())
        self.start.setEnabled(False)
        self._soon.start()

    def _begin_anew(self) -> None:
        """Offer to translate all again, into something else."""
        if not self.files.left:
            self._forget_files()

    def _look(self) -> None:
        """Look through the folder, unless it is not yet said where the results go."""
        output = Path(self.output.text().strip()).expanduser()
        self.start.setEnabled(False)
        self.start.setText(self.tr("Translate"))
        self.start.show()
        self.show_output.hide()
        if output.is_absolute():
            self.note.setText(self.tr("Looking for articles…"))
            self._listing.ask(lambda: list_articles(self._top, output), self._list_files)
        else:
            self.note.setText(self.tr("Choose the folder to save in"))

    def _list_files(self, found: FolderListing | None) -> None:
        """List what would be translated, and say what is left out."""
        if not found:
            return
        self.files.show_files(found.articles)
        texts: list[str] = []
        for count, one, more in (
            (len(found.articles), self.tr("1 article"), self.tr("{0} articles")),
            (found.others, self.tr("1 other file is left out"), self.tr("{0} other files are left out")),
            (
                found.translations,
                self.tr("1 earlier translation is left out"),
                self.tr("{0} earlier translations are left out"),
            ),
        ):
            if count or not texts:
                texts.append(one if count == 1 else more.format(count))
        self.note.setText(" · ".join(texts))
        self.start.setEnabled(bool(found.articles))

    def _choose_output(self) -> None:
        folder = Dialogs.folder_path(self, self.tr("Save in"), self.output.text())
        if folder:
            self.output.setText(str(folder))

    def _press(self) -> None:
        """Begin, cancel, or go on."""
        if self._query.is_busy:
            self._query.cancel()
            self.files.cancel()
            self._enable(True)
            self.start.setText(self.tr("Go on"))
            return
        files, task = self.files.left, self.task
        self.start.setText(self.tr("Cancel"))
        self._enable(False)
        self._query.ask(lambda: self._translate(files, task), lambda event: self._take(event, files[-1][0]))

    def _fail(self, error: Exception) -> None:
        """Say why the work ended before its time; it can be gone on with."""
        self.files.cancel()
        self._enable(True)
        self.start.setText(self.tr("Try again"))
        self.note.setText(describe_error(error))

    def _enable(self, idle: bool) -> None:
        for widget in (self.kind, self.layout_box, self.summary, self.output, self.choose):
            widget.setEnabled(idle)

    def _take(self, event: FileProgress | FileResult, last: Path) -> None:
        """Show how far a file is, or what became of it."""
        cell = self.files.take(event)
        if isinstance(event, FileProgress):
            self.table.scrollTo(cell)
            return
        self.table.resizeRowToContents(cell.row())
        if event.source == last:
            self._finish()

    def _finish(self) -> None:
        """Say what was done; what failed for another reason than its file can be tried again."""
        done, failed = self.files.done, self.files.failed
        texts = [self.tr("1 article translated") if done == 1 else self.tr("{0} articles translated").format(done)]
        if failed:
            texts.append(self.tr("1 could not be") if failed == 1 else self.tr("{0} could not be").format(failed))
        self.note.setText(" · ".join(texts))
        again = bool(self.files.left)
        self.start.setVisible(again)
        self.start.setText(self.tr("Try again"))
        self._enable(True)
        self.show_output.setVisible(done > 0)
        (self.start if again else self.show_output).setFocus()
