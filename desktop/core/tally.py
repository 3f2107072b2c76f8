"""Count in one walk through a document what the window tells about it at every step."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.document import Document
from desktop.core.passage import Status


@dataclass(frozen=True, slots=True)
class Tally:
    """How many sentences there are and are done, are edited and verified; open flags; versions of other packages."""

    total: int = 0
    done: int = 0
    edited: int = 0
    verified: int = 0
    flags: int = 0
    others: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Tell whether every sentence has been translated."""
        return self.done == self.total


def tally(document: Document) -> Tally:
    """Count a document as it is now."""
    done = edited = verified = flags = 0
    others: set[str] = set()
    for passage in document.passages.values():
        package, status = passage.package, passage.status
        other = package is not None and package is not document.package and package != document.package
        done += not other or status is not Status.MACHINE
        edited += status is Status.EDITED
        if status is Status.VERIFIED:
            verified += 1
        elif passage.flags:
            flags += len(passage.flags)
        if other and package:
            others.add(package.version)
    return Tally(document.total, done, edited, verified, flags, tuple(sorted(others)))
