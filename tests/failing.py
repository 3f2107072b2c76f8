"""The engine process of the tests, in place of `engine_process`: the real engine, which fails at certain words."""

from __future__ import annotations

import signal
import socket
import time
from collections.abc import Callable, Sequence
from typing import Any

from visavis.engines.translation import argos, engine_process
from visavis.engines.translation.decoder import Chunk
from visavis.engines.translation.model_loading import ModelLoading
from visavis.infrastructure.network_guard import ConnectionForbidden
from visavis.packages.find import InstalledPackage


def crash() -> None:
    """Crash like a native library."""
    signal.raise_signal(signal.SIGSEGV)  # in this thread: with os.kill the thread might run on for a while


def starve() -> None:
    """Run out of memory."""
    raise MemoryError


def connect() -> None:
    """Try to connect to another machine; return only if that is forbidden."""
    try:
        socket.create_connection(("127.0.0.1", 9), timeout=1)
    except ConnectionForbidden:
        return


FAULTS: dict[str, Callable[[], None]] = {
    "Tueur": crash,
    "Éternel": lambda: time.sleep(3600),
    "Mémoire": starve,
    "Réseau": connect,
}


class Failing(argos.ArgosTranslator):
    """Triggers a fault when it begins to decode a sentence with one of the words."""

    def __init__(self, package: InstalledPackage, threads: int = 0, model: ModelLoading | None = None) -> None:
        super().__init__(package, threads, model)
        begin = self.decoder.submit

        def watched(asked: Sequence[Chunk], *beam: int, **options: Any) -> list[Any]:
            for part in asked:
                for word, fault in FAULTS.items():
                    if word in part.source:
                        fault()
            return begin(asked, *beam, **options)

        self.decoder.submit = watched  # type: ignore[method-assign]


if __name__ == "__main__":
    argos.ArgosTranslator = Failing  # type: ignore[misc]
    engine_process.serve()
