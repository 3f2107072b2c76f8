"""Flags: what a check wants to be looked at again, listed, shown at its place, gone through one by one, put right."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.core.document import Document
from desktop.core.glossary import mended, placed
from desktop.core.passage import Flag, Link, Passage
from desktop.core.search import Hit
from desktop.gui.entries import Entry, EntryList
from desktop.gui.parts import Parts

WAIT_MS = 250  # from a change to the new list


class Flags(QObject):
    """Keeps the list of flags, and the flag the reader is at."""

    def __init__(self, parts: Parts, listed: EntryList) -> None:
        super().__init__(listed)
        self._session, self._view, self._notice = parts.session, parts.facing, parts.notice
        self._list = listed
        self._soon = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._soon.timeout.connect(self.refresh)
        listed.wanted.connect(self._go)
        parts.session.opened.connect(self.refresh)
        parts.session.grew.connect(self._later)
        parts.session.closeup.linked.connect(self._placed)
        self._at: Entry | None = None
        self._fixing: tuple[Passage, Flag] | None = None

    def refresh(self) -> None:
        """List the flags as they are now."""
        self._soon.stop()
        document = self._session.document
        self._list.show_entries([self._entry(p, flag) for p, flag in standing(document)] if document else [])

    def next(self) -> None:
        """Go to the next flag."""
        self._step(1)

    def previous(self) -> None:
        """Go to the previous flag."""
        self._step(-1)

    def fix(self) -> None:
        """Put right what is flagged under the caret, where the check knows what would be right."""
        document = self._session.document
        passage = document.passages.get(self._view.caret) if document else None
        fixable = [flag for flag in passage.flags if flag.fix] if passage else []
        here = [flag for flag in fixable if passage and self._entry(passage, flag) == self._at]
        for flag in (here or fixable)[:1]:
            if passage:
                self._fixing = (passage, flag)
                links = [] if flag.target else self._session.closeup.links(passage)
                if links is not None:
                    self._placed(passage, links)
                return
        self._notice(self.tr("There is nothing here that can be put right by itself"))

    @Slot(object, object)
    def _placed(self, passage: Passage, links: list[Link]) -> None:
        """Put it right where it stands, or where the words linked with it stand."""
        if not self._fixing or self._fixing[0] is not passage:
            return
        flag, self._fixing = placed(self._fixing[1], links), None
        if flag.target:
            self._session.edit(passage.sentence.id, mended(passage.target, flag))
            self._notice(self.tr("Put right: {0}").format(flag.fix))
        else:
            self._notice(self.tr("Its place in the English is not clear: correct it with F2"))

    def _later(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _step(self, by: int) -> None:
        """Go to the flag after or before the one the reader is at, or else the caret; round at the end."""
        self.refresh()
        entries = list(self._list.rows.entries)
        if not entries:
            self._notice(self.tr("There are no flags"))
            return
        if self._at in entries and self._at and self._at.sentence == self._view.caret:
            number = entries.index(self._at) + by
        else:
            caret = self._view.caret
            after = next((n for n, entry in enumerate(entries) if entry.sentence >= caret), len(entries))
            number = after if by > 0 else after - 1
        self._go(entries[number % len(entries)])

    def _go(self, entry: Entry) -> None:
        self._at = entry
        self._view.go_to(entry.sentence)
        self._view.show_flagged(entry.places)
        self._list.mark(entry)
        self._notice(entry.note)

    def _entry(self, passage: Passage, flag: Flag) -> Entry:
        spans = ((0, flag.source), (1, flag.target))
        places = tuple(Hit(passage.sentence.id, side, *span) for side, span in spans if span)
        note = f"{flag.detail} ({self.tr('Ctrl+. puts it right: {0}').format(flag.fix)})" if flag.fix else flag.detail
        return Entry((flag.detail, passage.target), note, passage.sentence.id, places)


def standing(document: Document) -> Iterable[tuple[Passage, Flag]]:
    """Yield the flags that no reader has answered, in reading order."""
    for _, passage in sorted(document.passages.items()):
        for flag in passage.open_flags:
            yield passage, flag
