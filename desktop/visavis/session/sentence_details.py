"""Details of one sentence, worked out on demand: word alignment, alternatives, earlier corrections."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from visavis.model.errors import VisavisError
from visavis.model.passage import Hypothesis, Link, Match, Passage
from visavis.model.ports import Engines
from visavis.session.job import Job, start_job

BEAM = 40  # translations in which other words are looked for
KEPT = 500  # cached answers
NEVER = -1  # generation of an answer that is not cached

Question = tuple[str, str, str]  # name of the signal, sentence, translation


class SentenceAnswer(NamedTuple):
    """An answer, with the cache generation in which its query began."""

    kind: str
    passage: Passage
    found: list[Any]
    age: int


class SentenceDetails(QObject):
    """Returns cached answers at once; otherwise None, and emits a signal when the answer has been worked out.

    Answers of the engine are cached; failures are not, nor matches from the memory, which grows meanwhile. Of several
    pending queries of one kind only the last is answered: the mouse pointer has moved on.
    """

    linked = Signal(object, object)  # Passage, list[Link]
    offered = Signal(object, object)  # Passage, list[Hypothesis], best first
    varied = Signal(object, object)  # Passage, list[Hypothesis], best first
    matched = Signal(object, object)  # Passage, list[Match], most similar first

    def __init__(self, engines: Engines) -> None:
        super().__init__()
        self._engines = engines
        self._answers: dict[Question, Any] = {}
        self._forgotten = 0  # cache generation
        self._waiting: dict[str, Passage] = {}
        self._job: Job | None = None

    def links(self, passage: Passage) -> list[Link] | None:
        """Return the word alignment of a sentence and its translation."""
        links: list[Link] | None = self._ask("linked", passage)
        return links

    def alternatives(self, passage: Passage) -> list[Hypothesis] | None:
        """Return other translations of a sentence, best first."""
        hypotheses: list[Hypothesis] | None = self._ask("offered", passage)
        return hypotheses

    def variants(self, passage: Passage) -> list[Hypothesis] | None:
        """Return all that the engine has for a sentence, best first; many of them differ in one word."""
        hypotheses: list[Hypothesis] | None = self._ask("varied", passage)
        return hypotheses

    def matches(self, passage: Passage) -> list[Match] | None:
        """Return the user's corrections of similar sentences, most similar first."""
        matches: list[Match] | None = self._ask("matched", passage)
        return matches

    def forget(self) -> None:
        """Clear the cache, because another package is in use."""
        self._answers.clear()
        self._forgotten += 1

    def close(self, seconds: float = 10.0) -> bool:
        """Drop pending queries; return True if the thread has ended."""
        self._waiting.clear()
        job, self._job = self._job, None
        if job:
            job.cancel()
        return job is None or job.wait(seconds)

    def _ask(self, kind: str, passage: Passage) -> Any:
        answer = self._known(kind, passage)
        if answer is None:
            self._waiting[kind] = passage
            self._next()
        return answer

    def _known(self, kind: str, passage: Passage) -> Any:
        return self._answers.get((kind, passage.sentence.text, passage.target))

    def _next(self) -> None:
        while self._waiting and not self._job:
            kind = next(iter(self._waiting))
            passage = self._waiting.pop(kind)
            answer = self._known(kind, passage)
            if answer is None:
                self._begin(kind, passage)
            else:  # it was requested twice
                getattr(self, kind).emit(passage, answer)

    def _begin(self, kind: str, passage: Passage) -> None:
        age = self._forgotten
        self._job = start_job(lambda: self._worked_out(kind, passage, age), self._answered, self._ended)

    def _worked_out(self, kind: str, passage: Passage, age: int) -> Iterator[SentenceAnswer]:
        try:
            yield SentenceAnswer(kind, passage, self._answer(kind, passage), age if kind != "matched" else NEVER)
        except VisavisError:  # the translation reports the same error to the user
            yield SentenceAnswer(kind, passage, [], NEVER)

    def _answer(self, kind: str, passage: Passage) -> Any:
        engines, text = self._engines, passage.sentence.text
        if kind == "matched":
            return engines.memory.similar(text) if engines.memory else []
        if kind == "linked":
            return engines.translator().links(text, passage.target)
        if kind == "varied":
            return [one for beam in engines.translator().hypotheses([text], BEAM, [""]) for one in beam]
        return engines.translator().alternatives(text)

    def _answered(self, job: Job, answer: SentenceAnswer) -> None:
        if job is not self._job:
            return
        kind, passage, result, age = answer
        if age == self._forgotten:
            while len(self._answers) >= KEPT:
                del self._answers[next(iter(self._answers))]
            self._answers[kind, passage.sentence.text, passage.target] = result
        getattr(self, kind).emit(passage, result)

    def _ended(self, job: Job) -> None:
        job.wait(1.0)  # the thread has emitted its last signal and is ending
        if job is self._job:
            self._job = None
            self._next()
