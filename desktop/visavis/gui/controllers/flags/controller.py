"""Flags: sentences a check wants looked at again. Lists them, goes from one to the next, fixes or dismisses them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from visavis.gui.clipboard import take_snapshot
from visavis.gui.controllers.flags.card import FlagCardController
from visavis.gui.controllers.flags.walk import Spot, find_flag_at, find_next_flag, list_entries, make_entry
from visavis.gui.flag_filter import FlagFilter
from visavis.gui.panels.location_list import LocationEntry
from visavis.gui.window_context import ArticleContext
from visavis.model.glossary import apply_fix, place_flag
from visavis.model.passage import Flag, Link, Passage
from visavis.session.background_query import BackgroundQuery

WAIT_MS = 400  # delay from a change to the updated list


class FlagsController(QObject):
    """Keeps the list of flags up to date while visible, and remembers the current flag."""

    def __init__(self, context: ArticleContext) -> None:
        super().__init__(context.side_panel)
        self._session, self._view, self._notice = context.session, context.reading_view, context.show_notice
        self._side, self._list = context.side_panel, context.side_panel.flags
        self._query = BackgroundQuery(self)
        self._soon = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._soon.timeout.connect(self.refresh)
        self._list.wanted.connect(lambda entry: self._go((entry.sentence, entry.number)))
        context.side_panel.shown.connect(self.refresh)
        context.status_bar.answered.clicked.connect(self.next)
        context.side_panel.filtered.connect(self.refresh)
        self._view.spot_clicked.connect(self._clicked)
        context.session.leaving.connect(self._leave)
        context.session.opened.connect(self.refresh)
        context.session.grew.connect(self._later)
        context.session.details.linked.connect(self._placed)
        self.cards = FlagCardController(context)
        self.cards.card.next_wanted.connect(self.next)
        self.cards.card.previous_wanted.connect(self.previous)
        self.cards.card.fix_wanted.connect(self.fix)
        self.cards.card.dismiss_wanted.connect(self.dismiss)
        self._spot: Spot = (-1, 0)
        self._fixing: tuple[Passage, Flag] | None = None

    def refresh(self) -> None:
        """Update the list of flags."""
        document = self._session.document
        if self._query.is_busy:
            self._soon.start()  # a long article takes a while: let the query finish
        elif document and self._side.isVisible():
            snapshot, fix, wanted = take_snapshot(document), self._fix_note(), self._wanted
            self._query.ask(lambda: list_entries(snapshot, fix, wanted), self._show)

    def _show(self, entries: list[LocationEntry]) -> None:
        """Show the list, with the current flag selected."""
        self._list.show_entries(entries)
        self._list.mark(*self._spot)

    def next(self) -> None:
        """Go to the next flag."""
        self._step(1)

    def previous(self) -> None:
        """Go to the previous flag."""
        self._step(-1)

    def _leave(self) -> None:
        """Forget which flag is looked at or put right: another article is shown."""
        self._fixing, self._spot = None, (-1, 0)

    def fix(self) -> None:
        """Apply the suggested fix of a flag under the caret, if its check has one."""
        passage = self._passage(self._view.caret)
        fixable = [flag for flag in self._flags_at_caret() if flag.fix]
        if passage and fixable:
            self._fixing = (passage, fixable[0])
            links = [] if fixable[0].target else self._session.details.links(passage)
            if links is not None:
                self._placed(passage, links)
        else:
            self._notice(self.tr("Nothing here can be put right automatically: correct the sentence with F2"))

    def dismiss(self) -> None:
        """Say that the translation is right where it is flagged, and go to the next flag."""
        flags = self._flags_at_caret()
        if not flags:
            self._notice(self.tr("There is no flag here: F8 goes to the next"))
            return
        sentence, number = self._view.caret, self._spot[1] if self._spot[0] == self._view.caret else 0
        self._session.dismiss(sentence, flags[0])
        self._spot = (sentence, number - 1)  # the next flag has taken the place of this one
        document = self._session.document
        if document and find_next_flag(document.passages, self._spot, 1, self._wanted):
            self.next()
        else:
            self.cards.hide()
            self._view.show_flagged(())
            self._notice(self.tr("That was the last flag"))

    def _flags_at_caret(self) -> list[Flag]:
        """Return the open flags of the sentence under the caret, the current one first."""
        passage, caret = self._passage(self._view.caret), self._view.caret
        flags = list(passage.open_flags) if passage else []
        current = flags[self._spot[1] : self._spot[1] + 1] if self._spot[0] == caret and self._spot[1] >= 0 else []
        return [*current, *(flag for flag in flags if flag not in current)]

    @Slot(object, object)
    def _placed(self, passage: Passage, links: list[Link]) -> None:
        """Apply the fix at the flag's span, or at the words aligned with it."""
        if not self._fixing or self._fixing[0] is not passage:
            return
        flag, self._fixing = place_flag(self._fixing[1], links), None
        if flag.target:
            self._session.edit(passage.sentence.id, apply_fix(passage.target, flag))
            self._view.show_flagged(())  # the words it stood at are others
            self._notice(self.tr("Put right: {0}").format(flag.fix))
        else:
            self._notice(self.tr("The words to change could not be located: correct the sentence with F2"))

    @property
    def _wanted(self) -> FlagFilter:
        return self._side.wanted

    def _clicked(self, sentence: int, side: int, offset: int) -> None:
        """Go to the flag that was clicked."""
        passage = self._passage(sentence)
        number = find_flag_at(passage, side, offset) if passage else None
        if number is not None:
            self._go((sentence, number))

    def _later(self) -> None:
        if self._side.isVisible() and not self._soon.isActive():
            self._soon.start()

    def _step(self, by: int) -> None:
        """Go to the flag after or before the current one, or else the caret; wraps around."""
        document, caret = self._session.document, self._view.caret
        start = self._spot if self._spot[0] == caret else (caret, -1 if by > 0 else 0)
        spot = find_next_flag(document.passages, start, by, self._wanted) if document else None
        if spot:
            self._go(spot)
        else:
            self._notice(
                self.tr("There are no flags of this kind: choose “All flags” in the list")
                if self._wanted.narrow
                else self.tr("There are no flags")
            )

    def _go(self, spot: Spot) -> None:
        passage = self._passage(spot[0])
        flags = passage.open_flags if passage else ()
        if passage and spot[1] < len(flags):
            entry = make_entry(passage, spot[1], flags[spot[1]], self._fix_note())
            self._spot = spot
            self._view.go_to(entry.sentence)
            self._view.show_flagged(entry.places)
            self._list.mark(*spot)
            self._notice(entry.note)
            self.cards.show_flag(passage, spot, self._wanted)

    def _passage(self, sentence: int) -> Passage | None:
        document = self._session.document
        return document.passages.get(sentence) if document else None

    def _fix_note(self) -> str:
        return self.tr("Ctrl+. puts it right: {0}")
