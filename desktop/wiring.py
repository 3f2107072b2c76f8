"""The engines of this machine, wired to what the core asks for; slow imports wait until they are needed."""

from __future__ import annotations

import threading
from functools import cache

from desktop.core.ports import Engines, Summariser, Translator
from desktop.engines.sentences import FrenchSegmenter
from desktop.engines.summaries import METHODS, SumySummariser
from desktop.packages.find import in_use

_loading = threading.Lock()


def engines() -> Engines:
    """Return the engines; the translator is that of the package in use when it is asked for."""
    return Engines(FrenchSegmenter(), _translator, _summariser, METHODS)


def _translator() -> Translator:
    package = in_use()
    with _loading:  # two articles opened at once must not load the model twice
        return _loaded(package.folder.as_posix(), package.version)


@cache
def _loaded(folder: str, version: str) -> Translator:
    from desktop.engines.argos import ArgosTranslator

    return ArgosTranslator(in_use())


def _summariser(method: str) -> Summariser:
    return SumySummariser(method)
