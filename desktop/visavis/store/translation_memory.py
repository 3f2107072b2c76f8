"""The translation memory: machine translations of sentences, and the user's corrections."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from visavis import __version__
from visavis.model.article import Sentence
from visavis.model.passage import Match, PackageInfo, Passage, Status
from visavis.store.database import Database
from visavis.store.rows import parse_flags, serialise_flags
from visavis.store.similar import find_nearest

MOST = 250_000  # machine translations kept, about 60 MB
TOGETHER = 500  # rows selected in one statement


class TranslationMemory:
    """Stores translations while `on`; spacing in the sentences is ignored."""

    def __init__(self, database: Database, on: Callable[[], bool] = lambda: True, most: int = MOST) -> None:
        self._on, self._database, self._most = on, database, most
        self._corrected: list[str] = []  # corrected sentences by length, as of `_version`
        self._version = (-1, -1)
        self._written = 0

    @property
    def on(self) -> bool:
        """True if translations are remembered."""
        return self._on()

    def recall(self, sentences: Sequence[Sentence], package: PackageInfo) -> list[Passage]:
        """Return the remembered passages; the user's correction takes precedence over the package's translation."""
        if not self.on:
            return []
        return self._database.read(lambda connection: list(_recalled(connection, sentences, package)), [])

    def keep(self, passages: Sequence[Passage]) -> None:
        """Store machine translations; beyond the limit the oldest are deleted."""
        rows = [
            (_key(p.sentence.text, p.package), p.target, p.score, serialise_flags(p.flags))
            for p in passages
            if p.package and not p.human
        ]
        if not self.on or not rows:
            return

        def write(connection: sqlite3.Connection) -> None:
            insert = "INSERT OR REPLACE INTO machine (key, target, score, flags) VALUES (?, ?, ?, ?)"
            connection.executemany(insert, rows)
            connection.execute("DELETE FROM machine WHERE age <= (SELECT max(age) FROM machine) - ?", (self._most,))

        self._database.write(write, None)

    def correct(self, passages: Sequence[Passage]) -> None:
        """Store the user's corrections, and delete those that were undone."""
        if not self.on or not passages:
            return
        gone = [(_plain(p.sentence.text),) for p in passages if p.package]
        corrections = [(_plain(p.sentence.text), p.target) for p in passages if not p.package]

        def write(connection: sqlite3.Connection) -> None:
            connection.executemany("DELETE FROM correction WHERE sentence = ?", gone)
            connection.executemany("INSERT OR REPLACE INTO correction VALUES (?, ?)", corrections)

        self._database.write(write, None)
        self._written += 1

    def similar(self, sentence: str, count: int = 3) -> list[Match]:
        """Return the user's corrections of similar sentences, most similar first."""
        if not self.on:
            return []
        near = find_nearest(_plain(sentence), self._database.read(self._sentences, []), count)
        select = "SELECT * FROM correction WHERE sentence"
        targets: dict[str, str] = self._database.read(
            lambda connection: dict(_selected(connection, select, [text for text, _ in near])), {}
        )
        return [Match(text, targets[text], likeness) for text, likeness in near if text in targets]

    def clear(self) -> None:
        """Delete everything; the data is overwritten on disk."""

        def write(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM machine")
            connection.execute("DELETE FROM correction")

        self._database.erase(write)
        self._written += 1

    def _sentences(self, connection: sqlite3.Connection) -> list[str]:
        """Return the corrected sentences, reloaded if they have changed here or in another process."""
        version = (self._written, int(connection.execute("PRAGMA data_version").fetchone()[0]))
        if version != self._version:
            rows = connection.execute("SELECT sentence FROM correction")
            self._corrected, self._version = sorted((text for (text,) in rows), key=len), version
        return self._corrected


def _recalled(connection: sqlite3.Connection, sentences: Sequence[Sentence], package: PackageInfo) -> Iterator[Passage]:
    plain = {_plain(sentence.text) for sentence in sentences}
    corrected: dict[str, str] = dict(_selected(connection, "SELECT * FROM correction WHERE sentence", list(plain)))
    keys = {sentence.text: _key(sentence.text, package) for sentence in sentences}
    columns = "SELECT key, target, score, flags FROM machine WHERE key"
    machine = {key: rest for key, *rest in _selected(connection, columns, list(set(keys.values())))}
    for sentence in sentences:
        mine, theirs = corrected.get(_plain(sentence.text)), machine.get(keys[sentence.text])
        if mine is not None:
            yield Passage(sentence, mine, 0.0, Status.EDITED, recalled=True)
        elif theirs:
            target, score, flags = theirs
            yield Passage(sentence, target, score, flags=parse_flags(flags), package=package)


def _selected(connection: sqlite3.Connection, start: str, values: Sequence[str | bytes]) -> Iterator[tuple[Any, ...]]:
    for at in range(0, len(values), TOGETHER):
        some = values[at : at + TOGETHER]
        yield from connection.execute(f"{start} IN ({','.join('?' * len(some))})", some)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _key(text: str, package: PackageInfo) -> bytes:
    """Return the key of a machine translation.

    It includes the program's version, since a newer one may decode better.
    """
    import hashlib  # loads OpenSSL, which the window must not wait for

    data = f"{__version__}\0{package.sha256}\0{_plain(text)}".encode("utf-8", "replace")
    return hashlib.blake2b(data, digest_size=16).digest()
