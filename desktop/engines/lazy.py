"""A translator that is loaded when there is something to translate."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from desktop.core.passage import Hypothesis, Link, PackageInfo
from desktop.core.ports import Translator


class LazyTranslator:
    """Names its package at once; what the memory knows needs no engine."""

    def __init__(self, package: PackageInfo, load: Callable[[], Translator]) -> None:
        self.package, self._load = package, load

    def translate(self, sentences: Sequence[str]) -> Iterator[list[tuple[int, Hypothesis]]]:
        """Translate as the engine does; raises PackageError if it cannot be loaded."""
        yield from self._load().translate(sentences)

    def alternatives(self, sentence: str, count: int = 5) -> list[Hypothesis]:
        """Return alternatives as the engine does; raises PackageError if it cannot be loaded."""
        return self._load().alternatives(sentence, count)

    def links(self, sentence: str, target: str) -> list[Link]:
        """Return links as the engine does; raises PackageError if it cannot be loaded."""
        return self._load().links(sentence, target)
