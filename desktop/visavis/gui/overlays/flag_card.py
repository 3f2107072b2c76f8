"""The card of a flag: what may be wrong, in both languages, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from visavis.gui.style.icons import show_icon
from visavis.gui.style.rank_marks import RankMark
from visavis.gui.style.spacing import MEDIUM, SMALL, TIGHT
from visavis.gui.tips import format_tooltip

WIDTH = 62  # in average characters of the interface
SHADOW = 24  # pixels
FIX = "wand-sparkles"  # the icon of what is done first


@dataclass(frozen=True, slots=True)
class FlagTexts:
    """What a card says: the reason, its rank, the words on both sides, the fix (or nothing), "2 of 5"."""

    reason: str
    rank: int
    french: str
    english: str
    fix: str
    number: int
    total: int


class FlagCard(QFrame):
    """Shows one flag. The keys of the buttons work in the article, which keeps the focus."""

    fix_wanted = Signal()
    dismiss_wanted = Signal()
    edit_wanted = Signal()
    alternatives_wanted = Signal()
    next_wanted = Signal()
    previous_wanted = Signal()
    closed = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.setObjectName("card")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(self.tr("What may be wrong"))
        shade = QGraphicsDropShadowEffect(self, blurRadius=SHADOW, color=QColor(0, 0, 0, 70))
        shade.setOffset(0, 4)
        self.setGraphicsEffect(shade)
        self.hide()

    def fill(self, texts: FlagTexts, font: QFont) -> None:
        """Show a flag; its words are in the article's font."""
        if not self.layout():  # made when it is first needed, so that the start is none the slower
            self._make_parts()
            self._fill_layout()
        self.mark.rank = texts.rank
        self.mark.update()
        self.reason.setText(texts.reason)
        for label, name, words in zip(
            (self.french, self.english), self._languages, (texts.french, texts.english), strict=True
        ):
            label.setFont(font)
            label.setText(words)
            label.setVisible(bool(words))
            name.setVisible(bool(words))
        self.fix.setText(self.tr("Put right: {0}").format(texts.fix).replace("&", "&&"))
        self.fix.setVisible(bool(texts.fix))
        self.position.setText(self.tr("{0} of {1}").format(texts.number, texts.total))
        self.setAccessibleDescription(texts.reason)

    def _make_parts(self) -> None:
        self.mark, self.reason = RankMark(), QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.french, self.english = (QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText) for _ in "fe")
        self._languages = (QLabel(self.tr("French")), QLabel(self.tr("English")))
        self.fix = self._button(FIX, self.tr("Put right"), "Ctrl+.", self.fix_wanted)
        self.fix.setObjectName("primary")
        self.alternatives = self._button("languages", self.tr("Other translations"), "Alt+↓", self.alternatives_wanted)
        self.edit = self._button("pencil", self.tr("Edit"), "F2", self.edit_wanted)
        self.dismiss = self._button("check", self.tr("It is right"), "Ctrl+R", self.dismiss_wanted)
        self.position = QLabel()

    def place_beside(self, place: QRect, room: QRect) -> int:
        """Move beside a sentence: right of it if there is room, otherwise below it, or above if that is too low.

        Return by how many pixels it is too low all the same.
        """
        least, most = self.minimumSizeHint().width(), WIDTH * self.fontMetrics().averageCharWidth()
        beside = room.right() - SMALL - (place.right() + MEDIUM)
        width = max(least, min(most, beside if beside >= least else room.width() - 2 * SMALL))
        self.resize(width, self.heightForWidth(width))
        lowest = room.bottom() - self.height() - SMALL
        if beside >= least:
            self.move(place.right() + MEDIUM, max(SMALL, min(place.top(), lowest)))
            return 0
        below, above = place.bottom() + SMALL, place.top() - self.height() - SMALL
        left = max(SMALL, min(place.left(), room.right() - width - SMALL))
        self.move(left, above if below > lowest and above >= SMALL else below)
        return max(0, self.y() - max(SMALL, lowest))  # if it is higher than the room, its top is seen first

    def _button(self, icon: str, text: str, key: str, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.setToolTip(format_tooltip(key))
        show_icon(button, icon, on_accent=icon == FIX)
        button.clicked.connect(wanted)
        return button

    def _tool(self, icon: str, text: str, wanted: SignalInstance) -> QToolButton:
        button = QToolButton(autoRaise=True)
        button.setObjectName("plain")
        button.setToolTip(format_tooltip(text))
        button.setAccessibleName(text)
        show_icon(button, icon)
        button.clicked.connect(wanted)
        return button

    def _fill_layout(self) -> None:
        bold = self.reason.font()
        bold.setBold(True)
        self.reason.setFont(bold)
        head, words, acts, foot = QHBoxLayout(), QGridLayout(), QGridLayout(), QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self.mark)
        head.addWidget(self.reason, 1)
        head.addWidget(self._tool("x", self.tr("Close (Esc)"), self.closed), 0, Qt.AlignmentFlag.AlignTop)
        words.setHorizontalSpacing(MEDIUM)
        words.setColumnStretch(1, 1)
        for row, (name, label) in enumerate(zip(self._languages, (self.french, self.english), strict=True)):
            name.setObjectName("quiet")
            words.addWidget(name, row, 0, Qt.AlignmentFlag.AlignVCenter)
            words.addWidget(label, row, 1)
        acts.setSpacing(TIGHT)
        acts.addWidget(self.fix, 0, 0, 1, 3)
        for column_, button in enumerate((self.dismiss, self.edit, self.alternatives)):
            acts.addWidget(button, 1, column_)
        foot.addWidget(self._tool("chevron-left", self.tr("Previous flag (Shift+F8)"), self.previous_wanted))
        foot.addWidget(self.position, 0, Qt.AlignmentFlag.AlignCenter)
        foot.addWidget(self._tool("chevron-right", self.tr("Next flag (F8)"), self.next_wanted))
        foot.addStretch(1)
        self.position.setObjectName("quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, SMALL)
        column.setSpacing(SMALL)
        for part in (head, words, acts, foot):
            column.addLayout(part)
