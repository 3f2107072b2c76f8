"""The open article: reads, translates, cancels, resumes; applies the pipeline's events to one document."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from visavis.given_translation import process_translation
from visavis.model.document import Document
from visavis.model.errors import OutputError, VisavisError
from visavis.model.events import Checked, Event, Opened, Ranked, Revision, Reworded, Started, Translated, apply_event
from visavis.model.passage import Flag, Status
from visavis.model.ports import Engines
from visavis.model.summary_picks import SummaryPicks
from visavis.pipeline import (
    NO_PACKAGE,
    leave_out_stale,
    process_article,
    rank_sentences,
    recheck_passages,
    reword_passages,
    spells_otherwise,
    translate_article,
)
from visavis.session.autosave import Autosave
from visavis.session.file_writing import FileWritten, write_file
from visavis.session.history import History
from visavis.session.job import Job, start_job, wrap_unknown
from visavis.session.request import Request, open_request
from visavis.session.sentence_details import SentenceDetails
from visavis.store.saved_work import SavedWork


class Session(QObject):
    """Owns the open document and the jobs that work on it.

    A new article replaces the open one only once it has been read. If it can't be read, the open article stays and its
    translation continues.
    """

    opened = Signal(object)  # Document: a new article has been opened
    grew = Signal(object)  # Event, already applied to the document
    foreign = Signal(object, str)  # Request and language of a text that is not French; the document is unchanged
    saved = Signal(object)  # Path
    failed = Signal(object)  # VisavisError
    warned = Signal(object)  # StoreError: autosave failed, everything else continues; may be emitted from any thread
    page_read = Signal(int, int)  # the page a slow reader is at, and the number of pages; emitted from any thread
    busy = Signal(bool)  # whether something is being read or translated
    reworded = Signal(int, int)  # sentences in which the user's terms have been put, and those where they could not be
    revised = Signal(bool, bool)  # can undo, can redo

    def __init__(self, engines: Engines, method: str, work: SavedWork | None = None) -> None:
        super().__init__()
        self.engines, self.method = engines, method
        self.autosave = Autosave(work, engines.memory) if work else None
        self.details = SentenceDetails(engines)
        self.document: Document | None = None
        self._history: History | None = None
        self._request: Request | None = None
        self._reading: Job | None = None
        self._stop_reading = threading.Event()  # asks a slow reader to stop, which a job could do only between steps
        self._translating: Job | None = None
        self._ranking: Job | None = None
        self._checking: Job | None = None
        self._outdated = False  # True if the package has changed since the translation job began
        self._living: set[Job] = set()  # keeps each job alive until its thread has ended

    @property
    def is_busy(self) -> bool:
        """True while an article is being read or translated."""
        return bool(self._reading or self._translating)

    @property
    def reading(self) -> str:
        """Return the display name of what is being read, or an empty string."""
        return self._request.name if self._reading and self._request else ""

    def open(self, request: Request, foreign: bool = False) -> None:
        """Read and translate an article; `foreign` also accepts a text that is not French."""
        self._stop_reading.set()
        if self._reading:
            self._reading.cancel()
        self._request, stop = request, threading.Event()
        self._stop_reading = stop
        tell = partial(self._tell_page, stop)
        self._reading = self._start(lambda: open_request(request, self.engines, foreign, tell))
        self.busy.emit(True)

    def cancel(self) -> None:
        """Cancel reading and translating; what has been translated stays."""
        self._stop_reading.set()
        # a translation made elsewhere is shown at once, and what is missing of it could only be made by the machine
        given = bool(self.document and self.document.translation_path)
        for job in (self._reading, None if given else self._translating):
            if job:
                job.cancel()
        if self._reading:  # most file readers see the cancellation only when they have finished; don't wait for them
            self._reading = None
            self.busy.emit(self.is_busy)

    def resume(self) -> None:
        """Translate what a cancelled or failed translation left out."""
        document = self.document
        if document and not self._translating and not document.complete and not document.translation_path:
            method = "" if document.ranking else self.method
            self._translate(document, method, document.done())

    def retranslate(self) -> None:
        """Translate machine translations again with the current package; what people wrote stays."""
        if self.document and not self._translating:
            self._translate_anew(self.document)

    def change_package(self) -> None:
        """Switch to another package: a translation in progress starts over, but keeps the user's edits.

        An article already translated stays as it is until the user asks to translate it again.
        """
        self.details.forget()
        self._outdated = self._translating is not None
        self._catch_up()

    def rank(self, method: str) -> None:
        """Rank the sentences by another summary method."""
        self.method = method
        document = self.document
        if document:
            self._ranking = self._start(lambda: (rank_sentences(document.article, self.engines, method),))
            self._ranking.give_way()

    def recheck(self) -> None:
        """Check all passages again after a change to the glossary."""
        document = self.document
        if document:
            passages = dict(document.passages)
            self._checking = self._start(lambda: recheck_passages(passages, self.engines.glossary()))
            self._checking.give_way()

    def reword(self) -> None:
        """Use the user's terms in all of the machine's passages, as one step."""
        if self.document:
            passages = dict(self.document.passages)
            self._checking = self._start(lambda: reword_passages(passages, self.engines))

    @property
    def can_undo(self) -> bool:
        """True if there is a change to undo."""
        return self._history is not None and self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """True if there is a change to redo."""
        return self._history is not None and self._history.can_redo

    def edit(self, sentence: int, text: str) -> None:
        """Replace a translation with the user's words."""
        self._revise(lambda history: history.edit(sentence, text))

    def verify(self, sentence: int) -> None:
        """Mark a passage as verified, or remove the mark."""
        self._revise(lambda history: history.verify(sentence))

    def dismiss(self, sentence: int, flag: Flag) -> None:
        """Mark a flag as not needed: the translation is right there."""
        self._revise(lambda history: history.dismiss(sentence, flag))

    def pick(self, picks: SummaryPicks) -> None:
        """Replace the user's changes to the summary."""
        self._revise(lambda history: history.pick(picks))

    def undo(self) -> None:
        """Undo the last change."""
        self._revise(History.undo)

    def redo(self) -> None:
        """Redo the change last undone."""
        self._revise(History.redo)

    def _revise(self, act: Callable[[History], Revision | None]) -> Revision | None:
        event = act(self._history) if self._history else None
        if event:
            self._tell(event)
            self.revised.emit(self.can_undo, self.can_redo)
            if spells_otherwise(event):
                self.recheck()
        return event

    def remember_view(self, view: Mapping[str, Any]) -> None:
        """Save the window state for this article; the `Restored` event brings it back."""
        if self.autosave:
            self.autosave.remember(view)

    def _catch_up(self) -> None:
        """Restart a translation begun with another package, but only once the saved work has been restored."""
        document, job = self.document, self._translating
        if self._outdated and job and document and document.package is not NO_PACKAGE:
            job.cancel()
            self._translate_anew(document)

    def _translate_anew(self, document: Document) -> None:
        people = frozenset(id_ for id_, passage in document.passages.items() if passage.status is not Status.MACHINE)
        self._translate(document, "" if document.ranking else self.method, people)

    def _translate(self, document: Document, method: str, done: frozenset[int]) -> None:
        self._outdated = False
        self._translating = self._start(lambda: translate_article(document.article, self.engines, method, done))
        self.busy.emit(True)

    def save(self, path: Path, content: str | Callable[[], bytes]) -> None:
        """Write a text, or what `content` returns, in a job: composing it and slow disks may take time."""
        self._start(lambda: write_file(path, content))

    def close(self, seconds: float = 10.0) -> bool:
        """Stop all threads; return True if they have ended."""
        self._stop_reading.set()
        self._reading = self._translating = self._ranking = self._checking = None
        for job in self._living:
            job.cancel()
        ended = [self.details.close(seconds), *(job.wait(seconds) for job in self._living)]
        return all([*ended, self.autosave is None or self.autosave.close(seconds)])

    def _tell_page(self, stop: threading.Event, page: int, pages: int) -> bool:
        if not stop.is_set():
            self.page_read.emit(page, pages)
        return not stop.is_set()

    def _start(self, steps: Callable[[], Iterable[Event | FileWritten]]) -> Job:
        job = start_job(steps, self._step, self._end, failed=self._fail)
        self._living.add(job)
        return job

    def _step(self, job: Job, event: Event | FileWritten) -> None:
        if isinstance(event, FileWritten):
            self.saved.emit(event.path)
        elif isinstance(event, Ranked) and event.method != self.method:
            return  # the user has chosen another method since
        elif isinstance(event, Reworded) and job is self._checking:
            changed = self._revise(partial(History.reword, event=event))
            self.reworded.emit(len(changed.passages) if isinstance(changed, Checked) else 0, event.unused)
        elif job is self._reading and isinstance(event, Opened):
            self._replace(event)
        elif self.document and job in (self._translating, self._ranking, self._checking):
            if isinstance(event, Translated):
                # there is text to read now, and the engine process has already started at normal priority
                job.give_way()
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
        """Make an article that has been read the open one, unless it is not French and the user must decide.

        Its saved work is looked up only now, once nothing more can be written to the previous article: it may be the
        same.
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
        article, path = event.article, event.translation_path
        restore = self.autosave.open(article, self._request.pasted, path) if self.autosave else lambda article: None
        process = partial(process_translation, event) if path else partial(process_article, article)
        self._translating = self._start(lambda: process(self.engines, self.method, restore))
        self.document = Document(article, NO_PACKAGE, translation_path=path)
        self._history = History(self.document, self.engines.glossary)
        self.opened.emit(self.document)
        self.revised.emit(False, False)

    def _fail(self, job: Job, error: Exception) -> None:
        if job in (self._reading, self._translating, self._ranking, self._checking) or isinstance(error, OutputError):
            self.failed.emit(error if isinstance(error, VisavisError) else wrap_unknown(error))
        self._end(job)

    def _end(self, job: Job) -> None:
        job.wait(1.0)  # the thread has emitted its last signal and is ending
        self._living.discard(job)
        for name in ("_reading", "_translating", "_ranking", "_checking"):
            if getattr(self, name) is job:
                setattr(self, name, None)
        self.busy.emit(self.is_busy)
