"""Reads what the user asks to open, one at a time, in a thread."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from visavis.model.errors import VisavisError
from visavis.model.events import Opened
from visavis.model.ports import Engines
from visavis.session.job import Job, start_job, wrap_unknown
from visavis.session.request import Request, open_request


class Reading(QObject):
    """Reads one request at once, in place of the one being read; others wait until nothing is being read."""

    read = Signal(object, object)  # Request, Opened
    failed = Signal(object, object)  # Request, VisavisError
    page_read = Signal(int, int)  # the page a slow reader is at, and the number of pages; emitted from any thread
    changed = Signal()  # something begins or ends

    def __init__(self, engines: Engines) -> None:
        super().__init__()
        self.request: Request | None = None  # what is being read
        self.waiting: deque[Request] = deque()
        self._engines = engines
        self._job: Job | None = None
        self._stop = threading.Event()  # asks a slow reader to stop, which a job could do only between steps
        self._living: set[Job] = set()  # keeps each job alive until its thread has ended

    @property
    def is_idle(self) -> bool:
        """True if nothing is read or waits, and no thread is left of what was."""
        return not self._living and not self.waiting

    def read_now(self, request: Request, foreign: bool = False) -> None:
        """Read this; what is being read is given up, or waits if it is one of several.

        `foreign` also accepts a text that is not French.
        """
        if self.request and self.request.beside:
            self.waiting.appendleft(self.request)
        self._give_up()
        self.request, self._stop = request, threading.Event()
        tell = partial(self._tell_page, self._stop)
        self._job = start_job(
            lambda: open_request(request, self._engines, foreign, tell), self._step, self._end, None, self._fail
        )
        self._living.add(self._job)
        self.changed.emit()

    def read_later(self, requests: Sequence[Request]) -> None:
        """Read these in their order, when nothing else is being read."""
        self.waiting.extend(requests)
        self._next()

    def cancel(self) -> None:
        """Give up what is being read, and what waits.

        Most readers see it only when they have finished; nobody waits for them.
        """
        self.waiting.clear()
        if self._job:
            self._give_up()
            self.changed.emit()

    def close(self, seconds: float) -> bool:
        """Stop; return True if the threads have ended."""
        self.waiting.clear()
        self._give_up()
        ended = [job.wait(seconds) for job in self._living]
        return all(ended)

    def _give_up(self) -> None:
        self._stop.set()
        if self._job:
            self._job.cancel()
        self._job = self.request = None

    def _next(self) -> None:
        if self.waiting and not self._job:
            self.read_now(self.waiting.popleft())

    def _tell_page(self, stop: threading.Event, page: int, pages: int) -> bool:
        if not stop.is_set():
            self.page_read.emit(page, pages)
        return not stop.is_set()

    def _step(self, job: Job, event: Opened) -> None:
        request = self.request
        if job is self._job and request:
            self._job = self.request = None
            self.read.emit(request, event)

    def _fail(self, job: Job, error: Exception) -> None:
        request = self.request
        if job is self._job and request:
            self._job = self.request = None
            self.failed.emit(request, error if isinstance(error, VisavisError) else wrap_unknown(error))
        self._end(job)

    def _end(self, job: Job) -> None:
        job.wait(1.0)  # the thread has emitted its last signal and is ending
        self._living.discard(job)
        if job is self._job:
            self._job = self.request = None
        self._next()
        self.changed.emit()
