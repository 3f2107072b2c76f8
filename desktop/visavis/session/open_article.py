"""One open article: its document, the user's changes to it, and the jobs that work on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from visavis.given_translation import process_translation
from visavis.model.document import Document
from visavis.model.errors import VisavisError
from visavis.model.events import (
    PICKS,
    Checked,
    Event,
    Opened,
    Picked,
    Ranked,
    Restored,
    Revised,
    Revision,
    Reworded,
    Started,
    Translated,
    apply_event,
)
from visavis.model.passage import Passage, Status
from visavis.model.ports import Engines
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
from visavis.session.article_saver import ArticleSaver
from visavis.session.history import History
from visavis.session.job import Job, start_job, wrap_unknown
from visavis.session.request import Request


class OpenArticle(QObject):
    """Applies the events of its jobs and the user's changes to one document.

    It waits until `begin` is called; then it is translated, restored, ranked and checked in threads of its own.
    """

    told = Signal(object, object)  # self, Event, already applied to the document
    failed = Signal(object)  # VisavisError
    reworded = Signal(object, int, int)  # self, sentences that have the user's terms now, and those that could not
    changed = Signal(object)  # self: a job has begun or ended

    def __init__(
        self, event: Opened, request: Request, engines: Engines, method: str, saver: ArticleSaver | None
    ) -> None:
        super().__init__()
        self.request, self.saver, self.method = request, saver, method
        self.document = Document(event.article, NO_PACKAGE, translation_path=event.translation_path)
        self.begun = False
        self._history = History(self.document, engines.glossary)
        self._opened, self._engines = event, engines
        self._view: dict[str, Any] = {}
        self._translating: Job | None = None
        self._ranking: Job | None = None
        self._checking: Job | None = None
        self._rewording: Job | None = None
        self._outdated = False  # True if the package has changed since the translation job began
        self._living: set[Job] = set()  # keeps each job alive until its thread has ended

    @property
    def identity(self) -> tuple[str, str, str | None]:
        """Return what tells it apart from other articles: its file, that of its translation, and its pasted text."""
        return self.document.article.path, self.document.translation_path, self.request.pasted

    def holds(self, event: Opened) -> bool:
        """True if the same has been read again: the article, and its translation if that was made elsewhere."""
        return (event.article, event.given) == (self._opened.article, self._opened.given)

    @property
    def is_translating(self) -> bool:
        """True while it is being translated."""
        return self._translating is not None

    @property
    def is_idle(self) -> bool:
        """True if no thread works on it."""
        return not self._living

    @property
    def can_undo(self) -> bool:
        """True if there is a change to undo."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """True if there is a change to redo."""
        return self._history.can_redo

    @property
    def view(self) -> Mapping[str, Any]:
        """Return the window state last remembered for it."""
        return self._view

    def begin(self) -> None:
        """Look up the saved work, and translate and rank what is left."""
        self.begun = True
        event, restore = self._opened, self.saver.restore if self.saver else lambda article: None
        given = event.translation_path
        process = partial(process_translation, event) if given else partial(process_article, event.article)
        self._translating = self._start(lambda: process(self._engines, self.method, restore))
        self.changed.emit(self)

    def cancel(self) -> None:
        """Cancel the translation; what has been translated stays, and so does a translation made elsewhere."""
        if self._translating and not self.document.translation_path:
            self._translating.cancel()

    def leave(self) -> None:
        """Stop everything, because the article is closed: no event follows."""
        for job in self._living:
            job.cancel()
        self._translating = self._ranking = self._checking = self._rewording = None

    def wait(self, seconds: float) -> bool:
        """Wait for the threads of an article that was left; return True if they have ended."""
        ended = [job.wait(seconds) for job in self._living]
        return all(ended)

    def resume(self) -> None:
        """Translate what a cancelled or failed translation left out."""
        document = self.document
        if not self._translating and not document.complete and not document.translation_path:
            self._translate("" if document.ranking else self.method, document.done())

    def retranslate(self) -> None:
        """Translate machine translations again with the current package; what people wrote stays."""
        if not self._translating:
            self._translate_anew()

    def change_package(self) -> None:
        """Start a translation in progress over with another package; one that is done stays as it is."""
        self._outdated = self._translating is not None
        self._catch_up()

    def rank(self, method: str) -> None:
        """Rank the sentences by another summary method."""
        self.method = method
        self._ranking = self._start(lambda: (rank_sentences(self.document.article, self._engines, method),))
        self._ranking.give_way()

    def recheck(self, first: Sequence[Passage] = ()) -> None:
        """Check all passages again after a change to the glossary or to several of them, these first."""
        passages, ids = dict(self.document.passages), {passage.sentence.id for passage in first}
        self._checking = self._start(lambda: recheck_passages(passages, self._engines.glossary(), ids))
        self._checking.give_way()

    def reword(self) -> None:
        """Use the user's terms in all of the machine's passages, as one step."""
        passages = dict(self.document.passages)
        self._rewording = self._start(lambda: reword_passages(passages, self._engines))

    def revise(self, act: Callable[[History], Revision | None]) -> Revision | None:
        """Apply a change by the user; return the event, or None if nothing changed."""
        event = act(self._history)
        if event:
            self._tell(event)
            if isinstance(event, Checked):
                self.recheck(event.passages)
            elif isinstance(event, Revised) and spells_otherwise(event):
                self.recheck()
        return event

    def remember_view(self, view: Mapping[str, Any]) -> None:
        """Keep part of the window state, and save it; other names are kept. The `Restored` event brings it back."""
        self._view |= view
        if self.saver:
            self.saver.save_view(self._view)

    def _catch_up(self) -> None:
        """Restart a translation begun with another package, but only once the saved work has been restored."""
        if self._outdated and self._translating and self.document.package is not NO_PACKAGE:
            self._translating.cancel()
            self._translate_anew()

    def _translate_anew(self) -> None:
        document = self.document
        people = frozenset(id_ for id_, passage in document.passages.items() if passage.status is not Status.MACHINE)
        self._translate("" if document.ranking else self.method, people)

    def _translate(self, method: str, done: frozenset[int]) -> None:
        self._outdated = False
        article = self.document.article
        self._translating = self._start(lambda: translate_article(article, self._engines, method, done))
        self.changed.emit(self)

    def _start(self, steps: Callable[[], Iterable[Event]]) -> Job:
        job = start_job(steps, self._step, self._end, failed=self._fail)
        self._living.add(job)
        return job

    def _step(self, job: Job, event: Event) -> None:
        if job not in (self._translating, self._ranking, self._checking, self._rewording):
            return
        if isinstance(event, Ranked) and event.method != self.method:
            return  # the user has chosen another method since
        if isinstance(event, Reworded):
            changed = self.revise(partial(History.reword, event=event))
            self.reworded.emit(self, len(changed.passages) if isinstance(changed, Checked) else 0, event.unused)
            return
        if isinstance(event, Translated):
            # there is text to read now, and the engine process has already started at normal priority
            job.give_way()
        elif isinstance(event, Checked):
            event = leave_out_stale(event, self.document)
        elif isinstance(event, Restored):
            self._view = dict(event.view)
        apply_event(self.document, event)
        self._tell(event)
        if isinstance(event, Started):
            self._catch_up()

    def _tell(self, event: Event) -> None:
        if isinstance(event, Picked):
            self.remember_view({PICKS: event.picks.as_dict()})
        if self.saver:
            self.saver.record_event(event)
        self.told.emit(self, event)

    def _fail(self, job: Job, error: Exception) -> None:
        if job in (self._translating, self._ranking, self._checking, self._rewording):
            self.failed.emit(error if isinstance(error, VisavisError) else wrap_unknown(error))
        self._end(job)

    def _end(self, job: Job) -> None:
        job.wait(1.0)  # the thread has emitted its last signal and is ending
        self._living.discard(job)
        for name in ("_translating", "_ranking", "_checking", "_rewording"):
            if getattr(self, name) is job:
                setattr(self, name, None)
        self.changed.emit(self)
