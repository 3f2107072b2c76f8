"""The SQLite file: opened on first use, shared by threads and processes, moved aside when damaged.

Errors never stop the program: a failed read finds nothing, a failed write is dropped, and the user is told in one
sentence.
"""

from __future__ import annotations

import sqlite3
import threading
import weakref
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from visavis.model.errors import StoreError, get_system_message
from visavis.model.message import Message
from visavis.paths import make_private_folder
from visavis.store.schema import INDEX_ANEW, NewerSchema, migrate

if TYPE_CHECKING:
    from filelock import FileLock

PATIENCE = 3.0  # seconds to wait for another process's lock

# errors of a folder that cannot be created or written
_NO_FOLDER = (PermissionError, FileExistsError, NotADirectoryError)

# What SQLite says when the file or its tables are damaged.
_DAMAGE = (
    *("malformed", "not a database", "no such", "unsupported file format", "already exists", "has no column"),
    *("constraint failed", "Could not decode", "vtable", "fts5"),
)

# What may go wrong; NotImplementedError comes from a file system without locks.
_FAILURES = (sqlite3.DatabaseError, OSError, NotImplementedError, NewerSchema, ValueError, TypeError, KeyError)

T = TypeVar("T")
Act = Callable[[sqlite3.Connection], T]


class Database:
    """Runs functions in transactions; `told` is called once for each kind of error."""

    def __init__(self, path: Path, on_error: Callable[[StoreError], None]) -> None:
        self.path, self.told = path, on_error
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._closing: weakref.finalize[..., Database] | None = None
        self._said: set[str] = set()

    def read(self, act: Act[T], otherwise: T) -> T:
        """Return what `act` reads, or `otherwise` on error."""
        return self._run("BEGIN", act, otherwise)

    def write(self, act: Act[T], otherwise: T) -> T:
        """Run `act` in a write transaction; return its result, or `otherwise` on error."""
        return self._run("BEGIN IMMEDIATE", act, otherwise)

    def erase(self, act: Act[None]) -> None:
        """Run `act`, which deletes rows, then truncate the write-ahead log so that no copy remains there."""
        self.write(act, None)
        with self._lock, suppress(sqlite3.Error):
            if self._connection:
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def close(self) -> None:
        """Close the file; it is opened again when needed."""
        with self._lock:
            if self._closing:
                self._closing()
            self._connection = self._closing = None

    def _run(self, begin: str, act: Act[T], otherwise: T) -> T:
        with self._lock:
            try:
                return self._transaction(begin, act)
            except _FAILURES as error:
                if not _damaged(error, self.path):
                    self._say(_reason(error))
                    return otherwise
            try:
                self._set_aside()
                return self._transaction(begin, act)
            except _FAILURES as error:
                self._say(_reason(error))
            return otherwise

    def _transaction(self, begin: str, act: Act[T]) -> T:
        # the folder was deleted, and what we write would be lost with it
        if self._connection and not self.path.exists():
            self.close()
        if not self._connection:
            self._connection = self._opened()
            # since Python 3.13 a connection that is dropped without being closed is a ResourceWarning
            self._closing = weakref.finalize(self, self._connection.close)
            self._closing.atexit = False  # a thread may still be writing
        connection = self._connection
        connection.execute(begin)
        try:
            result = act(connection)
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise
        return result

    def _opened(self) -> sqlite3.Connection:
        """Open or create the file; only its owner may read it."""
        make_private_folder(self.path.parent)
        with self._alone():
            self.path.touch(mode=0o600)
            connection = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
            connection.text_factory = partial(str, encoding="utf-8", errors="replace")  # damaged text shows as U+FFFD
            try:
                # secure_delete overwrites deleted rows; WAL lets others read during a write; FULL survives a power cut.
                for setting in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON", "foreign_keys = ON"):
                    connection.execute(f"PRAGMA {setting}").fetchone()
                connection.execute("BEGIN IMMEDIATE")
                migrate(connection)
                connection.execute("COMMIT")
            except BaseException:
                connection.close()
                raise
        return connection

    def _alone(self) -> FileLock:
        """Return the lock for what one process may do at a time: creating the file, and moving it aside."""
        from filelock import FileLock  # slow to import; its Timeout is a TimeoutError

        return FileLock(self.path.with_suffix(".lock"), timeout=PATIENCE, mode=0o600)

    def _set_aside(self) -> None:
        """Move the damaged file aside, unless another process has already done so."""
        self.close()
        with self._alone():
            # damage in the full-text index fails every write and, since SQLite 3.44, the check of the rest too
            _make_index_anew(self.path)
            if not _is_damaged(self.path):
                return
            number = 1
            while (aside := self.path.with_name(f"{self.path.name}.damaged-{number}")).exists():
                number += 1
            self.path.rename(aside)
            for suffix in ("-wal", "-shm"):
                with suppress(FileNotFoundError):
                    self.path.with_name(self.path.name + suffix).rename(aside.with_name(aside.name + suffix))
        self._say(Message("the saved work was damaged; it is now {0}, and a new file has been begun", aside.name))

    def _say(self, reason: Message) -> None:
        if reason not in self._said:
            self._said.add(reason)
            self.told(StoreError(str(self.path), reason))


