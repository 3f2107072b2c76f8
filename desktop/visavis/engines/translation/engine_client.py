"""Client of the engine process, which has a language package loaded; thread-safe. The process runs `engine_process`."""

from __future__ import annotations

import atexit
import itertools
import json
import threading
import time
from collections.abc import Generator, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any

from visavis.infrastructure.worker_process import start_worker
from visavis.model.errors import EngineFailed, PackageError, VisavisError
from visavis.model.message import Message
from visavis.model.passage import Flag, Hypothesis, Link
from visavis.packages.find import InstalledPackage

STARTING = 60.0  # timeout for loading the package, in seconds
PATIENCE = 60.0  # Timeout without output: 60 s + 0.02 s per token.
TOKEN = 0.02
# Tokens of the three windows that may be at work in the engine; each token has at least one letter.
AT_WORK = 6000

SERVED = "visavis.engines.translation.engine_process"  # the module the process runs

Batch = list[tuple[int, Hypothesis]]


class EngineBroken(EngineFailed):
    """The engine crashed, failed or timed out, as `fault` says; a new process may succeed."""

    def __init__(self, package: str, fault: Message) -> None:
        super().__init__(package, Message("{0}; try again", fault))
        self.fault = fault


class EngineProcess:
    """Starts the process at once; queries wait until the package is loaded.

    Queries raise PackageError or EngineFailed.
    """

    def __init__(self, package: InstalledPackage, threads: int = 0, patience: float = PATIENCE) -> None:
        self._name, self._patience = package.name, patience
        self._numbers = itertools.count(1)
        self._waiting: dict[int, SimpleQueue[tuple[str, Any]]] = {}
        self._lock, self._speaking = threading.Lock(), threading.Lock()
        self._heard = 0.0  # time of the last output
        self._loaded = self.ended = False
        self._unusable: VisavisError | None = None
        try:
            self._process = start_worker(SERVED, str(package.folder.absolute()), package.origin, str(threads))
        except OSError as error:
            raise self._not_started() from error
        atexit.register(self.kill)  # the process must not outlive the application
        threading.Thread(target=self._listen, name="engine", daemon=True).start()

    def translate(self, sentences: Sequence[str]) -> Generator[Batch, None, None]:
        """Yield (index, hypothesis) window by window; closing the generator stops the work."""
        for batch in self._ask(sentences, "translate", sentences):
            yield [(index, _parse_hypothesis(*fields)) for index, *fields in batch]

    def alternatives(self, sentence: str, count: int) -> list[Hypothesis]:
        """Return translations in different words."""
        (answers,) = self._ask([sentence], "alternatives", sentence, count)
        return [_parse_hypothesis(*fields) for fields in answers]

    def hypotheses(self, sentences: Sequence[str], count: int, begins: Sequence[str]) -> list[list[Hypothesis]]:
        """Return the whole beam of each sentence, after the words that it shall begin with."""
        answers = self._ask(sentences, "hypotheses", sentences, count, begins)
        return [[_parse_hypothesis(*fields) for fields in beam] for beam in answers]

    def links(self, sentence: str, target: str) -> list[Link]:
        """Return the word alignment of a sentence and its translation."""
        (answers,) = self._ask([sentence, target], "links", sentence, target)
        return [Link((a, b), (c, d)) for a, b, c, d in answers]

    def kill(self) -> None:
        """Kill the process; pending queries fail."""
        self.ended = True
        self._process.kill()

    def _ask(self, texts: Sequence[str], *question: Any) -> Generator[Any, None, None]:
        """Send a query about `texts` and yield its answers."""
        number, answers = next(self._numbers), SimpleQueue[tuple[str, Any]]()
        patience = self._patience + TOKEN * min(sum(map(len, texts)), AT_WORK + max(map(len, texts), default=0))
        with self._lock:
            self._waiting[number] = answers
            if self.ended:
                answers.put(("ended", None))
        kind = ""
        try:
            self._say(number, *question)
            while True:
                kind, value = self._answer(answers, patience)
                if kind == "answer":
                    yield value
                elif kind == "end":
                    return
                elif kind == "failed":
                    raise EngineBroken(self._name, Message("the translation engine failed"))
                else:
                    raise self._death()
        finally:
            with self._lock:
                del self._waiting[number]
            if kind == "answer":
                self._say(number, "stop")

    def _answer(self, answers: SimpleQueue[tuple[str, Any]], patience: float) -> tuple[str, Any]:
        """Wait for the next answer; any output of the process restarts the timeout."""
        asked = time.monotonic()
        while True:
            bound = patience if self._loaded else max(patience, STARTING)
            left = max(asked, self._heard) + bound - time.monotonic()
            if left <= 0:
                break
            with suppress(Empty):
                return answers.get(timeout=min(left, patience))
        self.kill()
        if not self._loaded:
            raise self._not_started()
        raise EngineBroken(self._name, Message("the translation engine took too long"))

    def _say(self, *question: Any) -> None:
        """Send a query.

        A process that does not read its stdin is killed; one that has ended is noticed when reading answers.
        """
        watch = threading.Timer(self._patience, self.kill)
        watch.daemon = True
        watch.start()
        try:
            with self._speaking, suppress(OSError, ValueError):
                assert self._process.stdin
                self._process.stdin.write(json.dumps(question).encode() + b"\n")
                self._process.stdin.flush()
        finally:
            watch.cancel()

    def _listen(self) -> None:
        """Dispatch each answer to its query, and wake all queries when the process has ended."""
        assert self._process.stdout and self._process.stdin
        try:
            for line in self._process.stdout:
                number, kind, value = json.loads(line)
                self._heard = time.monotonic()
                with self._lock:
                    waiting = self._waiting.get(number)
                if waiting:
                    waiting.put((kind, value))
                elif kind == "loaded":
                    self._loaded = True
                elif kind == "unusable":
                    kinds = {kind.__name__: kind for kind in (PackageError, EngineFailed)}
                    fault, *details = value
                    self._unusable = kinds.get(fault, EngineFailed)(*details)
        except ValueError:
            pass  # killed in the middle of a line
        finally:
            self.kill()
            with self._lock:
                for waiting in self._waiting.values():
                    waiting.put(("ended", None))
            self._process.wait()
            atexit.unregister(self.kill)
            self._process.stdout.close()
            with self._speaking, suppress(OSError):
                self._process.stdin.close()

    def _death(self) -> VisavisError:
        if self._unusable:
            return self._unusable
        return (
            EngineBroken(self._name, Message("the translation engine crashed")) if self._loaded else self._not_started()
        )

    def _not_started(self) -> EngineFailed:
        return EngineFailed(
            self._name,
            "its engine could not be started; close other programs and try again, or install the package again",
        )


def _parse_hypothesis(text: str, score: float, flags: list[list[str]]) -> Hypothesis:
    return Hypothesis(text, score, tuple(Flag(check, Message(*detail)) for check, *detail in flags))
