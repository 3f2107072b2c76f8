"""Count in one walk through a document what is told about it: in the window, in lists, in exports."""

from __future__ import annotations

from dataclasses import dataclass

from visavis.model.document import Document
from visavis.model.passage import Status


@dataclass(frozen=True, slots=True)
class SentenceCounts:
    """How many sentences there are; how many are done: by the package at work, or in a reader's words.

    Of those translated some are `edited`, in a reader's words, the others are the `machine`'s; those that a reader has
    `verified` are among both. `flags` are those that no reader has answered by verifying the sentence. `others` are
    the versions of packages not at work.
    """

    total: int = 0
    done: int = 0
    machine: int = 0
    edited: int = 0
    verified: int = 0
    flags: int = 0
    others: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Tell whether every sentence has been translated."""
        return self.done == self.total

    @property
    def missing(self) -> int:
        """Count the sentences that have no translation at all."""
        return self.total - self.machine - self.edited


def count_sentences(document: Document) -> SentenceCounts:
    """Count a document as it is now."""
    done = edited = verified = flags = 0
    others: set[str] = set()
    for passage in document.passages.values():
        package, status = passage.package, passage.status
        other = package is not None and package is not document.package and package != document.package
        done += not other or status is not Status.MACHINE
        if status is not Status.MACHINE:
            edited += passage.edited
            verified += status is Status.VERIFIED
        if passage.flags:
            flags += len(passage.open_flags)
        if other and package:
            others.add(package.version)
    machine = len(document.passages) - edited
    return SentenceCounts(document.total, done, machine, edited, verified, flags, tuple(sorted(others)))
