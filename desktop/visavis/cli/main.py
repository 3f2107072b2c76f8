"""The command line: everything the window does to a document, without a window."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from visavis import __version__, paths
from visavis.cli.check import check
from visavis.cli.inputs import UsageError, is_folder, list_inputs
from visavis.cli.packages import guard, packages
from visavis.cli.terminal import Console, OutputClosed, load_document, report_errors
from visavis.engines.summarisation.methods import DEFAULT, METHODS
from visavis.exports.atomic_write import check_writable, write_atomically
from visavis.exports.excerpts.summary import Language, format_summary
from visavis.exports.output_paths import choose_output_path
from visavis.exports.provenance import left_in_french
from visavis.exports.registry import FORMATS, Format, Layout, Options, find_format
from visavis.exports.typography import Typography
from visavis.exports.writers import json as as_json
from visavis.exports.writers import txt
from visavis.infrastructure.settings import Settings
from visavis.model.errors import VisavisError, describe_os_error, make_printable
from visavis.model.summary_length import count_summary_sentences

OPEN = "open"  # the hidden command behind `visavis FILE`


class Commands(TyperGroup):
    """Treats a first argument that is not a command as a file to open."""

    def parse_args(self, context: Any, args: list[str]) -> list[str]:
        """Insert the hidden command `open` before a first argument that is neither a command nor an option."""
        first = next((i for i, arg in enumerate(args) if not arg.startswith("-") or arg in ("-", "--")), len(args))
        if first < len(args) and args[first] in self.commands:
            return super().parse_args(context, args)
        if not context.resilient_parsing:  # resilient parsing means shell completion, which must offer the commands
            args = [*args[:first], OPEN, *args[first:]]
        return super().parse_args(context, args)


app = typer.Typer(
    cls=Commands,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Read French articles in English, side by side, on your own machine. `visavis FILE` opens the window.",
)
# An option of both commands that read articles.
WholePage = Annotated[
    bool, typer.Option("--whole-page", help="Of a web page everything, with its menus and comments, not the article.")
]

app.add_typer(packages, name="packages")
app.command()(check)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"visavis {__version__}")
        raise typer.Exit


def _diagnose(wanted: bool) -> None:
    if wanted:
        from visavis.diagnostics import describe_installation

        Console().out(f"{describe_installation()}\n")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
    diagnose: Annotated[
        bool,
        typer.Option("--diagnose", callback=_diagnose, is_eager=True, help="Print what a bug report needs; no text."),
    ] = False,
    offline: Annotated[bool, typer.Option("--offline", help="Forbid downloads too.")] = False,
) -> None:
    guard.install()
    guard.offline = offline


@app.command(OPEN, hidden=True)
def open_window(file: Annotated[Path | None, typer.Argument(help="The article to open.")] = None) -> None:
    """Open the window; without a display, print original, translation and summary."""
    from visavis.infrastructure.display import find_obstacle

    reason = find_obstacle()
    if not reason:
        from visavis.app.application import main as run_window

        raise typer.Exit(run_window(file, guard))
    Console().report(f"visavis: no window can be opened: {reason}")
    if file is None:
        raise typer.Exit(1)
    document = load_document(file, Settings.load(paths.get_settings_file()), DEFAULT)
    count = count_summary_sentences(document.article, document.ranking)
    Console().out(txt.format_text(document, bilingual=True, summary=count))


@app.command()
def translate(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE…", help="French articles, or with -r folders; - is standard input.")
    ],
    output: Annotated[str, typer.Option("-o", "--output", metavar="OUT", help="A file, or a folder.")] = "",
    to: Annotated[
        str, typer.Option("--to", metavar="FORMAT", help=f"{', '.join(FORMATS)}; otherwise OUT's suffix says.")
    ] = "",
    bilingual: Annotated[
        bool, typer.Option("--bilingual", help="French and English, in two columns where the format has them.")
    ] = False,
    layout: Annotated[Layout | None, typer.Option("--layout", help="How it is set; not every format has all.")] = None,
    summary: Annotated[int, typer.Option("--summary", min=0, metavar="N", help="Add a summary of N sentences.")] = 0,
    json: Annotated[bool, typer.Option("--json", help="The same as --to json.")] = False,
    no_provenance: Annotated[
        bool, typer.Option("--no-provenance", help="Leave out where it is from and what made it.")
    ] = False,
    recursive: Annotated[
        bool, typer.Option("-r", "--recursive", help="Read all files below folders; OUT gets the same folders.")
    ] = False,
    flags: Annotated[
        bool, typer.Option("--flags", help="Add what is to be checked: a notice, a table, comments in Word.")
    ] = False,
    typographic: Annotated[
        bool, typer.Option("--typographic", help="English quotation marks, apostrophes and dashes.")
    ] = False,
    whole_page: WholePage = False,
) -> None:
    """Translate articles into English."""
    if recursive and not output:
        raise UsageError("with -r, name a folder for the results with -o")
    folder = recursive or is_folder(output, files)
    export_format = _format_of("" if folder else output, to, json)
    chosen = _layout_of(export_format, layout, bilingual)
    if export_format.binary and not output and sys.stdout is not None and sys.stdout.isatty():
        raise UsageError(f"{export_format.name} is not for a terminal: name a file with -o")
    settings = Settings.load(paths.get_settings_file())
    english, shown = Typography(typographic), settings.provenance and not no_provenance
    options = Options(chosen, summary, shown, date.today(), flags=flags, typography=english)
    worst, taken = 0, set[Path]()
    for name, place in list_inputs(files, output, recursive):
        with report_errors() as outcome:
            target = (
                choose_output_path(name, place, export_format.name, taken)
                if folder
                else Path(output)
                if output
                else None
            )
            if target:
                check_writable(target, name)
            method = DEFAULT if summary or chosen is Layout.SUMMARY else ""
            document = load_document(name, settings, method, whole=whole_page)
            count = summary or count_summary_sentences(document.article, document.ranking) * (chosen is Layout.SUMMARY)
            data = export_format.write(document, replace(options, summary=count))
            if target:
                write_atomically(target, data)
            else:
                Console().out(data)
            for line in left_in_french(document) if chosen is Layout.IN_PLACE else ():
                Console().report(f"visavis: {make_printable(name)}: {line}")
        worst = max(worst, outcome.code)
    raise typer.Exit(worst)


@app.command()
def summarize(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A French article; - is standard input.")],
    sentences: Annotated[int | None, typer.Option("-n", "--sentences", min=1, metavar="N")] = None,
    percent: Annotated[float | None, typer.Option("--percent", min=0, max=100, metavar="P")] = None,
    words: Annotated[int | None, typer.Option("--words", min=1, metavar="W", help="At most W French words.")] = None,
    method: Annotated[str, typer.Option("--method", metavar="M", help=", ".join(METHODS))] = DEFAULT,
    language: Annotated[Language, typer.Option("--language")] = Language.ENGLISH,
    json: Annotated[bool, typer.Option("--json")] = False,
    whole_page: WholePage = False,
) -> None:
    """Print the summary of an article."""
    if sum(given is not None for given in (sentences, percent, words)) > 1:
        raise UsageError("choose one of -n, --percent and --words")
    if method not in METHODS:
        raise UsageError(f"no such method: {method}; choose one of {', '.join(METHODS)}")
    settings = Settings.load(paths.get_settings_file())
    document = load_document(
        file, settings, method, translate=json or language is not Language.FRENCH, whole=whole_page
    )
    count = count_summary_sentences(
        document.article, document.ranking, sentences=sentences, percent=percent, words=words
    )
    if not count:
        Console().report(f"visavis: {make_printable(file)}: it holds no sentence for a summary")
    Console().out(as_json.dumps(document, count) if json else format_summary(document, count, language))


def _format_of(output: str, to: str, json: bool) -> Format:
    if json and to not in {"", "json"}:
        raise UsageError("choose one of --json and --to")
    if json or to:
        if to and to not in FORMATS:
            raise UsageError(f"no such format: {to}; choose one of {', '.join(FORMATS)}")
        return FORMATS[to or "json"]
    suffix = Path(output).suffix
    export_format = find_format(suffix)
    if suffix and not export_format:
        raise UsageError(f"{output}: no such format; choose one of {', '.join(FORMATS)}, or --to")
    return export_format or FORMATS["txt"]


def _layout_of(export_format: Format, layout: Layout | None, bilingual: bool) -> Layout:
    if layout and bilingual:
        raise UsageError("choose one of --layout and --bilingual")
    if layout and layout not in export_format.layouts:
        raise UsageError(
            f"{export_format.name} has no such layout; it has {', '.join(export_format.layouts) or 'only one'}"
        )
    if bilingual and export_format.usual is Layout.IN_PLACE:
        raise UsageError(f"{export_format.name} has one language only")
    return layout or (export_format.bilingual if bilingual else export_format.usual)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit with the documented exit code, never with a traceback."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # for the help text, in a terminal whose encoding is not UTF-8
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    console = Console()
    try:
        result = app(args=arguments, prog_name="visavis", standalone_mode=False)
        console.flush()
    except UsageError as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            error.show(sys.stderr)
        else:
            console.report(f"visavis: {_usage(error)}")
        return 2
    except (KeyboardInterrupt, typer.Abort):
        result = 130
    except VisavisError as error:
        console.report(f"visavis: {error}")
        return error.exit_code
    except OutputClosed:
        console.silence()
        return 1
    except SystemExit as end:  # raised by typer when a command has completed, or nobody reads its output
        if end.code:
            console.silence()
        return end.code if isinstance(end.code, int) else 1
    except OSError as error:  # from typer printing the help
        console.silence()
        console.report(
            f"visavis: {make_printable(str(error.filename or 'standard output'))}: {describe_os_error(error)}"
        )
        return 1
    except Exception as error:  # a bug: print no traceback and no message, which may quote the article
        _log(error)
        console.report(f"visavis: something went wrong ({type(error).__name__}); please report it")
        return 1
    console.clear()
    return result if isinstance(result, int) else 0


def _log(error: Exception) -> None:
    from visavis import paths
    from visavis.diagnostics import list_versions
    from visavis.infrastructure import log

    log.start(paths.get_logs_folder(), list_versions())
    log.fault(error)
    log.stop()


def _usage(error: Any) -> str:
    """Return on one line what was wrong with the command, and how to get help."""
    message = make_printable(" ".join(error.format_message().split()), 500).removesuffix(".")
    context = error.ctx
    if context and context.info_name == OPEN:
        context = context.parent
    return f"{message}; see `{context.command_path} --help`" if context else message
