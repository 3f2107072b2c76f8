"""Faults while writing: the old or the new file is whole; tests/hostile/killed.py kills often, and fills a disk."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest
from hostile.killed import FORMS, kill

from desktop.core.errors import OutputError
from desktop.exports.write import write

pytestmark = pytest.mark.skipif(os.name != "posix", reason="POSIX")


@pytest.mark.parametrize("name", FORMS)
def test_a_kill_during_an_export_leaves_the_old_or_the_new_file(name: str, tmp_path: Path) -> None:
    assert kill(name, tmp_path, random.Random(name)) in {"old", "new"}


def test_more_than_may_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    import resource

    write(tmp_path / "a.txt", "ancien\n")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))  # as a full disk or a quota
    try:
        with pytest.raises(OutputError, match=r"a\.txt: it cannot be written: file too large"):
            write(tmp_path / "a.txt", "x" * 100_000)
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
        write(folder / "a.txt", "texte")
