"""Saves the user's work as it happens, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from visavis.model.article import Article
from visavis.model.events import PICKS, Checked, Event, Picked, Restored, Revised, Started, Translated
from visavis.model.passage import Passage
from visavis.model.ports import Memory
from visavis.session.job import Job, start_job
from visavis.store.saved_work import Changes, SavedWork

DELAY_MS = 300  # delay from a change to its write: a crash loses less than a second of work


class Autosave(QObject):
    """Collects changes and writes them in batches; the user's corrections also go to the translation memory."""

    looked = Signal(object, object)  # list[Recent], newest first; the Recent that a crash interrupted, or None

    def __init__(self, work: SavedWork, memory: Memory | None) -> None:
        super().__init__()
        self.work, self._memory = work, memory
        self._changes: list[Changes] = []  # the last entry belongs to the open article
        self._view: dict[str, Any] = {}
        self._sought = False  # True while the saved work on this article is still being looked up
        self._corrections: dict[str, Passage] = {}
        self._job: Job | None = None  # the last job that writes
        self._writing: dict[Job, list[Changes]] = {}  # what each running job is writing
        self._looking: Job | None = None
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self._flush_at_leisure)

    def open(self, article: Article, pasted: str | None, translation: str = "") -> Callable[[Article], Restored | None]:
        """Start saving the work on an article; `pasted` is its text if it did not come from a file.

        `translation` is the path of a translation of it made elsewhere. Return a function that looks up, in another
        thread, the earlier work on the article, written or still pending.
        """
        changes = Changes(article, pasted, opened=True, translation=translation)
        restore = self._restorer(changes)
        self._changes.append(changes)
        self._view, self._sought = {}, True
        self._soon()
        return restore

    def record_event(self, event: Event) -> None:
        """Save the changes carried by an event."""
        match event:
            case Restored(passages, view):
                self._view, self._sought = dict(view), False
                self._gather(passages)
            case Started():
                self._sought = False
            case Translated(passages) | Checked(passages):
                self._gather(passages)
            case Revised(passage, before):
                self._gather((passage,))
                words = passage.package is None or before.package is None  # the user's own words were added or removed
                if words and passage.sentence.text:  # English without French translates nothing
                    self._corrections[passage.sentence.text] = passage
            case Picked(picks):
                self.remember({PICKS: picks.as_dict()})

    def remember(self, view: Mapping[str, Any]) -> None:
        """Save part of the window state for this article, as plain values by name; other names are kept.

        Ignored until the saved state has been restored: before that the view only shows where it starts by default.
        """
        if self._changes and not self._sought:
            self._view |= view
            self._changes[-1].view = dict(self._view)
            self._soon()

    def find_recent(self) -> None:
        """Look up the recent articles and the one a crash interrupted, and emit `looked`."""
        self._looking = start_job(
            lambda: ((self.work.recent(), self.work.interrupted()),), lambda job, result: self.looked.emit(*result)
        )

    def flush(self) -> Job | None:
        """Write the collected changes once the write in progress has ended; return the latest writing job."""
        self._timer.stop()
        if any(one.any for one in self._changes) or self._corrections:
            before, changes, corrections = self._job, self._changes, list(self._corrections.values())
            self._changes, self._corrections = [_later(changes[-1])] if changes else [], {}
            self._job = job = start_job(lambda: self._written(changes, corrections, before), self._failed, self._end)
            self._writing[job] = changes
            job.give_way()
        return self._job

    def close(self, seconds: float) -> bool:
        """Write what is left and release the lock; return True if the threads have ended."""
        self._timer.stop()
        ended = all(job.wait(seconds) for job in (self._job, self._looking) if job)
        for _ in self._written(self._changes, list(self._corrections.values())):
            pass  # errors have been reported to the user by the store
        self._changes, self._corrections = [], {}
        self.work.release()
        return ended

    def _gather(self, passages: tuple[Passage, ...]) -> None:
        if self._changes:
            self._changes[-1].passages.update((p.sentence.id, p) for p in passages)
            self._soon()

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _flush_at_leisure(self) -> None:
        if self._job:
            self._soon()
        else:
            self.flush()

    def _restorer(self, opened: Changes) -> Callable[[Article], Restored | None]:
        pending = [one for changes in (*self._writing.values(), self._changes) for one in changes]
        mine = [(one.passages, one.view) for one in pending if one.key == opened.key]
        writing = self.flush()

        def restore(article: Article) -> Restored | None:
            if writing:
                writing.wait()
            return _overlaid(
                self.work.restore(article, opened.translation), mine
            )  # work that could not be written is still restored

        return restore

    def _written(
        self, changes: list[Changes], corrections: list[Passage], before: Job | None = None
    ) -> Iterator[Changes]:
        """Wait for the job `before`, write the changes, and yield those that could not be written."""
        if before:
            before.wait()
        for one in changes:
            if one.any and not self.work.write(one):
                yield one
        if self._memory:
            self._memory.correct(corrections)

    def _failed(self, job: Job, failed: Changes) -> None:
        """Keep changes that could not be written for the next attempt.

        Of an article no longer open, only the user's.
        """
        now = next((one for one in self._changes if one.article is failed.article), None)
        if now:
            now.passages = {**failed.passages, **now.passages}
            now.view = failed.view if now.view is None else now.view
        else:
            failed.passages = {id_: passage for id_, passage in failed.passages.items() if passage.human}
            self._changes.insert(0, failed)

    def _end(self, job: Job) -> None:
        job.wait(1.0)  # the thread has emitted its last signal and is ending
        del self._writing[job]
        if job is self._job:
            self._job = None


def _later(changes: Changes) -> Changes:
    """Return an empty set of changes for the same article."""
    return Changes(changes.article, changes.pasted, translation=changes.translation)


def _overlaid(
    restored: Restored | None, later: Sequence[tuple[Mapping[int, Passage], Mapping[str, Any] | None]]
) -> Restored | None:
    """Return the saved work overlaid with the passages and view states that came later."""
    passages = {passage.sentence.id: passage for passage in restored.passages} if restored else {}
    view = restored.view if restored else {}
    for changed, seen in later:
        passages |= changed
        view = view if seen is None else seen
    return Restored(tuple(passages[id_] for id_ in sorted(passages)), view) if restored or later else None
