"""Faults while writing: the old or the new is whole, and a sentence; tests/hostile/killed.py kills often."""

from __future__ import annotations

import os
import random
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import package_files
from hostile import killed_package, killed_work
from hostile.killed import FORMS, WHOLE, kill
from visavis import paths, services
from visavis.exports.atomic_write import write_atomically
from visavis.infrastructure.settings import Settings
from visavis.model.article import Sentence
from visavis.model.errors import InstallError, OutputError, StoreError
from visavis.model.glossary import Term
from visavis.model.passage import Passage, Status
from visavis.packages.find import INSTALLED, find_packages
from visavis.packages.install import install_archive
from visavis.store.store import Store

pytestmark = pytest.mark.skipif(os.name != "posix", reason="POSIX")


@pytest.mark.parametrize("name", FORMS)
def test_a_kill_during_an_export_leaves_the_old_or_the_new_file(name: str, tmp_path: Path) -> None:
    assert kill(name, tmp_path, random.Random(name)) in {"old", "new"}


def test_more_than_may_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    import resource

    write_atomically(tmp_path / "a.txt", "ancien\n")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))  # as a full disk or a quota
    try:
        with pytest.raises(OutputError, match=r"a\.txt: it cannot be written: file too large"):
            write_atomically(tmp_path / "a.txt", "x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "ancien\n"


def test_a_folder_that_is_gone_when_it_is_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    fsync = os.fsync

    def removed(descriptor: int) -> None:
        fsync(descriptor)
        shutil.rmtree(folder)

    monkeypatch.setattr(os, "fsync", removed)
    with pytest.raises(OutputError, match=r"a\.txt: it cannot be written: there is no such folder"):
        write_atomically(folder / "a.txt", "texte")


@pytest.mark.parametrize("killed", [killed_work.kill, killed_package.kill], ids=["autosave", "installation"])
def test_a_kill_leaves_saved_work_and_packages_whole(
    killed: Callable[[Path, random.Random], str], tmp_path: Path
) -> None:
    assert killed(tmp_path, random.Random(7)) in WHOLE


def test_what_a_killed_export_left_is_cleared_the_next_day(tmp_path: Path) -> None:
    old, new, other = (tmp_path / f".visavis-{name}.part" for name in ("0123456789ab", "ba9876543210", "a user's"))
    for path in (old, new, other):
        path.write_text("half")
    for path in (old, other):
        os.utime(path, (time.time() - 90_000,) * 2)
    write_atomically(tmp_path / "a.txt", "texte")
    assert sorted(tmp_path.iterdir()) == sorted([tmp_path / "a.txt", new, other])


@pytest.fixture
def folder() -> Iterator[Path]:
    """Return a folder that everybody may reach."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@contextmanager
def forbidden(folder: Path) -> Iterator[None]:
    """Be somebody who may read what is in a folder, and write nothing there."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    if root := os.geteuid() == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)


def corrected(store: Store, target: str) -> None:
    text = f"Phrase {target}."
    store.memory.correct([Passage(Sentence(0, 0, len(text), text), target, 0.0, Status.EDITED)])


def targets(store: Store, *wanted: str) -> list[str]:
    return [match.target for target in wanted for match in store.memory.similar(f"Phrase {target}.", 1)]


def test_a_store_that_may_not_be_written_is_told_once_and_goes_on_when_it_may(folder: Path) -> None:
    told: list[StoreError] = []
    store = Store(folder / "store" / "store.sqlite", told.append)
    corrected(store, "une")
    store.close()
    with forbidden(folder):
        corrected(store, "deux")
        corrected(store, "trois")
    assert [str(error).rpartition(": ")[2] for error in told] == ["the folder cannot be written"]
    corrected(store, "quatre")
    assert targets(store, "une", "quatre") == ["une", "quatre"]
    store.close()


def test_a_store_whose_folder_is_removed_is_begun_anew(folder: Path) -> None:
    store = Store(folder / "store" / "store.sqlite", lambda error: pytest.fail(str(error)))
    corrected(store, "une")
    shutil.rmtree(folder / "store")
    corrected(store, "deux")
    store.close()
    again = Store(folder / "store" / "store.sqlite", lambda error: pytest.fail(str(error)))
    assert targets(again, "deux") == ["deux"]
    again.close()


def test_settings_that_may_not_be_written_stay(folder: Path) -> None:
    Settings(method="lead").save(folder / "settings.json")
    with forbidden(folder):
        Settings(method="lsa").save(folder / "settings.json")
    assert Settings.load(folder / "settings.json").method == "lead"
    assert [path.name for path in folder.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("there", [True, False])
def test_a_glossary_that_may_not_be_written_stays(folder: Path, there: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "get_glossaries_folder", lambda: folder / "glossaries")
    if there:
        services.add_term(Term("maire", ("mayor",)))
    with forbidden(folder), pytest.raises(OutputError, match="it cannot be written: "):
        services.add_term(Term("préfet", ("prefect",)))
    assert bool(services.load_glossary().check("Le maire attend.", "The boss waits.")) or not there
    services.add_term(Term("préfet", ("prefect",)))


def test_packages_are_whole_where_they_may_not_be_written_and_where_their_folder_goes(folder: Path) -> None:
    archive, shelf = folder / "a.argosmodel", folder / "packages"
    archive.write_bytes(package_files.packed())
    shelf.mkdir()

    def here() -> list[str]:
        return [package.version for package in find_packages([(shelf, INSTALLED)])]

    with forbidden(shelf), pytest.raises(InstallError, match="packages cannot be installed there: you are not allowed"):
        list(install_archive(archive, shelf, lambda _: None))
    with pytest.raises(InstallError, match=r"a\.argosmodel: it could not be unpacked: there is no such file"):
        list(install_archive(archive, shelf, lambda _: shutil.rmtree(shelf)))
    assert here() == []
    list(install_archive(archive, shelf, lambda _: None))
    assert here() == ["7.1"]
