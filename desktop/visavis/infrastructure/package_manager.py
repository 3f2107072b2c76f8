"""Which command installs a program on this system."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping


def choose_command(commands: Mapping[str, str]) -> str:
    """Return that of the commands whose package manager is here, apt-get's where none is known."""
    return commands["brew" if sys.platform == "darwin" else next(filter(shutil.which, commands), "apt-get")]
