"""Saves the user's work as it happens, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from visavis.model.article import Article
from visavis.model.events import Restored
from visavis.model.passage import Passage
from visavis.model.ports import Memory
from visavis.session.article_saver import ArticleSaver
from visavis.session.job import Job, start_job
from visavis.store.saved_work import Changes, LastOpen, SavedWork

_Key = tuple[str, str]  # what tells an article from all others
_Places = tuple[list[_Key], _Key | None]

DELAY_MS = 300  # delay from a change to its write: a crash loses less than a second of work


class Autosave(QObject):
    """Writes the changes to the open articles in batches; corrections also go to the translation memory."""

    looked = Signal(object, object)  # list[Recent], newest first; the LastOpen to come back to, once

    def __init__(self, work: SavedWork, memory: Memory | None) -> None:
        super().__init__()
        self.work, self._memory = work, memory
        self._savers: list[ArticleSaver] = []  # of the open articles, in their order
        self._shown: ArticleSaver | None = None  # the one that is read
        self._arranged = True  # False if their order has changed since it was written
        self._changes: list[Changes] = []  # what is left to write of articles no longer open
        self._corrections: dict[str, Passage] = {}
        self._job: Job | None = None  # the last job that writes
        self._writing: dict[Job, list[Changes]] = {}  # what each running job is writing
        self._looking: Job | None = None
        self._last_found = False
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self._flush_at_leisure)

    def open(self, article: Article, pasted: str | None, translation: str = "") -> ArticleSaver:
        """Start saving the work on an article; `pasted` is its text if it did not come from a file.

        `translation` is the path of a translation of it made elsewhere.
        """
        changes = Changes(article, pasted, opened=True, translation=translation)
        saver = ArticleSaver(changes, self._restorer(changes), self._soon, self._correct)
        self._savers.append(saver)
        self._soon()
        return saver

    def close_article(self, saver: ArticleSaver) -> None:
        """Stop saving the work on an article; what is left is still written."""
        self._savers.remove(saver)
        self._changes.append(saver.changes)
        self._arranged = False
        self._soon()

    def arrange(self, savers: Sequence[ArticleSaver], shown: ArticleSaver | None) -> None:
        """Remember the order of the open articles, and which is read, for the next start."""
        self._savers.sort(key=savers.index)
        self._shown, self._arranged = shown, False
        self._soon()

    def find_recent(self) -> None:
        """Look up the recent articles and, the first time, those to come back to; emit `looked`."""
        first, self._last_found = not self._last_found, True
        self._looking = start_job(
            lambda: ((self.work.recent(), self.work.take_last_open() if first else LastOpen()),),
            lambda job, result: self.looked.emit(*result),
        )

    def flush(self) -> Job | None:
        """Write the collected changes once the write in progress has ended; return the latest writing job."""
        self._timer.stop()
        if any(one.any for one in self._pending()) or self._corrections or not self._arranged:
            before, corrections = self._job, list(self._corrections.values())
            changes = [*self._changes, *(saver.take_changes() for saver in self._savers)]
            self._changes, self._corrections, self._arranged = [], {}, True
            places = self._list_open()
            self._job = job = start_job(
                lambda: self._written(changes, places, corrections, before), self._failed, self._end
            )
            self._writing[job] = changes
            job.give_way()
        return self._job

    def close(self, seconds: float) -> bool:
        """Write what is left and release the lock; return True if the threads have ended."""
        self._timer.stop()
        ended = all(job.wait(seconds) for job in (self._job, self._looking) if job)
        for _ in self._written(self._pending(), self._list_open(), list(self._corrections.values())):
            pass  # errors have been reported to the user by the store
        self._changes, self._savers, self._corrections = [], [], {}
        self.work.release()
        return ended

    def _pending(self) -> list[Changes]:
        return [*self._changes, *(saver.changes for saver in self._savers)]

    def _list_open(self) -> _Places:
        """Return the keys of the open articles in their order, and that of the one that is read."""
        shown = self._shown.changes.key if self._shown in self._savers and self._shown else None
        return [saver.changes.key for saver in self._savers], shown

    def _correct(self, passage: Passage) -> None:
        self._corrections[passage.sentence.text] = passage

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _flush_at_leisure(self) -> None:
        if self._job:
            self._soon()
        else:
            self.flush()

    def _restorer(self, opened: Changes) -> Callable[[Article], Restored | None]:
        pending = [one for changes in (*self._writing.values(), self._pending()) for one in changes]
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
        self,
        changes: list[Changes],
        places: _Places,
        corrections: list[Passage],
        before: Job | None = None,
    ) -> Iterator[Changes]:
        """Wait for the job `before`, write the changes, and yield those that could not be written."""
        if before:
            before.wait()
        for one in changes:
            if one.any and not self.work.write(one):
                yield one
        self.work.arrange(*places)
        if self._memory:
            self._memory.correct(corrections)

    def _failed(self, job: Job, failed: Changes) -> None:
        """Keep changes that could not be written for the next attempt.

        Of an article no longer open, only the user's.
        """
        saver = next((one for one in self._savers if one.changes.article is failed.article), None)
        if saver:
            saver.put_back(failed)
        else:
            failed.passages = {id_: passage for id_, passage in failed.passages.items() if passage.human}
            self._changes.insert(0, failed)

    def _end(self, job: Job) -> None:
        job.wait(1.0)  # the thread has emitted its last signal and is ending
        del self._writing[job]
        if job is self._job:
            self._job = None


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
