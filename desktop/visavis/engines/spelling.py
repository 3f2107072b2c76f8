"""English spelling with the system's Hunspell dictionary, if there is one; the only module that imports spylls."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

# Where systems keep their Hunspell dictionaries.
FOLDERS = ("/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell", "/Library/Spelling")
# Acceptable dictionaries, preferred first.
LANGUAGES = ("en_GB", "en_US", "en_*")

MOST = 5  # suggestions shown

_NUMBER = re.compile(r"\d")


def find_dictionary(folders: Sequence[str] = FOLDERS, country: str = "GB") -> Path | None:
    """Return the path of an English dictionary, that of a country if there is one, without the suffix .aff; or None."""
    for language in (f"en_{country}", *LANGUAGES):
        for folder in map(Path, folders):
            for path in sorted(folder.glob(f"{language}.aff")):
                if path.with_suffix(".dic").is_file():
                    return path.with_suffix("")
    return None


class HunspellSpeller:
    """Checks English spelling; the dictionary loads on first use, which takes half a second."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _loaded(self) -> Any:
        from spylls.hunspell import Dictionary, readers
        from spylls.hunspell.readers.file_reader import FileReader

        class Held(FileReader):  # type: ignore[misc]
            """A reader that closes its file: the one in spylls leaves it open."""

            def _open(self, path: str, encoding: str) -> io.StringIO:
                return io.StringIO(Path(path).read_text(encoding=encoding, errors="surrogateescape"))

        rules, context = readers.read_aff(Held(f"{self._path}.aff"))
        return Dictionary(
            rules, readers.read_dic(Held(f"{self._path}.dic", context.encoding), aff=rules, context=context)
        )

    def misspelt(self, words: Iterable[str]) -> frozenset[str]:
        """Return the words that are not in the dictionary; words with a digit are never misspelt."""
        return frozenset(word for word in words if not _NUMBER.search(word) and not self._known(word))

    def suggestions(self, word: str) -> list[str]:
        """Return up to MOST suggestions for a misspelt word, likeliest first; takes half a second."""
        try:
            return list(islice(self._loaded.suggest(word), MOST))
        except Exception:  # no suggestions from a dictionary that spylls cannot read
            return []

    def _known(self, word: str) -> bool:
        try:
            return bool(self._loaded.lookup(word))
        except Exception:  # mark nothing if spylls cannot read the dictionary
            return True


class ChosenSpeller:
    """Checks English as it is spelt where `country` says, by the system's dictionary of that spelling if it has one."""

    def __init__(self, country: Callable[[], str], folders: Sequence[str] = FOLDERS) -> None:
        self._country, self._folders = country, folders
        self._spellers: dict[Path, HunspellSpeller] = {}

    def misspelt(self, words: Iterable[str]) -> frozenset[str]:
        """Return the words that are not in the dictionary."""
        speller = self._choose()
        return speller.misspelt(words) if speller else frozenset()

    def suggestions(self, word: str) -> list[str]:
        """Return up to MOST suggestions for a misspelt word, likeliest first."""
        speller = self._choose()
        return speller.suggestions(word) if speller else []

    def _choose(self) -> HunspellSpeller | None:
        path = find_dictionary(self._folders, self._country())
        return self._spellers.setdefault(path, HunspellSpeller(path)) if path else None


def create_speller(country: Callable[[], str]) -> ChosenSpeller | None:
    """Return a spelling checker that follows `country`, or None if this system has no English dictionary."""
    return ChosenSpeller(country) if find_dictionary() else None
