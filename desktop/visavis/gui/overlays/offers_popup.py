"""A popup list of other translations, of a sentence or of some of its words; what differs is marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from visavis.gui.overlays.marked_text import MARKS, NOTE, MarkedTextDelegate
from visavis.gui.style.spacing import SMALL, TIGHT
from visavis.gui.tips import format_tooltip

HIGHEST = 480  # pixels
NARROWEST = 14  # em


@dataclass(frozen=True, slots=True)
class Offer:
    """A sentence to choose: what is shown of it, the spans marked there, and a note on where it is from."""

    text: str
    shown: str
    marks: tuple[tuple[int, int], ...] = ()
    note: str = ""


class OffersPopup(QFrame):
    """A popup; Enter or a click chooses, Esc closes it, Left and Right ask for other words of the sentence."""

    chosen = Signal(str)
    pointed = Signal(int)  # the number of the offer that Enter would choose, -1 once the popup is closed
    walked = Signal(int)  # to the words before (-1) or after (1)
    sentences_wanted = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view, Qt.WindowType.Popup)
        self._view = view
        self.setObjectName("popup")
        self.list = QListWidget()
        self.list.setItemDelegate(MarkedTextDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setSpacing(TIGHT)
        self.list.setMinimumHeight(1)  # Qt's is three rows, a gap below a single one
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.list.currentRowChanged.connect(self.pointed)
        self.list.installEventFilter(self)
        self.sentences = QPushButton(self.tr("Whole sentences"))
        self.sentences.setAutoDefault(False)
        self.sentences.setToolTip(format_tooltip("Alt+↓"))
        self.sentences.clicked.connect(self._ask_sentences)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addWidget(self.sentences)
        self.setFocusProxy(self.list)

    def show_sentences(self, offers: Sequence[Offer], place: QRect, font: QFont) -> None:
        """Show whole sentences below `place`, in the view's coordinates, as wide as it is."""
        self.list.setAccessibleName(self.tr("Other translations"))
        self.sentences.hide()
        self._fill(offers, font)
        self._open(place, place.width())

    def show_words(self, offers: Sequence[Offer], place: QRect, font: QFont) -> None:
        """Show other words below `place`, as wide as the widest needs."""
        self.list.setAccessibleName(self.tr("Other words"))
        self.sentences.show()
        self._fill(offers, font)
        widths = [self._lay_out(row, -1).width() for row in range(self.list.count())]
        around = 2 * (SMALL + TIGHT) + self.list.verticalScrollBar().sizeHint().width() + 2
        least = max(NARROWEST * self.fontMetrics().horizontalAdvance("m"), self.sentences.sizeHint().width())
        self._open(place, max(least, min(self._view.width(), max(widths) + around)))

    def _fill(self, offers: Sequence[Offer], font: QFont) -> None:
        self.list.clear()
        self.list.setFont(font)
        for offer in offers:
            item = QListWidgetItem(offer.shown)
            item.setData(Qt.ItemDataRole.UserRole, offer.text)
            item.setData(MARKS, offer.marks)
            item.setData(NOTE, offer.note)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{offer.shown}\n{offer.note}".strip())
            self.list.addItem(item)

    def _open(self, place: QRect, width: int) -> None:
        inner = width - 2 * (SMALL + TIGHT) - self.list.verticalScrollBar().sizeHint().width()
        heights = []
        for row in range(self.list.count()):
            size = self._lay_out(row, inner)
            self.list.item(row).setSizeHint(QSize(inner, size.height() + 2 * TIGHT))
            heights.append(size.height() + 4 * TIGHT)
        foot = 0 if self.sentences.isHidden() else self.sentences.sizeHint().height()
        wanted = min(sum(heights) + 2 * TIGHT + foot, HIGHEST)
        room, screen = self._view.rect(), self._view.screen().availableGeometry()
        left = max(room.left(), min(place.left() - SMALL, room.right() - width))
        below = self._view.mapToGlobal(QPoint(left, place.bottom() + TIGHT))
        above = self._view.mapToGlobal(QPoint(left, place.top() - TIGHT))
        rooms = screen.bottom() - below.y(), above.y() - screen.top()
        upwards = wanted > rooms[0] and rooms[1] > rooms[0]
        self.resize(width, min(wanted, rooms[upwards]))
        self.move(above - QPoint(0, self.height()) if upwards else below)
        self.show()
        self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _lay_out(self, row: int, width: int) -> QSize:
        delegate, index = self.list.itemDelegate(), self.list.model().index(row, 0)
        assert isinstance(delegate, MarkedTextDelegate)
        made = delegate.lay_out(index, self.list.font(), width)
        return QSize(round(made.idealWidth() + 1), round(made.size().height() + 0.5))

    def _choose(self, item: QListWidgetItem) -> None:
        if self.isVisible():  # a click may also emit itemActivated
            self.hide()
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def _ask_sentences(self) -> None:
        self.hide()
        self.sentences_wanted.emit()

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.pointed.emit(-1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk with Left and Right, and go to whole sentences with their key."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.sentences.isVisible():
            steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
            if event.key() in steps:
                self.walked.emit(steps[Qt.Key(event.key())])
                return True
            if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._ask_sentences()
                return True
        return super().eventFilter(watched, event)
