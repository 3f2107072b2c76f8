"""Writes a file atomically: to a temporary file beside it, synced, then renamed.

A full disk leaves the old file whole.
"""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from pathlib import Path

from visavis.model.errors import OutputError, describe_os_error
from visavis.model.message import Message

_PART = re.compile(r"\.visavis-[0-9a-f]{12}\.part")  # our temporary files
_ABANDONED = 24 * 3600.0  # seconds: no write takes this long


def check_writable(path: Path, source: str = "") -> None:
    """Raise OutputError if `path` clearly can't be written or is the file `source`, before starting slow work."""
    try:
        if path.is_dir():
            raise IsADirectoryError
        if path.is_file():
            with path.open("ab"):  # does not change the file
                pass
        elif not path.exists() and not Path(os.path.realpath(path)).parent.is_dir():
            raise FileNotFoundError
    except OSError as error:
        raise OutputError(
            str(path), "it cannot be written: {0}; choose another place", describe_write_error(error)
        ) from error
    if source and path.is_file() and os.path.exists(source) and path.samefile(source):  # noqa: PTH110, it may be hidden
        raise OutputError(str(path), "it is the article itself; choose another name")


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write `content` (text as UTF-8) to `path`, replacing a file there. Raises OutputError."""
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    check_writable(path)
    try:
        if path.exists() and not path.is_file():
            # a device or a pipe: it can't be written atomically, and must not be replaced by a file
            path.write_bytes(data)
        else:
            _replace(Path(os.path.realpath(path)), data)  # write through a symbolic link instead of replacing it
    except OSError as error:
        raise OutputError(
            str(path), "it cannot be written: {0}; choose another place", describe_write_error(error)
        ) from error


def _replace(path: Path, data: bytes) -> None:
    mode = path.stat().st_mode & 0o777 if path.exists() else None
    staged = path.with_name(f".visavis-{os.urandom(6).hex()}.part")
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(staged, flags, 0o666 if mode is None else 0o600), "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        if mode is not None:
            staged.chmod(mode)
        staged.replace(path)
        _remove_leftovers(path.parent)
    except BaseException:
        staged.unlink(missing_ok=True)
        raise


def _remove_leftovers(folder: Path) -> None:
    """Remove temporary files left in a folder by programs killed while writing."""
    with suppress(OSError):
        for path in folder.glob(".visavis-*.part"):
            if _PART.fullmatch(path.name) and time.time() - path.lstat().st_mtime > _ABANDONED:
                path.unlink()


def describe_write_error(error: OSError) -> Message:
    """Return why nothing can be written somewhere, in words for the user."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Message("there is no such folder")
    return (
        Message("you are not allowed to write there")
        if isinstance(error, PermissionError)
        else describe_os_error(error)
    )
