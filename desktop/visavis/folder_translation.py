"""Translates all articles below a folder into files of one format."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from visavis.analysis.sentence_counts import SentenceCounts, count_sentences
from visavis.exports.atomic_write import check_writable, write_atomically
from visavis.exports.output_paths import choose_output_path, is_translation, walk_folder
from visavis.exports.registry import Format, Layout, Options
from visavis.model.document import Document
from visavis.model.errors import InputError, VisavisError
from visavis.model.events import Opened, apply_event
from visavis.model.message import Message
from visavis.model.ports import Engines
from visavis.pipeline import NO_PACKAGE, run_pipeline
from visavis.readers.detect import SUFFIXES
from visavis.readers.open import open_path
from visavis.text.language import NAMES

_BEAT = 200  # files between two chances to stop looking


@dataclass(frozen=True, slots=True)
class FolderTask:
    """What to make of the articles: a format and its options; `method` ranks the sentences of a summary."""

    form: Format
    options: Options
    method: str


@dataclass
class FolderListing:
    """The files below a folder that can be read, each with the folder of its result, and how many are left out.

    These are files of other kinds, and translations made before.
    """

    articles: list[tuple[Path, Path]] = field(default_factory=list)
    others: int = 0
    translations: int = 0


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of a file: where its translation was written and what there is to check, or why there is none."""

    source: Path
    target: Path | None = None
    counted: SentenceCounts = field(default_factory=SentenceCounts)
    error: VisavisError | None = None


@dataclass(frozen=True, slots=True)
class FileProgress:
    """How much of a file is translated, from 0 to 1."""

    source: Path
    done: float


def list_articles(top: Path, output: Path) -> Iterator[FolderListing | None]:
    """Yield what there is below a folder, once it is known, and None now and then before."""
    suffixes = {suffix for kind in SUFFIXES.values() for suffix in kind}
    found = FolderListing()
    for number, (name, place) in enumerate(walk_folder(top, output)):
        path = Path(name)
        if path.suffix.lower() not in suffixes:
            found.others += 1
        elif is_translation(path):
            found.translations += 1
        else:
            found.articles.append((path, place))
        if not number % _BEAT:
            yield None
    yield found


def translate_files(
    files: Sequence[tuple[Path, Path]], task: FolderTask, engines: Engines
) -> Iterator[FileProgress | FileResult]:
    """Translate files one after another; one that fails is told, and the next is begun."""
    taken: set[Path] = set()
    for source, folder in files:
        try:
            yield from _translate_file(source, folder, task, engines, taken)
        except VisavisError as error:
            yield FileResult(source, error=error)
        except OSError as error:
            yield FileResult(source, error=InputError(str(source), os.strerror(error.errno or 0)))


def _translate_file(
    source: Path, folder: Path, task: FolderTask, engines: Engines, taken: set[Path]
) -> Iterator[FileProgress | FileResult]:
    target = choose_output_path(str(source), folder, task.form.name, taken, keep=True)
    check_writable(target, str(source))
    yield FileProgress(source, 0.0)
    document = None
    for event in run_pipeline(partial(open_path, source), engines, task.method, foreign=False):
        if isinstance(event, Opened):
            if event.stopped:
                language = Message(NAMES.get(event.language, "another language"))
                raise InputError(str(source), "it appears to be in {0}, not French", language)
            document = Document(event.article, NO_PACKAGE)
        assert document, "the first event opens the document"
        apply_event(document, event)
        yield FileProgress(source, len(document.passages) / max(1, document.total))
    if document:
        write_atomically(target, task.form.write(document, _fit_options(document, task)))
        yield FileResult(source, target, count_sentences(document))


def _fit_options(document: Document, task: FolderTask) -> Options:
    """Return the options for one article: its layout is kept only where the format can."""
    options = task.options
    if options.layout is Layout.IN_PLACE and document.article.kind != task.form.original:
        options = replace(options, layout=Layout.TRANSLATION)
    return options
