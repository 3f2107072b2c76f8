"""Saved work: each article with its passages and window state, and the list of recent articles."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from visavis.analysis.sentence_counts import SentenceCounts
from visavis.model.article import Article, Sentence
from visavis.model.events import Restored
from visavis.model.passage import Passage, Status
from visavis.store.article_lock import ProgramLock
from visavis.store.database import Database
from visavis.store.full_text import FoundPassage, find_passages, rebuild_index
from visavis.store.matching import carry_over
from visavis.store.rows import parse_flags, parse_package, serialise_flags, serialise_package

MOST = 300  # articles kept

_UPSERT = """INSERT INTO article (path, sha256, translation, title, pasted, sentences, at, holder)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (path, sha256) DO UPDATE SET title = excluded.title, pasted = excluded.pasted,
    sentences = excluded.sentences, at = excluded.at, holder = excluded.holder RETURNING id"""
_PASSAGE = "INSERT OR REPLACE INTO passage VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
# Must count as analysis/tally.py does.
_RECENT = """SELECT article.id, path, title, pasted, at, holder, translation, sentences, count(passage.id),
    coalesce(sum(status = 'edited' OR (status = 'verified' AND package = '')), 0),
    coalesce(sum(status = 'verified'), 0),
    coalesce(sum(CASE WHEN status <> 'verified' AND json_valid(flags) THEN
        (SELECT count(*) FROM json_each(flags) WHERE json_extract(value, '$.dismissed') IS NOT 1) END), 0)
    FROM article LEFT JOIN passage ON article = article.id
    GROUP BY article.id ORDER BY at DESC"""
_ARRANGE = "UPDATE article SET place = ?, shown = ?, holder = ? WHERE path = ? AND sha256 = ?"


@dataclass(frozen=True, slots=True)
class Recent:
    """A recent article: when it was last open (seconds since 1970), and its progress.

    `pasted` is the text of an article that is not in a file, `translation` the path of a translation made elsewhere.
    """

    id: int
    path: str
    title: str
    pasted: str | None
    at: float
    counted: SentenceCounts
    translation: str = ""


@dataclass(frozen=True, slots=True)
class LastOpen:
    """The articles that were open when a program ended, in their order; `shown` is the index of the one that was read.

    `crashed` is true if the program did not end by itself.
    """

    recents: tuple[Recent, ...] = ()
    shown: int = 0
    crashed: bool = False


@dataclass
class Changes:
    """Changes to an article since it was last written; `translation` is the path of one made elsewhere, if any."""

    article: Article
    pasted: str | None = None
    passages: dict[int, Passage] = field(default_factory=dict)
    view: Mapping[str, Any] | None = None
    opened: bool = False  # True if it has just been opened
    translation: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Return what tells an article and its translation apart from all others: its path, and its version."""
        return self.article.path, _version(self.article, self.translation)

    @property
    def any(self) -> bool:
        """True if there is anything to write."""
        return bool(self.passages) or self.view is not None or self.opened


