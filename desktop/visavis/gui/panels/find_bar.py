"""The find bar: searches both languages and highlights the hits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from visavis.gui.clipboard import take_snapshot
from visavis.gui.elided_label import ElidedLabel
from visavis.gui.reading_view.column_margins import ColumnMargins
from visavis.gui.reading_view.view import FacingView
from visavis.gui.style.icons import show_icon
from visavis.gui.style.spacing import SMALL
from visavis.session.background_query import BackgroundQuery
from visavis.session.session import Session
from visavis.text.search import Hit, search_document

SOON_MS, LATER_MS = 120, 1000  # delay before searching, after a key and after a change of the text


class FindBar(QFrame):
    """Searches the open article as the user types.

    Enter goes to the next hit, Shift+Enter to the previous, Esc closes.
    """

    def __init__(self, session: Session, view: FacingView) -> None:
        super().__init__()
        self.setObjectName("find")
        self._session, self._view = session, view
        self.hits: list[Hit] = []
        self._by_sentence: dict[int, list[Hit]] = {}
        self._at = -1  # index of the current hit, -1 for none
        self._query = BackgroundQuery(self)
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._search)
        self._later = QTimer(self, interval=LATER_MS, singleShot=True)
        self._later.timeout.connect(lambda: self._search(go=False))
        self.words = QLineEdit(placeholderText=self.tr("Find in both languages"), clearButtonEnabled=True)
        self.words.setAccessibleName(self.tr("Find in both languages"))
        self.words.textChanged.connect(self._soon.start)
        self.words.installEventFilter(self)
        self.count = ElidedLabel(left=True)
        whole, aligned, line = QVBoxLayout(self), ColumnMargins(view, top=SMALL, bottom=SMALL, spacing=0), QWidget()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(aligned)
        aligned.add_widget(line)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        for icon, name, do in (
            ("chevron-left", self.tr("Previous"), self.previous),
            ("chevron-right", self.tr("Next"), self.next),
        ):
            row.addWidget(self._button(icon, name, do))
        row.addWidget(self.count, 1)
        row.addWidget(self._button("x", self.tr("Close the search"), self.close_bar))
        letter = self.fontMetrics().averageCharWidth()
        self.words.setMinimumWidth(letter * 6)
        self.words.setMaximumWidth(letter * 36)
        session.opened.connect(self.search_again)
        session.grew.connect(self.search_again)
        self.hide()

    def open_bar(self) -> None:
        """Show the bar; text selected in the article becomes the search text."""
        marked = self._view.selection
        if marked and not marked.empty and marked.anchor.row == marked.head.row:
            self.words.setText(self._view.selected_text())
        self.show()
        self.words.setFocus()
        self.words.selectAll()
        self._soon.start()

    def find_word(self, word: str) -> None:
        """Show the bar and search for a word."""
        self._view.selection = None
        self.open_bar()
        self.words.setText(word)

    def close_bar(self) -> None:
        """Hide the bar and remove the highlighting."""
        self.hide()
        self._soon.stop()
        self._later.stop()
        self._forget()
        self._view.setFocus()

    def next(self) -> None:
        """Go to the next hit."""
        self._go(1)

    def previous(self) -> None:
        """Go to the previous hit."""
        self._go(-1)

    def search_again(self) -> None:
        """Search again after a change of the text; the view doesn't scroll."""
        if self.isVisible() and not self._soon.isActive() and not self._later.isActive():
            self._later.start()

    def _button(self, icon: str, name: str, do: object) -> QToolButton:
        button = QToolButton(autoRaise=True)
        button.setObjectName("plain")
        show_icon(button, icon)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(do)
        return button

    def _search(self, go: bool = True) -> None:
        """Search again, starting from the current hit or else the caret; with `go`, scroll to the first hit found."""
        document, wanted = self._session.document, self.words.text()
        current = self.hits[self._at] if self._at >= 0 else None
        start = (current.sentence, current.side, current.start) if current else (self._view.caret, 0, 0)
        self._forget()
        if document and wanted.strip():
            copied = take_snapshot(document)
            self._query.ask(lambda: search_document(copied, wanted), lambda batch: self._take(batch, start, go))

    def _forget(self) -> None:
        self._query.cancel()
        self.hits, self._by_sentence, self._at = [], {}, -1
        self._view.show_finds(self._by_sentence, None)
        self.count.clear()

    def _take(self, batch: list[Hit], start: tuple[int, int, int], go: bool) -> None:
        """Add a batch of hits."""
        before = len(self.hits)
        self.hits += batch
        for hit in batch:
            self._by_sentence.setdefault(hit.sentence, []).append(hit)
        if self._at < 0:
            here = (n for n, hit in enumerate(batch, before) if (hit.sentence, hit.side, hit.start) >= start)
            self._at = next(here, -1)
            if self._at >= 0 and go:
                self._view.go_to(self.hits[self._at].sentence)
        self._tell()

    def _go(self, by: int) -> None:
        if self.hits:
            self._at = (self._at + by) % len(self.hits)
            self._view.go_to(self.hits[self._at].sentence)
            self._tell()

    def _tell(self) -> None:
        self._view.show_finds(self._by_sentence, self.hits[self._at] if self._at >= 0 else None)
        text = self.tr("{0} of {1}").format(self._at + 1 or "–", len(self.hits))
        self.count.setText(text if self.hits else self.tr("Not found"))

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle Enter and Esc in the search field; accepting ShortcutOverride keeps Esc from triggering Cancel."""
        if isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            escape = event.key() == Qt.Key.Key_Escape
            if event.type() == QEvent.Type.ShortcutOverride and (enter or escape):
                event.accept()
            elif event.type() == QEvent.Type.KeyPress and (enter or escape):
                if escape:
                    self.close_bar()
                else:
                    self._go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
        return super().eventFilter(watched, event)
