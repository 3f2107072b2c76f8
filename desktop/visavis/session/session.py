"""The article on the desk: opens, translates, cancels, goes on; folds events into one document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from visavis.model.article import Article
from visavis.model.document import Document
from visavis.model.errors import EngineFailed, OutputError, VisavisError
from visavis.model.events import Checked, Event, Opened, Ranked, Revision, Started, Translated, apply_event
from visavis.model.ports import Engines
from visavis.model.summary_picks import SummaryPicks
from visavis.pipeline import (
    NO_PACKAGE,
    leave_out_stale,
    open_article,
    process_article,
    rank_sentences,
    recheck_passages,
    translate_article,
)
from visavis.session.autosave import Autosave
from visavis.session.file_writing import FileWritten, write_file
from visavis.session.history import History
from visavis.session.job import Job, start_job
from visavis.session.sentence_details import SentenceDetails
from visavis.store.saved_work import SavedWork


@dataclass(frozen=True)
class Request:
    """Something to open: its name for messages, how it is read, and its text if that is in no file."""

    name: str
    read: Callable[[], Article]
    pasted: str | None = None


class Session(QObject):
    """Holds one document and the jobs that make it grow.

    A new article replaces the one on the desk only once it has been read: until then, and for good if it can't be
    read, what was there stays and its translation goes on.
    """

    opened = Signal(object)  # Document: a new one is on the desk
    grew = Signal(object)  # Event, already folded into the document
    foreign = Signal(object, str)  # Request and language of a text that is not French; the document is unchanged
    saved = Signal(object)  # Path
    failed = Signal(object)  # VisavisError
    warned = Signal(object)  # StoreError: it cannot be saved as it happens, all else goes on; any thread may tell
    busy = Signal(bool)  # whether something is being read or translated
    revised = Signal(bool, bool)  # whether there is something to undo, and to do again

    def __init__(self, engines: Engines, method: str, work: SavedWork | None = None) -> None:
        super().__init__()
        self.engines, self.method = engines, method
        self.autosave = Autosave(work, engines.memory) if work else None
        self.details = SentenceDetails(engines)
        self.document: Document | None = None
        self._history: History | None = None
        self._request: Request | None = None
        self._reading: Job | None = None
        self._translating: Job | None = None
        self._ranking: Job | None = None
        self._checking: Job | None = None
        self._outdated = False  # whether another package is in use than when the translating job began
        self._living: set[Job] = set()  # a job must outlive its thread

    @property
    def is_busy(self) -> bool:
        """Tell whether something is being read or translated."""
        return bool(self._reading or self._translating)

    @property
    def reading(self) -> str:
        """Return the name of what is being read, or nothing."""
        return self._request.name if self._reading and self._request else ""

    def open(self, request: Request, foreign: bool = False) -> None:
        """Read and translate; with `foreign`, also a text that is not French."""
        if self._reading:
            self._reading.cancel()
        self._request = request
        self._reading = self._start(lambda: self._read(request, foreign))
        self.busy.emit(True)

    def cancel(self) -> None:
        """Stop what is under way; what has been translated stays."""
        for job in (self._reading, self._translating):
            if job:
                job.cancel()
        if self._reading:  # a reader hears of it when it has read; nobody waits for that
            self._reading = None
            self.busy.emit(self.is_busy)

    def resume(self) -> None:
        """Translate what a cancelled or failed translation has left."""
        document = self.document
        if document and not self._translating and not document.complete:
            method = "" if document.ranking else self.method
            self._translate(document, method, document.done())

    def retranslate(self) -> None:
        """Translate again what a machine has translated, with the package that is now in use."""
        if self.document and not self._translating:
            self._translate_anew(self.document)

    def change_package(self) -> None:
        """Use another package at once: what is being translated is begun anew, but for a reader's words.

        An article that has been translated stays as it is until it is translated again.
        """
        self.details.forget()
        self._outdated = self._translating is not None
        self._catch_up()

    def rank(self, method: str) -> None:
        """Rank the sentences by another method."""
        self.method = method
        document = self.document
        if document:
            self._ranking = self._start(lambda: (rank_sentences(document.article, self.engines, method),))
            self._ranking.give_way()

    def recheck(self) -> None:
        """Check all passages again, for the glossary has changed."""
        document = self.document
        if document:
            passages = dict(document.passages)
            self._checking = self._start(lambda: recheck_passages(passages, self.engines.glossary()))
            self._checking.give_way()

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a revision to undo."""
        return self._history is not None and self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Tell whether there is a revision to do again."""
        return self._history is not None and self._history.can_redo

    def edit(self, sentence: int, text: str) -> None:
        """Put the reader's words in the place of a translation."""
        self._revise(lambda history: history.edit(sentence, text))

    def verify(self, sentence: int) -> None:
        """Mark a passage as verified, or take the mark off."""
        self._revise(lambda history: history.verify(sentence))

    def pick(self, picks: SummaryPicks) -> None:
        """Put what the reader picks for the summary in the place of her picks before."""
        self._revise(lambda history: history.pick(picks))

    def undo(self) -> None:
        """Take the last revision back."""
        self._revise(History.undo)

    def redo(self) -> None:
        """Do again what was last undone."""
        self._revise(History.redo)

    def _revise(self, act: Callable[[History], Revision | None]) -> None:
        event = act(self._history) if self._history else None
        if event:
            self._tell(event)
            self.revised.emit(self.can_undo, self.can_redo)

    def remember_view(self, view: Mapping[str, Any]) -> None:
        """Save the reader's place and choices in the article; `Restored` brings them back."""
        if self.autosave:
            self.autosave.remember(view)

    def _catch_up(self) -> None:
        """Begin anew what was begun with another package; not before what was saved of the article has come back."""
        document, job = self.document, self._translating
        if self._outdated and job and document and document.package is not NO_PACKAGE:
            job.cancel()
            self._translate_anew(document)

    def _translate_anew(self, document: Document) -> None:
        human = frozenset(id_ for id_, passage in document.passages.items() if passage.human)
        self._translate(document, "" if document.ranking else self.method, human)

    def _translate(self, document: Document, method: str, done: frozenset[int]) -> None:
        self._outdated = False
        self._translating = self._start(lambda: translate_article(document.article, self.engines, method, done))
        self.busy.emit(True)

    def save(self, path: Path, content: str | Callable[[], bytes]) -> None:
        """Write a text, or what `content` returns; to make it may take a while, and disks may be slow."""
        self._start(lambda: write_file(path, content))

    def close(self, seconds: float = 10.0) -> bool:
        """End all threads; return whether they have ended."""
        self._reading = self._translating = self._ranking = self._checking = None
        for job in self._living:
            job.cancel()
        ended = [self.details.close(seconds), *(job.wait(seconds) for job in self._living)]
        return all([*ended, self.autosave is None or self.autosave.close(seconds)])

    def _read(self, request: Request, foreign: bool) -> Iterator[Event]:
        self.engines.prepare()  # a reader looks closer soon, even where all is known
        yield from open_article(request.read, self.engines, foreign)

    def _start(self, steps: Callable[[], Iterable[Event | FileWritten]]) -> Job:
        job = start_job(steps, self._step, self._end, failed=self._fail)
        self._living.add(job)
        return job

    def _step(self, job: Job, event: Event | FileWritten) -> None:
        if isinstance(event, FileWritten):
            self.saved.emit(event.path)
        elif isinstance(event, Ranked) and event.method != self.method:
            return  # another has been chosen since
        elif job is self._reading and isinstance(event, Opened):
            self._replace(event)
        elif self.document and job in (self._translating, self._ranking, self._checking):
            if isinstance(event, Translated):
                job.give_way()  # there is something to read, and the engine's process has started
            elif isinstance(event, Checked):
                event = leave_out_stale(event, self.document)
            apply_event(self.document, event)
            self._tell(event)
            if isinstance(event, Started):
                self._catch_up()

    def _tell(self, event: Event) -> None:
        if self.autosave:
            self.autosave.record_event(event)
        self.grew.emit(event)

    def _replace(self, event: Opened) -> None:
        """Put an article that has been read on the desk, unless it is not French and the user has yet to decide.

        Only now, when nothing more can be written into the article before, is looked up what was saved of this one: it
        may be the same.
        """
        assert self._request, "what is being read was asked for"
        self._reading = None
        if event.stopped:
            self.foreign.emit(self._request, event.language)
            return
        for old in (self._translating, self._ranking, self._checking):
            if old:
                old.cancel()
        self._ranking = self._checking = None
        self._outdated = False
        article = event.article
        restore = self.autosave.open(article, self._request.pasted) if self.autosave else lambda article: None
        self._translating = self._start(lambda: process_article(article, self.engines, self.method, restore))
        self.document = Document(article, NO_PACKAGE)
        self._history = History(self.document, self.engines.glossary)
        self.opened.emit(self.document)
        self.revised.emit(False, False)

    def _fail(self, job: Job, error: Exception) -> None:
        if job in (self._reading, self._translating, self._ranking) or isinstance(error, OutputError):
            self.failed.emit(error if isinstance(error, VisavisError) else _unknown(error))
        self._end(job)

    def _end(self, job: Job) -> None:
        job.wait(1.0)  # its thread has said its last word, and ends now
        self._living.discard(job)
        if job is self._reading:
            self._reading = None
        if job is self._translating:
            self._translating = None
        if job is self._ranking:
            self._ranking = None
        if job is self._checking:
            self._checking = None
        self.busy.emit(self.is_busy)


def _unknown(error: Exception) -> EngineFailed:
    """Name the kind of a fault of the program, not its words, which may quote the text; its cause is for the log."""
    failure = EngineFailed("", "Something went wrong ({0}).", type(error).__name__)
    failure.__cause__ = error
    return failure
