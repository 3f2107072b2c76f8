"""Translates in a separate process, restarted after a crash, a failure or a timeout."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import cached_property

from visavis.engines.translation.engine_client import PATIENCE, Batch, EngineBroken, EngineProcess
from visavis.model.errors import EngineFailed
from visavis.model.passage import Flag, Hypothesis, Link, PackageInfo
from visavis.packages.find import InstalledPackage

# After a failure, sentences are translated one at a time until the one that breaks the engine is found, or until this
# many characters have passed: those of the three windows that may have been in the engine.
SUSPECT = 24_000
SOUND = "Le président est arrivé à Paris."  # a sentence every engine can translate


class RestartingTranslator:
    """A `Translator` whose process starts with the first translation and then stays."""

    def __init__(self, package: InstalledPackage, threads: int = 0, patience: float = PATIENCE) -> None:
        self._installed, self._threads, self._patience = package, threads, patience
        self._process: EngineProcess | None = None
        self._starting = threading.Lock()

    @cached_property
    def package(self) -> PackageInfo:
        """The package's name, version and checksum. Raises PackageError."""
        return self._installed.info()

    def translate(self, sentences: Sequence[str]) -> Iterator[Batch]:
        """Yield (index, hypothesis) window by window; a sentence that breaks the engine is left in French and flagged.

        Raises PackageError or EngineFailed if the engine cannot be started.
        """
        left = dict(enumerate(sentences))
        while left:
            places = list(left)
            try:
                with closing(self._running().translate(list(left.values()))) as batches:
                    for batch in batches:
                        placed = [(places[number], hypothesis) for number, hypothesis in batch]
                        for index, _ in placed:
                            del left[index]
                        yield placed
            except EngineBroken as broken:
                _log_break(broken)
                if left:
                    yield from self._one_by_one(left)

    def alternatives(self, sentence: str, count: int = 5) -> list[Hypothesis]:
        """Return at most `count` translations in different words, best first. Raises EngineFailed."""
        try:
            return self._running().alternatives(sentence, count)
        except EngineBroken:  # perhaps another query broke the engine: try once more
            return self._running().alternatives(sentence, count)

    def hypotheses(self, sentences: Sequence[str], count: int, begins: Sequence[str]) -> list[list[Hypothesis]]:
        """Return the whole beam of each sentence, best first; nothing if that breaks the engine."""
        try:
            return self._running().hypotheses(sentences, count, begins)
        except EngineBroken as broken:  # there is a translation of each already
            _log_break(broken)
            return [[] for _ in sentences]

    def links(self, sentence: str, target: str) -> list[Link]:
        """Return the word alignment of a sentence and its translation. Raises EngineFailed."""
        try:
            return self._running().links(sentence, target)
        except EngineBroken:
            return self._running().links(sentence, target)

    def prepare(self) -> None:
        """Start the process. Raises EngineFailed."""
        self._running()

    def close(self) -> None:
        """End the process; it restarts with the next translation."""
        with self._starting:
            if self._process:
                self._process.kill()

    def __del__(self) -> None:
        self.close()

    def _running(self) -> EngineProcess:
        """Return the shared process; start one if there is none or it has ended."""
        with self._starting:
            if self._process is None or self._process.ended:
                self._process = self._another()
            return self._process

    def _one_by_one(self, left: dict[int, str]) -> Iterator[Batch]:
        """Translate the next sentences one at a time in a fresh process, to isolate the one that breaks the engine."""
        process, passed = self._another(), 0
        try:
            for index, sentence in list(left.items()):
                try:
                    ((_, hypothesis),) = [result for batch in process.translate([sentence]) for result in batch]
                except EngineBroken as broken:
                    _log_break(broken)
                    hypothesis = _copy_source(sentence, broken)
                    process.kill()
                    process = self._another()
                    list(process.translate([SOUND]))  # if this fails too, the sentence is not to blame
                    passed = SUSPECT
                del left[index]
                yield [(index, hypothesis)]
                passed += len(sentence)
                if passed > SUSPECT:
                    return
        except EngineBroken as broken:
            raise EngineFailed(
                broken.subject, "the translation engine keeps failing; close other programs and try again"
            ) from broken
        finally:
            process.kill()

    def _another(self) -> EngineProcess:
        return EngineProcess(self._installed, self._threads, self._patience)


def _log_break(broken: EngineBroken) -> None:
    from visavis.infrastructure import log  # slow to import, and rarely needed

    log.note(broken.fault)


def _copy_source(sentence: str, broken: EngineBroken) -> Hypothesis:
    return Hypothesis(sentence.strip(), 0.0, (Flag("degenerate", broken.fault),))
