"""Finds the language packages on this machine: those the user installed, then the built-in one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from desktop import paths
from desktop.core.errors import PackageError
from desktop.core.passage import PackageInfo

TOKENIZERS = ("sentencepiece.model", "bpe.model")
INSTALLED, BUILT_IN = "installed", "built-in"


@dataclass(frozen=True)
class InstalledPackage:
    """An unpacked Argos package; `name` is that of its folder, `source` and `target` are ISO 639 codes."""

    name: str
    version: str
    origin: str
    folder: Path
    source: str
    target: str

    @cached_property
    def sha256(self) -> str:
        """Compute the SHA-256 of the model's files and the tokenizer, each with its name, in the order of the names."""
        found = [path for path in (self.folder / "model").rglob("*") if path.is_file()]
        found += [path for path in map(self.folder.joinpath, TOKENIZERS) if path.is_file()]
        total = hashlib.sha256()
        for name, path in sorted((path.relative_to(self.folder).as_posix(), path) for path in found):
            total.update(f"{name}\0{path.stat().st_size}\0".encode())
            with path.open("rb") as file:
                while block := file.read(1 << 20):
                    total.update(block)
        return total.hexdigest()

    def info(self) -> PackageInfo:
        """Return what a document remembers of the package; reads all its files the first time."""
        try:
            return PackageInfo(self.name, self.version, self.origin, self.sha256)
        except OSError as error:
            raise PackageError(self.name, "the language package cannot be read; install it again") from error


def opened(folder: Path, origin: str) -> InstalledPackage | None:
    """Return the translation package in `folder`, or None if it is broken or none."""
    try:
        about = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
        whole = (folder / "model" / "model.bin").is_file() and any((folder / name).is_file() for name in TOKENIZERS)
    except (OSError, ValueError, RecursionError):
        return None
    if not (whole and isinstance(about, dict) and about.get("type", "translate") == "translate"):
        return None
    source, target = about.get("from_code"), about.get("to_code")
    if not (isinstance(source, str) and isinstance(target, str)):
        return None
    return InstalledPackage(folder.name, str(about.get("package_version", "")), origin, folder, source, target)


def installed(folders: Sequence[tuple[Path, str]] | None = None) -> list[InstalledPackage]:
    """Return the usable packages in (folder, origin) pairs, in order; by default the user's, then the built-in."""
    places = [(paths.packages(), INSTALLED), (paths.built_in_packages(), BUILT_IN)] if folders is None else folders
    return [package for place, origin in places for child in _children(place) if (package := opened(child, origin))]


def in_use(
    packages: Iterable[InstalledPackage] | None = None, source: str = "fr", target: str = "en"
) -> InstalledPackage:
    """Return the first package for the languages, the user's before the built-in one; raises PackageError."""
    for package in installed() if packages is None else packages:
        if (package.source, package.target) == (source, target):
            return package
    raise PackageError(
        "", f"no language package for {source} → {target} was found; install one, or install the program again"
    )


def _children(place: Path) -> list[Path]:
    """Return what a folder holds, sorted by name; hidden entries, such as a staging folder, left out."""
    try:
        return sorted(path for path in place.iterdir() if not path.name.startswith("."))
    except OSError:
        return []
