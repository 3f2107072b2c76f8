"""The summary panel: the best sentences in both languages, a length slider, and key figures and names below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from visavis.exports.excerpts.summary import format_source_line
from visavis.exports.excerpts.summary_brief import list_headline
from visavis.gui.clipboard import choose_brief
from visavis.gui.elided_label import ElidedLabel
from visavis.gui.panels.elided_combo_box import ElidedComboBox
from visavis.gui.panels.facts import FactsLabel
from visavis.gui.panels.summary_copying import CopyButton
from visavis.gui.panels.summary_length import SummaryLengthChooser
from visavis.gui.panels.summary_view import SummaryView
from visavis.gui.reading_view.column_margins import ColumnMargins
from visavis.gui.reading_view.rows import Row
from visavis.gui.style.icons import show_icon
from visavis.gui.summary_texts import describe_method, name_method
from visavis.gui.tips import format_tooltip
from visavis.infrastructure.settings import Settings
from visavis.model.article import Role
from visavis.model.document import Document
from visavis.model.summary_picks import SummaryPicks

SPACING = 10  # pixels between the widgets in a row
HEAD_MARGIN = 8  # pixels above and below the head


class SummaryPanel(QWidget):
    """Shows the summary of a document, and emits requests for another length or method."""

    method_chosen = Signal(str)
    sentence_chosen = Signal(int)
    automatic_wanted = Signal()

    def __init__(self, font: QFont, methods: dict[str, str], method: str, settings: Settings) -> None:
        super().__init__()
        self._document: Document | None = None
        self._settings = settings
        self.shown: list[int] = []  # the ids of the sentences shown, in display order
        self.view = SummaryView(font)
        self.view.setAccessibleName(self.tr("Summary, French and English"))
        self.view.chosen.connect(self.sentence_chosen)
        self.view.moved.connect(self._explain)
        self.chooser = SummaryLengthChooser(settings)
        self.chooser.chosen.connect(self._show)
        self.slider = self.chooser.slider
        self.automatic = QToolButton()
        show_icon(self.automatic, "undo-2")
        self.automatic.setToolTip(self.tr("Go back to the automatic choice"))
        self.automatic.setAccessibleName(self.automatic.toolTip())
        self.automatic.clicked.connect(self.automatic_wanted)
        self.methods = self._methods(methods, method)
        self.copy_button = CopyButton(settings)
        self.why, self.facts = QLabel(textFormat=Qt.TextFormat.PlainText), FactsLabel(settings)
        self.source = ElidedLabel()  # one line, so that it takes no room from the sentences
        self._head = ColumnMargins(self.view, top=HEAD_MARGIN, bottom=HEAD_MARGIN, spacing=SPACING, beside=True)
        self._foot = ColumnMargins(self.view, top=6, bottom=8, spacing=2)
        self._fill()
        self._show()
        settings.listen_to(self._show, "summary_bullets", "summary_headline", "summary_source", "provenance")

    @property
    def length(self) -> int:
        """Number of sentences shown."""
        return len(self.shown)

    @property
    def count(self) -> int:
        """Number of sentences that the chosen length amounts to."""
        return self.chooser.length.sentences(self._document) if self._document else 0

    def show_document(self, document: Document | None) -> None:
        """Show the summary of another document."""
        self._document = document
        self._show()

    def refresh(self, sentences: list[int]) -> None:
        """Update these sentences."""
        self.view.refresh(sentences)
        self.facts.show_document(self._document)

    def ranked(self) -> None:
        """Update after the document has been ranked."""
        assert self._document
        self.chooser.allow(len(self._document.ranking))
        self._show()

    def picked(self) -> None:
        """Update after the user has changed the picks."""
        self._show()

    def _methods(self, methods: dict[str, str], method: str) -> QComboBox:
        box = ElidedComboBox()
        box.setAccessibleName(self.tr("How the sentences are chosen"))
        box.setToolTip(box.accessibleName())
        for name, otherwise in methods.items():
            box.addItem(name_method(name), name)
            box.setItemData(box.count() - 1, describe_method(name, otherwise), Qt.ItemDataRole.ToolTipRole)
        box.setCurrentIndex(max(0, box.findData(method)))
        box.activated.connect(lambda index: self.method_chosen.emit(box.itemData(index)))
        return box

    def _fill(self) -> None:
        title = QLabel(self.tr("Summary"))
        bold = title.font()
        bold.setBold(True)
        title.setFont(bold)
        self._length = _line(title, self.chooser, stretch=1)
        self._choice = _line(self.automatic, self.methods, self.copy_button)
        self._head.add_widget(self._length, 1)
        self._head.add_widget(self._choice)
        for label in (self.why, self.facts):
            label.setObjectName("quiet")
            label.setMinimumWidth(1)  # lets a long line wrap instead of widening the panel
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._foot.add_widget(label)
        self.source.setObjectName("quiet")
        self._foot.add_widget(self.source)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.view, 1)
        column.addWidget(self._foot)

    def _show(self) -> None:
        document = self._document
        chosen = [sentence for sentence, _ in document.chosen(self.count)] if document else []
        self.shown = [sentence.id for sentence in chosen]
        options = choose_brief(self._settings)
        headline = list_headline(document) if document and chosen and options.headline else []
        rows = [Row(Role.HEADING, tuple(headline), excerpt=True)] if headline else []
        if options.bullets:
            rows += [Row(Role.LIST, (sentence,)) for sentence in chosen]
        elif chosen:
            rows.append(Row(Role.BODY, tuple(chosen), excerpt=True))
        self.view.show_rows(document, rows, keep=True)
        self.source.setVisible(bool(chosen) and options.source)
        self.source.setText(format_source_line(document) if document else "")
        self.source.setToolTip(format_tooltip(self.source.text()))
        for widget in (self.chooser, self.methods, self.copy_button):
            widget.setEnabled(bool(chosen))
        self.automatic.setVisible(document is not None and document.picks != SummaryPicks())
        self._explain()
        self.facts.show_document(self._document)

    def _explain(self) -> None:
        """Show why the caret's sentence is in the summary."""
        why = self.view.reason(self.view.caret)
        self.why.setText(why)
        self.why.setVisible(bool(why))

    def _give_way(self) -> None:
        """Leave out the foot, then the second line of the head, where the sentences would have no room."""
        begin, end = self.view.page.column_edges
        first, second = self._length.sizeHint(), self._choice.sizeHint()
        beside = first.width() + SPACING + second.width() <= end - begin
        room = self.height() - 2 * HEAD_MARGIN - first.height() - self.view.minimumSizeHint().height()
        room -= 0 if beside else SPACING + second.height()
        self._choice.setVisible(room >= 0)
        self._foot.setVisible(room >= self._foot.sizeHint().height())

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        """Leave out what gives way to the article."""
        head, view = self._head.minimumSizeHint(), self.view.minimumSizeHint()
        height = self._length.sizeHint().height() + 2 * HEAD_MARGIN + view.height()
        return QSize(max(head.width(), view.width()), height)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._give_way()
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the wheel over the head: the view ignores it at its ends, where it must not change the length."""
        if self._head.geometry().contains(event.position().toPoint()):
            self.chooser.turn(event.angleDelta().y())
            event.accept()


def _line(*widgets: QWidget, stretch: int = 0) -> QWidget:
    """Arrange widgets in a row from the left; with `stretch` the last one takes the remaining space."""
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(SPACING)
    for widget in widgets:
        line.addWidget(widget, stretch if widget is widgets[-1] else 0)
    if not stretch:
        line.addStretch(1)
    return whole
