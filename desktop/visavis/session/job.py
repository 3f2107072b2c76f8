"""Run a generator off the window's thread."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Signal

# Of a job that gives way, in the words of nice(1). With more, the engine's process keeps from the processor a job that
# holds the interpreter's lock, and the window waits for both.
NICENESS = 3


class Job(QObject):
    """Pulls `steps()` in a thread of its own; each signal reaches the thread that made the job, and brings the job.

    Exactly one of `finished`, `cancelled` and `failed` ends a job. Cancelling is heard between two steps. A signal on
    its way when a receiver loses interest still arrives: compare the job it brings.
    """

    stepped = Signal(object, object)  # the job, what the generator yielded
    finished = Signal(object)
    cancelled = Signal(object)
    failed = Signal(object, object)  # the job, the exception

    def __init__(self, steps: Callable[[], Iterable[Any]]) -> None:
        super().__init__()
        self._steps = steps
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="job", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def give_way(self) -> None:
        """Let the window's thread come first from now on, where the system tells threads apart; so do its processes."""
        thread = self._thread.native_id
        if sys.platform == "linux" and thread:
            with suppress(OSError):  # it has just ended
                os.setpriority(os.PRIO_PROCESS, thread, max(NICENESS, os.getpriority(os.PRIO_PROCESS, thread)))

    def cancel(self) -> None:
        """Ask it to end; returns at once."""
        self._stop.set()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until the thread has ended, no longer than `seconds`; return whether it has."""
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
        except Exception as error:  # whatever it is, the window must hear of it
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
    """Start a job; `finished` is told of each end that has no callback of its own. Keep the job until it has ended."""
    job = Job(steps)
    job.stepped.connect(stepped)
    for signal, callback in ((job.finished, finished), (job.cancelled, cancelled), (job.failed, failed)):
        if callback or finished:
            signal.connect(callback or finished)
    job.start()
    return job