class SavedWork:
    """Saves the work on articles, and restores it."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time, most: int = MOST) -> None:
        self._database, self._clock, self._most = database, clock, most
        self._holder = ProgramLock(database.path.parent)

    def write(self, changes: Changes) -> bool:
        """Write the changes in one transaction and mark the article as open; return True on success."""
        return self._database.write(lambda connection: self._write(connection, changes), False)

    def restore(self, article: Article, translation: str = "") -> Restored | None:
        """Return the work saved for this article or an earlier version; the window state only for this version.

        `translation` is the path of a translation made elsewhere, if it is that which is worked on.
        """
        return self._database.read(lambda connection: _restored(connection, article, translation), None)

    def release(self) -> None:
        """Mark our articles as closed: the program is quitting normally."""

        def act(connection: sqlite3.Connection) -> None:
            connection.execute("UPDATE article SET holder = '' WHERE holder = ?", (self._holder.name,))

        if self._holder.is_held:
            self._database.write(act, None)
            self._holder.release()

    def arrange(self, keys: Sequence[tuple[str, str]], shown: tuple[str, str] | None) -> None:
        """Mark the articles of these keys as open here, in this order, and one as the one that is read."""

        def act(connection: sqlite3.Connection) -> None:
            name = self._holder.name
            connection.execute("UPDATE article SET place = NULL, shown = 0, holder = '' WHERE holder = ?", (name,))
            rows = [(place, key == shown, name, os.fsencode(key[0]), key[1]) for place, key in enumerate(keys)]
            connection.executemany(_ARRANGE, rows)

        if self._holder.is_held:
            self._database.write(act, None)

    def take_last_open(self) -> LastOpen:
        """Return the articles that were open in a program no longer running, and clear their marks.

        So an article that makes the program crash does not come back for ever.
        """

        def act(connection: sqlite3.Connection) -> LastOpen:
            sql = f"SELECT * FROM (SELECT found.*, place, shown FROM ({_RECENT}) AS found JOIN article USING (id))"
            rows = connection.execute(f"{sql} WHERE place IS NOT NULL OR holder <> '' ORDER BY place, at").fetchall()
            left = [row for row in rows if not (row[5] and self._holder.is_running(row[5]))]
            cleared = "UPDATE article SET place = NULL, shown = 0, holder = '' WHERE id = ?"
            connection.executemany(cleared, [(row[0],) for row in left])
            shown = next((number for number, row in enumerate(left) if row[-1]), max(0, len(left) - 1))
            return LastOpen(tuple(_recent(row[:-2]) for row in left), shown, any(row[5] for row in left))

        return self._database.write(act, LastOpen())

    def recent(self, count: int = 20) -> list[Recent]:
        """Return the recent articles, newest first, each file once."""

        def act(connection: sqlite3.Connection) -> list[Recent]:
            recents: dict[object, Recent] = {}
            for row in connection.execute(_RECENT):
                one = _recent(row)
                recents.setdefault((one.path, one.translation) if one.pasted is None else one.id, one)
                if len(recents) == count:
                    break
            return list(recents.values())

        return self._database.read(act, [])

    def search(self, wanted: str) -> list[FoundPassage]:
        """Return the passages of all saved articles that have all of these words, in either language."""
        return self._database.read(lambda connection: find_passages(connection, wanted), [])

    def forget(self, recent: Recent | None = None) -> None:
        """Delete an article with all versions of its file, or all articles; the data is overwritten on disk."""

        def act(connection: sqlite3.Connection) -> None:
            if recent is None:
                connection.execute("DELETE FROM article")
            elif recent.pasted is None:
                connection.execute("DELETE FROM article WHERE path = ? AND pasted IS NULL", (os.fsencode(recent.path),))
            else:
                connection.execute("DELETE FROM article WHERE id = ?", (recent.id,))
            rebuild_index(connection)

        self._database.erase(act)

    def _write(self, connection: sqlite3.Connection, changes: Changes) -> bool:
        article, passages = changes.article, changes.passages.values()
        sentences = sum(len(paragraph.sentences) for paragraph in article.paragraphs)
        path, version = changes.key
        names = (os.fsencode(path), version, os.fsencode(changes.translation))
        values = (*names, article.title, changes.pasted, sentences, self._clock())
        (number,) = connection.execute(_UPSERT, (*values, self._holder.acquire())).fetchone()
        if changes.view is not None:
            connection.execute("UPDATE article SET view = ? WHERE id = ?", (json.dumps(dict(changes.view)), number))
        connection.execute("DELETE FROM passage WHERE article = ? AND id >= ?", (number, sentences))
        connection.executemany(_PASSAGE, [_row(number, passage) for passage in passages])
        connection.execute(
            "DELETE FROM article WHERE id NOT IN (SELECT id FROM article ORDER BY at DESC LIMIT ?)", (self._most,)
        )
        return True


def _version(article: Article, translation: str) -> str:
    """Return the hash of an article, with the path of its translation made elsewhere: the work on that is another."""
    return f"{article.sha256} {translation}" if translation else article.sha256


def _restored(connection: sqlite3.Connection, article: Article, translation: str) -> Restored | None:
    path, version = os.fsencode(article.path), _version(article, translation)
    row = connection.execute(
        "SELECT id, sha256, view FROM article WHERE (path = ? OR sha256 = ?) AND translation = ? "
        "ORDER BY path = ? AND sha256 = ? DESC, path = ? DESC, at DESC LIMIT 1",
        (path, version, os.fsencode(translation), path, version, path),
    ).fetchone()
    if not row:
        return None
    number, sha256, view = row
    rows = connection.execute("SELECT * FROM passage WHERE article = ? ORDER BY id", (number,))
    passages = carry_over(list(_readable(rows)), list(article.sentences()))
    return Restored(tuple(passages), _view(view) if sha256 == version else {})


def _view(text: str) -> dict[str, Any]:
    """Parse the window state; return an empty one if it is damaged."""
    with suppress(ValueError):
        view = json.loads(text)
        return view if isinstance(view, dict) else {}
    return {}


def _readable(rows: Iterable[Sequence[Any]]) -> Iterator[Passage]:
    """Yield the passages of the rows, without damaged ones: their sentences will be translated again."""
    for row in rows:
        with suppress(ValueError, TypeError):
            yield _passage(row)


def _row(article: int, passage: Passage) -> Sequence[Any]:
    p = passage
    return (article, p.sentence.id, p.sentence.text, p.target, p.score, p.status.value, serialise_flags(p.flags),
            serialise_package(p.package), p.recalled, p.hypothesis,
            json.dumps(p.terms, ensure_ascii=False))  # fmt: skip


def _passage(row: Sequence[Any]) -> Passage:
    _, id_, text, target, score, status, flags, package, recalled, hypothesis, terms = row
    sentence, made_by = Sentence(id_, 0, len(text), text), parse_package(package)
    return Passage(
        sentence,
        target,
        score,
        Status(status),
        parse_flags(flags),
        made_by,
        bool(recalled),
        int(hypothesis),
        tuple(map(str, json.loads(terms))),
    )


def _recent(row: Iterable[Any]) -> Recent:
    id_, path, title, pasted, at, _, translation, sentences, done, edited, verified, flags = row
    path, translation = os.fsdecode(path), os.fsdecode(translation)  # a file name need not be valid text
    counts = SentenceCounts(sentences, done, done - edited, edited=edited, verified=verified, flags=flags)
    return Recent(id_, path, title, pasted, at, counts, translation)
