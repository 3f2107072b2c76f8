"""The welcome page, shown until an article is opened: where to drop one, an example, and the recent articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from visavis.gui.style.colours import choose_colours
from visavis.gui.style.fonts import reading_font
from visavis.gui.style.spacing import HUGE, LARGE, MEDIUM, RADIUS, SMALL, TIGHT

WIDTH = 96  # of the page, in average characters


class RecentEntry(NamedTuple):
    """A recent article: its name, its state, and where it is and when it was last open."""

    name: str
    state: str
    where: str


class RecentArticleButton(QPushButton):
    """A button for a recent article: its name, and in a muted line below its state, folder and date."""

    def __init__(self, entry: RecentEntry) -> None:
        super().__init__(entry.name.replace("&", "&&"))
        self.state, self.where = entry.state, entry.where
        self.setAccessibleName(entry.name)
        self.setAccessibleDescription(self.state)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        lines = QFontMetrics(self._bold()).lineSpacing() + self.fontMetrics().lineSpacing()
        return QSize(20 * SMALL, lines + 2 * SMALL + TIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint, painter = choose_colours(self.palette()), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(paint.accent if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(paint.lit if self.isDown() else paint.hover if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        place = self.rect().adjusted(MEDIUM, SMALL, -MEDIUM, -SMALL)
        for font, colour, text in (
            (self._bold(), paint.text, self.accessibleName()),
            (self.font(), paint.quiet, " · ".join(filter(None, (self.state, self.where)))),
        ):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(colour)
            line = QRect(place.left(), place.top(), place.width(), metrics.lineSpacing())
            elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, elided)
            place.setTop(line.bottom() + 1 + TIGHT)
        painter.end()

    def _bold(self) -> QFont:
        font = self.font()
        font.setBold(True)
        return font


class DropZone(QFrame):
    """Says what can be dropped; lit while something is dragged over the window."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("drop")

    def light(self, lit: bool) -> None:
        """Light it, or no longer."""
        self.setProperty("lit", lit)
        self.style().unpolish(self)
        self.style().polish(self)


class WelcomePage(QWidget):
    """Tells the user how to start."""

    open = Signal()
    paste = Signal()
    sample = Signal()
    painted = Signal()  # emitted once, after the first paint

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen = False
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.zone = DropZone()
        self._fill_zone()
        self._heading = QLabel(self.tr("Recent articles"))
        self._heading.setObjectName("quiet")
        self._heading.setContentsMargins(MEDIUM, 0, 0, 0)
        self._heading.hide()
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        middle = QWidget()
        middle.setMaximumWidth(WIDTH * self.fontMetrics().averageCharWidth())
        column = QVBoxLayout(middle)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addStretch(2)
        column.addWidget(self.zone)
        column.addSpacing(SMALL)
        column.addWidget(self._heading)
        column.addLayout(self._recent)
        column.addStretch(3)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(middle, 1000)  # as wide as it may be, and in the middle
        row.addStretch(1)

    def _fill_zone(self) -> None:
        title = QLabel(self.tr("Drop a French article here"))
        font = reading_font(0)
        font.setPointSizeF(font.pointSizeF() * 1.55)
        font.setBold(True)
        title.setFont(font)
        note = QLabel(self.tr("It is translated on this computer. Nothing is sent anywhere."))
        formats = QLabel(
            self.tr("Word, PowerPoint, OpenDocument, RTF, PDF, EPUB, web pages, mails, subtitles and text")
        )
        formats.setObjectName("quiet")
        open_button, paste_button = QPushButton(self.tr("Open…")), QPushButton(self.tr("Paste text"))
        sample_button = QPushButton(self.tr("Try an example"))
        open_button.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addStretch()
        for button, wanted in ((open_button, self.open), (paste_button, self.paste), (sample_button, self.sample)):
            button.clicked.connect(wanted)
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout(self.zone)
        column.setContentsMargins(LARGE, HUGE, LARGE, HUGE)
        column.setSpacing(MEDIUM)
        for label in (title, note, None, formats):
            if label is None:
                column.addSpacing(SMALL)
                column.addLayout(buttons)
                column.addSpacing(SMALL)
            else:
                label.setWordWrap(True)
                label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                column.addWidget(label)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            self.painted.emit()

    def show_recent(
        self,
        entries: Sequence[RecentEntry],
        choose: Callable[[int], None],
        show_menu: Callable[[int, QPoint], None],
    ) -> None:
        """Show recent articles; the functions are called with the index of the one clicked."""
        while item := self._recent.takeAt(0):
            widget = item.widget()
            if widget:
                widget.hide()
                widget.deleteLater()
        self._heading.setVisible(bool(entries))
        for number, entry in enumerate(entries):
            button = RecentArticleButton(entry)
            button.clicked.connect(lambda _=False, number=number: choose(number))
            button.customContextMenuRequested.connect(
                lambda at, number=number, button=button: show_menu(number, button.mapToGlobal(at))
            )
            self._recent.addWidget(button)
