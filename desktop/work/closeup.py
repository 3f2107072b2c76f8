"""What is worked out for one sentence when the reader looks closer: links, alternatives, earlier corrections."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.core.errors import VisavisError
from desktop.core.passage import Hypothesis, Link, Match, Passage
from desktop.core.ports import Engines
from desktop.work.job import Job

KEPT = 500  # answers

Question = tuple[str, str, str]  # the name of a signal, a sentence, its translation


class Closeup(QObject):
    """Answers from what it knows, or with None, and by a signal once it has been worked out off the window's thread.

    Of questions of one kind that wait, only the last is answered: the pointer has moved on.
    """

    linked = Signal(object, object)  # Passage, list[Link]
    offered = Signal(object, object)  # Passage, list[Hypothesis], best first
    matched = Signal(object, object)  # Passage, list[Match], most similar first

    def __init__(self, engines: Engines) -> None:
        super().__init__()
        self._engines = engines
        self._answers: dict[Question, Any] = {}
        self._waiting: dict[str, Passage] = {}
        self._job: Job | None = None

    def links(self, passage: Passage) -> list[Link] | None:
        """Return which words of a sentence stand behind which of its translation."""
        found: list[Link] | None = self._ask("linked", passage)
        return found

    def alternatives(self, passage: Passage) -> list[Hypothesis] | None:
        """Return other translations of a sentence, best first."""
        found: list[Hypothesis] | None = self._ask("offered", passage)
        return found

    def matches(self, passage: Passage) -> list[Match] | None:
        """Return what the reader made of similar sentences before, the most similar first."""
        found: list[Match] | None = self._ask("matched", passage)
        return found

    def close(self, seconds: float = 10.0) -> bool:
        """Forget what waits; return whether the thread has ended."""
        self._waiting.clear()
        job, self._job = self._job, None
        if job:
            job.cancel()
        return job is None or job.wait(seconds)

    def _ask(self, kind: str, passage: Passage) -> Any:
        answer = self._answers.get((kind, passage.sentence.text, passage.target))
        if answer is None:
            self._waiting[kind] = passage
            self._next()
        return answer

    def _next(self) -> None:
        if self._job or not self._waiting:
            return
        kind = next(iter(self._waiting))
        passage = self._waiting.pop(kind)
        job = self._job = Job(lambda: self._worked_out(kind, passage))
        job.stepped.connect(self._answered)
        for ended in (job.finished, job.cancelled, job.failed):
            ended.connect(self._ended)
        job.start()

    def _worked_out(self, kind: str, passage: Passage) -> Iterator[tuple[str, Passage, Any]]:
        try:
            yield kind, passage, self._answer(kind, passage)
        except VisavisError:  # the translation itself has told, or will
            yield kind, passage, []

    def _answer(self, kind: str, passage: Passage) -> Any:
        engines, text = self._engines, passage.sentence.text
        if kind == "matched":
            return engines.memory.similar(text) if engines.memory else []
        if kind == "linked":
            return engines.translator().links(text, passage.target)
        return engines.translator().alternatives(text)

    def _answered(self, job: Job, answer: tuple[str, Passage, Any]) -> None:
        if job is not self._job:
            return
        kind, passage, found = answer
        while len(self._answers) >= KEPT:
            del self._answers[next(iter(self._answers))]
        self._answers[kind, passage.sentence.text, passage.target] = found
        getattr(self, kind).emit(passage, found)

    def _ended(self, job: Job) -> None:
        job.wait(1.0)
        if job is self._job:
            self._job = None
            self._next()
