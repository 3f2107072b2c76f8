"""What the user does: opens articles, and works on the one that is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from visavis.model.document import Document
from visavis.model.errors import VisavisError
from visavis.model.events import Opened, Revision
from visavis.model.passage import Flag
from visavis.model.ports import Engines
from visavis.model.summary_picks import SummaryPicks
from visavis.session.autosave import Autosave
from visavis.session.file_writing import FileWritten, write_file
from visavis.session.job import Job, start_job, wrap_unknown
from visavis.session.open_articles import OpenArticles
from visavis.session.reading import Reading
from visavis.session.request import Request
from visavis.session.sentence_details import SentenceDetails
from visavis.store.saved_work import SavedWork

if TYPE_CHECKING:  # it imports the checks
    from visavis.session.history import History


class Session(QObject):
    """Owns the open articles; its signals and acts are about the one that is shown.

    A new article comes to the front only once it has been read. If it can't be read, everything stays as it is.
    """

    opened = Signal(object)  # Document: an article is shown, because it has been opened or chosen
    emptied = Signal()  # the last article has been closed
    leaving = Signal()  # another article is about to be shown, or the one that is shown to be closed
    grew = Signal(object)  # Event, already applied to the document
    foreign = Signal(object, str)  # Request and language of a text that is not French; the document is unchanged
    unread = Signal(object, object)  # Request and VisavisError of what could not be read
    saved = Signal(object)  # Path
    failed = Signal(object)  # VisavisError, of anything but reading
    warned = Signal(object)  # StoreError: autosave failed, everything else continues; may be emitted from any thread
    page_read = Signal(int, int)  # the page a slow reader is at, and the number of pages; emitted from any thread
    busy = Signal(bool)  # whether something is being read, or the article that is shown translated
    reworded = Signal(int, int)  # sentences in which the user's terms have been put, and those where they could not be
    revised = Signal(bool, bool)  # can undo, can redo

    def __init__(self, engines: Engines, method: str, work: SavedWork | None = None) -> None:
        super().__init__()
        self.engines = engines
        self.autosave = Autosave(work, engines.memory) if work else None
        self.details = SentenceDetails(engines)
        self.articles = OpenArticles(engines, method, self.autosave)
        self._writing: set[Job] = set()
        self._reading = Reading(engines)
        self._reading.read.connect(self._read)
        self._reading.failed.connect(self.unread)
        self._reading.page_read.connect(self.page_read)
        self._reading.changed.connect(self._tell_busy)
        for signal, own in (
            (self.articles.leaving, self.leaving),
            (self.articles.emptied, self.emptied),
            (self.articles.opened, self._open),
            (self.articles.grew, self.grew),
            (self.articles.worked, self._tell_busy),
            (self.articles.failed, self.failed),
            (self.articles.reworded, self._tell_reworded),
        ):
            signal.connect(own)

    @property
    def method(self) -> str:
        """The summary method in use."""
        return self.articles.method

    @property
    def document(self) -> Document | None:
        """The document that is shown."""
        return self.articles.shown.document if self.articles.shown else None

    @property
    def request(self) -> Request | None:
        """What the user asked for to open the article that is shown."""
        return self.articles.shown.request if self.articles.shown else None

    @property
    def is_busy(self) -> bool:
        """True while something is being read, or the article that is shown translated."""
        return bool(self.reading or (self.articles.shown and self.articles.shown.is_translating))

    @property
    def is_idle(self) -> bool:
        """True if no thread reads, writes, or works on an article."""
        return self._reading.is_idle and self.articles.is_idle and not self._writing

    @property
    def is_reading(self) -> bool:
        """True while something is being read, or waits to be."""
        return not self._reading.is_idle

    @property
    def reading(self) -> str:
        """Return the display name of what is being read, or an empty string."""
        return self._reading.request.name if self._reading.request else ""

    def open(self, request: Request, foreign: bool = False) -> None:
        """Read and translate an article; `foreign` also accepts a text that is not French."""
        self._reading.read_now(request, foreign)

    def open_all(self, requests: Sequence[Request]) -> None:
        """Open articles one after another, once nothing else is being read."""
        self._reading.read_later(requests)

    def cancel(self) -> None:
        """Cancel reading and translating; what has been translated stays."""
        self._reading.cancel()
        if self.articles.shown:
            self.articles.shown.cancel()

    def resume(self) -> None:
        """Translate what a cancelled or failed translation left out."""
        if self.articles.shown:
            self.articles.shown.resume()

    def retranslate(self) -> None:
        """Translate machine translations again with the current package; what people wrote stays."""
        if self.articles.shown:
            self.articles.shown.retranslate()

    def change_package(self) -> None:
        """Switch to another package: a translation in progress starts over, but keeps the user's edits.

        An article already translated stays as it is until the user asks to translate it again.
        """
        self.details.forget()
        for article in self.articles.list:
            article.change_package()

    def rank(self, method: str) -> None:
        """Rank the sentences of all articles by another summary method."""
        self.articles.rank(method)

    def recheck(self) -> None:
        """Check all passages of all articles again after a change to the glossary."""
        for article in self.articles.list:
            article.recheck()

    def reword(self) -> None:
        """Use the user's terms in all of the machine's passages of the article, as one step; check the others again."""
        for article in self.articles.list:
            if article is self.articles.shown:
                article.reword()
            else:
                article.recheck()

    @property
    def can_undo(self) -> bool:
        """True if there is a change to undo."""
        return self.articles.shown is not None and self.articles.shown.can_undo

    @property
    def can_redo(self) -> bool:
        """True if there is a change to redo."""
        return self.articles.shown is not None and self.articles.shown.can_redo

    def edit(self, sentence: int, text: str) -> None:
        """Replace a translation with the user's words."""
        self._revise(lambda history: history.edit(sentence, text))

    def replace(self, texts: Mapping[int, str]) -> None:
        """Replace several translations with the user's words, in one step."""
        self._revise(lambda history: history.replace(texts))

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
        self._revise(lambda history: history.undo())

    def redo(self) -> None:
        """Redo the change last undone."""
        self._revise(lambda history: history.redo())

    def remember_view(self, view: Mapping[str, Any]) -> None:
        """Save the window state for this article; the `Restored` event brings it back."""
        if self.articles.shown:
            self.articles.shown.remember_view(view)

    def save(self, path: Path, content: str | Callable[[], bytes]) -> None:
        """Write a text, or what `content` returns, in a job: composing it and slow disks may take time."""
        self._writing.add(start_job(lambda: write_file(path, content), self._tell_written, self._end, None, self._fail))

    def close(self, seconds: float = 10.0) -> bool:
        """Stop all threads; return True if they have ended."""
        ended = [self._reading.close(seconds), self.details.close(seconds), self.articles.wait(seconds)]
        ended += [job.wait(seconds) for job in self._writing]
        return all([*ended, self.autosave is None or self.autosave.close(seconds)])

    def _read(self, request: Request, event: Opened) -> None:
        """Show what has been read, unless it is not French and the user must decide."""
        if event.stopped:
            self.foreign.emit(request, event.language)
        else:
            self.articles.place(request, event)

    def _open(self, document: Document) -> None:
        self.opened.emit(document)
        self.revised.emit(self.can_undo, self.can_redo)

    def _revise(self, act: Callable[[History], Revision | None]) -> None:
        if self.articles.shown and self.articles.shown.revise(act):
            self.revised.emit(self.can_undo, self.can_redo)

    def _tell_reworded(self, changed: int, unused: int) -> None:
        self.revised.emit(self.can_undo, self.can_redo)
        self.reworded.emit(changed, unused)

    def _tell_busy(self) -> None:
        self.busy.emit(self.is_busy)

    def _tell_written(self, job: Job, event: FileWritten) -> None:
        self.saved.emit(event.path)

    def _fail(self, job: Job, error: Exception) -> None:
        self.failed.emit(error if isinstance(error, VisavisError) else wrap_unknown(error))
        self._end(job)

    def _end(self, job: Job) -> None:
        job.wait(1.0)  # the thread has emitted its last signal and is ending
        self._writing.discard(job)
