"""Three hints for a new user, above the article until they are dismissed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from visavis.gui.reading_view.column_margins import ColumnMargins
from visavis.gui.reading_view.scrolling import RowsView
from visavis.gui.style.icons import show_icon
from visavis.gui.style.spacing import LARGE, SMALL


class HintsBar(QFrame):
    """Says how to edit, how to walk the flags and how to change the summary."""

    dismissed = Signal()

    def __init__(self, view: RowsView) -> None:
        super().__init__()
        self.setObjectName("hints")
        self.setAccessibleName(self.tr("Hints"))
        self._view = view
        self.hide()

    def setVisible(self, visible: bool) -> None:
        if visible and not self.layout():  # made only for a new user
            self._fill()
        super().setVisible(visible)

    def _fill(self) -> None:
        self.done = QPushButton(self.tr("Got it"))
        self.done.setAutoDefault(False)
        self.done.clicked.connect(self.dismissed)
        aligned = ColumnMargins(self._view, top=SMALL, bottom=SMALL, spacing=LARGE, beside=True)
        for icon, text in (
            ("pencil", self.tr("Double-click the English to edit it (F2)")),
            ("flag", self.tr("F8 leads to what may be wrong")),
            ("list", self.tr("P puts a sentence into the summary")),
        ):
            aligned.add_widget(_hint(icon, text), 1)
        aligned.add_widget(self.done)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(aligned)
        aligned.align_to_columns()


def _hint(icon: str, text: str) -> QWidget:
    whole, picture, label = QWidget(), QLabel(), QLabel(text, wordWrap=True)
    show_icon(picture, icon)
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SMALL)
    row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(label, 1)
    return whole
