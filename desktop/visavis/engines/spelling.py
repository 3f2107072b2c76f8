"""English spelling by the Hunspell dictionary of the system, if it has one; the only importer of spylls."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

#: Where systems keep Hunspell dictionaries.
FOLDERS = ("/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell", "/Library/Spelling")
#: The dictionaries that will do, the best first.
LANGUAGES = ("en_GB", "en_US", "en_*")

MOST = 5  # suggestions

_NUMBER = re.compile(r"\d")


def find_dictionary(folders: Sequence[str] = FOLDERS) -> Path | None:
    """Return an English dictionary of this system, without the suffixes of its two files."""
    for language in LANGUAGES:
        for folder in map(Path, folders):
            for path in sorted(folder.glob(f"{language}.aff")):
                if path.with_suffix(".dic").is_file():
                    return path.with_suffix("")
    return None


class HunspellSpeller:
    """Knows English words; loads its dictionary on first use, which takes half a second."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _loaded(self) -> Any:
        from spylls.hunspell import Dictionary, readers
        from spylls.hunspell.readers.file_reader import FileReader

        class Held(FileReader):  # type: ignore[misc]
            """A reader that leaves no file open."""

            def _open(self, path: str, encoding: str) -> io.StringIO:
                return io.StringIO(Path(path).read_text(encoding=encoding, errors="surrogateescape"))

        rules, context = readers.read_aff(Held(f"{self._path}.aff"))
        return Dictionary(
            rules, readers.read_dic(Held(f"{self._path}.dic", context.encoding), aff=rules, context=context)
        )

    def misspelt(self, words: Iterable[str]) -> frozenset[str]:
        """Return the words that are not in the dictionary; those with a digit are never misspelt."""
        return frozenset(word for word in words if not _NUMBER.search(word) and not self._known(word))

    def suggestions(self, word: str) -> list[str]:
        """Return at most MOST words that may be meant by a misspelt one, the likeliest first; takes half a second."""
        try:
            return list(islice(self._loaded.suggest(word), MOST))
        except Exception:  # a dictionary that the library cannot read suggests nothing
            return []

    def _known(self, word: str) -> bool:
        try:
            return bool(self._loaded.lookup(word))
        except Exception:  # a dictionary that the library cannot read marks nothing
            return True


def create_speller() -> HunspellSpeller | None:
    """Return what knows English words, if this system has a dictionary."""
    path = find_dictionary()
    return HunspellSpeller(path) if path else None
