"""The card of the current flag: shown beside its sentence until one moves on, edits it or presses Esc."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent

from visavis.gui.controllers.flags.walk import Spot, count_flags
from visavis.gui.flag_filter import FlagFilter
from visavis.gui.messages import describe_flag
from visavis.gui.overlays.flag_card import FlagCard, FlagTexts
from visavis.gui.window_context import ArticleContext
from visavis.model.glossary import place_flag
from visavis.model.passage import Flag, Link, Passage


class FlagCardController(QObject):
    """Fills the card, keeps it at its sentence, and hides it."""

    def __init__(self, context: ArticleContext) -> None:
        super().__init__(context.reading_view)
        self._session, self._view = context.session, context.reading_view
        self._passage: Passage | None = None
        self._flag: Flag | None = None
        self._at = (0, 0)
        self.card = FlagCard(self._view.viewport())
        self.card.edit_wanted.connect(self._view.edit_wanted)
        self.card.alternatives_wanted.connect(self._view.alternatives_wanted)
        self.card.closed.connect(self._close)
        self._view.moved.connect(self._moved)
        self._view.edit_wanted.connect(self.hide)
        self._view.alternatives_wanted.connect(self.hide)
        self._view.fitted.connect(self._reveal)
        self._view.verticalScrollBar().valueChanged.connect(self._place)
        self._session.opened.connect(self.hide)
        self._session.grew.connect(self._grew)
        self._session.details.linked.connect(self._placed)
        for widget in (self._view, self.card):
            widget.installEventFilter(self)

    def show_flag(self, passage: Passage, spot: Spot, wanted: FlagFilter) -> None:
        """Show the card of an open flag of a passage."""
        document = self._session.document
        if document:
            self._passage, self._flag = passage, passage.open_flags[spot[1]]
            self._at = count_flags(document.passages, spot, wanted)
            links = [] if self._flag.target else self._session.details.links(passage)
            self._fill(links or [])

    def hide(self) -> None:
        """Hide the card."""
        self._passage = self._flag = None
        self.card.hide()

    @Slot(object, object)
    def _placed(self, passage: Passage, links: list[Link]) -> None:
        if passage is self._passage:
            self._fill(links)

    def _fill(self, links: list[Link]) -> None:
        """Show what is known; the English words of some flags come from the word alignment, a moment later."""
        passage, flag = self._passage, self._flag
        if not passage or not flag:
            return
        placed = place_flag(flag, links)
        french = passage.sentence.text[slice(*flag.source)] if flag.source else ""
        english = passage.target[slice(*placed.target)] if placed.target else ""
        fix = flag.fix if flag.fix and placed.target else ""
        reason = describe_flag(flag)
        self.card.fill(FlagTexts(reason, flag.rank, french, english, fix, *self._at), self._view.page.font)
        self.card.show()
        self._reveal()

    def _reveal(self) -> None:
        """Place the card, and scroll the view until all of it is seen."""
        self._view.verticalScrollBar().setValue(self._view.verticalScrollBar().value() + self._place())

    def _place(self) -> int:
        """Keep the card beside its sentence; return by how much the view must be scrolled to show all of it."""
        place = self._view.rectangle_of(self._passage.sentence.id) if self._passage else None
        return self.card.place_beside(place, self._view.viewport().rect()) if place else 0

    def _moved(self, sentence: int) -> None:
        if self._passage and sentence != self._passage.sentence.id:
            self.hide()

    def _grew(self, _: object) -> None:
        """Hide the card once its flag is gone."""
        document, passage = self._session.document, self._passage
        if document and passage and document.passages.get(passage.sentence.id) is not passage:
            self.hide()

    def _close(self) -> None:
        self.hide()
        self._view.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the card with Esc; accepting ShortcutOverride keeps Esc from triggering Cancel."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and self.card.isVisible():
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._close()
                return True
        return super().eventFilter(watched, event)
