"""The command line: everything the window does to a document, without a window."""

from __future__ import annotations

import os
import sys
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import click
import typer
from typer.core import TyperGroup

from desktop import __version__
from desktop.console import Console, guarded, load
from desktop.core.errors import OutputError, VisavisError
from desktop.core.length import sentences_for
from desktop.engines.summaries import METHODS
from desktop.exports import json as as_json
from desktop.exports import txt
from desktop.exports.summary import Language, summary_text
from desktop.exports.write import write
from desktop.package_commands import guard, packages

OPEN = "open"
DEFAULT_METHOD = "lexrank"


class Format(str, Enum):
    """What a translation can be written as."""

    TXT = "txt"
    JSON = "json"


class Commands(TyperGroup):
    """Takes a first argument that is no command for a file to open."""

    def parse_args(self, context: Any, args: list[str]) -> list[str]:
        """Put the hidden command `open` before what is no command and no option."""
        if not args or (args[0] not in self.commands and (not args[0].startswith("-") or args[0] == "-")):
            args = [OPEN, *args]
        return super().parse_args(context, args)


app = typer.Typer(
    cls=Commands,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Read French articles in English, side by side, on your own machine. `visavis FILE` opens the window.",
)
app.add_typer(packages, name="packages")


def _version(wanted: bool) -> None:
    if wanted:
        print(f"visavis {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
    offline: Annotated[bool, typer.Option("--offline", help="Forbid downloads too.")] = False,
) -> None:
    guard.install()
    guard.offline = offline


@app.command(OPEN, hidden=True)
def open_window(file: Annotated[Path | None, typer.Argument(help="The article to open.")] = None) -> None:
    """Open the window; without a display, print original, translation and summary."""
    from desktop.display import obstacle

    reason = obstacle()
    if not reason:
        from desktop.app import main as run_window

        raise typer.Exit(run_window(file, guard))
    Console().say(f"visavis: no window can be opened: {reason}")
    if file is None:
        raise typer.Exit(1)
    document = load(file, DEFAULT_METHOD)
    count = sentences_for(document.article, document.ranking)
    Console().out(txt.text(document, bilingual=True, summary=count))


@app.command()
def translate(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="French articles; - is standard input.")],
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="OUT", help="A file, or a folder.")] = None,
    to: Annotated[Format | None, typer.Option("--to", help="The format; otherwise OUT's suffix says.")] = None,
    bilingual: Annotated[bool, typer.Option("--bilingual", help="French and English by turns.")] = False,
    summary: Annotated[int, typer.Option("--summary", min=0, metavar="N", help="Add a summary of N sentences.")] = 0,
    json: Annotated[bool, typer.Option("--json", help="The same as --to json.")] = False,
) -> None:
    """Translate articles into English."""
    wanted = Format.JSON if json else to or _format_of(output)
    folder = output if output and (output.is_dir() or len(files) > 1 or str(output).endswith(os.sep)) else None
    if folder and folder.exists() and not folder.is_dir():
        raise click.UsageError(f"for several files, {folder} must be a folder")
    worst = 0
    for name in files:
        with guarded() as outcome:
            document = load(name, DEFAULT_METHOD if summary else "")
            text = (
                as_json.dumps(document, summary)
                if wanted is Format.JSON
                else txt.text(document, bilingual=bilingual, summary=summary)
            )
            if folder:
                _make(folder)
                write(folder / f"{Path(name).stem if name != '-' else 'stdin'}.en.{wanted.value}", text)
            elif output:
                write(output, text)
            else:
                Console().out(text)
        worst = max(worst, outcome.code)
    raise typer.Exit(worst)


@app.command()
def summarize(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A French article; - is standard input.")],
    sentences: Annotated[int | None, typer.Option("-n", "--sentences", min=1, metavar="N")] = None,
    percent: Annotated[float | None, typer.Option("--percent", min=0, max=100, metavar="P")] = None,
    words: Annotated[int | None, typer.Option("--words", min=1, metavar="W", help="At most W French words.")] = None,
    method: Annotated[str, typer.Option("--method", metavar="M", help=", ".join(METHODS))] = DEFAULT_METHOD,
    language: Annotated[Language, typer.Option("--language")] = Language.ENGLISH,
    json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Print the summary of an article."""
    if sum(given is not None for given in (sentences, percent, words)) > 1:
        raise click.UsageError("choose one of -n, --percent and --words")
    if method not in METHODS:
        raise click.UsageError(f"no such method: {method}; choose one of {', '.join(METHODS)}")
    document = load(file, method)
    count = sentences_for(document.article, document.ranking, sentences=sentences, percent=percent, words=words)
    Console().out(as_json.dumps(document, count) if json else summary_text(document, count, language))


def _format_of(output: Path | None) -> Format:
    suffix = output.suffix.lower().removeprefix(".") if output else ""
    if suffix and suffix not in {f.value for f in Format} and output and not output.is_dir():
        raise click.UsageError(f"{output}: no such format; choose one of {', '.join(f.value for f in Format)}, or --to")
    return Format(suffix) if suffix in {f.value for f in Format} else Format.TXT


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(str(folder), "it cannot be made") from error


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit with the code of the contract; never with a traceback."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    console = Console()
    try:
        result = app(args=arguments, prog_name="visavis", standalone_mode=False)
        console.flush()
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        error.show(sys.stderr)
        return 2
    except (KeyboardInterrupt, click.Abort):
        return 130
    except VisavisError as error:
        console.say(f"visavis: {error}")
        return error.exit_code
    except BrokenPipeError:  # the reader of our output has gone; so may we
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:  # a fault of ours: no traceback, and no words that may quote the text
        console.say(f"visavis: something went wrong ({type(error).__name__}); please report it")
        return 1
    return result if isinstance(result, int) else 0
