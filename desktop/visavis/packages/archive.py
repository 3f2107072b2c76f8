"""Validates a package archive before anything is written, and unpacks it within size limits."""

from __future__ import annotations

import json
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from visavis.model.errors import InstallError, describe_os_error
from visavis.packages.find import TOKENIZERS

MOST_FILES = 500
MOST_PACKED = 1 << 30  # bytes, as the next two; far above any real package
MOST_UNPACKED = 2 << 30
MOST_METADATA = 1 << 16
BLOCK = 1 << 20  # bytes unpacked at a time


@dataclass(frozen=True, slots=True)
class ArchiveContents:
    """The contents of an archive; `top` is its only folder, `unpacked` the declared unpacked size in bytes."""

    top: str
    version: str
    unpacked: int


def examine_archive(path: Path) -> ArchiveContents:
    """Validate a package archive. Raises InstallError for anything but a French-English package."""
    try:
        if path.stat().st_size > MOST_PACKED:
            raise InstallError(str(path), "it is larger than any language package")
        with path.open("rb") as file:
            if file.read(512).lstrip().lower().startswith((b"<!doctype", b"<html")):
                raise InstallError(str(path), "it is a web page, not a language package")
        with _report_damage(path), zipfile.ZipFile(path) as archive:
            return _examine_entries(path, archive)
    except OSError as error:
        raise InstallError(str(path), describe_os_error(error)) from error


def unpack_archive(path: Path, folder: Path) -> Iterator[int]:
    """Unpack a validated archive into `folder`, yielding the bytes written. Raises InstallError or OSError."""
    written = 0
    with _report_damage(path):
        opened = zipfile.ZipFile(path)
    with opened as archive:
        for entry in archive.infolist():
            target = folder / entry.filename
            if entry.is_dir():
                target.mkdir(parents=True, exist_ok=True)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as out:
                # An archive can lie about its sizes: count the bytes that are really unpacked.
                for block in _blocks(path, archive, entry):
                    written += len(block)
                    if written > MOST_UNPACKED:
                        raise InstallError(str(path), "it unpacks to more than any language package")
                    out.write(block)
                    yield written


@contextmanager
def _report_damage(path: Path) -> Iterator[None]:
    """Turn whatever zipfile and its codecs raise on a damaged archive into an InstallError."""
    try:
        yield
    except (InstallError, MemoryError):
        raise
    except Exception as error:
        # an error of the disk; bz2 raises an OSError without errno for bad data
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise _make_error(path) from error


def _make_error(path: Path) -> InstallError:
    """Return the error for an archive that is incomplete, or not an archive at all."""
    with path.open("rb") as file:
        is_zip = file.read(4) == b"PK\3\4"
    if is_zip:
        return InstallError(
            str(path), "it is damaged: a part of it is missing, or has changed on its way; fetch it again"
        )
    return InstallError(str(path), "it is damaged, or no language package (.argosmodel)")


def _blocks(path: Path, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield the content of a file in an archive. Raises InstallError if it is damaged."""
    with _report_damage(path), archive.open(entry) as source:
        while block := source.read(BLOCK):
            yield block


def _examine_entries(path: Path, archive: zipfile.ZipFile) -> ArchiveContents:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > MOST_FILES or len(set(names)) != len(names):
        raise InstallError(str(path), "it holds more files than a language package, or one twice")
    for entry in entries:
        if entry.flag_bits & 0x1:  # encrypted
            raise InstallError(str(path), "it is protected by a password, as no language package is")
        if not _is_safe(entry):
            raise InstallError(str(path), "it holds a file that would be written outside its folder, or a link")
    tops = {PurePosixPath(name).parts[0] for name in names}
    if len(tops) != 1:
        raise InstallError(str(path), "it is no language package: it does not hold exactly one folder")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MOST_UNPACKED:
        raise InstallError(str(path), "it unpacks to more than any language package")
    top = tops.pop()
    files = {name.removeprefix(f"{top}/") for name in names}
    if "model/model.bin" not in files or not files.intersection(TOKENIZERS):
        raise InstallError(str(path), "it is no language package: model or tokenizer are missing")
    return ArchiveContents(top, _version(path, archive, f"{top}/metadata.json"), unpacked)


def _is_safe(entry: zipfile.ZipInfo) -> bool:
    """True if an entry is a regular file or folder with a path inside the archive's folder."""
    name = entry.filename
    kind = stat.S_IFMT(entry.external_attr >> 16)  # the Unix file type; 0 if made elsewhere
    plain = kind in (0, stat.S_IFREG, stat.S_IFDIR)
    parts = name.rstrip("/").split("/")
    inside = all(part not in ("", ".", "..") for part in parts) and not name.startswith("/")
    return plain and inside and name.isprintable() and not set(name) & set('\\:*?"<>|')


def _version(path: Path, archive: zipfile.ZipFile, name: str) -> str:
    """Return the version from the metadata. Raises InstallError unless it is a French-English package."""
    try:
        if archive.getinfo(name).file_size > MOST_METADATA:
            raise ValueError(name)
        about = json.loads(archive.read(name))
        source, target = str(about["from_code"]), str(about["to_code"])
    except (KeyError, ValueError, TypeError, RecursionError) as error:
        raise InstallError(str(path), "it is no language package: metadata.json is missing or damaged") from error
    if (source, target) != ("fr", "en"):
        raise InstallError(str(path), "it translates {0} to {1}, not French to English", source[:20], target[:20])
    return str(about.get("package_version", ""))
