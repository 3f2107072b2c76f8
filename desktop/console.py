"""The terminal: what the command line reads, prints and reports."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop.core.article import Article
from desktop.core.document import Document
from desktop.core.errors import OutputError, VisavisError, printable, why
from desktop.core.events import Event, Opened
from desktop.core.language import NAMES
from desktop.core.pipeline import collect, run
from desktop.readers.file import from_bytes, open_path
from desktop.wiring import engines


class Console:
    """Prints results on standard output and reports on standard error."""

    def out(self, text: str) -> None:
        """Print a result, in UTF-8 whatever the terminal's encoding."""
        try:
            if hasattr(sys.stdout, "buffer"):
                sys.stdout.buffer.write(text.encode("utf-8", "replace"))
                sys.stdout.buffer.flush()
            else:
                sys.stdout.write(text)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError("standard output", f"it cannot be written: {why(error)}") from error

    def say(self, text: str) -> None:
        """Report one line."""
        print(text, file=sys.stderr)

    def flush(self) -> None:
        """Send what is held, so that a failure shows now."""
        sys.stdout.flush()

    def progress(self, name: str, done: int, total: int) -> None:
        """Show how far a translation is, if anybody is watching."""
        if sys.stderr.isatty():
            end = "\r\x1b[K" if done >= total else ""
            print(f"\r{printable(name, 50)}: {100 * done // max(1, total)} %{end}", end="", file=sys.stderr, flush=True)


@dataclass
class Outcome:
    """How a guarded step ended."""

    code: int = 0


@contextmanager
def guarded() -> Iterator[Outcome]:
    """Report an error of ours and go on, so that one bad file does not keep the others waiting."""
    outcome = Outcome()
    try:
        yield outcome
    except VisavisError as error:
        Console().say(f"visavis: {error}")
        outcome.code = error.exit_code


def load(source: str | Path, method: str = "") -> Document:
    """Read, translate and, with `method`, rank an article; `-` is standard input. Raises VisavisError."""
    console, name = Console(), str(source)

    def seen(event: Event, document: Document) -> None:
        if isinstance(event, Opened) and event.language != "fr":
            looks = (
                f"it looks {NAMES[event.language]}, not French"
                if event.language in NAMES
                else "it does not look French"
            )
            console.say(f"visavis: {printable(name)}: {looks}; translating it as French")
        console.progress(name, len(document.passages), document.total)

    def read_input() -> Article:
        return from_bytes("-", sys.stdin.buffer.read()) if name == "-" else open_path(Path(source))

    return collect(run(read_input, engines(), method), seen)
