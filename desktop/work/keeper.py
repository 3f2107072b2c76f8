"""Saves the work on the desk as it happens, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.core.article import Article
from desktop.core.events import Checked, Event, Restored, Revised, Translated
from desktop.core.passage import Passage
from desktop.core.ports import Memory
from desktop.store.work import Changes, SavedWork
from desktop.work.job import Job

DELAY_MS = 300  # from a change to its writing: a crash takes less than a second's work


class Keeper(QObject):
    """Gathers changes for a moment and writes them together; a reader's corrections go to the memory as well."""

    looked = Signal(object, object)  # list[Recent], the last first; the Recent that a crash interrupted, or None

    def __init__(self, work: SavedWork, memory: Memory | None) -> None:
        super().__init__()
        self.work, self._memory = work, memory
        self._changes: list[Changes] = []  # the last ones are those of the article on the desk
        self._view: dict[str, Any] = {}
        self._corrections: dict[str, Passage] = {}
        self._job: Job | None = None
        self._looking: Job | None = None
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self.flush)

    def open(self, article: Article, pasted: str | None) -> None:
        """Begin to save the work on an article; `pasted` is its text if it is in no file."""
        self._changes.append(Changes(article, pasted, opened=True))
        self._view = {}
        self._soon()

    def take(self, event: Event) -> None:
        """Save what an event has brought."""
        match event:
            case Restored(passages, view):
                self._view = dict(view)
                self._gather(passages)
            case Translated(passages) | Checked(passages):
                self._gather(passages)
            case Revised(passage, before):
                self._gather((passage,))
                if passage.package is None or before.package is None:  # the reader's own words came, or went
                    self._corrections[passage.sentence.text] = passage

    def remember(self, view: Mapping[str, Any]) -> None:
        """Save some of the reader's place and choices, as plain values by name; those of other names stay."""
        if self._changes:
            self._view |= view
            self._changes[-1].view = dict(self._view)
            self._soon()

    def look(self) -> None:
        """Find the recent articles, and the one that a crash interrupted; `looked` brings them."""
        self._looking = Job(lambda: ((self.work.recent(), self.work.interrupted()),))
        self._looking.stepped.connect(lambda job, found: self.looked.emit(*found))
        self._looking.start()

    def restorer(self) -> Callable[[Article], Restored | None]:
        """Return what finds saved work, once that of this moment has been written: it may be on the same article."""
        writing = self.flush()

        def restore(article: Article) -> Restored | None:
            if writing:
                writing.wait(1.0)
            return self.work.restore(article)

        return restore

    def flush(self) -> Job | None:
        """Write what has been gathered, or soon if a writing is under way; return the job that writes."""
        self._timer.stop()
        if self._job:
            self._soon()
        elif self._changes:
            changes, corrections = self._changes, list(self._corrections.values())
            self._changes, self._corrections = [_later(changes[-1])], {}
            self._job = Job(lambda: self._written(changes, corrections))
            self._job.stepped.connect(self._failed)
            for ended in (self._job.finished, self._job.failed):
                ended.connect(self._end)
            self._job.start()
            self._job.give_way()
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

    def _written(self, changes: list[Changes], corrections: list[Passage]) -> Iterator[Changes]:
        """Write, and yield the changes that could not be written."""
        for one in changes:
            if one.any and not self.work.write(one):
                yield one
        if self._memory:
            self._memory.correct(corrections)

    def _failed(self, job: Job, failed: Changes) -> None:
        """Keep what could not be written for the next time, if its article is still on the desk."""
        now = self._changes[-1] if self._changes else None
        if now and now.article is failed.article:
            now.passages = {**failed.passages, **now.passages}
            now.view = failed.view if now.view is None else now.view

    def _end(self, job: Job) -> None:
        job.wait(1.0)
        self._job = None


def _later(changes: Changes) -> Changes:
    """Return what will hold the later changes of the same article."""
    return Changes(changes.article, changes.pasted)
