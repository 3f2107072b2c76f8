"""Fuzzes the readers: any bytes give an article, or one sentence about the file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

from fuzz import mutate
from fuzz.target import Target, must
from hostile.dress import FILES, GOOD, dressed
from hostile.run import UNSEEN, described
from visavis.model.article import Article
from visavis.model.errors import InputError
from visavis.readers.bilingual import exchange
from visavis.readers.detect import BILINGUAL
from visavis.readers.open import from_bytes
from visavis.readers.pdf import reader as pdf
from visavis.readers.pdf import worker as pdf_apart

_TEXT = "Bilan\n\nLe 3 mars, Mme Le Goff a dit : « Rien n’est fait. »\n\nUne autre phrase à Besançon, 12 % de plus."
_MUTATE = {
    **dict.fromkeys(("docx", "pptx", "odt", "odp", "epub"), mutate.by_parts),
    **dict.fromkeys(("tmx", "xliff"), mutate.by_elements),
}


def targets() -> dict[str, Target]:
    """Return a target for each reader."""
    return {
        reader: Target(partial(_seeds, reader), _MUTATE.get(reader, mutate.text), partial(_read, f"fuzzed.{reader}"))
        for reader in GOOD
    }


def _seeds(reader: str) -> Sequence[bytes]:
    files = {*(FILES / reader).glob(f"*.{reader}"), GOOD[reader]}
    return [dressed(reader, _TEXT), *(path.read_bytes() for path in sorted(files))]


def _read(name: str, data: bytes) -> None:
    with mock.patch.object(pdf, "read_pages", _opened):
        try:
            article = _article(name, data)
        except InputError as error:
            told = str(error)
            must(told.startswith(f"{name}: ") and told.isprintable(), f"no sentence: {told!r}")
            return
    _whole(article)


def _article(name: str, data: bytes) -> Article:
    if not name.endswith(BILINGUAL):
        return from_bytes(name, data)
    text = exchange.read(data, name)
    if text is None:
        raise InputError(name, "it is neither")
    must(len(text.english) == len(text.article.paragraphs), "not an English for each paragraph")
    return text.article


def _opened(data: bytes) -> Iterator[Any]:
    """Yield what the PDFium process would, in this process: a process per input takes longer than the test itself.

    A crash or endless loop is run again by the command, in a separate process as the program does.
    """
    said = (json.loads(json.dumps(one)) for one in pdf_apart._said(data))
    facts = next(said)
    yield facts
    if isinstance(facts, dict):
        next(said)
        yield from (pdf_apart._page(*page) for page in said if page)


def _whole(article: Article) -> None:
    """Raise if an article is inconsistent."""
    described(article)
    ends = -2
    for number, paragraph in enumerate(article.paragraphs):
        must(paragraph.index == number, f"paragraph {number} says {paragraph.index}")
        must(paragraph.start == ends + 2, f"paragraph {number} begins at {paragraph.start}, not {ends + 2}")
        ends, at = paragraph.end, paragraph.start
        for run in paragraph.runs:
            must(at <= run.start < run.end <= ends, f"{run} is not in order within {paragraph.start} to {ends}")
            must(run.bold or run.italic, f"{run} is no emphasis")
            at = run.end
    must(ends == len(article.text), "the text goes on behind its last paragraph")
    for fact in (article.author, article.date, article.site, *article.attachments):
        must(not UNSEEN.search(fact) and "\n" not in fact, f"not fit for one line: {fact!r}")
    must(not UNSEEN.search(article.title), f"not to be shown: {article.title!r}")


def again(name: str, path: Path) -> None:
    """Read a file as the program does, PDFs in a separate process."""
    with mock.patch.object(pdf, "read_pages", pdf_apart.read_pages):
        _read(name, path.read_bytes())
