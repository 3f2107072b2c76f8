"""Counts everything shown about a document (window, lists, exports) in a single pass."""

from __future__ import annotations

from dataclasses import dataclass

from visavis.model.document import Document
from visavis.model.passage import Status


@dataclass(frozen=True, slots=True)
class SentenceCounts:
    """The number of sentences in all, and of those done: by the current package, or by the user.

    Translated sentences are `machine`, `given` (made elsewhere) or `edited` (the user's words); any may be `verified`.
    `flags` counts the open flags, `dismissed` those that the user found to be wrong. `others` are the
    versions of other packages used.
    """

    total: int = 0
    done: int = 0
    machine: int = 0
    given: int = 0
    edited: int = 0
    verified: int = 0
    flags: int = 0
    dismissed: int = 0
    others: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """True if every sentence has been translated."""
        return self.done == self.total

    @property
    def missing(self) -> int:
        """Number of sentences without any translation."""
        return self.total - self.machine - self.given - self.edited


def count_sentences(document: Document) -> SentenceCounts:
    """Count a document as it is now."""
    done = given = edited = verified = flags = dismissed = 0
    others: set[str] = set()
    for passage in document.passages.values():
        package, status = passage.package, passage.status
        other = package is not None and package is not document.package and package != document.package
        done += not other or status is not Status.MACHINE
        if status is not Status.MACHINE:
            given += passage.given
            edited += passage.edited
            verified += status is Status.VERIFIED
        if passage.flags:
            flags += len(passage.open_flags)
            dismissed += sum(flag.dismissed for flag in passage.flags)
        if other and package:
            others.add(package.version)
    machine = len(document.passages) - given - edited
    return SentenceCounts(
        document.total, done, machine, given, edited, verified, flags, dismissed, tuple(sorted(others))
    )
