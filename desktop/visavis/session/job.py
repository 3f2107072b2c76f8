"""Run a generator off the GUI thread."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Signal

from visavis.model.errors import EngineFailed

# Nice value of low-priority jobs, as in nice(1). With a higher value the engine process takes the CPU from a job that
# holds the GIL, and the window waits for both.
NICENESS = 3


class Job(QObject):
    """Runs the generator `steps()` in its own thread.

    Signals arrive in the thread that created the job, and carry the job. Exactly one of `finished`, `cancelled` and
    `failed` ends a job. Cancelling takes effect between two steps. A queued signal may still arrive after the job has
    been replaced: compare the job it carries.
    """

    stepped = Signal(object, object)  # the job, the value yielded
    finished = Signal(object)
    cancelled = Signal(object)
    failed = Signal(object, object)  # the job, the exception

    def __init__(self, steps: Callable[[], Iterable[Any]]) -> None:
        super().__init__()
        self._steps = steps
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="job", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def give_way(self) -> None:
        """Lower the priority of the thread and its future child processes, so that the GUI thread comes first."""
        thread = self._thread.native_id
        if sys.platform == "linux" and thread:
            with suppress(OSError):  # the thread has just ended
                os.setpriority(os.PRIO_PROCESS, thread, max(NICENESS, os.getpriority(os.PRIO_PROCESS, thread)))

    def cancel(self) -> None:
        """Request cancellation; returns at once."""
        self._stop.set()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until the thread has ended, for at most `seconds`; return True if it has."""
        if self._thread.ident is not None:
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            steps = self._steps()
            for step in steps:
                if self._stop.is_set():
                    break
                self.stepped.emit(self, step)
                if self._stop.is_set():
                    break
            if isinstance(steps, Generator):
                steps.close()
        except Exception as error:  # any error must reach the window
            self.failed.emit(self, error)
            return
        (self.cancelled if self._stop.is_set() else self.finished).emit(self)


def start_job(
    steps: Callable[[], Iterable[Any]],
    stepped: Callable[..., object],
    finished: Callable[..., object] | None = None,
    cancelled: Callable[..., object] | None = None,
    failed: Callable[..., object] | None = None,
) -> Job:
    """Start a job; `finished` handles every ending that has no callback of its own. Keep the job until it has ended."""
    job = Job(steps)
    job.stepped.connect(stepped)
    for signal, callback in ((job.finished, finished), (job.cancelled, cancelled), (job.failed, failed)):
        if callback or finished:
            signal.connect(callback or finished)
    job.start()
    return job


def wrap_unknown(error: Exception) -> EngineFailed:
    """Report a bug by the type of the exception only: its text may quote the article. The log gets the cause."""
    failure = EngineFailed("", "Something went wrong ({0}). Try again; your work is kept.", type(error).__name__)
    failure.__cause__ = error
    return failure
