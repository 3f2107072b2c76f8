"""Run a part of the program in a process of its own: whatever a library does there, the window and the work stay.

Such a part is a module of ours with a `serve`, which talks by its standard input and output, and ends with the first.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
from pathlib import Path
from typing import Any

#: The modules that are run so; the frozen program, which is its own interpreter, runs no others.
SERVED = ("visavis.readers.pdf.worker", "visavis.engines.translation.engine_server")
_ROOT = Path(__file__).parent.parent.parent


def start_worker(module: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a module; raises OSError."""
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    # From the folder of the program: Python would import from where the user is.
    return subprocess.Popen([sys.executable, "-m", module, *arguments], cwd=_ROOT, creationflags=hidden, **pipes)


def limit_process(memory: int = 0) -> None:
    """Leave no image of this process on the disk if it crashes, and bound its memory, in bytes; where that can be."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if memory:
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
