"""What the reader did to a document, and how it is undone and done again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop.core.checks import checked
from desktop.core.document import Document
from desktop.core.events import Revised, fold
from desktop.core.glossary import Glossary
from desktop.core.passage import Passage, Status


class History:
    """Revises the passages of one document; each method returns the event it has folded, or None if nothing changed."""

    def __init__(self, document: Document, glossary: Callable[[], Glossary] = Glossary) -> None:
        self._document, self._glossary = document, glossary
        self._done: list[tuple[Passage, Passage]] = []  # before and after
        self._undone: list[tuple[Passage, Passage]] = []

    @property
    def can_undo(self) -> bool:
        """Tell whether there is something to undo."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Tell whether there is something to do again."""
        return bool(self._undone)

    def edit(self, sentence: int, text: str) -> Revised | None:
        """Put the reader's words, on one line, in the place of a translation."""
        before = self._document.passages.get(sentence)
        text = " ".join(text.split())
        if before is None or text in ("", before.target):
            return None
        edited = Passage(before.sentence, text, 0.0, Status.EDITED)
        return self._revise(before, *checked([edited], self._document.passages, self._glossary()))

    def verify(self, sentence: int) -> Revised | None:
        """Mark a passage as verified, or take the mark off."""
        before = self._document.passages.get(sentence)
        if before is None:
            return None
        unmarked = Status.MACHINE if before.package else Status.EDITED
        status = unmarked if before.status is Status.VERIFIED else Status.VERIFIED
        return self._revise(before, replace(before, status=status))

    def undo(self) -> Revised | None:
        """Take the last revision back."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._fold(self._undone[-1][0])

    def redo(self) -> Revised | None:
        """Do again what was last undone."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._fold(self._done[-1][1])

    def _revise(self, before: Passage, after: Passage) -> Revised:
        self._done.append((before, after))
        self._undone.clear()
        return self._fold(after)

    def _fold(self, passage: Passage) -> Revised:
        event = Revised(passage, self._document.passages[passage.sentence.id])
        fold(self._document, event)
        return event