def _damaged(error: Exception, path: Path) -> bool:
    """True if the file may be at fault. Judged by SQLite's message: error codes exist only since Python 3.11."""
    if isinstance(error, UnicodeDecodeError):  # damaged bytes in the error message itself
        return True
    words = str(error) if isinstance(error, sqlite3.DatabaseError) else ""
    return any(sign in words for sign in _DAMAGE) or ("readonly" in words and _odd(path))


def _odd(path: Path) -> bool:
    """True if the header says that only a later SQLite may write the file."""
    with suppress(OSError), path.open("rb") as file:
        # 1 is a journal, 2 a write-ahead log: sqlite.org/fileformat2.html
        return file.read(20)[18:] not in (b"\1\1", b"\2\2")
    return False


def _is_damaged(path: Path) -> bool:
    """True if the integrity check fails, or the tables differ from ours."""
    try:
        with closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as connection:
            if _odd(path) or connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                return True
            connection.execute("BEGIN IMMEDIATE")
            return _tables(connection) != _our_tables()
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        return _damaged(error, path)
    except NewerSchema:
        return False


def _make_index_anew(path: Path) -> None:
    with (
        suppress(sqlite3.Error, UnicodeDecodeError),
        closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as connection,
    ):
        connection.execute("BEGIN IMMEDIATE")
        for statement in INDEX_ANEW:
            connection.execute(statement)
        connection.execute("COMMIT")


def _our_tables() -> set[tuple[str, str]]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        return _tables(connection)


def _tables(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    """Migrate, then return the names and the SQL of the tables."""
    migrate(connection)
    return set(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))


def _reason(error: Exception) -> Message:
    """Return the cause of an error in words for the user."""
    if isinstance(error, NewerSchema):
        return Message(
            "it was written by a newer Vis-à-vis, and is left alone: "
            "nothing is remembered until you install that one again"
        )
    if isinstance(error, (ValueError, TypeError, KeyError)):  # an odd character, or a row edited by hand
        return Message("something in it, or for it, cannot be understood, and is left out")
    return Message("saved work and translation memory cannot be used: {0}", _fault(error))


def _fault(error: Exception) -> Message:
    words = str(error)
    if "full" in words:
        return Message("the disk is full")
    if "locked" in words or isinstance(error, TimeoutError):
        return Message("another program is using the file; close it there and try again")
    if "readonly" in words or "unable to open" in words or isinstance(error, _NO_FOLDER):
        return Message("the folder cannot be written")
    return get_system_message(error) if isinstance(error, OSError) else Message((words or type(error).__name__).lower())
