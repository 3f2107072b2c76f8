"""The requests that open files, texts, and translations made elsewhere."""

from __future__ import annotations

import re
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from visavis.model.article import Article
from visavis.model.document import Document
from visavis.model.errors import InputError
from visavis.model.ports import Engines
from visavis.session.request import Request

if TYPE_CHECKING:
    from visavis.given_files import Progress
    from visavis.store.full_text import FoundPassage
    from visavis.store.saved_work import Recent

LONGEST_NAME = 50  # characters
_NO_NAME = re.compile(r'[\\/:*?"<>|.\x00-\x1f]+')  # what is not allowed in the name of a file, or would end it

# The readers and the checks are imported by the thread that reads: together they take longer than a window may.


def request_file(path: Path, whole: bool = False) -> Request:
    """Return the request for a French file, or the one with both languages; `whole`: all of a web page."""
    from visavis.readers.detect import BILINGUAL

    if path.suffix.lower() in BILINGUAL:
        return Request(str(path), lambda: _read(path), check=partial(_check_bilingual, path))
    return Request(str(path), lambda: _read(path, whole), path=path, whole=whole)


def request_text(name: str, text: str) -> Request:
    """Return the request for a text or a web page that is not in a file."""
    return Request(name, lambda: _read_text(name, text), text)


def name_text(text: str) -> str:
    """Return the first words of a text, as the name of what is in no file; it may become the name of one."""
    line = next((line for line in text.splitlines() if line.strip()), "")
    words = _NO_NAME.sub(" ", line).split()
    whole = accumulate(words, "{} {}".format)
    return max((name for name in whole if len(name) <= LONGEST_NAME), key=len, default="")


def request_pair(article: Article | Path, translation: Path, pasted: str | None = None) -> Request:
    """Return the request for an article, or the file of one, with a translation made elsewhere.

    `pasted` is its text if it is not in a file.
    """

    def read() -> Article:
        return _read(article) if isinstance(article, Path) else article

    def check(engines: Engines, progress: Progress) -> Document:
        from visavis.given_files import check_article

        return check_article(read(), _read_english(translation), str(translation), engines, progress)

    return Request(str(translation), read, pasted, check)


def request_saved(recent: Recent | FoundPassage) -> Request:
    """Return the request that opens a saved article again."""
    if recent.translation and recent.translation != recent.path:
        french = Path(recent.path) if recent.pasted is None else _read_text(recent.path, recent.pasted)
        return request_pair(french, Path(recent.translation), recent.pasted)
    return request_file(Path(recent.path)) if recent.pasted is None else request_text(recent.path, recent.pasted)


def _read(path: Path, whole: bool = False) -> Article:
    from visavis.readers.open import open_path

    return open_path(path, whole)


def _read_text(name: str, text: str) -> Article:
    from visavis.readers.open import from_text

    return from_text(name, text)


def _check_bilingual(path: Path, engines: Engines, progress: Progress) -> Document:
    from visavis.given_files import check_bilingual

    return check_bilingual(path, engines, progress)


def _read_english(path: Path) -> Article:
    """Read a translation. Raises InputError, also if it is French."""
    from visavis.text.language import guess_language

    translation = _read(path)
    if guess_language(translation.text) == "fr":
        raise InputError(str(path), "this is French too: choose the file that has the English")
    return translation
