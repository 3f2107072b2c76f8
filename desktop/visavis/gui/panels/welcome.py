"""The welcome page, shown until an article is opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from visavis.gui.style.fonts import reading_font

PAD = 7  # padding in pixels around the text


class RecentArticleButton(QPushButton):
    """A button for a recent article: its name, and its state in a muted line below, both centred."""

    def __init__(self, name: str, state: str) -> None:
        super().__init__(name.replace("&", "&&"))
        self.state = state
        self.setAccessibleName(name)
        self.setAccessibleDescription(state)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        name, state = QFontMetrics(self._bold()), self.fontMetrics()
        width = max(name.horizontalAdvance(self.accessibleName()), state.horizontalAdvance(self.state))
        return QSize(width + 6 * PAD, name.lineSpacing() + state.lineSpacing() + 2 * PAD)

    def minimumSizeHint(self) -> QSize:
        return QSize(20 * PAD, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        # imported late: not needed until there is a recent article
        from visavis.gui.style.colours import choose_colours

        paint, painter = choose_colours(self.palette()), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().highlight(), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(paint.lit if self.isDown() else paint.hover if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
        place = self.rect().adjusted(PAD, PAD, -PAD, -PAD)
        for font, colour, text in (
            (self._bold(), paint.text, self.accessibleName()),
            (self.font(), paint.quiet, self.state),
        ):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(colour)
            line = QRect(place.left(), place.top(), place.width(), metrics.lineSpacing())
            elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, elided)
            place.setTop(line.bottom() + 1)
        painter.end()

    def _bold(self) -> QFont:
        font = self.font()
        font.setBold(True)
        return font


class WelcomePage(QWidget):
    """Tells the user how to start."""

    open = Signal()
    paste = Signal()
    painted = Signal()  # emitted once, after the first paint

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen = False
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        title = QLabel(self.tr("Drop a French article here"))
        font = reading_font(0)
        font.setPointSizeF(font.pointSizeF() * 1.9)
        title.setFont(font)
        note = QLabel(self.tr("It is translated on this computer. Nothing is sent anywhere."))
        open_button, paste_button = QPushButton(self.tr("Open…")), QPushButton(self.tr("Paste text"))
        open_button.setDefault(True)
        open_button.clicked.connect(self.open)
        paste_button.clicked.connect(self.paste)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(open_button)
        buttons.addWidget(paste_button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(2)
        for label in (title, note):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addSpacing(16)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        column.addLayout(self._recent)
        column.addStretch(3)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            self.painted.emit()

    def show_recent(self, entries: Sequence[tuple[str, str]], choose: Callable[[int], None]) -> None:
        """Show recent articles with their states; `choose` is called with the index of the one clicked."""
        while item := self._recent.takeAt(0):
            widget = item.widget()
            if widget:
                widget.hide()
                widget.deleteLater()
        for number, (name, state) in enumerate(entries):
            button = RecentArticleButton(name, state)
            button.clicked.connect(lambda _=False, number=number: choose(number))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
