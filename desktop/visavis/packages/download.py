"""Downloads a package file: tries several links, resumes interrupted downloads, checks the hash."""

from __future__ import annotations

import http.client
import json
import os
import time
import urllib.error
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from visavis.model.errors import InstallError, describe_os_error
from visavis.model.message import Message
from visavis.packages.http import FAILURES, Permit, describe_failure, get_host, is_web, open_link
from visavis.packages.install import PART, hash_file, lock_folder

BLOCK = 1 << 17  # bytes read at a time
PATIENCE = 3  # attempts at a link without new data
MOST_INDEX = 16 << 20  # bytes of a package index


@dataclass(frozen=True, slots=True)
class Progress:
    """The progress of a download: bytes so far, bytes in total, bytes per second."""

    done: int
    total: int
    speed: float

    @property
    def left(self) -> float:
        """Estimated seconds left."""
        return (self.total - self.done) / max(1.0, self.speed)


def download_file(
    links: Iterable[str], library_folder: Path, permit: Permit, sha256: str, size: int
) -> Iterator[Progress | Path]:
    """Download a file of known hash and size from the first link that works; yield progress, then its path.

    It is saved in `library_folder`. A partial file is kept after an interruption, and the next call resumes it. Raises
    InstallError.
    """
    problems: list[Message] = []
    with lock_folder(library_folder):
        part = library_folder / f"{PART}{sha256[:16]}.part"
        for link in _try_links(links, problems):
            try:
                yield from _fetch_patiently(link, part, permit, size)
                if hash_file(part) == sha256:
                    yield part
                    return
                raise _WrongContent(Message("its SHA-256 is not that of the package"))
            except _WrongContent as error:
                part.unlink(missing_ok=True)
                problems.append(_at(link, error.reason))
            except _WriteFailed as error:
                raise InstallError(
                    str(library_folder), "the download cannot be kept there: {0}", error.reason
                ) from error
            except FAILURES as error:
                problems.append(_at(link, describe_failure(error)))
        kept = part.exists() and part.stat().st_size > 0
    reasons = reduce(lambda one, other: Message("{0}; {1}", one, other), problems or [Message("no link is known")])
    if kept:
        raise InstallError(
            "",
            "The package could not be downloaded ({0}). The part downloaded is kept; the next try resumes from there.",
            reasons,
        )
    raise InstallError("", "The package could not be downloaded ({0}).", reasons)


def list_links(index: str, permit: Permit) -> list[str]:
    """Return the links of the French-English packages in an index, newest version first. Raises InstallError."""
    try:
        with open_link(index, permit) as answer:
            listed = json.loads(answer.read(MOST_INDEX))
        packages = [p for p in listed if (p.get("from_code"), p.get("to_code")) == ("fr", "en")]
        packages.sort(key=lambda p: [int(n) for n in str(p["package_version"]).split(".") if n.isdigit()], reverse=True)
        return [str(link) for package in packages for link in package["links"] if is_web(str(link))]
    except FAILURES as error:
        raise InstallError(
            "", "The list of packages could not be read from {0}: {1}", get_host(index), describe_failure(error)
        ) from error
    except (ValueError, AttributeError, KeyError, TypeError) as error:
        raise InstallError("", "{0} does not give a list of packages", get_host(index)) from error


class _DownloadFailed(Exception):
    """An error with a reason for the user."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason)
        self.reason = reason


class _WrongContent(_DownloadFailed):
    """The server sent something else than the package."""


class _WriteFailed(_DownloadFailed):
    """The data could not be written to disk."""


def _at(link: str, reason: Message) -> Message:
    return Message("{0}: {1}", get_host(link), reason)


def _try_links(links: Iterable[str], problems: list[Message]) -> Iterator[str]:
    """Yield each link once; if fetching more links fails, add that to `problems`."""
    seen: set[str] = set()
    try:
        for link in links:
            if link not in seen:
                seen.add(link)
                yield link
    except InstallError as error:
        problems.append(error.reason)


def _fetch_patiently(link: str, part: Path, permit: Permit, size: int) -> Iterator[Progress]:
    """Download from one link, resuming after interruptions as long as new data arrives."""
    idle = 0
    while True:
        before = part.stat().st_size if part.exists() else 0
        try:
            yield from _fetch(link, part, permit, size)
            return
        except urllib.error.HTTPError:
            raise
        except FAILURES:
            idle = 0 if part.exists() and part.stat().st_size > before else idle + 1
            if idle == PATIENCE:
                raise


def _fetch(link: str, part: Path, permit: Permit, size: int) -> Iterator[Progress]:
    """Download into `part` until it has `size` bytes, resuming after what is there."""
    have = part.stat().st_size if part.exists() else 0
    if have == size:
        return
    with open_link(link, permit, have if have < size else 0) as answer:
        done = have if answer.goes_on else 0
        length = answer.field("Content-Length")
        if "html" in answer.field("Content-Type"):
            raise _WrongContent(Message("a web page came instead of the package"))
        if length.isdigit() and done + int(length) != size:
            raise _WrongContent(Message("it has another length than the package"))
        begin, came = time.monotonic(), 0
        with _OutputFile(part, append=done > 0) as out:
            while block := answer.read_some(BLOCK):
                done, came = done + len(block), came + len(block)
                if done > size:
                    raise _WrongContent(Message("it is longer than the package"))
                out.write(block)
                yield Progress(done, size, came / max(1e-3, time.monotonic() - begin))
        if done < size:
            raise http.client.IncompleteRead(b"", size - done)


class _OutputFile:
    """An output file whose errors are distinguishable from network errors."""

    def __init__(self, path: Path, append: bool) -> None:
        try:
            self._file = path.open("ab" if append else "wb")
        except OSError as error:
            raise _WriteFailed(describe_os_error(error)) from error

    def __enter__(self) -> _OutputFile:
        return self

    def write(self, block: bytes) -> None:
        """Write a block."""
        try:
            self._file.write(block)
            self._file.flush()
        except OSError as error:
            raise _WriteFailed(describe_os_error(error)) from error

    def __exit__(self, *_: object) -> None:
        try:
            os.fsync(self._file.fileno())
        except OSError as error:
            raise _WriteFailed(describe_os_error(error)) from error
        finally:
            self._file.close()
