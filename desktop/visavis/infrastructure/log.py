"""The log: rotating, readable by its owner only, and without any text of the user's."""

from __future__ import annotations

import faulthandler
import logging
import os
from contextlib import suppress
from io import TextIOWrapper
from itertools import pairwise
from pathlib import Path

from visavis.infrastructure.fault_trace import format_trace
from visavis.paths import make_private_folder

LARGEST, OLDER = 200_000, 3  # bytes per file, older files kept
_log = logging.getLogger("visavis")


# Not RotatingFileHandler of logging.handlers, which imports sockets and pickle: a twentieth of the window's start.
class _Private(logging.FileHandler):
    """A rotating log whose files only their owner can read; write errors are ignored."""

    def _open(self) -> TextIOWrapper:
        return _private(Path(self.baseFilename))

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, to a new file if this one would become too long."""
        with suppress(OSError):
            if self.stream and self.stream.tell() + len(self.format(record).encode()) >= LARGEST:
                self.stream.close()
                self._rotate()
                self.stream = self._open()
        super().emit(record)

    def _rotate(self) -> None:
        files = [Path(self.baseFilename), *(Path(f"{self.baseFilename}.{number + 1}") for number in range(OLDER))]
        with suppress(OSError):
            for newer, older in reversed(list(pairwise(files))):
                if newer.exists():
                    newer.replace(older)

    def handleError(self, record: logging.LogRecord) -> None:
        """Ignore the error."""


def start(folder: Path, first: str) -> None:
    """Start logging to `folder`, with a first entry; only `note` and `fault` ever write."""
    stop()
    _log.propagate = False  # keep other libraries' handlers away from our records
    _log.setLevel(logging.INFO)
    try:
        make_private_folder(folder)
        handler = _Private(folder / "visavis.log", encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    _log.addHandler(handler)
    note(first)


def stop() -> None:
    """Close the log."""
    for handler in list(_log.handlers):
        _log.removeHandler(handler)
        handler.close()


def watch(folder: Path) -> None:
    """Have faulthandler write a traceback into `folder` if a library crashes the process."""
    with suppress(OSError):
        faulthandler.enable(_private(folder / "fatal.log"))


def note(what: str) -> None:
    """Log an event; never with words, names or paths of a document."""
    _log.info("%s", what)


def fault(error: BaseException) -> str:
    """Log the traceback of an error, without its message, and return it."""
    trace = format_trace(error)
    _log.error("%s", trace)
    return trace


def _private(path: Path) -> TextIOWrapper:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8")
