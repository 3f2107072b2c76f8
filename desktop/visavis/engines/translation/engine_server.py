"""What the engine process does: loads a language package and answers queries; exits when stdin closes.

Messages are lines of JSON. In: [number, query, arguments…] and [number, "stop"]. Out: [number, "answer", value] for
each answer, then [number, "end" or "failed", null]. Number 0 is about the package itself.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import IO, Any

from visavis.engines.translation.model_loading import ModelLoading
from visavis.infrastructure.network_guard import Guard
from visavis.infrastructure.worker_process import limit_process
from visavis.model.errors import PackageError, VisavisError
from visavis.model.message import Message
from visavis.model.passage import Hypothesis
from visavis.model.ports import Translator
from visavis.packages.find import read_package


class EngineServer:
    """Answers each query in a thread of its own."""

    def __init__(self, out: IO[bytes]) -> None:
        self._engine: Translator | None = None
        self._loaded = threading.Event()
        self._out = out
        self._stopped: set[int] = set()
        self._speaking = threading.Lock()

    def send(self, number: int, kind: str, value: Any = None) -> None:
        """Send a message about the query `number`."""
        line = json.dumps((number, kind, value)).encode() + b"\n"
        with self._speaking:
            self._out.write(line)
            self._out.flush()

    def load(self, make: Callable[[], Translator]) -> None:
        """Load the engine, or report why that failed and exit."""
        try:
            engine = make()
        except VisavisError as error:
            self.send(0, "unusable", (type(error).__name__, error.subject, *_serialise_message(error.reason)))
            os._exit(1)  # sys.exit would only end this thread, while the main one waits for stdin
        except BaseException:
            os._exit(1)
        self.send(0, "loaded")
        self._engine = engine
        self._loaded.set()

    def handle(self, number: int, what: str, *about: Any) -> None:
        """Start answering a query, or stop it."""
        if what == "stop":
            self._stopped.add(number)
        else:
            threading.Thread(target=self._answer, args=(number, what, *about), daemon=True).start()

    def _answer(self, number: int, what: str, *about: Any) -> None:
        self._loaded.wait()
        try:
            with closing(getattr(self, f"_{what}")(self._engine, *about)) as answers:
                for answer in answers:
                    if number in self._stopped:
                        break
                    self.send(number, "answer", answer)
        except Exception:
            self.send(number, "failed")
        else:
            self.send(number, "end")
        self._stopped.discard(number)

    def _translate(self, engine: Translator, sentences: list[str]) -> Iterator[list[Any]]:
        for batch in engine.translate(sentences):
            yield [(index, *_serialise_hypothesis(hypothesis)) for index, hypothesis in batch]

    def _alternatives(self, engine: Translator, sentence: str, count: int) -> Iterator[list[Any]]:
        yield [_serialise_hypothesis(hypothesis) for hypothesis in engine.alternatives(sentence, count)]

    def _hypotheses(
        self, engine: Translator, sentences: list[str], count: int, begins: list[str]
    ) -> Iterator[list[Any]]:
        for beam in engine.hypotheses(sentences, count, begins):
            yield [_serialise_hypothesis(hypothesis) for hypothesis in beam]

    def _links(self, engine: Translator, sentence: str, target: str) -> Iterator[list[Any]]:
        yield [(*link.source, *link.target) for link in engine.links(sentence, target)]


def _serialise_hypothesis(hypothesis: Hypothesis) -> tuple[Any, ...]:
    return (
        hypothesis.text,
        hypothesis.score,
        [(flag.check, *_serialise_message(flag.detail)) for flag in hypothesis.flags],
    )


def _serialise_message(message: str) -> list[str]:
    return [message.template, *message.values] if isinstance(message, Message) else [message]


def serve_package(folder: Path, origin: str, model: ModelLoading) -> None:
    """Load a package, whose model is being loaded, and answer queries."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the main program
    Guard().install()
    limit_process()
    servant = EngineServer(os.fdopen(os.dup(1), "wb"))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # keeps the libraries' own output out of the protocol
    threading.Thread(target=servant.load, args=(partial(_load_engine, folder, origin, model),), daemon=True).start()
    for line in sys.stdin.buffer:
        servant.handle(*json.loads(line))
    os._exit(0)  # the main program has ended; don't wait for work in progress


def _load_engine(folder: Path, origin: str, model: ModelLoading) -> Translator:
    from visavis.engines.translation.argos import ArgosTranslator

    package = read_package(folder, origin)
    if package is None:
        raise PackageError(folder.name, "the language package could not be loaded; remove it or install it again")
    return ArgosTranslator(package, model=model)
