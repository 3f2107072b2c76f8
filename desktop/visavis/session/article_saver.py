"""Collects what changes in one open article until it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from visavis.model.article import Article
from visavis.model.events import Checked, Event, Restored, Revised, Started, Translated
from visavis.model.passage import Passage
from visavis.store.saved_work import Changes


class ArticleSaver:
    """The changes to one article since it was last written; `changed` is called when there is something to write."""

    def __init__(
        self,
        changes: Changes,
        restore: Callable[[Article], Restored | None],
        changed: Callable[[], None],
        correct: Callable[[Passage], None],
    ) -> None:
        self.changes = changes
        self.restore = restore  # looks up the earlier work, written or still pending; runs in another thread
        self._changed, self._correct = changed, correct
        self._sought = True  # True while the saved work on this article is still being looked up

    def record_event(self, event: Event) -> None:
        """Save the changes carried by an event."""
        match event:
            case Restored(passages):
                self._sought = False
                self._gather(passages)
            case Started():
                self._sought = False
            case Translated(passages):
                self._gather(passages)
            case Checked(passages, before):
                self._gather(passages)
                for passage, old in zip(passages, before, strict=False):
                    self._note_correction(passage, old)
            case Revised(passage, before):
                self._gather((passage,))
                self._note_correction(passage, before)

    def save_view(self, view: Mapping[str, Any]) -> None:
        """Save the window state for this article, as plain values by name.

        Ignored until the saved state has been restored: before that the view only shows where it starts by default.
        """
        if not self._sought:
            self.changes.view = dict(view)
            self._changed()

    def take_changes(self) -> Changes:
        """Return the changes and begin anew."""
        changes = self.changes
        self.changes = Changes(changes.article, changes.pasted, translation=changes.translation)
        return changes

    def put_back(self, failed: Changes) -> None:
        """Keep changes that could not be written for the next attempt."""
        now = self.changes
        now.passages = {**failed.passages, **now.passages}
        now.view = failed.view if now.view is None else now.view

    def _note_correction(self, passage: Passage, before: Passage) -> None:
        """Tell the translation memory if the user's own words were added or removed."""
        words = passage.package is None or before.package is None
        if words and passage.sentence.text:  # English without French translates nothing
            self._correct(passage)

    def _gather(self, passages: Sequence[Passage]) -> None:
        self.changes.passages.update((passage.sentence.id, passage) for passage in passages)
        self._changed()
