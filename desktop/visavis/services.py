"""Creates the engines and services of this machine; slow imports are delayed until first use."""

from __future__ import annotations

import atexit
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from visavis import paths
from visavis.engines.segmentation.english import EnglishSegmenter
from visavis.engines.segmentation.french import FrenchSegmenter
from visavis.engines.spelling import create_speller
from visavis.engines.summarisation.methods import METHODS
from visavis.engines.summarisation.registry import create_summariser
from visavis.infrastructure.network_guard import Guard
from visavis.infrastructure.settings import Settings
from visavis.model.errors import InputError, OutputError, PackageError, StoreError, VisavisError, describe_os_error
from visavis.model.glossary import Glossary, Term, is_same_term
from visavis.model.ports import Engines, Memory, Translator
from visavis.packages.find import INSTALLED, InstalledPackage, choose_package, read_package

if TYPE_CHECKING:
    from visavis.packages.library import PackageLibrary
    from visavis.store.store import Store

OWN = "own.csv"  # the list of terms added in the window

_making = threading.Lock()


def create_engines(settings: Settings, memory: Memory | None = None) -> Engines:
    """Return the engines; the translator uses whatever package is in use when it is requested."""
    return Engines(
        FrenchSegmenter(),
        lambda: _translator(settings),
        create_summariser,
        METHODS,
        memory,
        load_glossary,
        create_speller(lambda: settings.english),
        lambda: _prepare(settings),
        EnglishSegmenter(),
    )


def open_store(settings: Settings, on_error: Callable[[StoreError], None]) -> Store:
    """Return the saved work and translation memory, opened on first use; `on_error` is called with errors."""
    from visavis.store.store import Store

    return Store(paths.get_data_folder() / "store" / "store.sqlite", on_error, lambda: settings.memory)


def open_package_library(settings: Settings, guard: Guard) -> PackageLibrary:
    """Return the language packages of this machine, after removing what an interrupted installation left."""
    from visavis.packages.library import PackageLibrary

    library = PackageLibrary(_try, guard.permit, index=settings.package_index)
    library.clean_up()
    return library


def load_glossary() -> Glossary:
    """Return the built-in terms and the user's lists, which take precedence; unreadable lists are skipped."""
    lists = sorted(paths.get_glossaries_folder().glob("*.csv"), key=lambda path: (path.name == OWN, path.name))
    files = [paths.find_resource("glossary-fr-en.csv"), *lists]
    return _glossary(tuple((path, path.stat().st_mtime_ns) for path in files))


def import_glossary(path: Path) -> list[Term]:
    """Import a CSV, TSV or TBX file as one of the user's lists, replacing a list of the same name.

    Raises InputError or OutputError.
    """
    from visavis.exports.glossary import write_glossary
    from visavis.readers.glossary import read

    terms = read(path)
    with suppress(OSError):  # `save` reports what is wrong
        paths.make_private_folder(paths.get_glossaries_folder())
    write_glossary(terms, paths.get_glossaries_folder() / f"{path.stem}.csv")
    return terms


def add_term(term: Term) -> None:
    """Add a term to the user's own list, which overrides all others. Raises InputError or OutputError."""
    from visavis.exports import glossary as glossary_files
    from visavis.readers import glossary as glossaries

    path = paths.get_glossaries_folder() / OWN
    terms = [other for other in glossaries.read(path) if not is_same_term(other, term)] if path.exists() else []
    with suppress(OSError):  # `save` reports what is wrong
        paths.make_private_folder(path.parent)
    glossary_files.write_glossary([*terms, term], path)


def remove_term(term: Term) -> None:
    """Delete a term from all of the user's lists; those that cannot be read stay. Raises OutputError."""
    from visavis.exports.glossary import write_glossary
    from visavis.readers.glossary import read

    for path in paths.get_glossaries_folder().glob("*.csv"):
        with suppress(InputError):
            terms = read(path)
            left = [other for other in terms if not is_same_term(other, term)]
            if not left:  # a list without terms cannot be read
                _delete(path)
            elif len(left) < len(terms):
                write_glossary(left, path)


def _delete(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(str(path), describe_os_error(error)) from error


@lru_cache(maxsize=1)
def _glossary(files: tuple[tuple[Path, int], ...]) -> Glossary:
    """Return the terms of files, the built-in list first, given with their modification times as the cache key."""
    from visavis.readers.glossary import read

    (built_in, _), *lists = files
    terms = read(built_in)
    for path, _ in lists:
        with suppress(InputError):
            terms += [replace(term, own=True) for term in read(path)]
    return Glossary(terms)


def _translator(settings: Settings) -> Translator:
    package = choose_package(preferred=settings.package)
    changed = (package.folder / "model" / "model.bin").stat().st_mtime_ns

    with _making:  # two articles opened at once must not load the model twice
        return _engine(package, changed, settings.cores)


def _prepare(settings: Settings) -> None:
    with suppress(VisavisError, OSError):  # reported when there is something to translate
        from visavis.engines.translation.restarting import RestartingTranslator

        translator = _translator(settings)
        if isinstance(translator, RestartingTranslator):
            translator.prepare()


@lru_cache(maxsize=1)
def _engine(package: InstalledPackage, changed: int, cores: int) -> Translator:
    from visavis.engines.translation.restarting import RestartingTranslator

    return RestartingTranslator(package, cores)


atexit.register(_engine.cache_clear)  # the engine ends before the modules that it needs


def _try(folder: Path) -> None:
    """Load the package in `folder` and translate a sentence. Raises PackageError or EngineFailed."""
    from visavis.engines.translation.engine_client import EngineProcess
    from visavis.engines.translation.restarting import SOUND

    package = read_package(folder, INSTALLED)
    if package is None:
        raise PackageError(folder.name, "it is no language package")
    process = EngineProcess(package)
    try:
        hypotheses = [hypothesis for batch in process.translate([SOUND]) for _, hypothesis in batch]
    finally:
        process.kill()
    if not hypotheses or not any(map(str.isalpha, hypotheses[0].text)):
        raise PackageError(folder.name, "it does not translate")
