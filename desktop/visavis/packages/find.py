"""Finds the language packages on this machine: those the user installed, then the built-in one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from visavis import paths
from visavis.model.errors import PackageError
from visavis.model.passage import PackageInfo

TOKENIZERS = ("sentencepiece.model", "bpe.model")  # a package has one of these files
INSTALLED, BUILT_IN, ARGOS = "installed", "built-in", "argos"  # the origins of packages


@dataclass(frozen=True)
class InstalledPackage:
    """An unpacked Argos package; `name` is derived from its languages, `source` and `target` are ISO 639 codes."""

    name: str
    version: str
    origin: str
    folder: Path
    source: str
    target: str

    @property
    def key(self) -> str:
        """A string that identifies the package in the settings."""
        return f"{self.origin}/{self.folder.name}"

    @property
    def size(self) -> int:
        """Size of its files in bytes."""
        return sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file())

    @cached_property
    def sha256(self) -> str:
        """SHA-256 over the names and contents of the model files and the tokenizer, sorted by name."""
        import hashlib  # slow to import, and the engine process does not need it

        files = [path for path in (self.folder / "model").rglob("*") if path.is_file()]
        files += [path for path in map(self.folder.joinpath, TOKENIZERS) if path.is_file()]
        total = hashlib.sha256()
        for name, path in sorted((path.relative_to(self.folder).as_posix(), path) for path in files):
            total.update(f"{name}\0{path.stat().st_size}\0".encode())
            with path.open("rb") as file:
                while block := file.read(1 << 20):
                    total.update(block)
        return total.hexdigest()

    def info(self) -> PackageInfo:
        """Return the package's identification for documents; reads all its files on the first call."""
        try:
            return PackageInfo(self.name, self.version, self.origin, self.sha256)
        except OSError as error:
            raise PackageError(self.name, "the language package cannot be read; install it again") from error


def read_package(folder: Path, origin: str) -> InstalledPackage | None:
    """Return the translation package in `folder`, or None if there is none or it is broken."""
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
    return InstalledPackage(
        f"translate-{source}_{target}", str(about.get("package_version", "")), origin, folder, source, target
    )


def find_packages(folders: Sequence[tuple[Path, str]] | None = None) -> list[InstalledPackage]:
    """Return the usable packages in (folder, origin) pairs, in order.

    By default: the user's packages, newest version first, then the built-in one, then those of Argos Translate itself.
    """
    places = list_default_folders() if folders is None else folders
    packages: list[InstalledPackage] = []
    for place, origin in places:
        here = [package for child in _children(place) if (package := read_package(child, origin))]
        packages += sorted(here, key=lambda package: _number(package.version), reverse=True)
    return packages


def list_default_folders() -> list[tuple[Path, str]]:
    """Return the folders to search for packages, the user's first."""
    return [
        (paths.get_packages_folder(), INSTALLED),
        (paths.get_built_in_packages_folder(), BUILT_IN),
        *((place, ARGOS) for place in paths.list_argos_folders()),
    ]


def choose_package(
    packages: Iterable[InstalledPackage] | None = None, preferred: str = "", source: str = "fr", target: str = "en"
) -> InstalledPackage:
    """Return the package with the key `preferred`, or the first one for the languages. Raises PackageError."""
    usable = [
        p for p in (find_packages() if packages is None else packages) if (p.source, p.target) == (source, target)
    ]
    for package in sorted(usable, key=lambda package: package.key != preferred):
        return package
    raise PackageError(
        "", "no language package for {0} → {1} was found; install one, or install the program again", source, target
    )


def _number(version: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", version)]


def _children(place: Path) -> list[Path]:
    """Return the entries of a folder by name, without hidden ones such as staging folders."""
    try:
        return sorted(path for path in place.iterdir() if not path.name.startswith("."))
    except OSError:
        return []
