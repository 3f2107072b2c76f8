"""The tables, and the migrations from each version to the next."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

_ADD_WORDS = (
    "INSERT OR REPLACE INTO word (rowid, sentence, target) "
    "SELECT article * 16777216 + id, sentence, target FROM passage"
)

_WORDS = "CREATE VIRTUAL TABLE word USING fts5(sentence, target, tokenize = 'unicode61 remove_diacritics 2')"
# What makes the full-text index anew, if it is damaged: then SQLite does not even open it to drop it.
INDEX_ANEW = (
    *(f"DROP TABLE IF EXISTS word_{part}" for part in ("data", "idx", "content", "docsize", "config")),
    "PRAGMA writable_schema = ON",
    "DELETE FROM sqlite_master WHERE name = 'word'",
    "PRAGMA writable_schema = RESET",
    _WORDS,
    _ADD_WORDS,
)

# The statements that each version adds; never change a version that has been released.
VERSIONS: tuple[tuple[str, ...], ...] = (
    (
        # Machine translations are stored under a hash instead of the source: nothing needs the text, so keep it
        # private.
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
    (
        "ALTER TABLE article ADD COLUMN translation BLOB NOT NULL DEFAULT x''",
        "ALTER TABLE passage ADD COLUMN hypothesis INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE passage ADD COLUMN terms TEXT NOT NULL DEFAULT '[]'",
    ),
    (
        "ALTER TABLE article ADD COLUMN place INTEGER",
        "ALTER TABLE article ADD COLUMN shown INTEGER NOT NULL DEFAULT 0",
        # The words of all passages, for the search; triggers keep them in step. An article has under 2**24 sentences.
        _WORDS,
        f"CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN {_ADD_WORDS} WHERE article = new.article "
        "AND id = new.id; END",
        "CREATE TRIGGER passage_deleted AFTER DELETE ON passage BEGIN "
        "DELETE FROM word WHERE rowid = old.article * 16777216 + old.id; END",
        _ADD_WORDS,
    ),
)


class NewerSchema(Exception):
    """The file was written by a later version of the program."""


def migrate(connection: sqlite3.Connection, versions: Sequence[Sequence[str]] = VERSIONS) -> None:
    """Migrate the tables to the latest version, in a transaction begun by the caller. Raises Newer."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(versions):
        raise NewerSchema
    for statements in versions[version:]:
        for statement in statements:
            connection.execute(statement)
    if version < len(versions):
        connection.execute(f"PRAGMA user_version = {len(versions)}")
