"""The summary: the sentences that matter, in both languages, as many as the slider says."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QSlider, QToolButton, QVBoxLayout, QWidget

from desktop.core.article import Role
from desktop.core.document import Document
from desktop.exports.summary import Language
from desktop.gui.facing import FacingView
from desktop.gui.rows import Row

MOST_SENTENCES = 20

NAMES = {
    "news": "News",
    "lead": "Lead",
    "lexrank": "LexRank",
    "textrank": "TextRank",
    "lsa": "LSA",
    "luhn": "Luhn",
    "edmundson": "Edmundson",
    "sum-basic": "SumBasic",
    "kl": "KL-Sum",
    "reduction": "Reduction",
}


class SummaryPanel(QWidget):
    """Shows the summary of a document and asks for another length or method."""

    length_chosen = Signal(int)
    method_chosen = Signal(str)
    sentence_chosen = Signal(int)
    copy_wanted = Signal(object)  # Language

    def __init__(self, font: QFont, methods: dict[str, str], method: str, length: int) -> None:
        super().__init__()
        self._document: Document | None = None
        self._length = length
        self.view = FacingView(font)
        self.view.setAccessibleName(self.tr("Summary, French and English"))
        self.view.chosen.connect(self.sentence_chosen)
        title = QLabel(self.tr("Summary"))
        bold = title.font()
        bold.setBold(True)
        title.setFont(bold)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(1, MOST_SENTENCES)
        self.slider.setValue(length)
        self.slider.setMinimumWidth(56)
        self.slider.setMaximumWidth(150)
        self.slider.setAccessibleName(self.tr("Length of the summary in sentences"))
        self.slider.setToolTip(self.slider.accessibleName())
        self.slider.valueChanged.connect(self._set_length)
        self.count = QLabel()
        self.count.setMinimumWidth(self.fontMetrics().horizontalAdvance(self.tr("{0} sentences").format(20)) + 4)
        self.methods = QComboBox()
        self.methods.setAccessibleName(self.tr("How the sentences are chosen"))
        for name, favours in methods.items():
            self.methods.addItem(NAMES.get(name, name), name)
            self.methods.setItemData(self.methods.count() - 1, favours, Qt.ItemDataRole.ToolTipRole)
        self.methods.setCurrentIndex(max(0, self.methods.findData(method)))
        self.methods.activated.connect(lambda index: self.method_chosen.emit(self.methods.itemData(index)))
        self.copy_button = QToolButton()
        self.copy_button.setText(self.tr("Copy summary"))
        self.copy_button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.copy_button.clicked.connect(lambda: self.copy_wanted.emit(Language.ENGLISH))
        menu = QMenu(self.copy_button)
        for text, language in (
            (self.tr("In English"), Language.ENGLISH),
            (self.tr("In French"), Language.FRENCH),
            (self.tr("In both languages"), Language.BOTH),
        ):
            menu.addAction(text).triggered.connect(lambda _=False, wanted=language: self.copy_wanted.emit(wanted))
        self.copy_button.setMenu(menu)
        head = self._head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(title)
        head.addWidget(self.slider, 1)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.methods)
        head.addWidget(self.copy_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        self.view.fitted.connect(self._align)
        self._align()
        self._show()

    @property
    def length(self) -> int:
        """Return how many sentences the summary has."""
        return self.slider.value()

    def show_document(self, document: Document | None) -> None:
        """Show the summary of another document."""
        self._document = document
        self._show()

    def refresh(self, sentences: list[int]) -> None:
        """Show what has become of these sentences."""
        self.view.refresh(sentences)

    def ranked(self) -> None:
        """Show the summary after its document has been ranked."""
        assert self._document
        with QSignalBlocker(self.slider):
            self.slider.setMaximum(max(1, min(MOST_SENTENCES, len(self._document.ranking))))
            self.slider.setValue(self._length)
        self._show()

    def _align(self) -> None:
        """Let the head begin and end with the columns below it."""
        page, scroll = self.view.page, self.view.verticalScrollBar().sizeHint().width()
        right = self.view.viewport().width() - page.left[1] - page.width + scroll
        # Margins must not make the panel wider than it was given.
        left, right = (16, 16) if page.stacked else (round(page.left[0]), max(20, round(right)))
        self._head.setContentsMargins(left, 8, right, 8)

    def _set_length(self, length: int) -> None:
        self._length = length
        self.length_chosen.emit(length)
        self._show()

    def _show(self) -> None:
        document = self._document
        chosen = [sentence for sentence, _ in document.chosen(self.length)] if document else []
        self.view.show_rows(document, [Row(Role.LIST, (sentence,)) for sentence in chosen], keep=True)
        several = self.tr("{0} sentences") if self.length > 1 else self.tr("{0} sentence")
        self.count.setText(several.format(self.length))
        for widget in (self.slider, self.methods, self.copy_button):
            widget.setEnabled(bool(chosen))
