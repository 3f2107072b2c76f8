"""The requests that open files, texts, and translations made elsewhere."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from visavis.given_files import Progress, check_article, check_bilingual
from visavis.model.article import Article
from visavis.model.document import Document
from visavis.model.errors import InputError
from visavis.model.ports import Engines
from visavis.readers.detect import BILINGUAL
from visavis.readers.open import from_text, open_path
from visavis.session.request import Request
from visavis.store.full_text import FoundPassage
from visavis.store.saved_work import Recent
from visavis.text.language import guess_language


def request_file(path: Path, whole: bool = False) -> Request:
    """Return the request for a French file, or the one with both languages; `whole`: all of a web page."""
    if path.suffix.lower() in BILINGUAL:
        return Request(str(path), lambda: open_path(path), check=partial(check_bilingual, path))
    return Request(str(path), lambda: open_path(path, whole), path=path, whole=whole)


def request_text(name: str, text: str) -> Request:
    """Return the request for a text or a web page that is not in a file."""
    return Request(name, lambda: from_text(name, text), text)


def request_pair(article: Article | Path, translation: Path, pasted: str | None = None) -> Request:
    """Return the request for an article, or the file of one, with a translation made elsewhere.

    `pasted` is its text if it is not in a file.
    """

    def read() -> Article:
        return open_path(article) if isinstance(article, Path) else article

    def check(engines: Engines, progress: Progress) -> Document:
        return check_article(read(), _read_english(translation), str(translation), engines, progress)

    return Request(str(translation), read, pasted, check)


def request_saved(recent: Recent | FoundPassage) -> Request:
    """Return the request that opens a saved article again."""
    if recent.translation and recent.translation != recent.path:
        french = Path(recent.path) if recent.pasted is None else from_text(recent.path, recent.pasted)
        return request_pair(french, Path(recent.translation), recent.pasted)
    return request_file(Path(recent.path)) if recent.pasted is None else request_text(recent.path, recent.pasted)


def _read_english(path: Path) -> Article:
    """Read a translation. Raises InputError, also if it is French."""
    translation = open_path(path)
    if guess_language(translation.text) == "fr":
        raise InputError(str(path), "this is French too: choose the file that has the English")
    return translation
