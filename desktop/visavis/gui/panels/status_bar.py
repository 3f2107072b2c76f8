"""The status bar: title, progress with Cancel, edits and flags, language package, network."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QPushButton, QStatusBar

from visavis.analysis.sentence_counts import SentenceCounts
from visavis.gui.count_texts import describe_counts
from visavis.gui.elided_label import ElidedLabel
from visavis.gui.panels.network_status import NetworkLabel
from visavis.model.document import Document
from visavis.model.errors import make_printable


class StatusBar(QStatusBar):
    """Shows the state of the open article and its translation."""

    cancel = Signal()
    resume = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.title, self.answered, self.package, self.network = (
            ElidedLabel(left=True),
            ElidedLabel(),
            ElidedLabel(),
            NetworkLabel(),
        )
        for label in (self.title, self.answered, self.package, self.network):
            label.setContentsMargins(6, 0, 6, 0)
        self.answered.setCursor(Qt.CursorShape.PointingHandCursor)
        self.answered.setToolTip(self.tr("Go to the next flag (F8)"))
        self.progress = QProgressBar(maximum=1000, textVisible=True)
        self.progress.setFixedWidth(190)
        self.progress.setAccessibleName(self.tr("Progress of the translation"))
        self.button = QPushButton(self.tr("Cancel"))
        self.button.clicked.connect(self._pressed)
        self.addWidget(self.title, 1)
        for widget in (self.progress, self.button, self.answered, self.package, self.network):
            self.addPermanentWidget(widget)
        self.progress.hide()
        self.button.hide()
        self._busy = False
        self._title = self._hint = ""

    def show_hint(self, text: str) -> None:
        """Show what a click would do, in place of the title; an empty text brings that back."""
        self._hint = text
        self.title.setText(text or self._title)

    def show_document(self, document: Document | None, counted: SentenceCounts, busy: bool, reading: str = "") -> None:
        """Show the title, package, progress and counts, and the name of a file being read."""
        self._busy = busy
        done, total = counted.done, counted.total
        self.progress.setVisible(busy)
        # a range of 0 to 0 is Qt's busy indicator: the duration is unknown
        self.progress.setRange(0, 0 if reading else 1000)
        self.progress.setValue(round(1000 * done / total) if total else 0)
        self.progress.setFormat(self.tr("Translating %p%") if done else self.tr("Starting…"))
        self.button.setText(self.tr("Cancel") if busy else self.tr("Continue"))
        self.button.setVisible(busy or done < total)
        self._title = ""
        self.package.clear()
        self.answered.setText(describe_counts(counted))
        if document:
            article = document.article
            name = article.title or PurePath(article.path).name
            self._title = make_printable(name)
            package = document.package
            origin = self.tr("built-in") if package.origin == "built-in" else self.tr("installed")
            mixed = self.tr(" and {0}").format(", ".join(counted.others)) if counted.others else ""
            own = f"{package.name} {package.version}{mixed} ({origin})" if package.name else ""
            given = make_printable(PurePath(document.translation_path).name, 60)
            self.package.setText(self.tr("Translation: {0}").format(given) if given else own)
        if reading:
            self._title = self.tr("Reading {0}…").format(make_printable(PurePath(reading).name, 60))
        self.show_hint("" if reading else self._hint)

    def show_page(self, name: str, page: int, pages: int) -> None:
        """Show which page of a file is being read."""
        read = make_printable(PurePath(name).name, 60)
        self._title = self.tr("Reading {0}: page {1} of {2}…").format(read, page, pages)
        self.show_hint("")
        self.progress.setRange(0, pages)
        self.progress.setValue(page - 1)
        self.progress.setFormat(self.tr("Reading %p%"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Elide a temporary message that does not fit: Qt would cut it off in the middle of a letter."""
        message, margin = self.currentMessage(), 6
        if not message:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        shown = [widget.x() for widget in (self.progress, self.button, self.answered) if widget.isVisible()]
        room = self.rect().adjusted(margin, 0, min(shown, default=self.width()) - self.width() - 2 * margin, 0)
        text = self.fontMetrics().elidedText(message, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(self.palette().windowText().color())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()

    def _pressed(self) -> None:
        (self.cancel if self._busy else self.resume).emit()
