"""The terminal: input, output and error reports of the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from visavis.infrastructure.settings import Settings
from visavis.model.article import Article
from visavis.model.document import Document
from visavis.model.errors import InputError, OutputError, PackageError, VisavisError, describe_os_error, make_printable
from visavis.model.events import Event, Opened
from visavis.model.ports import Engines
from visavis.pipeline import collect_document, rank_sentences, run_pipeline, segment_article
from visavis.readers.open import LARGEST, PAGES, from_bytes, open_path
from visavis.readers.progress import listen_to_reading
from visavis.services import create_engines, open_store
from visavis.text.language import NAMES, guess_language


class OutputClosed(Exception):
    """The program reading our standard output has exited (a broken pipe)."""


class Console:
    """Prints results to standard output and reports to standard error; either may be closed."""

    _watched: ClassVar[bool] = False  # True while a progress line is on the screen
    _warned: ClassVar[set[str]] = set()

    def out(self, text: str | bytes) -> None:
        """Print a result, in UTF-8 whatever the terminal's encoding. Raises OutputError or OutputClosed."""
        if sys.stdout is None:
            raise OutputError("standard output", "it is closed")
        data = text.encode("utf-8", "replace") if isinstance(text, str) else text
        try:
            sys.stdout.flush()
            if hasattr(sys.stdout, "buffer"):
                sys.stdout.buffer.write(data)
                sys.stdout.buffer.flush()
            else:
                sys.stdout.write(data.decode("utf-8", "replace"))
        except BrokenPipeError as error:
            raise OutputClosed from error
        except OSError as error:
            self.silence()
            raise OutputError("standard output", "it cannot be written: {0}", describe_os_error(error)) from error

    def report(self, text: str) -> None:
        """Print one line to standard error."""
        self.clear()
        self._err(f"{text}\n")

    def warn(self, error: VisavisError) -> None:
        """Print a warning, each only once."""
        if str(error) not in Console._warned:
            Console._warned.add(str(error))
            self.report(f"visavis: {error}")

    def flush(self) -> None:
        """Flush standard output, so that a failure is reported now."""
        if sys.stdout is not None:
            self.out("")

    def silence(self) -> None:
        """Redirect standard output to the null device: Python would flush it again at exit, and complain."""
        with suppress(OSError, ValueError, AttributeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def progress(self, name: str, done: int, total: int) -> None:
        """Show the progress of a translation, if standard error is a terminal."""
        if done >= total:
            self.clear()
        elif sys.stderr is not None and sys.stderr.isatty():
            self._err(f"\r{make_printable(name, 50)}: {100 * done // total} %")
            Console._watched = True

    def clear(self) -> None:
        """Remove the progress line from the screen."""
        if Console._watched:
            self._err("\r\x1b[K")
            Console._watched = False

    def _err(self, text: str) -> None:
        with suppress(OSError, ValueError):
            if sys.stderr is not None:
                print(text, end="", file=sys.stderr, flush=True)


@dataclass
class Outcome:
    """The exit code of a guarded step."""

    code: int = 0


@contextmanager
def report_errors() -> Iterator[Outcome]:
    """Report an error and continue with the next file; a PackageError is raised, since every file needs the package."""
    outcome = Outcome()
    try:
        yield outcome
    except PackageError:
        raise
    except VisavisError as error:
        Console().report(f"visavis: {error}")
        outcome.code = error.exit_code


def load_document(
    source: str | Path, settings: Settings, method: str = "", translate: bool = True, whole: bool = False
) -> Document:
    """Read, translate and (with `method`) rank an article; `-` is standard input. Raises VisavisError.

    `whole` reads a whole web page instead of its article.
    """
    console, name = Console(), str(source)

    def show_page(page: int, pages: int) -> bool:
        console.progress(name, page - 1, pages)
        return True

    def seen(event: Event, document: Document) -> None:
        if isinstance(event, Opened):
            report_language(name, event.language, "fr", "translating" if translate else "reading")
        if isinstance(event, Opened) and event.article.attachments:
            console.report(f"visavis: {make_printable(name)}: {_describe_attachments(name, event.article.attachments)}")
        if isinstance(event, Opened):
            more = "; --whole-page shows all of it" if event.article.kind in PAGES and not whole else ""
            for note in event.article.notes:
                console.report(f"visavis: {make_printable(name)}: {note}{more}")
        if translate:
            console.progress(name, len(document.passages), document.total)

    wired = create_machine_engines(settings)
    events = (
        run_pipeline(lambda: read_article(name, whole), wired, method)
        if translate
        else _read_untranslated(name, wired, method, whole)
    )
    with listen_to_reading(show_page):
        return collect_document(events, seen)


def create_machine_engines(settings: Settings) -> Engines:
    """Return the engines of this machine with its translation memory; a fault of the memory is only told."""
    return create_engines(settings, open_store(settings, Console().warn).memory)


def report_language(name: str, guessed: str, wanted: str, doing: str = "reading") -> None:
    """Report a text that does not look to be in the language it is taken for."""
    if guessed != wanted:
        looks = f"it looks {NAMES[guessed]}, not" if guessed in NAMES else "it does not look"
        Console().report(f"visavis: {make_printable(name)}: {looks} {NAMES[wanted]}; {doing} it as {NAMES[wanted]}")


def _describe_attachments(name: str, attachments: Sequence[str]) -> str:
    """Return a line on the documents attached to a mail, and how to open them."""
    if name == "-":
        return f"it came with {make_printable('; '.join(attachments), 500)}; save the mail as a file to open them"
    paths = "; ".join(f"{name}/{each}" for each in attachments)
    return f"it came with documents; they open as {make_printable(paths, 500)}"


def _read_untranslated(name: str, wired: Engines, method: str, whole: bool) -> Iterator[Event]:
    article = segment_article(read_article(name, whole), wired.segmenter)
    yield Opened(article, guess_language(article.text))
    yield rank_sentences(article, wired, method)


def read_article(name: str, whole: bool = False) -> Article:
    """Read an article from a file, or from standard input if its name is `-`. Raises InputError."""
    if not name:
        raise InputError("''", "this is no file name")
    try:
        return from_bytes("-", _standard_input(), whole) if name == "-" else open_path(Path(name), whole)
    except OSError as error:
        raise InputError(name, describe_os_error(error)) from error


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise InputError("standard input", "it is closed")
    return sys.stdin.buffer.read(LARGEST + 1)
