"""Translates all articles below a folder into files of one format."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from visavis.analysis.sentence_counts import SentenceCounts, count_sentences
from visavis.exports.atomic_write import check_writable, write_atomically
from visavis.exports.output_paths import choose_output_path, walk_folder
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


@dataclass(frozen=True, slots=True)
class FolderTask:
    """What to make of the articles: a format and its options; `method` ranks the sentences of a summary."""

    form: Format
    options: Options
    method: str


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


def list_articles(top: Path, output: Path) -> tuple[list[tuple[Path, Path]], int]:
    """Return the files below a folder that can be read, each with the folder of its result; and how many others."""
    suffixes = {suffix for kind in SUFFIXES.values() for suffix in kind}
    files = [(Path(name), place) for name, place in walk_folder(top, output)]
    known = [(file, place) for file, place in files if file.suffix.lower() in suffixes]
    return known, len(files) - len(known)


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
