"""`visavis translate FOLDER -r -o OUT`: all files below a folder, each into the same folder below OUT."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from conftest import ARTICLE, Visavis, complains
from hostile.folders import GOOD, make_folder

pytestmark = pytest.mark.usefixtures("translator")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with articles in two levels, a hidden file and one that cannot be read."""
    top = tmp_path / "articles"
    for name in ("b.txt", "a.md", "sub/c.txt", "sub/deep/c.txt", ".hidden.txt", ".git/d.txt"):
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ARTICLE, encoding="utf-8")
    return top


def list_files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_the_folders_are_the_same(visavis: Visavis, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "english"
    assert visavis("translate", folder, "-r", "-o", out, "--to", "md").code == 0
    assert list_files(out) == ["a.en.md", "b.en.md", "sub/c.en.md", "sub/deep/c.en.md"]
    assert "EN: LE CONSEIL" in (out / "sub" / "c.en.md").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_done(
    visavis: Visavis, folder: Path, tmp_path: Path
) -> None:
    (folder / "sub" / "broken.docx").write_bytes(b"PK\x03\x04 no zip")
    (folder / "empty.txt").write_bytes(b"")
    ended = visavis("translate", folder, "-r", "-o", tmp_path / "out")
    assert ended.code == 1
    assert ended.err.count("visavis: ") == 2
    assert "broken.docx" in ended.err
    assert len(list_files(tmp_path / "out")) == 4


def test_results_below_the_folder_are_not_read_again(visavis: Visavis, folder: Path) -> None:
    for _ in range(2):
        assert visavis("translate", folder, "-r", "-o", folder / "out").code == 0
        assert len(list_files(folder / "out")) == 4


def test_files_and_folders_together(visavis: Visavis, folder: Path, article: Path, tmp_path: Path) -> None:
    assert visavis("translate", article, folder / "sub", "-r", "-o", tmp_path / "out").code == 0
    assert list_files(tmp_path / "out") == ["article.en.txt", "c.en.txt", "deep/c.en.txt"]


def test_wrong_usage(visavis: Visavis, folder: Path) -> None:
    assert complains(visavis("translate", folder, "-r"), 2, "name a folder for the results with -o")
    assert complains(visavis("translate", folder), 1, "it is a folder, not a file")


@pytest.mark.skipif(sys.platform != "linux", reason="pipes, and names that are no text")
def test_a_folder_of_bad_things_gives_its_articles_and_tells_the_rest(visavis: Visavis, tmp_path: Path) -> None:
    top, outside = tmp_path / "bad", tmp_path / "outside"
    top.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text(ARTICLE, encoding="utf-8")
    make_folder(top, outside)
    ended = visavis("translate", top, "-r", "-o", tmp_path / "english")
    assert ended.code == 1
    assert ended.err.count("visavis: ") == 7
    assert "\x1b" not in ended.err
    assert len(list_files(tmp_path / "english")) == len(GOOD) + 1
    assert [path.name for path in outside.iterdir()] == ["secret.txt"]
