"""The files of a folder as rows of a table: their names, and what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from visavis.folder_translation import FileProgress, FileResult
from visavis.gui.count_texts import describe_counts
from visavis.gui.messages import describe_error, translate_message
from visavis.gui.tips import format_tooltip
from visavis.model.errors import InputError, make_printable

Index = QModelIndex | QPersistentModelIndex
Files = Sequence[tuple[Path, Path]]  # each with the folder of its result


class FolderFiles(QAbstractTableModel):
    """Knows which files are still to be translated: those that have no result, or one that may be better next time."""

    def __init__(self, top: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._top = top
        self._files: Files = ()
        self._rows: dict[Path, int] = {}
        self._results: dict[Path, FileResult] = {}
        self._progress: dict[Path, str] = {}

    def show_files(self, files: Files) -> None:
        """Show other files, of which nothing is known yet."""
        self.beginResetModel()
        self._files, self._rows = files, {source: row for row, (source, _) in enumerate(files)}
        self._results, self._progress = {}, {}
        self.endResetModel()

    def take(self, event: FileProgress | FileResult) -> QModelIndex:
        """Note how far a file is, or what became of it; return its cell."""
        if isinstance(event, FileProgress):
            self._progress[event.source] = self.tr("Translating: {0} %").format(round(100 * event.done))
        else:
            self._results[event.source] = event
            self._progress.pop(event.source, None)
        cell = self.index(self._rows[event.source], 1)
        self.dataChanged.emit(cell, cell)
        return cell

    def cancel(self) -> None:
        """Note that the file that was being translated will not be."""
        for source in self._progress:
            self._progress[source] = self.tr("Cancelled")
        self.dataChanged.emit(self.index(0, 1), self.index(len(self._files) - 1, 1))

    @property
    def left(self) -> Files:
        """The files to translate: those that cannot be read are not tried again."""
        return [file for file in self._files if not self._is_settled(file[0])]

    @property
    def failed(self) -> int:
        """The number of files that could not be translated."""
        return sum(result.error is not None for result in self._results.values())

    @property
    def done(self) -> int:
        """The number of files that have been translated."""
        return len(self._results) - self.failed

    def _is_settled(self, source: Path) -> bool:
        result = self._results.get(source)
        return result is not None and (result.error is None or isinstance(result.error, InputError))

    def _describe(self, source: Path) -> str:
        result = self._results.get(source)
        if source in self._progress or not result:
            return self._progress.get(source, "")
        if not result.error:
            return describe_counts(result.counted) or self.tr("Translated")
        # what cannot be read is the file of this row; anything else must be named
        by_itself = isinstance(result.error, InputError)
        text = translate_message(result.error.reason) if by_itself else describe_error(result.error)
        return text[:1].upper() + text[1:]

    # Qt overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._files)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else 2

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if way is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("File"), self.tr("Result"))[section]
        return super().headerData(section, way, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        source = self._files[index.row()][0]
        match role:
            case Qt.ItemDataRole.DisplayRole if index.column():
                return self._describe(source)
            case Qt.ItemDataRole.DisplayRole:
                return make_printable(str(source.relative_to(self._top)))
            case Qt.ItemDataRole.ToolTipRole:
                return format_tooltip(self._describe(source) if index.column() else make_printable(str(source)))
        return None
