"""Chooses the output file for each of several inputs."""

from __future__ import annotations

from pathlib import Path

from visavis.model.errors import OutputError, describe_os_error


def choose_output_path(source: str, folder: Path, suffix: str, taken: set[Path]) -> Path:
    """Return the output file for `source` in `folder`, not one of `taken`; creates the folder. Raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise OutputError(str(folder), "it is a file, not a folder") from error
    except OSError as error:
        raise OutputError(str(folder), "it cannot be made: {0}", describe_os_error(error)) from error
    stem = "stdin" if source == "-" else Path(source).stem
    path, count = folder / f"{stem}.en.{suffix}", 1
    while path in taken:
        count += 1
        path = folder / f"{stem}-{count}.en.{suffix}"
    taken.add(path)
    return path
