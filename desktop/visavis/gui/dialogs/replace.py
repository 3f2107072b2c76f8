"""The dialog that replaces words in the English: what becomes of each occurrence is shown before it is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from visavis.gui.clipboard import take_snapshot
from visavis.model.document import Document
from visavis.session.background_query import BackgroundQuery
from visavis.session.session import Session
from visavis.text.replacing import Occurrence, find_occurrences, replace_text

SOON_MS = 150  # delay before looking again, after a key
MOST = 1000  # occurrences listed and replaced at a time
AROUND = 48  # characters shown on each side of an occurrence


class ReplaceDialog(QDialog):
    """Lists the occurrences as the user types; those that are ticked are replaced, as one step that can be undone."""

    taking = Signal()  # what is being edited must be in the article now
    replaced = Signal(int)  # how many
    shown = Signal(int)  # id of the sentence of the occurrence that the user looks at

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Replace in the English"))
        self._session, self._found = session, list[Occurrence]()
        self._texts: Mapping[int, str] = {}  # the English that the occurrences are places in
        self._query = BackgroundQuery(self)
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._look)
        self.wanted, self.new = QLineEdit(), QLineEdit()
        self.case, self.whole = QCheckBox(self.tr("Match capitals")), QCheckBox(self.tr("Whole words"))
        self.whole.setChecked(True)
        self.list, self.count = QListWidget(), QLabel()
        self.button = QPushButton(self.tr("Replace"))
        self.button.setDefault(True)
        self._place()
        for field in (self.wanted, self.new):
            field.textChanged.connect(self._change)
        for box in (self.case, self.whole):
            box.toggled.connect(self._change)
        self.button.clicked.connect(self._replace)
        self.list.itemChanged.connect(self._count)
        self.list.currentRowChanged.connect(self._show_occurrence)
        session.grew.connect(self._look_again)
        session.opened.connect(self._begin_anew)
        session.emptied.connect(self._begin_anew)
        self.resize(round(parent.width() * 0.6), round(parent.height() * 0.7))

    def _place(self) -> None:
        """Lay out the fields, the list and the buttons."""
        form = QFormLayout()
        for name, field in ((self.tr("Find"), self.wanted), (self.tr("Replace with"), self.new)):
            field.setAccessibleName(name)
            form.addRow(name, field)
        boxes = QHBoxLayout()
        for box in (self.whole, self.case):
            boxes.addWidget(box)
        boxes.addStretch()
        form.addRow("", boxes)
        self.list.setAccessibleName(self.tr("What is replaced"))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.count, 1)
        buttons.addWidget(close)
        buttons.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)

    def open_with(self, words: str) -> None:
        """Show the dialog, with `words` to look for unless there are none."""
        self.wanted.setText(words or self.wanted.text())
        self.show()
        self.raise_()
        self.activateWindow()
        (self.new if words else self.wanted).setFocus()
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        self._soon.stop()
        self._query.cancel()
        super().hideEvent(event)

    def _change(self, _: object) -> None:
        """Look again soon; until then nothing can be replaced, for it would be what was asked for before."""
        self.button.setEnabled(False)
        self._soon.start()

    def _begin_anew(self, _: object = None) -> None:
        """Forget what was found in another article, and look in this one."""
        self._query.cancel()
        self._list(([], {}))
        self._look_again(None)

    def _look_again(self, _: object) -> None:
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def _look(self) -> None:
        document = self._session.document
        snapshot = take_snapshot(document) if document else None
        wanted, new, case, whole = self.wanted.text(), self.new.text(), self.case.isChecked(), self.whole.isChecked()
        if snapshot:
            self._query.ask(lambda: _find(snapshot, wanted, new, case, whole), self._list)

    def _list(self, found: tuple[list[Occurrence], Mapping[int, str]]) -> None:
        """List the occurrences with what becomes of them; those that were unticked stay so."""
        before = {(one.sentence, one.start) for number, one in enumerate(self._found) if not self._is_ticked(number)}
        self._found, self._texts = found
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._found:
            item = QListWidgetItem(_describe(self._texts[one.sentence], one))
            item.setCheckState(
                Qt.CheckState.Unchecked if (one.sentence, one.start) in before else Qt.CheckState.Checked
            )
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._count()

    def _is_ticked(self, number: int) -> bool:
        return self.list.item(number).checkState() is Qt.CheckState.Checked

    def _count(self) -> None:
        ticked = sum(map(self._is_ticked, range(len(self._found))))
        text = self.tr("{0} of {1} will be replaced").format(ticked, len(self._found))
        none = self.tr("Not found") if self.wanted.text() else ""
        self.count.setText(text if self._found else none)
        self.button.setEnabled(bool(ticked and self.new.text() != self.wanted.text()))

    def _show_occurrence(self, row: int) -> None:
        if 0 <= row < len(self._found):
            self.shown.emit(self._found[row].sentence)

    def _replace(self) -> None:
        self.taking.emit()
        document = self._session.document
        passages = document.passages if document else {}
        ticked = [
            one
            for number, one in enumerate(self._found)
            if self._is_ticked(number)
            and one.sentence in passages
            and passages[one.sentence].target == self._texts[one.sentence]  # it may have been edited since
        ]
        if ticked:
            texts = {
                id_: replace_text(passages[id_].target, list(ones))
                for id_, ones in groupby(ticked, key=lambda one: one.sentence)
            }
            self._session.replace(texts)
            self.replaced.emit(len(ticked))


def _find(
    document: Document, wanted: str, new: str, case: bool, whole: bool
) -> Iterator[tuple[list[Occurrence], Mapping[int, str]]]:
    """Yield the occurrences in the English, and the English of their sentences, once."""
    found: list[Occurrence] = []
    for sentence in document.article.sentences():
        found += find_occurrences(sentence.id, document.target(sentence), wanted, new, case, whole)
        if len(found) >= MOST:
            break
    yield found[:MOST], {one.sentence: document.passages[one.sentence].target for one in found}


def _describe(text: str, one: Occurrence) -> str:
    """Return an occurrence with what stands around it, and what becomes of it."""
    left, right = text[max(0, one.start - AROUND) : one.start], text[one.end : one.end + AROUND]
    if one.start > AROUND:
        left = f"… {left.partition(' ')[2]}"
    if len(text) > one.end + AROUND:
        right = f"{right.rpartition(' ')[0]} …"
    return f"{left}[{text[one.start : one.end]} → {one.new}]{right}"
