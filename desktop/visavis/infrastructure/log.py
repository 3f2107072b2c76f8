"""The program's log: rotating, for the user's eyes alone, and without a word of what she reads."""

from __future__ import annotations

import faulthandler
import logging
import os
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from visavis.infrastructure.fault_trace import format_trace
from visavis.paths import make_private_folder

LARGEST = 200_000  # bytes of a file; three older ones are kept
_log = logging.getLogger("visavis")


class _Private(RotatingFileHandler):
    """Writes a file that only its owner can read; what cannot be written is no reason to stop."""

    def _open(self) -> TextIOWrapper:
        return _private(Path(self.baseFilename))

    def handleError(self, record: logging.LogRecord) -> None:
        """Say nothing."""


def start(folder: Path, first: str) -> None:
    """Begin to log into `folder`, with a first entry; only what `note` and `fault` are told is ever written."""
    stop()
    _log.propagate = False  # no other library's handler sees ours, nor ours theirs
    _log.setLevel(logging.INFO)
    try:
        make_private_folder(folder)
        handler = _Private(folder / "visavis.log", maxBytes=LARGEST, backupCount=3, encoding="utf-8")
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
    """Have Python write into `folder` in which functions it was if a library brings the whole program down."""
    with suppress(OSError):
        faulthandler.enable(_private(folder / "fatal.log"))


def note(what: str) -> None:
    """Log what happened; never with words, names or paths of a document."""
    _log.info("%s", what)


def fault(error: BaseException) -> str:
    """Log where an error came from, and return that."""
    trace = format_trace(error)
    _log.error("%s", trace)
    return trace


def _private(path: Path) -> TextIOWrapper:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8")
