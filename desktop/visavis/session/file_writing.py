"""Write a file in a background job."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from visavis.model.errors import OutputError, VisavisError


@dataclass(frozen=True)
class FileWritten:
    """A file has been written."""

    path: Path


def write_file(path: Path, content: str | Callable[[], bytes]) -> Iterator[FileWritten]:
    """Write a text, or the bytes that `content` returns, then yield `FileWritten`. Raises VisavisError."""
    from visavis.exports.atomic_write import write_atomically

    try:
        data = content if isinstance(content, str) else content()
    except VisavisError:
        raise
    except Exception as error:  # a bug in the program, but the user must learn that the file was not written
        raise OutputError(str(path), "something went wrong ({0})", type(error).__name__) from error
    write_atomically(path, data)
    yield FileWritten(path)
