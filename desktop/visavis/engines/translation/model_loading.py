"""Loads the model of a package with CTranslate2, in a thread beside everything else that is to be imported and read."""

from __future__ import annotations

import os
import sys
import threading
from importlib import import_module
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from types import ModuleType
from typing import Any


class ModelLoading:
    """Starts at once to load the folder `model`; CTranslate2 holds no Python lock meanwhile."""

    def __init__(self, model: Path, threads: int = 0) -> None:
        self._engine: Any = None
        self._fault: BaseException | None = None
        self._thread = threading.Thread(target=self._load, args=(model, threads), name="model", daemon=True)
        self._thread.start()

    def wait(self) -> Any:
        """Return the `ctranslate2.Translator`. Raises whatever CTranslate2 does, and ImportError."""
        self._thread.join()
        if self._fault:
            raise self._fault
        return self._engine

    def _load(self, model: Path, threads: int) -> None:
        try:
            engine = import_engine().Translator(
                str(model),
                device="cpu",
                compute_type="auto",
                inter_threads=threads or count_cores(),  # parallel batches: threads inside one wait for each other
                intra_threads=1,
            )
            # The first translation also makes the code of its matrix products: 0.03 s that no sentence shall wait for.
            engine.translate_batch([["</s>"] * 8], beam_size=2, max_decoding_length=2)
            self._engine = engine
        except BaseException as fault:  # raised where it is waited for
            self._fault = fault


def import_engine() -> ModuleType:
    """Return the part of CTranslate2 that translates; importing all of it takes 0.02 s more, most of it for asyncio."""
    if "ctranslate2" not in sys.modules:
        package = find_spec("ctranslate2")
        places = package.submodule_search_locations if package else None
        compiled = PathFinder.find_spec("ctranslate2._ext", places) if places else None
        if compiled and compiled.loader:
            try:
                module = module_from_spec(compiled)
                compiled.loader.exec_module(module)
            except ImportError:  # it needs what the package prepares, as on Windows
                pass
            else:
                return module
    return import_module("ctranslate2")


def count_cores() -> int:
    """Return the number of physical cores this process may use; hyper-threads do not speed up the engine."""
    try:
        here = os.sched_getaffinity(0)
        siblings = Path("/sys/devices/system/cpu")
        return len({(siblings / f"cpu{n}/topology/thread_siblings_list").read_text() for n in here})
    except (AttributeError, OSError):
        return os.cpu_count() or 1
