"""Tracks which running program has an article open, so that only the work of a crashed program is recovered."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from filelock import FileLock


class ProgramLock:
    """Identifies this running program by a locked file; the operating system releases the lock after a crash."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock: FileLock | None = None
        self.name = os.urandom(16).hex()

    @property
    def is_held(self) -> bool:
        """True while we hold the instance lock."""
        return self._lock is not None

    def acquire(self) -> str:
        """Take the instance lock; return the name that identifies this program to others."""
        if self._lock is None:
            lock = _lock(self._path(self.name))
            lock.acquire()
            self._lock = lock
        return self.name

    def is_running(self, name: str) -> bool:
        """True if the program of this name is running."""
        if name == self.name:
            return self.is_held
        path = self._path(name)
        if not path.exists():
            return False
        try:
            with _lock(path):
                pass
        except TimeoutError:
            return True
        with suppress(OSError):
            path.unlink()
        return False

    def release(self) -> None:
        """Release the instance lock."""
        if self._lock:
            self._lock.release()
            with suppress(OSError):
                self._path(self.name).unlink()
        self._lock = None

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.holder"


def _lock(path: Path) -> FileLock:
    from filelock import FileLock  # slow to import; its Timeout is a TimeoutError

    return FileLock(path, timeout=0, mode=0o600)
