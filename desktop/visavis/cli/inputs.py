"""Which files a command is to read: those named, and with `-r` those in the folders named."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path


def list_inputs(names: Sequence[str], output: str, recursive: bool) -> Iterator[tuple[str, Path]]:
    """Yield each file, with the folder below OUT that its result goes to, in alphabetical order of folders.

    Hidden files and folders are left out, and OUT itself where it lies in a folder that is read.
    """
    for name in names:
        if recursive and Path(name).is_dir():
            yield from _walk(Path(name), output)
        else:
            yield name, Path(output)


def _walk(top: Path, output: str) -> Iterator[tuple[str, Path]]:
    for folder, folders, files in os.walk(top):
        here = Path(folder)
        folders[:] = sorted(one for one in folders if not one.startswith(".") and not _is_same(here / one, output))
        for file in sorted(files):
            if not file.startswith("."):
                yield str(here / file), Path(output) / here.relative_to(top)


def _is_same(folder: Path, output: str) -> bool:
    return bool(output) and os.path.realpath(folder) == os.path.realpath(output)
