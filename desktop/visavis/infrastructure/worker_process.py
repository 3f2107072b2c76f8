"""Runs part of the program in a separate process, so that a crash in a library leaves the window and the work intact.

Such a worker is one of our modules with a function `serve`; it communicates on stdin and stdout, and exits when stdin
closes.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

# The worker modules; the frozen program, which is its own interpreter, runs no others.
SERVED = (
    "visavis.readers.pdf.worker",
    "visavis.readers.pdf.pictures",
    "visavis.readers.scans.page_images",
    "visavis.engines.translation.engine_process",
)
_ROOT = Path(__file__).parent.parent.parent  # the folder that contains the package visavis


def start_worker(module: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a worker module. Raises OSError."""
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # no console window on Windows
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    # Set the working directory: otherwise Python could import modules from the user's current folder.
    return subprocess.Popen([sys.executable, "-m", module, *arguments], cwd=_ROOT, creationflags=hidden, **pipes)


def send_input(process: subprocess.Popen[bytes], data: bytes) -> None:
    """Write all of a worker's input; if it has ended, reading from it will fail."""
    assert process.stdin
    with contextlib.suppress(OSError):
        process.stdin.write(data)
        process.stdin.close()


def read_within(process: subprocess.Popen[bytes], seconds: float, read: Callable[[], bytes]) -> bytes:
    """Return what `read` gets from a worker, which is killed after that time."""
    watch = threading.Timer(seconds, process.kill)
    watch.start()
    try:
        return read()
    finally:
        watch.cancel()


def limit_process(memory: int = 0) -> None:
    """Disable core dumps and limit the memory of this process (in bytes), where the system allows it."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if memory:
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
