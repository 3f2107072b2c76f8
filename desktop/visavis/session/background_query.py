"""Run a slow query off the GUI thread; a new query cancels the previous one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QObject, Signal

from visavis.session.job import Job, start_job


class BackgroundQuery(QObject):
    """Runs one query at a time."""

    failed = Signal(object)  # the exception

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._then: Callable[[Any], None] = lambda _: None
        self._living: set[Job] = set()  # keeps each job alive until its thread has ended

    @property
    def is_busy(self) -> bool:
        """True while a result is still to come."""
        return self._job is not None

    def ask(self, steps: Callable[[], Iterable[Any]], then: Callable[[Any], None]) -> None:
        """Call `then` on the GUI thread for each value that `steps` yields; cancels the previous query."""
        self.cancel()
        self._then = then
        self._job = job = start_job(steps, self._step, self._end, failed=self._fail)
        self._living.add(job)
        job.give_way()

    def cancel(self) -> None:
        """Cancel the current query."""
        if self._job:
            self._job.cancel()
        self._job = None

    def close(self, seconds: float = 10.0) -> bool:
        """Cancel the current query; return True if all threads have ended."""
        self.cancel()
        ended = [job.wait(seconds) for job in self._living]
        return all(ended)

    def _step(self, job: Job, answer: object) -> None:
        if job is self._job:
            self._then(answer)

    def _fail(self, job: Job, error: Exception) -> None:
        if job is self._job:
            self.failed.emit(error)
        self._end(job)

    def _end(self, job: Job) -> None:
        job.wait(1.0)  # the thread has emitted its last signal and is ending
        self._living.discard(job)
        if job is self._job:
            self._job = None
