"""The tables, and how each version of them is made from the one before."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

#: What each version adds, one statement each; a version that has been released is never changed.
VERSIONS: tuple[tuple[str, ...], ...] = (
    (
        # Machine translations are kept without their source: its hash finds them, and nobody reads it there.
        "CREATE TABLE machine (age INTEGER PRIMARY KEY, key BLOB UNIQUE NOT NULL, target TEXT NOT NULL, "
        "score REAL NOT NULL, flags TEXT NOT NULL)",
        "CREATE TABLE correction (sentence TEXT PRIMARY KEY, target TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE article (id INTEGER PRIMARY KEY, path BLOB NOT NULL, sha256 TEXT NOT NULL, title TEXT NOT NULL, "
        "pasted TEXT, sentences INTEGER NOT NULL, view TEXT NOT NULL DEFAULT '{}', at REAL NOT NULL, "
        "holder TEXT NOT NULL DEFAULT '', UNIQUE (path, sha256))",
        "CREATE TABLE passage (article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, id INTEGER NOT NULL, "
        "sentence TEXT NOT NULL, target TEXT NOT NULL, score REAL NOT NULL, status TEXT NOT NULL, "
        "flags TEXT NOT NULL, package TEXT NOT NULL, recalled INTEGER NOT NULL, PRIMARY KEY (article, id)) "
        "WITHOUT ROWID",
    ),
)


class NewerSchema(Exception):
    """The file was written by a later version of the program."""


def migrate(connection: sqlite3.Connection, versions: Sequence[Sequence[str]] = VERSIONS) -> None:
    """Bring the tables up to date, within a transaction that the caller has begun; raises Newer."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(versions):
        raise NewerSchema
    for statements in versions[version:]:
        for statement in statements:
            connection.execute(statement)
    if version < len(versions):
        connection.execute(f"PRAGMA user_version = {len(versions)}")
