"""Write a file in one step: beside it, flushed, then renamed; a full disk or a kill leaves the old file whole."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from desktop.core.errors import OutputError, why


def write(path: Path, text: str) -> None:
    """Write `text` in UTF-8 as `path`, replacing what was there; raises OutputError."""
    try:
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        handle, staged = tempfile.mkstemp(dir=path.parent, prefix=".visavis-", suffix=".part")
    except OSError as error:
        raise OutputError(str(path), f"it cannot be written: {why(error)}") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        Path(staged).chmod(mode)
        Path(staged).replace(path)
    except OSError as error:
        Path(staged).unlink(missing_ok=True)
        raise OutputError(str(path), f"it cannot be written: {why(error)}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
