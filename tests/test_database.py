"""The file of saved work: who may read it, who shares it, and what happens when it is damaged or cannot be used."""

from __future__ import annotations

import gc
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from visavis.model.errors import StoreError
from visavis.store import schema
from visavis.store.database import Database

ADD = """
import sys
from pathlib import Path
from visavis.store.database import Database
database = Database(Path(sys.argv[1]), lambda error: sys.exit(str(error)))
for number in range(100):
    row = (f"{sys.argv[2]} {number}", "x")
    database.write(lambda connection: connection.execute("INSERT INTO correction VALUES (?, ?)", row) and None, None)
"""


@pytest.fixture
def told() -> list[StoreError]:
    return []


@pytest.fixture
def database(tmp_path: Path, told: list[StoreError]) -> Database:
    return Database(tmp_path / "store" / "store.sqlite", told.append)


def put(database: Database, sentence: str = "Il dort.") -> bool:
    def act(connection: sqlite3.Connection) -> bool:
        connection.execute("INSERT INTO correction VALUES (?, ?)", (sentence, "He sleeps."))
        return True

    return database.write(act, False)


def count(database: Database) -> int:
    return database.read(
        lambda connection: int(connection.execute("SELECT count(*) FROM correction").fetchone()[0]), -1
    )


def test_only_its_owner_may_read_it(database: Database) -> None:
    assert put(database)
    assert stat.S_IMODE(database.path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in database.path.parent.iterdir()} == {0o600}


def test_what_is_deleted_is_gone_from_the_disk(database: Database) -> None:
    put(database, "Une source très secrète.")

    def act(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM correction")

    database.erase(act)
    held = b"".join(path.read_bytes() for path in database.path.parent.iterdir())
    assert b"secr" not in held


def test_a_write_is_all_or_nothing(database: Database) -> None:
    def half(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO correction VALUES ('a', 'b')")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.write(half, None)
    assert count(database) == 0
    assert put(database)


def test_threads_share_it(database: Database, told: list[StoreError]) -> None:
    threads = [threading.Thread(target=put, args=(database, str(number))) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count(database) == 20
    assert not told


def test_processes_share_it(database: Database, told: list[StoreError]) -> None:
    running = [subprocess.Popen([sys.executable, "-c", ADD, str(database.path), str(n)]) for n in range(2)]
    assert [process.wait(60) for process in running] == [0, 0]
    assert count(database) == 200
    assert not told


@pytest.mark.parametrize("damage", [b"this is no database " * 300, b"SQLite format 3\0" + b"\xff" * 9000])
def test_a_damaged_file_is_set_aside_and_a_fresh_one_begun(
    database: Database, told: list[StoreError], damage: bytes
) -> None:
    database.path.parent.mkdir()
    for number in (1, 2):
        database.close()
        database.path.write_bytes(damage)
        assert put(database)
        aside = database.path.with_name(f"store.sqlite.damaged-{number}")
        assert aside.read_bytes() == damage
    assert count(database) == 1
    assert str(told[0]) == (
        f"{database.path}: the saved work was damaged; it is now store.sqlite.damaged-1, and a new file has been begun"
    )


def test_damage_that_shows_later_is_noticed(database: Database, told: list[StoreError]) -> None:
    for number in range(300):
        put(database, f"{number} " * 50)
    database.write(lambda connection: None, None)
    database.close()
    whole = database.path.read_bytes()
    database.path.write_bytes(whole[:8192] + b"\xa5" * (len(whole) - 8192))
    assert count(database) >= 0
    assert [error.reason.split(";")[0] for error in told] == ["the saved work was damaged"]
    assert put(database, "new")


def test_a_store_that_is_dropped_closes_its_file(tmp_path: Path, told: list[StoreError]) -> None:
    dropped = Database(tmp_path / "other.sqlite", told.append)
    connection = dropped.read(lambda connection: connection, None)
    assert connection
    del dropped
    gc.collect()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connection.execute("SELECT 1")


def test_a_file_of_a_newer_version_is_left_alone(database: Database, told: list[StoreError]) -> None:
    put(database)
    database.close()
    with sqlite3.connect(database.path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert not put(database, "b")
    assert count(database) == -1
    assert [error.reason.split(",")[0] for error in told] == ["it was written by a newer Vis-à-vis"]
    with sqlite3.connect(database.path) as connection:
        assert connection.execute("SELECT count(*) FROM correction").fetchone() == (1,)
    connection.close()


def test_an_older_file_is_brought_up_to_date(
    database: Database, told: list[StoreError], monkeypatch: pytest.MonkeyPatch
) -> None:
    put(database)
    database.close()
    later = (*schema.VERSIONS, ("ALTER TABLE correction ADD COLUMN note TEXT NOT NULL DEFAULT 'none'",))
    connection = sqlite3.connect(database.path)
    schema.migrate(connection, later)
    schema.migrate(connection, later)
    assert connection.execute("SELECT * FROM correction").fetchall() == [("Il dort.", "He sleeps.", "none")]
    assert connection.execute("PRAGMA user_version").fetchone() == (len(later),)
    connection.close()


def test_what_cannot_be_understood_is_left_out(database: Database, told: list[StoreError]) -> None:
    assert not put(database, "half a pair: \ud800")
    assert [error.reason.split(",")[0] for error in told] == ["something in it"]
    assert put(database)


def test_a_folder_that_cannot_be_made_is_told_once(tmp_path: Path, told: list[StoreError]) -> None:
    (tmp_path / "file").write_text("")
    database = Database(tmp_path / "file" / "store.sqlite", told.append)
    assert not put(database)
    assert not put(database)
    assert count(database) == -1
    assert [error.reason for error in told] == [
        "saved work and translation memory cannot be used: the folder cannot be written"
    ]


def test_a_full_disk_is_told_and_nothing_is_half_written(database: Database, told: list[StoreError]) -> None:
    put(database)

    def fill(connection: sqlite3.Connection) -> bool:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        connection.execute("INSERT INTO correction VALUES ('big', ?)", ("x" * 100_000,))
        return True

    assert not database.write(fill, False)
    assert [error.reason for error in told] == ["saved work and translation memory cannot be used: the disk is full"]
    assert count(database) == 1


def test_a_file_that_another_program_holds_is_waited_for_and_then_told(
    database: Database, told: list[StoreError], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("visavis.store.database.PATIENCE", 0.05)
    put(database)
    database.close()
    other = sqlite3.connect(database.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert not put(database, "b")
    assert told[0].reason.endswith("another program is using the file; close it there and try again")
    other.execute("ROLLBACK")
    other.close()
    assert put(database, "b")
