"""Undo and redo of the user's changes to a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from visavis.checks import check_passages
from visavis.model.document import Document
from visavis.model.events import Checked, Picked, Revised, Revision, Reworded, apply_event
from visavis.model.glossary import Glossary
from visavis.model.passage import Flag, Passage, Status
from visavis.model.summary_picks import SummaryPicks

State = Passage | tuple[Passage, ...] | SummaryPicks  # of a sentence, of several, or of the summary


class History:
    """Applies the user's changes to one document; each method returns the event it applied, or None if nothing changed.

    A restored passage is checked again, because the glossary may have changed in the meantime; several are not, as each
    takes 0.8 ms: the caller does it in a thread.
    """

    def __init__(self, document: Document, glossary: Callable[[], Glossary] = Glossary) -> None:
        self._document, self._glossary = document, glossary
        self._done: list[tuple[State, State]] = []  # states before and after
        self._undone: list[tuple[State, State]] = []

    @property
    def can_undo(self) -> bool:
        """True if there is something to undo."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """True if there is something to redo."""
        return bool(self._undone)

    def edit(self, sentence: int, text: str) -> Revision | None:
        """Replace a translation with the user's words, on one line."""
        before = self._document.passages.get(sentence)
        text = " ".join(text.split())
        if before is None or text in ("", before.target):
            return None
        return self._revise(before, Passage(before.sentence, text, 0.0, Status.EDITED))

    def replace(self, texts: Mapping[int, str]) -> Revision | None:
        """Replace several translations with the user's words, in one step."""
        now = self._document.passages
        changed = {id_: " ".join(text.split()) for id_, text in texts.items() if id_ in now}
        pairs = [(now[id_], text) for id_, text in changed.items() if text not in ("", now[id_].target)]
        after = tuple(Passage(before.sentence, text, 0.0, Status.EDITED) for before, text in pairs)
        return self._revise(tuple(before for before, _ in pairs), after) if pairs else None

    def verify(self, sentence: int) -> Revision | None:
        """Mark a passage as verified, or remove the mark."""
        before = self._document.passages.get(sentence)
        if before is None:
            return None
        unmarked = Status.GIVEN if before.given else Status.MACHINE if before.package else Status.EDITED
        status = unmarked if before.status is Status.VERIFIED else Status.VERIFIED
        return self._revise(before, replace(before, status=status))

    def dismiss(self, sentence: int, flag: Flag) -> Revision | None:
        """Mark a flag as not needed: the translation is right there."""
        before = self._document.passages.get(sentence)
        if before is None or flag not in before.open_flags:
            return None
        flags = tuple(replace(one, dismissed=True) if one == flag else one for one in before.flags)
        return self._revise(before, replace(before, flags=flags))

    def reword(self, event: Reworded) -> Revision | None:
        """Replace the machine's words in several passages, in one step; those changed in the meantime stay."""
        now = self._document.passages
        pairs = [
            (now[old.sentence.id], new)
            for new, old in zip(event.passages, event.before, strict=True)
            if old.sentence.id in now and replace(now[old.sentence.id], flags=old.flags) == old
        ]
        return self._revise(tuple(old for old, _ in pairs), tuple(new for _, new in pairs)) if pairs else None

    def pick(self, picks: SummaryPicks) -> Revision | None:
        """Replace the user's changes to the summary."""
        before = self._document.picks
        return self._revise(before, picks) if picks != before else None

    def undo(self) -> Revision | None:
        """Undo the last change."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._fold(self._undone[-1][0])

    def redo(self) -> Revision | None:
        """Redo the change last undone."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._fold(self._done[-1][1])

    def _revise(self, before: State, after: State) -> Revision:
        self._done.append((before, after))
        self._undone.clear()
        return self._fold(after)

    def _fold(self, state: State) -> Revision:
        event: Revision
        match state:
            case SummaryPicks():
                event = Picked(state)
            case Passage():
                event = self._checked(state)
            case _:
                before = tuple(self._document.passages[passage.sentence.id] for passage in state)
                event = Checked(state, before)
        apply_event(self._document, event)
        return event

    def _checked(self, passage: Passage) -> Revised:
        passages = self._document.passages
        (checked,) = check_passages([passage], passages, self._glossary())
        return Revised(checked, passages[passage.sentence.id])
