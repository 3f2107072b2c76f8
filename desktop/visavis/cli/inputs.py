"""Which files a command is to read: those named, and with `-r` those in the folders named."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import typer

from visavis.exports.output_paths import walk_folder
from visavis.exports.registry import find_format

# What typer raises on wrong usage: a class of click, which newer releases of typer bundle and older ones import.
UsageError: Any = typer.BadParameter.__base__


def list_inputs(names: Sequence[str], output: str, recursive: bool) -> Iterator[tuple[str, Path]]:
    """Yield each file, with the folder below OUT that its result goes to, in alphabetical order of folders.

    Hidden files and folders are left out, and OUT itself where it lies in a folder that is read.
    """
    for name in names:
        if recursive and Path(name).is_dir():
            yield from walk_folder(Path(name), Path(output))
        else:
            yield name, Path(output)


def is_folder(output: str, files: Sequence[str]) -> bool:
    """True if OUT is a folder: it exists as one, ends in a separator, or there are several files."""
    if os.path.isdir(output) or output.endswith((os.sep, os.altsep or os.sep)):  # noqa: PTH112, of what cannot be seen
        return True
    if output and len(files) > 1 and (os.path.lexists(output) or find_format(Path(output).suffix)):
        raise UsageError(f"for several files, {output} must be a folder")
    return bool(output) and len(files) > 1
