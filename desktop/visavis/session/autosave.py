"""Saves the work on the desk as it happens, off the window's thread."""

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

DELAY_MS = 300  # from a change to its writing: a crash takes less than a second's work


class Autosave(QObject):
    """Gathers changes for a moment and writes them together; a reader's corrections go to the memory as well."""

    looked = Signal(object, object)  # list[Recent], the last first; the Recent that a crash interrupted, or None

    def __init__(self, work: SavedWork, memory: Memory | None) -> None:
        super().__init__()
        self.work, self._memory = work, memory
        self._changes: list[Changes] = []  # the last ones are those of the article on the desk
        self._view: dict[str, Any] = {}
        self._sought = False  # whether what was made of the article before is still being looked up
        self._corrections: dict[str, Passage] = {}
        self._job: Job | None = None  # the last one that writes
        self._writing: dict[Job, list[Changes]] = {}  # what each writes that has not ended
        self._looking: Job | None = None
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self._flush_at_leisure)

    def open(self, article: Article, pasted: str | None) -> Callable[[Article], Restored | None]:
        """Begin to save the work on an article; `pasted` is its text if it is in no file.

        Return what finds, in another thread, what was made of it before, be that written yet or not.
        """
        restore = self._restorer(article)
        self._changes.append(Changes(article, pasted, opened=True))
        self._view, self._sought = {}, True
        self._soon()
        return restore

    def record_event(self, event: Event) -> None:
        """Save what an event has brought."""
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
                if passage.package is None or before.package is None:  # the reader's own words came, or went
                    self._corrections[passage.sentence.text] = passage
            case Picked(picks):
                self.remember({PICKS: picks.as_dict()})

    def remember(self, view: Mapping[str, Any]) -> None:
        """Save some of the reader's place and choices, as plain values by name; those of other names stay.

        Before her own have come back there is nothing to save: the view is where it happens to begin.
        """
        if self._changes and not self._sought:
            self._view |= view
            self._changes[-1].view = dict(self._view)
            self._soon()

    def find_recent(self) -> None:
        """Find the recent articles, and the one that a crash interrupted; `looked` brings them."""
        self._looking = start_job(
            lambda: ((self.work.recent(), self.work.interrupted()),), lambda job, result: self.looked.emit(*result)
        )

    def flush(self) -> Job | None:
        """Write what has been gathered, after what is being written; return the job that does it, or did it last."""
        self._timer.stop()
        if any(one.any for one in self._changes) or self._corrections:
            before, changes, corrections = self._job, self._changes, list(self._corrections.values())
            self._changes, self._corrections = [_later(changes[-1])] if changes else [], {}
            self._job = job = start_job(lambda: self._written(changes, corrections, before), self._failed, self._end)
            self._writing[job] = changes
            job.give_way()
        return self._job

    def close(self, seconds: float) -> bool:
        """Write the rest and let go; return whether the threads have ended."""
        self._timer.stop()
        ended = all(job.wait(seconds) for job in (self._job, self._looking) if job)
        for _ in self._written(self._changes, list(self._corrections.values())):
            pass  # it has been told
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

    def _restorer(self, article: Article) -> Callable[[Article], Restored | None]:
        pending = [one for changes in (*self._writing.values(), self._changes) for one in changes]
        mine = [(one.passages, one.view) for one in pending if _is_same(one.article, article)]
        writing = self.flush()

        def restore(article: Article) -> Restored | None:
            if writing:
                writing.wait()
            return _overlaid(self.work.restore(article), mine)  # what could not be written is not lost to the reader

        return restore

    def _written(
        self, changes: list[Changes], corrections: list[Passage], before: Job | None = None
    ) -> Iterator[Changes]:
        """Write once the job `before` has, and yield the changes that could not be written."""
        if before:
            before.wait()
        for one in changes:
            if one.any and not self.work.write(one):
                yield one
        if self._memory:
            self._memory.correct(corrections)

    def _failed(self, job: Job, failed: Changes) -> None:
        """Keep what could not be written for the next time; of an article that has left the desk a reader's part."""
        now = next((one for one in self._changes if one.article is failed.article), None)
        if now:
            now.passages = {**failed.passages, **now.passages}
            now.view = failed.view if now.view is None else now.view
        else:
            failed.passages = {id_: passage for id_, passage in failed.passages.items() if passage.human}
            self._changes.insert(0, failed)

    def _end(self, job: Job) -> None:
        job.wait(1.0)
        del self._writing[job]
        if job is self._job:
            self._job = None


def _later(changes: Changes) -> Changes:
    """Return what will hold the later changes of the same article."""
    return Changes(changes.article, changes.pasted)


def _is_same(one: Article, other: Article) -> bool:
    return (one.path, one.sha256) == (other.path, other.sha256)


def _overlaid(
    restored: Restored | None, later: Sequence[tuple[Mapping[int, Passage], Mapping[str, Any] | None]]
) -> Restored | None:
    """Return what was saved with what came later, passages and views, in its place."""
    passages = {passage.sentence.id: passage for passage in restored.passages} if restored else {}
    view = restored.view if restored else {}
    for changed, seen in later:
        passages |= changed
        view = view if seen is None else seen
    return Restored(tuple(passages[id_] for id_ in sorted(passages)), view) if restored or later else None
