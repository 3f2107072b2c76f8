"""Entry point: a plain request for the window is served before the command line is imported."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

COMMANDS = ("check", "open", "packages", "summarize", "translate")


def main() -> None:
    """Run the program with its arguments, and exit."""
    arguments = sys.argv[1:]
    code = None
    try:
        if asks_for_window(arguments) and "_VISAVIS_COMPLETE" not in os.environ:  # set by a shell completing a command
            code = _run_window(arguments)
        if code is None:
            from visavis.cli.main import main as command_line

            command_line()
    except KeyboardInterrupt:  # while the command line is imported; then it answers by itself
        code = 130
    sys.exit(code)


def asks_for_window(arguments: list[str]) -> bool:
    """True if there are no arguments, or only a file; anything else goes to the command line."""
    return not arguments or (len(arguments) == 1 and arguments[0] not in COMMANDS and arguments[0][:1] not in ("", "-"))


def _run_window(arguments: list[str]) -> int | None:
    """Run the window and return its exit code, or None if there is no display."""
    from visavis.infrastructure.display import find_obstacle

    if find_obstacle():
        return None
    # Until the window is there, Ctrl+C ends the process at once: an exception while PySide is imported aborts it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from visavis.app.application import main as run
    from visavis.infrastructure.network_guard import Guard

    guard = Guard()
    guard.install()
    return run(Path(arguments[0]) if arguments else None, guard)
