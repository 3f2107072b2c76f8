"""Download a package file: link after link, going on after a cut, hashed before it is used."""

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

BLOCK = 1 << 17
PATIENCE = 3  # tries at a link that bring nothing
MOST_INDEX = 16 << 20


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a download is: bytes so far and in all, and bytes a second."""

    done: int
    total: int
    speed: float

    @property
    def left(self) -> float:
        """Estimate the seconds left."""
        return (self.total - self.done) / max(1.0, self.speed)


def download_file(
    links: Iterable[str], library_folder: Path, permit: Permit, sha256: str, size: int
) -> Iterator[Progress | Path]:
    """Fetch a file of known hash and size from the first link that works; yield progress, then the file's path.

    It lands in `library_folder`. What has come stays when the download is cut, cancelled or killed, and the next call
    goes on from there. Raises InstallError.
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
    """Return the links of the French-English packages that an index lists, newest first; raises InstallError."""
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
    """Something is wrong, with the reason."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason)
        self.reason = reason


class _WrongContent(_DownloadFailed):
    """What came is not what was wanted."""


class _WriteFailed(_DownloadFailed):
    """What came could not be written."""


def _at(link: str, reason: Message) -> Message:
    return Message("{0}: {1}", get_host(link), reason)


def _try_links(links: Iterable[str], problems: list[Message]) -> Iterator[str]:
    """Yield each link once; that no more can be had is one more problem."""
    seen: set[str] = set()
    try:
        for link in links:
            if link not in seen:
                seen.add(link)
                yield link
    except InstallError as error:
        problems.append(error.reason)


def _fetch_patiently(link: str, part: Path, permit: Permit, size: int) -> Iterator[Progress]:
    """Fetch, going on after a cut as long as more comes."""
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
    """Bring `part` to `size` bytes, going on from what it has."""
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
    """A file being written, whose errors can be told from those of the network."""

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
