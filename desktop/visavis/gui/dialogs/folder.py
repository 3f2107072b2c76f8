"""The dialog that translates a folder: formats and layout above, a row for each file below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
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
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from visavis.exports.registry import FORMATS, Layout
from visavis.folder_translation import FileProgress, FileResult, FolderTask, list_articles
from visavis.gui.clipboard import choose_options, name_format
from visavis.gui.count_texts import describe_counts
from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.messages import translate_message
from visavis.gui.outside import open_outside
from visavis.gui.tips import format_tooltip
from visavis.infrastructure.settings import Settings
from visavis.model.errors import make_printable
from visavis.session.background_query import BackgroundQuery

Files = Sequence[tuple[Path, Path]]
Translate = Callable[[Files, FolderTask], Iterable[FileProgress | FileResult]]

KINDS = ("docx", "odt", "pdf", "html", "md", "txt")  # formats proposed, the first by default


class FolderDialog(QDialog):
    """Translates the articles below `top` by `translate`; cancelled, it goes on with those that are left."""

    def __init__(self, top: Path, translate: Translate, settings: Settings, method: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Translate a folder"))
        self._top, self._translate, self._settings, self._method = top, translate, settings, method
        self._query = BackgroundQuery(self)
        self._results: dict[Path, QTableWidgetItem] = {}  # the cell for each file
        self._left: list[tuple[Path, Path]] = []
        self._failed = 0
        self.kind, self.layout_box = QComboBox(), QComboBox()
        for name in KINDS:
            self.kind.addItem(name_format(FORMATS[name]), name)
        self.kind.currentIndexChanged.connect(self._list_layouts)
        self.summary = QCheckBox(self.tr("With a summary"))
        self.output = QLineEdit(str(top / self.tr("English")))
        self.output.textChanged.connect(self._list_files)
        self.table = QTableWidget(0, 2)
        self.note = QLabel()
        self.start, self.show_output = QPushButton(self.tr("Translate")), QPushButton(self.tr("Open the folder"))
        self._place()
        self._list_layouts()
        self._list_files()
        self.resize(round(parent.width() * 0.7), round(parent.height() * 0.75))

    def _place(self) -> None:
        """Lay out the form, the table and the buttons."""
        choose = QPushButton(self.tr("Choose…"))
        choose.clicked.connect(self._choose_output)
        place = QHBoxLayout()
        place.addWidget(self.output, 1)
        place.addWidget(choose)
        form = QFormLayout()
        for name, widget in ((self.tr("Format"), self.kind), (self.tr("Layout"), self.layout_box)):
            widget.setAccessibleName(name)
            form.addRow(name, widget)
        form.addRow("", self.summary)
        self.output.setAccessibleName(self.tr("Save in"))
        form.addRow(self.tr("Save in"), place)
        self.table.setHorizontalHeaderLabels([self.tr("File"), self.tr("Result")])
        self.table.setAccessibleName(self.tr("Files"))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
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
        self._query.cancel()
        super().closeEvent(event)

    def reject(self) -> None:
        self._query.cancel()
        super().reject()

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

    def _list_files(self) -> None:
        """List what would be translated, and say what is left out."""
        output = Path(self.output.text().strip()).expanduser()
        self._left, others = list_articles(self._top, output)
        self._results = {}
        self._failed = 0
        self.table.setRowCount(len(self._left))
        for row, (source, _) in enumerate(self._left):
            item = QTableWidgetItem(make_printable(str(source.relative_to(self._top))))
            item.setToolTip(format_tooltip(make_printable(str(source))))
            self.table.setItem(row, 0, item)
            self._results[source] = QTableWidgetItem("")
            self.table.setItem(row, 1, self._results[source])
        count = len(self._left)
        texts = [self.tr("1 article") if count == 1 else self.tr("{0} articles").format(count)]
        if others:
            other = self.tr("1 other file is left out") if others == 1 else self.tr("{0} other files are left out")
            texts.append(other.format(others))
        self.note.setText(" · ".join(texts))
        self.start.setText(self.tr("Translate"))
        self.start.setEnabled(bool(self._left) and output.is_absolute())

    def _choose_output(self) -> None:
        folder = Dialogs.folder_path(self, self.tr("Save in"), self.output.text())
        if folder:
            self.output.setText(str(folder))

    def _press(self) -> None:
        """Begin, cancel, or go on."""
        if self._query.is_busy:
            self._query.cancel()
            self._enable(False)
            self.start.setText(self.tr("Go on"))
            return
        files, task = list(self._left), self.task
        self.start.setText(self.tr("Cancel"))
        self._enable(True)
        self._query.ask(lambda: self._translate(files, task), self._take)

    def _enable(self, busy: bool) -> None:
        for widget in (self.kind, self.layout_box, self.summary, self.output):
            widget.setEnabled(not busy)

    def _take(self, event: FileProgress | FileResult) -> None:
        """Show how far a file is, or what became of it."""
        cell = self._results[event.source]
        if isinstance(event, FileProgress):
            cell.setText(self.tr("Translating: {0} %").format(round(100 * event.done)))
            self.table.scrollToItem(cell)
            return
        self._left = [(source, place) for source, place in self._left if source != event.source]
        if event.error:
            self._failed += 1
            cell.setText(translate_message(event.error.reason))
        else:
            cell.setText(describe_counts(event.counted) or self.tr("Translated"))
        cell.setToolTip(format_tooltip(cell.text()))
        if not self._left:
            self._finish()

    def _finish(self) -> None:
        done = len(self._results) - self._failed
        texts = [self.tr("1 article translated") if done == 1 else self.tr("{0} articles translated").format(done)]
        if self._failed:
            texts.append(self.tr("{0} could not be").format(self._failed))
        self.note.setText(" · ".join(texts))
        self.start.hide()
        self._enable(False)
        self.show_output.setVisible(done > 0)
        self.show_output.setFocus()
