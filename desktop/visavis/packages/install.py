"""Installs and removes packages: unpack, test, rename; killing the program at any moment leaves a working state."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from visavis.model.errors import InstallError, VisavisError, describe_os_error
from visavis.packages.archive import ArchiveContents, examine_archive, unpack_archive
from visavis.packages.find import INSTALLED, read_package
from visavis.paths import make_private_folder

# name prefixes of unfinished things in the packages folder; find.py ignores hidden names
STAGING, OLD, PART = ".staging-", ".old-", ".download-"
HASH = ".visavis-sha256"  # file in a package's folder with its hash at installation

Trial = Callable[[Path], None]  # loads the package in a folder and translates a sentence, or raises


def install_archive(path: Path, library_folder: Path, trial: Trial) -> Iterator[float]:
    """Install the archive at `path` into `library_folder`, yielding the fraction done; raises InstallError."""
    contents = examine_archive(path)
    with lock_folder(library_folder):
        staging = Path(tempfile.mkdtemp(dir=library_folder, prefix=STAGING))
        try:
            for written in unpack_archive(path, staging):
                yield 0.9 * min(1.0, written / max(1, contents.unpacked))
            staged = staging / contents.top
            trial(staged)
            package = read_package(staged, INSTALLED)
            (staged / HASH).write_text(package.sha256 if package else "", encoding="ascii")
            flush_folder(staged)
            yield 0.95
            _place(staged, library_folder / folder_name(contents))
        except OSError as error:
            raise InstallError(str(path), "it could not be unpacked: {0}", describe_os_error(error)) from error
        except InstallError:
            raise
        except VisavisError as error:
            raise InstallError(str(path), "its model does not work; the package is damaged: get it again") from error
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    yield 1.0


def remove_package(folder: Path, library_folder: Path) -> None:
    """Remove an installed package. Raises InstallError."""
    if folder.parent != library_folder:
        raise InstallError(folder.name, "it was not installed by Vis-à-vis and is left where it is")
    with lock_folder(library_folder):
        try:
            doomed = Path(tempfile.mkdtemp(dir=library_folder, prefix=STAGING))
            folder.rename(doomed / folder.name)  # a rename is atomic, so half a package is never found
            shutil.rmtree(doomed)
        except OSError as error:
            raise InstallError(folder.name, "it could not be removed: {0}", describe_os_error(error)) from error


def clean_up(library_folder: Path) -> None:
    """Remove what a killed installation left, and restore the package it was replacing; never raises."""
    if not library_folder.is_dir() or not any(library_folder.glob(f"{STAGING}*")) | any(library_folder.glob(f"{OLD}*")):
        return
    with contextlib.suppress(InstallError, OSError), lock_folder(library_folder):
        for old in library_folder.glob(f"{OLD}*"):
            home = library_folder / old.name.removeprefix(OLD)
            if home.exists():
                shutil.rmtree(old, ignore_errors=True)
            else:
                old.rename(home)
        for staging in library_folder.glob(f"{STAGING}*"):
            shutil.rmtree(staging, ignore_errors=True)


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file. Raises InstallError."""
    total = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                total.update(block)
        return total.hexdigest()
    except OSError as error:
        raise InstallError(str(path), describe_os_error(error)) from error


def folder_name(contents: ArchiveContents) -> str:
    """Return the folder name for a package, such as translate-fr_en-1_9."""
    version = re.sub(r"[^0-9A-Za-z]+", "_", contents.version)[:40]
    return f"translate-fr_en-{version or '0'}"


@contextmanager
def lock_folder(library_folder: Path) -> Iterator[None]:
    """Lock the packages folder for this process. Raises InstallError if another process has locked it."""
    try:
        make_private_folder(library_folder)
        lock = FileLock(library_folder / ".lock", timeout=0)
        lock.acquire()
    except Timeout as error:
        raise InstallError("", "another window or program is installing a package; wait for it to end") from error
    except OSError as error:
        raise InstallError(
            str(library_folder), "packages cannot be installed there: {0}", describe_os_error(error)
        ) from error
    try:
        yield
    finally:
        lock.release()


def flush_folder(folder: Path) -> None:
    """Sync the files of a folder to disk, so that they are complete even after a power cut following the rename."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())


def _place(staged: Path, home: Path) -> None:
    old = home.with_name(OLD + home.name)
    if home.exists():
        shutil.rmtree(old, ignore_errors=True)
        home.rename(old)
    staged.rename(home)
    shutil.rmtree(old, ignore_errors=True)
