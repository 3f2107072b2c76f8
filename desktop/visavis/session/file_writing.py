"""Write a file in a job."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from visavis.exports.atomic_write import write
from visavis.model.errors import OutputError, VisavisError


@dataclass(frozen=True)
class Saved:
    """A file has been written."""

    path: Path


def written(path: Path, content: str | Callable[[], bytes]) -> Iterator[Saved]:
    """Write a text, or what `content` makes, and say so; raises VisavisError."""
    try:
        made = content if isinstance(content, str) else content()
    except VisavisError:
        raise
    except Exception as error:  # a fault of the program, but one that must be told here
        raise OutputError(str(path), "something went wrong ({0})", type(error).__name__) from error
    write(path, made)
    yield Saved(path)
