"""Diagnostics for a bug report: versions, paths and packages, never any text of the user's."""

from __future__ import annotations

import platform
import sys
from importlib import metadata
from pathlib import Path

from visavis import __version__, paths
from visavis.infrastructure import display
from visavis.packages.find import find_packages

# Libraries whose versions matter, by distribution name.
LIBRARIES = (
    "PySide6_Essentials",
    "argos-translate-lt",
    "ctranslate2",
    "sentencepiece",
    "numpy",
    "sumy",
    "lxml",
    "trafilatura",
    "pypdfium2",
    "python-docx",
    "odfpy",
)


def list_versions() -> str:
    """Return the versions of the program, the system and the libraries, one per line."""
    kind = "frozen" if getattr(sys, "frozen", False) else "installed"
    lines = [
        f"visavis {__version__} ({kind})",
        f"Python {platform.python_version()}",
        f"system {platform.platform()}",
        *(f"{name} {_version(name)}" for name in LIBRARIES),
    ]
    return "\n".join(lines)


def describe_installation() -> str:
    """Return versions, paths and language packages, one per line."""
    places = {
        "resources": paths.find_resources(),
        "settings": paths.get_config_folder(),
        "data": paths.get_data_folder(),
        "log": paths.get_logs_folder(),
    }
    lines = [
        list_versions(),
        f"window {display.find_obstacle() or 'can be opened'}",
        *(f"{name} {_shorten_path(place)}{'' if place.is_dir() else ' (not there)'}" for name, place in places.items()),
    ]
    packages = find_packages()
    lines += [f"package {package.name} {package.version} ({package.origin}) {package.sha256}" for package in packages]
    return "\n".join(lines if packages else [*lines, "package none"])


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "missing"


def _shorten_path(path: Path) -> str:
    """Return a path with the home folder replaced by ~, to leave out the user's name."""
    home = Path.home()
    return str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)
