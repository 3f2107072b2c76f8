"""The language packages dialog: lists the packages; downloads, installs, verifies and removes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from visavis.gui.dialogs.file_dialogs import Dialogs
from visavis.gui.messages import describe_error, translate_message
from visavis.gui.tips import format_tooltip
from visavis.infrastructure.settings import Settings
from visavis.model.errors import VisavisError, make_printable
from visavis.packages.description import describe_licence, describe_quality
from visavis.packages.download import Progress
from visavis.packages.find import BUILT_IN, INSTALLED, InstalledPackage, choose_package
from visavis.packages.install import hash_file
from visavis.packages.library import PackageLibrary
from visavis.session.job import Job, start_job

MB = 1_000_000


class PackagesDialog(QDialog):
    """Lists the installed packages and the actions on them."""

    changed = Signal(object)  # InstalledPackage: the package in use has changed

    def __init__(self, library: PackageLibrary, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.library, self.settings = library, settings
        self.job: Job | None = None
        self._told = ""
        self._reached: Progress | float | None = None  # the last step completed in the job's thread
        self.setWindowTitle(self.tr("Language packages"))
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setStyleSheet("QTreeWidget::item, QHeaderView::section { padding: 5px 8px; }")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setAccessibleName(self.tr("Language packages on this computer"))
        self.list.setHeaderLabels(
            [
                self.tr("Package"),
                self.tr("Version"),
                self.tr("From"),
                self.tr("Size"),
                self.tr("Quality"),
                self.tr("Licence"),
                "",
            ]
        )
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.itemSelectionChanged.connect(self._enable)
        size = self._size(library.official.size, 0)
        self.download = self._button(self.tr("Download the full-quality package ({0})…").format(size), self._download)
        self.install = self._button(self.tr("Install from file…"), self._install)
        self.use = self._button(self.tr("Use"), self._use)
        self.verify = self._button(self.tr("Verify"), self._verify)
        self.remove = self._button(self.tr("Remove"), self._remove)
        self.cancel = self._button(self.tr("Cancel"), self._cancel)
        self.progress = QProgressBar(maximum=1000)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.note = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._place()
        self._fill()
        head, line = self.list.header(), self.fontMetrics().height()
        columns = [max(head.sectionSizeHint(n), self.list.sizeHintForColumn(n)) for n in range(self.list.columnCount())]
        self.resize(min(sum(columns) + 7 * line, round(self.screen().availableSize().width() * 0.95)), 28 * line)

    @property
    def selected(self) -> InstalledPackage | None:
        """The package selected in the list."""
        items = self.list.selectedItems()
        package = items[0].data(0, Qt.ItemDataRole.UserRole) if items else None
        return package if isinstance(package, InstalledPackage) else None

    def _place(self) -> None:
        actions, working = QHBoxLayout(), QHBoxLayout()
        for button in (self.use, self.verify, self.remove):
            actions.addWidget(button)
        actions.addStretch()
        closing = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        closing.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        closing.addButton(self.install, QDialogButtonBox.ButtonRole.ActionRole)
        closing.rejected.connect(self.reject)
        working.addWidget(self.progress, 1)
        working.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(10)
        column.addWidget(self.list, 1)
        column.addLayout(actions)
        column.addWidget(self.download, 0, Qt.AlignmentFlag.AlignLeft)  # beside others it is too wide for 800 px
        column.addLayout(working)
        column.addWidget(self.note)
        column.addWidget(closing)

    def _button(self, text: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: do())
        return button

    def _fill(self, mark: str = "") -> None:
        self.list.clear()
        packages = self.library.list_packages()
        used = choose_package(packages, self.settings.package).key if packages else ""
        origins = {BUILT_IN: self.tr("built-in"), INSTALLED: self.tr("installed here")}
        for package in packages:
            row = [
                package.name,
                package.version,
                origins.get(package.origin, self.tr("Argos Translate")),
                self._size(package.size, 1),
                translate_message(describe_quality(package)),
                translate_message(describe_licence(package)),
                self.tr("in use") if package.key == used else "",
            ]
            item = QTreeWidgetItem([make_printable(cell, 80) for cell in row])
            item.setData(0, Qt.ItemDataRole.UserRole, package)
            item.setToolTip(0, format_tooltip(str(package.folder)))
            self.list.addTopLevelItem(item)
            if package.key == (mark or used):
                item.setSelected(True)
        self._enable()

    def _size(self, size: int, decimals: int) -> str:
        return self.tr("{0} MB").format(self.locale().toString(size / MB, "f", decimals))

    def _enable(self) -> None:
        package, busy = self.selected, self.job is not None
        for button in (self.download, self.install, self.list):
            button.setEnabled(not busy)
        self.use.setEnabled(bool(package) and not busy)
        self.verify.setEnabled(bool(package) and not busy)
        self.remove.setEnabled(bool(package and package.origin == INSTALLED) and not busy)
        self.progress.setVisible(busy)
        self.cancel.setVisible(busy)

    # user actions

    def _download(self) -> None:
        *firsts, last = map(make_printable, self.library.list_hosts)
        question = (
            self.tr("{0} MB will be downloaded from {1}. If that fails, {2} will be asked for another address.")
            if firsts
            else self.tr("{2} will be asked for the address of the package; {0} MB will be downloaded from there.")
        ).format(round(self.library.official.size / MB), ", ".join(firsts), last)
        nothing = self.tr("Your articles are never sent.")
        if Dialogs.agree(self, self.tr("Download"), f"{question} {nothing}", self.tr("Download")):
            self._run(
                self.library.download,
                self.tr("The full-quality package is installed and in use."),
                lambda: (
                    self.tr("Cancelled. The part already downloaded is kept; the next download will resume from there.")
                    if self._reached
                    else self.tr("Cancelled before any data arrived.")
                ),
            )

    def _install(self) -> None:
        path = Dialogs.package_path(self)
        if path is None:
            return
        try:
            official, digest = self.library.is_official(path), hash_file(path)
        except VisavisError as error:
            self.note.setText(describe_error(error))
            return
        question = self.tr(
            "{0} is not the known official package. Install it only if you trust its source. SHA-256: {1}"
        )
        if official or Dialogs.agree(
            self, self.tr("Install"), question.format(make_printable(path.name), digest), self.tr("Install")
        ):
            self._run(
                lambda: self.library.install(path),
                self.tr("The package is installed and in use."),
                lambda: self.tr("Cancelled. Nothing was installed."),
            )

    def _use(self) -> None:
        if self.selected:
            self._choose(self.selected.key)
            self._fill()

    def _choose(self, key: str) -> None:
        """Use the package with this key, or the first one if empty, and emit `changed`."""
        self.settings.package = key
        packages = self.library.list_packages()
        if packages:
            self.changed.emit(choose_package(packages, key))

    def _verify(self) -> None:
        package = self.selected
        if package:

            def steps() -> Iterator[float]:
                yield 0.0
                self.library.verify(package)
                yield 1.0

            text = self.tr("{0} {1} is intact and works.").format(package.name, package.version)
            cancelled = self.tr("Cancelled. {0} {1} was not verified.").format(package.name, package.version)
            self._run(steps, text, lambda: cancelled, keep=True)

    def _remove(self) -> None:
        package = self.selected
        if package and Dialogs.agree(
            self, self.tr("Remove"), self.tr("Remove {0} {1}?").format(package.name, package.version), self.tr("Remove")
        ):
            try:
                self.library.remove(package)
                self._choose(self.settings.package if self.settings.package != package.key else "")
            except VisavisError as error:
                self.note.setText(describe_error(error))
            self._fill()

    def _cancel(self) -> None:
        if self.job:
            self.job.cancel()

    # background work

    def _run(
        self, steps: Callable[[], Iterable[Any]], text: str, cancelled: Callable[[], str], keep: bool = False
    ) -> None:
        """Run steps in a job; show `told` when they are done, or `cancelled()` if they were cancelled."""
        self._told, self._told_cancelled, self._keep, self._reached = text, cancelled, keep, None

        def watched() -> Iterator[Progress | float]:
            for step in steps():
                self._reached = step
                yield step

        self.note.clear()
        self.progress.setRange(0, 0)
        self.job = start_job(watched, self._step, self._finished, self._cancelled, self._failed)
        self._enable()

    @Slot(object, object)
    def _step(self, job: Job, step: Progress | float) -> None:
        self.progress.setRange(0, 1000)
        if isinstance(step, Progress):
            self.progress.setValue(round(1000 * step.done / max(1, step.total)))
            text = self.tr("{0:.1f} of {1:.1f} MB · {2:.1f} MB/s · {3} s left")
            self.note.setText(text.format(step.done / MB, step.total / MB, step.speed / MB, round(step.left)))
        else:
            self.progress.setValue(round(1000 * step))

    @Slot(object)
    def _finished(self, job: Job) -> None:
        if not self._keep:
            self._choose("")
        self._end(self._told)

    @Slot(object)
    def _cancelled(self, job: Job) -> None:
        if self._reached == 1.0:  # cancelled too late: everything was done
            self._finished(job)
        else:
            self._end(self._told_cancelled())

    @Slot(object, object)
    def _failed(self, job: Job, error: Exception) -> None:
        self._end(describe_error(error))

    def _end(self, text: str) -> None:
        self.job = None
        self.note.setText(text)
        self._fill()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop()
        super().closeEvent(event)

    def reject(self) -> None:
        self._stop()
        super().reject()

    def _stop(self) -> None:
        if self.job:
            self.job.cancel()
            self.job.wait(10)
