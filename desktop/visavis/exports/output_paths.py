"""Finds the files below a folder, and chooses the output file for each."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from visavis.exports.atomic_write import describe_write_error
from visavis.model.errors import OutputError

_NAME = "{0}.en.{1}"  # what a translation is called: that of another file of the same name is numbered
_OURS = re.compile(r".+\.en")


def choose_output_path(source: str, folder: Path, suffix: str, taken: set[Path], keep: bool = False) -> Path:
    """Return the output file for `source` in `folder`, not one of `taken`; creates the folder. Raises OutputError.

    With `keep`, it is not a file that is there already, however its name is written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise OutputError(str(folder), "it is a file, not a folder") from error
    except NotADirectoryError as error:
        raise OutputError(str(folder), "a part of its path is a file, not a folder") from error
    except OSError as error:
        raise OutputError(
            str(folder), "it cannot be made: {0}; choose another place", describe_write_error(error)
        ) from error
    stem = "stdin" if source == "-" else Path(source).stem
    path, count = folder / _NAME.format(stem, suffix), 1
    while path in taken or (keep and path.exists()):
        count += 1
        path = folder / _NAME.format(f"{stem}-{count}", suffix)
    taken.add(path)
    return path


def is_translation(path: Path) -> bool:
    """True if a file is called as we call translations."""
    return _OURS.fullmatch(path.stem) is not None


def walk_folder(top: Path, output: Path) -> Iterator[tuple[str, Path]]:
    """Yield each file below `top`, with the same folder below `output`, in alphabetical order of folders.

    Hidden files and folders are left out, and `output` itself where it lies in a folder that is read.
    """
    for folder, folders, files in os.walk(top):
        here = Path(folder)
        folders[:] = sorted(one for one in folders if not one.startswith(".") and not _is_same(here / one, output))
        for file in sorted(files):
            if not file.startswith("."):
                yield str(here / file), output / here.relative_to(top)


def _is_same(folder: Path, output: Path) -> bool:
    return os.path.realpath(folder) == os.path.realpath(output)
