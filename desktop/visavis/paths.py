"""Paths of resources, packages and settings; the same from source, from a wheel and frozen."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("visavis", appauthor=False, roaming=False)


def find_resources() -> Path:
    """Return the folder of the files the program loads at run time."""
    frozen = getattr(sys, "_MEIPASS", None)
    package = Path(__file__).resolve().parent
    candidates = (
        [Path(frozen) / "resources"] if frozen else [package / "resources", package.parent.parent / "resources"]
    )
    return next((path for path in candidates if path.is_dir()), candidates[-1])


def find_resource(name: str) -> Path:
    """Return a file or folder in the resources; rejects names that lead outside."""
    path = Path(name)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(f"not a resource name: {name!r}")
    return find_resources() / path


def make_absolute(path: Path) -> Path:
    """Return an absolute path, independent of the current folder; a symbolic link to the file itself is kept."""
    try:
        # Resolve links only where the path contains `..`: `link/..` is not the folder that contains the link.
        return Path(os.path.realpath(path.parent)) / path.name if ".." in path.parts else path.absolute()
    except ValueError:  # not a valid file name; reading it will report that
        return path


def make_private_folder(folder: Path) -> None:
    """Create a folder and its missing parents, accessible to the user only. Raises OSError."""
    for lacking in reversed([one for one in folder.parents if not one.exists()]):
        lacking.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)


def get_data_folder() -> Path:
    """Return the user's data folder, or `VISAVIS_DATA` if set; it may not exist yet."""
    return Path(os.environ.get("VISAVIS_DATA") or _DIRS.user_data_dir)


def get_config_folder() -> Path:
    """Return the user's settings folder, or `VISAVIS_CONFIG` if set; it may not exist yet."""
    return Path(os.environ.get("VISAVIS_CONFIG") or _DIRS.user_config_dir)


def get_settings_file() -> Path:
    """Return the path of the settings file."""
    return get_config_folder() / "settings.json"


def get_logs_folder() -> Path:
    """Return the log folder, or `VISAVIS_LOGS` if set; it may not exist yet."""
    return Path(os.environ.get("VISAVIS_LOGS") or _DIRS.user_log_dir)


def get_packages_folder() -> Path:
    """Return the folder of the language packages installed by the user."""
    return get_data_folder() / "packages"


def get_glossaries_folder() -> Path:
    """Return the folder of the user's glossaries; it may not exist yet."""
    return get_data_folder() / "glossaries"


def list_argos_folders() -> list[Path]:
    """Return the folders in which Argos Translate itself keeps packages, according to its settings."""
    folders = os.environ.get("ARGOS_PACKAGES_DIR")
    share = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return [Path(folders)] if folders else [share / "argos-translate" / "packages"]


def get_built_in_packages_folder() -> Path:
    """Return the folder of the language packages shipped with the program."""
    return find_resource("packages")
