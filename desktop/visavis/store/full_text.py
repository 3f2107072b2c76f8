"""Searches the passages of all saved articles, in both languages, by SQLite's full-text index."""

from __future__ import annotations

import os
import re
import sqlite3
from dataclasses import dataclass

MOST = 200  # passages found

_FIND = """SELECT path, title, pasted, translation, sentence, target FROM
    (SELECT rowid AS number, sentence, target, rank FROM word WHERE word MATCH ? ORDER BY rank LIMIT ?)
    JOIN article ON article.id = number / 16777216 ORDER BY at DESC, number"""


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A sentence with its translation, and the article that it is in, as that is told apart from others.

    `pasted` is the text of an article that is not in a file, `translation` the path of a translation made elsewhere.
    """

    path: str
    title: str
    pasted: str | None
    translation: str
    sentence: str
    target: str


def find_passages(connection: sqlite3.Connection, wanted: str) -> list[FoundPassage]:
    """Return passages that have all words, the last of which may be unfinished; by article, the newest first."""
    words = re.findall(r"\w+", wanted)
    if not words:
        return []
    query = " ".join(f'"{word}"' for word in words) + "*"
    rows = connection.execute(_FIND, (query, MOST)).fetchall()
    return [
        FoundPassage(os.fsdecode(path), title, pasted, os.fsdecode(translation), sentence, target)
        for path, title, pasted, translation, sentence, target in rows
    ]


def rebuild_index(connection: sqlite3.Connection) -> None:
    """Write the index anew: words of deleted passages stay in it otherwise, for as long as nothing is merged."""
    connection.execute("INSERT INTO word (word) VALUES ('rebuild')")
